"""The numbers that in-depth notebooks compare, and where each comes from."""

import shutil
from pathlib import Path

import pytest

from toolkit.cases.catalogue import load_case_study
from toolkit.comparisons.published_number import (
    PublishedNumber,
    load_numbers,
    studies_with_numbers,
)
from toolkit.dataset import load_dataset
from toolkit.errors import ContentError

ROWS = load_dataset("published-figures")["numbers"].rows


@pytest.fixture
def copy(tmp_path: Path, root: Path) -> Path:
    """A content folder with the numbers and one case."""
    shutil.copytree(root / "data", tmp_path / "data")
    (tmp_path / "casestudies").mkdir()
    shutil.copy(root / "casestudies" / "derby-darcie-ali.ipynb", tmp_path / "casestudies")
    return tmp_path


def change(copy: Path, old: str, new: str) -> None:
    path = copy / "data" / "published-figures" / "numbers.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def number(**changes: object) -> PublishedNumber:
    plain: dict[str, object] = {
        "id": "a", "label": "A", "value": 61.0, "unit": "people (about)", "kind": "said",
        "who": "us", "sources": (),
    }  # fmt: skip
    return PublishedNumber(**(plain | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("study", studies_with_numbers())
def test_every_number_has_somebody_behind_it_and_a_source(study: str) -> None:
    numbers = load_numbers(study).values()
    assert all(one.who and one.sources for one in numbers)


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["case"]], ids=lambda row: f"{row['study']}-{row['id']}"
)
def test_a_number_from_a_case_stands_in_that_case_under_its_source(row) -> None:
    case = load_case_study(str(row["case"]))
    plain, parted = f"{row['value']:g}", f"{row['value']:,.10g}"
    spelt = {"2": "two"}.get(plain, plain)
    told = [
        f"{one.value} {one.figure} {one.unit} {one.text}"
        for one in case.outcomes
        if one.source == row["source"]
    ]
    assert [text for text in told if any(form in text for form in (plain, parted, spelt))]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"of": 139, "unit": "wrongly flagged"}, "61 wrongly flagged"),
        ({"value": 3.7, "unit": "hours a week"}, "3.7 hours a week"),
        ({"value": 3.925, "unit": "million pounds"}, "3.925 million pounds"),
        ({"value": 39.0, "unit": "% (about)"}, "39% (about)"),
        ({"value": 1800000.0, "unit": "enquiries"}, "1,800,000 enquiries"),
    ],
)
def test_a_number_is_shown_as_it_was_published(changes: dict[str, object], text: str) -> None:
    assert number(**changes).figure == text


def test_a_count_is_a_share_of_what_it_is_out_of() -> None:
    assert number(value=16.0, of=27).share.value == 16 / 27


def test_what_a_number_is_out_of_cannot_be_used_where_nobody_published_it() -> None:
    with pytest.raises(ValueError, match="nobody has published what 'a' is out of"):
        _ = number().share
    assert number().behind == "not seen"
    assert number(n=20000).behind == "20,000"


def test_an_unknown_notebook_is_told_with_the_nearest_one() -> None:
    with pytest.raises(LookupError, match="did you mean 'derby-forecast'"):
        load_numbers("derby-forcast")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (",,derby-darcie-ali,8,", ",,derby-darcie-al,8,", "did you mean 'derby-darcie-ali'"),
        (",,derby-darcie-ali,8,", ",,derby-darcie-ali,80,", "has no source 80; use one of: 1, 2"),
        (",,derby-darcie-ali,8,", ",,,,", "has no source; name a figure, or else"),
        (",,derby-darcie-ali,8,", ",robodebt-scal,,,", "did you mean 'robodebt-scale'"),
        (",,derby-darcie-ali,8,", ",robodebt-scale,derby-darcie-ali,8,", "names a figure and a"),
        ("derby-forecast,posts,", "derby-forecast,saved,", "derby-forecast, saved: is there twice"),
    ],
)
def test_a_number_without_its_source_is_refused(copy: Path, old: str, new: str, told: str) -> None:
    change(copy, old, new)
    with pytest.raises(ContentError, match=told):
        load_numbers("derby-forecast", copy)


def test_words_take_the_place_of_a_bare_number_that_would_mislead() -> None:
    assert number(n=100, in_words="more than 100 people").behind == "more than 100 people"
    assert load_numbers("note-taking-hours")["ealing-cut"].behind.startswith("more than 100")
    assert "20,000 took part" in load_numbers("copilot-minutes")["whitehall"].behind
