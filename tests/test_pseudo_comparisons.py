"""What the in-depth notebooks found, in a language nobody speaks: no word of it is English.

Content says what each number is. Here every such label is a number itself, so that all letters
which are left must come from code, and each of them has to be a letter of the made-up language.
"""

from __future__ import annotations

import importlib
import inspect
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from lesson_page import open_page
from pseudo import left_in_english
from source import ROOT
from test_pseudo_language import Visitor
from tiny_numbers import numbers

import toolkit.comparisons
from toolkit.comparisons.amsterdam import gaps
from toolkit.comparisons.published_number import Numbers, load_numbers
from toolkit.comparisons.study import FOLDER, HEADINGS, check_study, load_studies, load_study
from toolkit.finding import Finding

STUDY = f"{FOLDER}/amsterdam-wrong-flags.ipynb"
NUMBERS = "data/published-figures/numbers.csv"
STUDIES = [study.slug for study in load_studies()]
MODULES = sorted(
    path.stem
    for path in Path(toolkit.comparisons.__file__).parent.glob("[a-z]*.py")
    if "-> Finding:" in path.read_text(encoding="utf-8")
)
CHOICES = {"people": (20, 2000), "wrong": (1, 60)}


pytestmark = pytest.mark.usefixtures("in_the_made_up_language")


def plain_letters(finding: Finding) -> list[str]:
    """Return the texts of a finding in which a letter has no accent."""
    texts = (
        *(finding.title, finding.sentence, finding.range_is, *finding.notes),
        *(*finding.header, *(cell for row in finding.table for cell in row)),
    )
    return [text for text in texts if re.search("[A-Za-z]", text)]


def without_labels(study: str) -> Numbers:
    """Return the numbers of a study, what each of them is being told by a number too."""
    return {name: replace(one, label="1") for name, one in load_numbers(study).items()}


def finders(module: ModuleType) -> list[Callable[..., Finding]]:
    """Return what a module offers for a notebook to show."""
    return [getattr(module, name) for name in module.__all__]


def study_of(module: str) -> str:
    """Return the notebook that shows what a module finds."""
    paths = [ROOT / FOLDER / f"{slug}.ipynb" for slug in STUDIES]
    [path] = [one for one in paths if f"import {module}\\n" in one.read_text(encoding="utf-8")]
    return path.stem


@pytest.mark.parametrize("name", MODULES)
def test_what_a_comparison_finds(name: str) -> None:
    known = without_labels(study_of(name))
    for find in finders(importlib.import_module(f"toolkit.comparisons.{name}")):
        asked = [one for one in inspect.signature(find).parameters if one in CHOICES]
        for choice in [{one: CHOICES[one][end]} for one in asked for end in (0, 1)] or [{}]:
            assert plain_letters(find(known, **choice)) == []


@pytest.mark.parametrize(
    ("others", "dutch"), [(90, 10), (52, 48), (50, 50), (48, 52), (10, 90)]
)  # fmt: skip
def test_whose_share_is_the_higher_and_whether_that_is_clear(others: int, dutch: int) -> None:
    counts = {"not_dutch": (others, 100), "dutch": (dutch, 100)}
    steps = ("before", "after", "live")
    known = numbers(**{f"{step}_{name}": one for step in steps for name, one in counts.items()})
    assert plain_letters(gaps(known)) == []


@pytest.mark.parametrize("slug", STUDIES)
def test_an_in_depth_notebook(slug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, one: sent.append(one))
    page = open_page(ROOT / FOLDER / f"{slug}.ipynb")
    visitor = Visitor(page.bridges[0], sent)
    visitor.widgets = page.bridges
    visitor.send(kind="hello", saved=None, place="")
    for control in page.controls:
        for value in (control.low, control.high, "x"):
            visitor.pick(control.name, value)
    visitor.press_all("numbers")
    assert visitor.left == []


def english_in(text: str, *names: str) -> list[str]:
    """Return what is English in a message, names that somebody wrote in a file left out."""
    for name in names:
        text = text.replace(name, "")
    return left_in_english(text)


def test_a_name_that_nothing_has() -> None:
    for load in (load_study, load_numbers):
        for name in ("derby-forecats", "zzzz"):
            with pytest.raises(LookupError) as told:
                load(name)
            assert english_in(str(told.value), *STUDIES, name, FOLDER) == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A content folder with one in-depth notebook."""
    shutil.copytree(ROOT / "data" / "published-figures", tmp_path / "data" / "published-figures")
    for path in ROOT.glob("data/*"):
        if path.name != "published-figures":
            (tmp_path / "data" / path.name).symlink_to(path)
    (tmp_path / "casestudies").symlink_to(ROOT / "casestudies")
    (tmp_path / FOLDER).mkdir(parents=True)
    shutil.copy(ROOT / STUDY, tmp_path / STUDY)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (STUDY, "[nl-amsterdam-smart-check]", "[]"),
        (STUDY, "nl-amsterdam-smart-check", "nl-amsterdam-smart-chek"),
        (STUDY, "{on: 2026-11-22, by: not reviewed by a person}", "never"),
        (STUDY, "## What they cannot show", "## Aside"),
        (STUDY, "## ", "**"),
        (STUDY, "a long line is not.", "23% is not."),
        (NUMBERS, "amsterdam-before-correction,,,", ",,,"),
        (NUMBERS, "amsterdam-before-correction,,,", "amsterdam-before-correction,nl-adr,1,"),
        (NUMBERS, "amsterdam-before-correction,,,", "nowhere,,,"),
        (NUMBERS, "amsterdam-before-correction,,,", ",nowhere,1,"),
        (NUMBERS, "amsterdam-before-correction,,,", ",telford-ask-tom,99,"),
        (NUMBERS, "before-not-dutch,", "before-dutch,"),
        (NUMBERS, "amsterdam-wrong-flags,", "amsterdam,"),
    ],
)
def test_what_is_wrong_with_a_notebook_or_its_numbers(
    copy: Path, file: str, old: str, new: str
) -> None:
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), encoding="utf-8")
    problems = check_study(copy / STUDY, copy)
    assert problems
    names = (*HEADINGS, *STUDIES, "Aside", "nl-amsterdam-smart-chek", "telford-ask-tom")
    told = [text for one in problems for text in (one.what, one.remedy)]
    assert [piece for text in told for piece in english_in(text, *names)] == []
