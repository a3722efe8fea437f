"""All case studies together: find, filter, count, sort."""

import shutil
from pathlib import Path

import pytest
from tiny_case import CASES, CATALOGUE, body, case, facts, notebook_text

from toolkit.cases.catalogue import load_case_study, load_catalogue
from toolkit.cases.facet import FACETS, SORTS
from toolkit.vocabulary import load_vocabulary

FACET = {facet.name: facet for facet in FACETS}


def slugs(filters: dict[str, tuple[str, ...]]) -> list[str]:
    return [one.slug for one in CATALOGUE.filter(filters)]


def order(sort: str) -> list[str]:
    return [one.slug for one in sorted(CASES, key=SORTS[sort][1])]


def test_a_case_is_found_by_its_name() -> None:
    assert CATALOGUE.get("bins").title == "Bins"


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(LookupError, match="There is no case study 'bin'; did you mean 'bins'"):
        CATALOGUE.get("bin")


def test_two_words_of_one_facet_widen_and_two_facets_narrow() -> None:
    assert slugs({"status": ("live", "stopped")}) == ["phones", "bins"]
    assert slugs({"status": ("live", "stopped"), "country": ("UK",)}) == ["phones"]


def test_without_filters_every_case_is_there() -> None:
    assert slugs({}) == slugs({"status": ()}) == ["tea", "phones", "bins"]


def test_a_nation_counts_as_the_uk_as_well() -> None:
    assert CATALOGUE.counts(FACET["country"], {}) == {
        "UK": 2, "England": 1, "Scotland": 1, "Wales": 0, "Northern Ireland": 0, "Japan": 1,
    }  # fmt: skip


def test_the_nations_are_those_of_the_vocabulary() -> None:
    for nation in load_vocabulary()["country"].ids:
        assert "UK" in FACET["country"].values(case(country=nation))


def test_counts_leave_their_own_filter_out_so_that_none_is_a_dead_end() -> None:
    counts = CATALOGUE.counts(FACET["status"], {"status": ("live",), "teaches": ("went-wrong",)})
    assert {word: count for word, count in counts.items() if count} == {"live": 1}
    counts = CATALOGUE.counts(FACET["status"], {"status": ("live",)})
    assert {word: count for word, count in counts.items() if count} == {
        "live": 1, "pilot": 1, "stopped": 1,
    }  # fmt: skip


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_every_facet_has_a_label_for_every_word_it_counts(facet: object) -> None:
    named = FACET[facet.name]  # type: ignore[attr-defined]
    words = CATALOGUE.counts(named, {})
    assert all(named.label(CATALOGUE.vocabulary, word) for word in words)


def test_words_of_the_text_and_labels_are_found() -> None:
    assert list(CATALOGUE.find("sparrowhawk").scores) == ["bins"]
    assert list(CATALOGUE.find("stopped scotland").scores) == ["phones"]
    assert len(CATALOGUE.find("minutes").scores) == 3  # the title of a source


def test_web_addresses_are_not_searched() -> None:
    assert not CATALOGUE.find("example.org").scores


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("strength", ["bins", "phones", "tea"]),
        ("newest", ["phones", "bins", "tea"]),
        ("title", ["bins", "phones", "tea"]),
    ],
)
def test_cases_are_put_in_order(sort: str, expected: list[str]) -> None:
    assert order(sort) == expected


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """A content folder with one sound case, one broken one and the template."""
    (tmp_path / "casestudies").mkdir()
    (tmp_path / "data").mkdir()
    shutil.copy(root / "data" / "vocabulary.yaml", tmp_path / "data")
    sound = notebook_text(facts(), body())
    for name, text in (("tea", sound), ("broken", "{"), ("_template", sound), (".hidden", sound)):
        (tmp_path / "casestudies" / f"{name}.ipynb").write_text(text, encoding="utf-8")
    return tmp_path


def test_one_broken_case_does_not_stop_the_others(folder: Path) -> None:
    catalogue = load_catalogue(folder)
    assert [one.slug for one in catalogue.cases] == ["tea"]
    assert [Path(error.file).name for error in catalogue.errors] == ["broken.ipynb"]


def test_one_case_can_be_loaded_by_its_name(folder: Path) -> None:
    assert load_case_study("tea", folder).title == "The tea club tries a robot"


@pytest.mark.parametrize("slug", ["te", "../casestudies/tea", "/tea", ""])
def test_a_name_that_is_no_case_is_refused(folder: Path, slug: str) -> None:
    with pytest.raises(LookupError, match="There is no case study"):
        load_case_study(slug, folder)
