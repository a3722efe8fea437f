"""The content that comes with the toolkit: its form, and that it is many-sided."""

from datetime import date
from pathlib import Path

import pytest
from source import ROOT, code_of

from toolkit.cases.catalogue import Catalogue, load_catalogue
from toolkit.cases.facet import FACETS
from toolkit.checking import FileReport, check_content
from toolkit.identity import Identity

# A fixed day, so that no test begins to fail because time has passed: the monthly run of
# `toolkit check` tells when a review is due.
REPORTS = check_content(ROOT, today=date(2026, 11, 22))
CASES = sorted((ROOT / "casestudies").glob("*.ipynb"))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The case studies of the repository."""
    return load_catalogue(ROOT)


def counts(catalogue: Catalogue, name: str) -> dict[str, int]:
    [facet] = [facet for facet in FACETS if facet.name == name]
    return {word: count for word, count in catalogue.counts(facet, {}).items() if count}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.file)
def test_nothing_is_wrong_and_nothing_is_worth_a_second_look(report: FileReport) -> None:
    # Who runs a copy is for them to fill in: the shipped identity says so, and nothing else.
    expected = len(Identity().unfinished) if report.file == "data/identity.yaml" else 0
    assert len(report.problems) == expected, report.problems


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_code_of_a_case_shows_that_case_and_does_nothing_else(path: Path) -> None:
    assert code_of(path) == [
        "from toolkit.views.case import show_case_study",
        f'show_case_study("{path.stem}")',
    ]


def test_every_case_but_the_template_can_be_shown(catalogue: Catalogue) -> None:
    assert len(catalogue.cases) == len(CASES) - 1
    assert not any(case.fictional for case in catalogue.cases)


def test_cases_show_good_practice_and_what_went_wrong(catalogue: Catalogue) -> None:
    assert min(counts(catalogue, "teaches").values()) >= 8


def test_cases_cover_every_use_and_several_strengths_of_evidence(catalogue: Catalogue) -> None:
    assert len(counts(catalogue, "use_case")) == 3
    assert len(counts(catalogue, "strength")) >= 4


def test_most_cases_are_from_the_uk_and_some_are_from_members_of_the_network(
    catalogue: Catalogue,
) -> None:
    members = [case for case in catalogue.cases if case.ccin_member]
    assert counts(catalogue, "country")["UK"] > len(catalogue.cases) / 2
    assert len(members) >= 4
    unshown = [case.slug for case in members if "Membership:" not in case.notes]
    assert unshown == ["ccin-values-driven-ai-policy-lab"]  # the network itself


def test_what_a_council_or_a_supplier_says_is_not_called_found(catalogue: Catalogue) -> None:
    said = [
        outcome.text.lower()
        for case in catalogue.cases
        for outcome in case.outcomes
        if outcome.kind == "self-reported"
    ]
    assert [text for text in said if " found that " in text or " showed " in text] == []
