"""The same faulty case gets the same problems through notebook, form and spreadsheet."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tiny_case import CATALOGUE, WORDS
from tiny_sheet import TEA, sheet

from toolkit.cases.checklist import load_checklist
from toolkit.cases.draft import name_of
from toolkit.cases.importing import read_cases
from toolkit.cases.writing import draft_notebook
from toolkit.checking import check_content
from toolkit.errors import Problem
from toolkit.identity import Identity
from toolkit.schema import load_schema
from toolkit.views.adapt.desk import Desk
from toolkit.views.adapt.files import load_draft

TODAY = date(2026, 6, 1)
SLUG = "faulty-tea"

FAULTS: dict[str, dict[str, Any]] = {
    "a word that is not ours": {"status": "pilto"},
    "a kind of evidence that is missing": {"outcomes.1.kind": ""},
    "a number that is none": {"outcomes.1.value": "about 5"},
    "a source that is not there": {"outcomes.1.source": "7"},
    "an address that is none": {"sources.1.url": "ftp:example.org"},
    "a citation without a source": {"text.evidence": "They said so [4]."},
    "a source without a citation": {"text.what-happened": "It happened."},
    "a sentence that is long": {"text.evidence": "One " + "word " * 26 + "end."},
    "a sentence that is too long": {"text.evidence": "One " + "word " * 36 + "end."},
    "a harm in a long sentence": {"risks_or_harms.1": "One " + "word " * 26 + "end."},
    "advice of the template": {"approach": "Say what it did."},
    "advice below a heading": {"text.what-changed":
        "Say what is different now, for residents and for staff."},
    "rights that nobody confirmed": {"rights_confirmed_by": "nobody yet"},
    "a finding of its own": {"outcomes.1.text": "The club found so."},
    "a day to come": {"reviewed.on": "2026-06-02"},
    "a section that is empty": {"text.who-decided": ""},
    "a title that is too long": {"title": "long " * 15 + "end"},
    "a title that is missing": {"title": ""},
    "a summary that is short": {"summary": "Too short."},
    "a review before publication": {"review_due": "2025-01-01"},
    "a review that has passed": {"review_due": "2026-05-31"},
    "a day that is none": {"published": "31/31/2024"},
    "an end before the beginning": {"year_end": "2020"},
    "an address that ends nowhere": {"atrs_url": "example.org"},
    "only one question": {"questions": ["1"], "questions.1": "Who pours?"},
    "no author": {"authors": []},
    "no source at all": {"sources": [], **dict.fromkeys(
        (f"sources.1.{part}" for part in ("title", "publisher", "url", "date", "link_ok")), "")},
    "nothing that it shows": {"teaches": []},
}  # fmt: skip

Told = set[tuple[str, str, bool]]


def told(problems: list[Problem] | tuple[Problem, ...], draft: dict[str, Any]) -> Told:
    return {
        (name_of(one.path, draft), f"{one.what}; {one.remedy}".strip("; ."), one.warning)
        for one in problems
    }


def by_notebook(draft: dict[str, Any], folder: Path, root: Path) -> Told:
    for name in ("casestudies", "data"):
        (folder / name).mkdir()
    shutil.copy(root / "data" / "vocabulary.yaml", folder / "data")
    path = folder / "casestudies" / f"{SLUG}.ipynb"
    path.write_text(draft_notebook(draft, SLUG)[0], encoding="utf-8")
    [report] = check_content(folder, today=TODAY, under=path)
    return told(report.problems, draft)


def by_form(draft: dict[str, Any]) -> Told:
    desk = Desk(CATALOGUE, Identity(), load_checklist(), lambda: TODAY)
    loaded = load_draft(f"{SLUG}.ipynb", draft_notebook(draft, SLUG)[0]).values
    found = desk.sheet({**loaded, **draft}, {}, tried="").found
    return {(one.name, one.words.partition(": ")[2].strip("; ."), one.warning) for one in found}


def by_spreadsheet(draft: dict[str, Any], folder: Path) -> Told:
    path = folder / "cases.csv"
    path.write_bytes(sheet(draft))
    [case] = read_cases(path, WORDS, taken=(), today=TODAY)
    return told(case.problems, draft)


@pytest.mark.parametrize("fault", FAULTS)
def test_every_door_says_the_same(fault: str, tmp_path: Path, root: Path) -> None:
    draft = {**TEA, "slug": SLUG, **FAULTS[fault]}
    found = by_notebook(draft, tmp_path, root)
    assert found, "nothing was wrong with it"
    assert by_form(draft) == found
    assert by_spreadsheet(draft, tmp_path) == found


def test_a_sound_case_is_sound_at_every_door(tmp_path: Path, root: Path) -> None:
    draft = {**TEA, "slug": SLUG}
    assert by_notebook(draft, tmp_path, root) == by_form(draft) == set()
    assert by_spreadsheet(draft, tmp_path) == set()


def remedies(part: dict[str, Any], place: str = "") -> dict[str, str]:
    inside = {**part.get("properties", {}), **part.get("items", {}).get("properties", {})}
    found = {f"{place}{name}": str(one.get("remedy", "")) for name, one in inside.items()}
    for name, one in inside.items():
        found |= remedies(one, f"{place}{name}.")
    return found


def test_advice_is_in_words_that_fit_every_door() -> None:
    schema = load_schema("case-study")
    told = remedies(schema)
    assert [name for name in schema["required"] if not told[name]] == []
    in_yaml = re.compile(r"\b(true|false|id|flag|by:|source: 1|link_ok)\b")
    assert {name: text for name, text in told.items() if in_yaml.search(text)} == {}
