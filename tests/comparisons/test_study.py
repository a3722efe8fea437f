"""In-depth notebooks, held to their rules."""

import json
from pathlib import Path

import pytest
from source import ROOT

from toolkit.comparisons.published_number import studies_with_numbers
from toolkit.comparisons.study import FOLDER, HEADINGS, check_study, load_studies, read_study
from toolkit.errors import ContentError

STUDY = ROOT / FOLDER / "amsterdam-wrong-flags.ipynb"


def changed(folder: Path, old: str, new: str) -> Path:
    """Return a copy of a sound notebook with one text replaced, in a copy of its folders."""
    for name in ("data", "casestudies"):
        (folder / name).symlink_to(ROOT / name)
    path = folder / FOLDER / STUDY.name
    path.parent.mkdir(parents=True)
    text = STUDY.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_every_notebook_in_depth_has_numbers_and_all_numbers_have_their_notebook() -> None:
    assert sorted(study.slug for study in load_studies()) == sorted(studies_with_numbers())


def test_a_notebook_names_the_cases_it_is_about() -> None:
    assert read_study(STUDY, ROOT).cases == ("nl-amsterdam-smart-check",)


@pytest.mark.parametrize("wrong", ["{on: 2026-02-30, by: us}", "{on: 2026-11-22}", "never"])
def test_without_a_review_it_is_refused(tmp_path: Path, wrong: str) -> None:
    said = "{on: 2026-11-22, by: not reviewed by a person}"
    with pytest.raises(ContentError, match="reviewed: does not say when and by whom"):
        read_study(changed(tmp_path, said, wrong), tmp_path)


def test_without_a_case_it_is_refused(tmp_path: Path) -> None:
    path = changed(tmp_path, "cases: [nl-amsterdam-smart-check]", "cases: []")
    with pytest.raises(ContentError, match="list the case studies it is about"):
        read_study(path, tmp_path)
    assert load_studies(tmp_path) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[nl-amsterdam-smart-check]", "[nl-amsterdam-smart-chek]", "did you mean 'nl-amsterdam"),
        ("## What they cannot show", "## What else", "headings: are: What was published;"),
        ("a long line is not.", "23% is not.", "has numbers typed into its text: 23;"),
        ("kind: in-depth", "kind: in-dept", "did you mean 'in-depth'"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    [problem] = check_study(changed(tmp_path, old, new), tmp_path)
    assert told in str(problem)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Eighty per cent were.", "Eighty per cent"),
        ('some per\\n",\n    "cent were.', "some per cent"),
        ("two dozen were.", "two dozen"),
        ("right four times in five.", "four times in five"),
        ("One in ten was.", "One in ten"),
        ("nine out of every ten were.", "nine out of every ten"),
        ("forty-three were.", "forty-three"),
        ("two-thirds were.", "two-thirds"),
        ("a quarter of them were.", "a quarter of"),
    ],
)
def test_a_result_typed_as_words_is_refused(tmp_path: Path, typed: str, told: str) -> None:
    [problem] = check_study(changed(tmp_path, "a long line is not.", typed), tmp_path)
    assert f"has numbers typed into its text: {told};" in str(problem)


@pytest.mark.parametrize(
    "plain",
    ["Two reviews differ.", "A percentage hides it.", "Of a hundred people, how many?",
     "One in the chart is long.", "A third party helped.", "The other half waits."],
)  # fmt: skip
def test_a_number_word_that_is_no_result_may_stay(tmp_path: Path, plain: str) -> None:
    assert check_study(changed(tmp_path, "a long line is not.", plain), tmp_path) == []


@pytest.mark.parametrize(
    ("where", "old", "new"),
    [
        (
            "title",
            "title: \\\"Did Amsterdam's model",
            "title: \\\"By 14 points, did Amsterdam's model",
        ),
        ("summary", "  bias flipped in the pilot.", "  bias flipped for two in three."),
    ],
)
def test_a_result_is_refused_in_the_title_and_the_summary_too(
    tmp_path: Path, where: str, old: str, new: str
) -> None:
    problems = check_study(changed(tmp_path, old, new), tmp_path)
    assert where in [problem.where for problem in problems if "typed" in problem.what]


def test_headings_in_another_order_are_refused(tmp_path: Path) -> None:
    path = changed(tmp_path, "## What they cannot show", "## A")
    text = path.read_text("utf-8").replace(
        "## What a council should ask", "## What they cannot show"
    )
    path.write_text(text.replace("## A", "## What a council should ask"), "utf-8")
    [problem] = check_study(path, tmp_path)
    assert problem.where == "headings"


def test_a_year_is_no_result(tmp_path: Path) -> None:
    path = changed(tmp_path, "a long line is not.", "as in 2024.")
    assert check_study(path, tmp_path) == []


def test_a_notebook_without_numbers_is_told(tmp_path: Path) -> None:
    path = changed(tmp_path, "Amsterdam", "Amsterdam")
    other = path.rename(path.with_name("rotterdam-wrong-flags.ipynb"))
    [problem] = check_study(other, tmp_path)
    assert problem.where == "numbers"
    assert "numbers.csv" in problem.remedy


def test_all_four_headings_are_in_the_notebook_that_was_copied() -> None:
    text = json.dumps(STUDY.read_text("utf-8"))
    assert all(heading in text for heading in HEADINGS)
