"""What case studies can be filtered by."""

import pytest
from tiny_case import CATALOGUE, case

from toolkit.cases.facet import FACETS, places, year

FACET = {facet.name: facet for facet in FACETS}


def test_a_place_in_a_wider_place_is_found_under_both() -> None:
    assert places(case(place="Camden, London")) == ("Camden", "London")
    assert places(case(place="Leeds")) == ("Leeds",)


def test_no_place_holds_the_comma_that_parts_words_in_an_address() -> None:
    assert not any("," in word for word in places(case(place="A, B,, C,")))


@pytest.mark.parametrize(
    ("start", "end", "filed"),
    [(2019, 2023, 2019), (2019, None, 2019), (None, 2023, 2023), (None, None, None)],
)
def test_a_case_is_filed_under_the_year_it_began(
    start: int | None, end: int | None, filed: int | None
) -> None:
    found = case(year_start=start, year_end=end)
    assert year(found) == filed
    assert FACET["year"].values(found) == (str(filed or "not-known"),)


@pytest.mark.parametrize(("member", "word"), [(True, "shown"), (False, "no"), (None, "not-known")])
def test_membership_that_nobody_looked_up_is_not_a_no(member: bool | None, word: str) -> None:
    assert FACET["member"].values(case(ccin_member=member)) == (word,)


def test_what_is_not_known_is_not_found_by_a_search() -> None:
    assert CATALOGUE.find("known").instead  # no case has the word, so another is looked for
