"""What a visitor asks of the catalogue, as an address can carry it."""

import pytest
from tiny_case import CATALOGUE

from toolkit.cases.query import FIRST, Query, answer, place_of, read_query

FULL = Query(
    text="tea robot",
    filters={"status": ("live", "pilot"), "country": ("UK",)},
    sort="title",
    shortlist=True,
    case="tea",
    source="1",
    show=24,
    view="evidence",
    compare=("tea", "bins"),
)


def notes(**place: str) -> tuple[str, ...]:
    return read_query(place, CATALOGUE)[1]


def found(query: Query, shortlist: tuple[str, ...] = ()) -> list[str]:
    return [case.slug for case in answer(CATALOGUE, query, shortlist).cases]


@pytest.mark.parametrize("query", [Query(), FULL, FULL.choose("status", ()), Query(show=36)])
def test_a_query_comes_back_from_its_address_as_it_was(query: Query) -> None:
    assert read_query(place_of(query), CATALOGUE) == (query, ())


def test_an_empty_query_needs_no_address() -> None:
    assert place_of(Query()) == {}


def test_words_that_are_not_known_are_left_out_and_explained() -> None:
    query, explained = read_query({"status": "live,liev", "colour": "red"}, CATALOGUE)
    assert query == Query(filters={"status": ("live",)})
    assert explained == (
        "The address asks for 'liev', which is not known here, so it was left out; "
        "did you mean 'live'?",
    )


def test_an_unknown_case_is_explained_with_the_nearest() -> None:
    query, explained = read_query({"case": "phone", "q": "tea"}, CATALOGUE)
    assert query == Query(text="tea")
    assert explained == ("There is no case study 'phone'; did you mean 'phones'?",)


def test_an_unknown_order_is_explained() -> None:
    assert len(notes(sort="random")) == 1


@pytest.mark.parametrize("show", ["", "x", "-5", "0", "99999999999999999999", "²"])
def test_a_strange_number_of_results_does_no_harm(show: str) -> None:
    query, explained = read_query({"show": show}, CATALOGUE)
    assert query.show >= FIRST
    assert explained == ()


def test_another_filter_starts_again_at_the_first_results() -> None:
    assert Query(show=36).choose("status", ["live"]).show == FIRST


def test_an_empty_query_finds_everything_strongest_evidence_first() -> None:
    assert found(Query()) == ["bins", "phones", "tea"]


def test_words_put_the_best_match_first_unless_an_order_was_chosen() -> None:
    assert found(Query(text="robot")) == ["tea", "bins", "phones"]
    assert found(Query(text="club", sort="newest")) == ["phones", "bins", "tea"]


def test_words_too_common_to_look_for_hide_nothing() -> None:
    assert len(found(Query(text="the"))) == 3


def test_the_shortlist_narrows_what_is_found() -> None:
    assert found(Query(shortlist=True), ("bins", "gone")) == ["bins"]
    assert found(Query(shortlist=True)) == []


def test_counts_follow_the_words_and_the_shortlist() -> None:
    counts = answer(CATALOGUE, Query(text="phones")).counts["status"]
    assert {word: count for word, count in counts.items() if count} == {"stopped": 1}


def test_every_count_above_0_leads_somewhere() -> None:
    start = Query(filters={"country": ("UK",)})
    for facet, counts in answer(CATALOGUE, start).counts.items():
        for word, count in counts.items():
            reached = found(start.choose(facet, (word,)))
            assert len(reached) == count


def test_a_view_is_part_of_the_address_and_the_list_needs_no_word() -> None:
    assert place_of(Query(view="map")) == {"view": "map"}
    assert place_of(Query(view="list")) == {}
    assert read_query({"view": "map"}, CATALOGUE) == (Query(view="map"), ())


def test_an_unknown_view_shows_the_list_and_is_explained() -> None:
    query, explained = read_query({"view": "mapp"}, CATALOGUE)
    assert query.view == "list"
    assert "did you mean 'map'" in explained[0]


def test_two_or_three_cases_can_be_compared_each_once() -> None:
    assert read_query({"compare": "tea,bins,tea"}, CATALOGUE)[0].compare == ("tea", "bins")


def test_one_case_alone_is_nothing_to_compare() -> None:
    assert read_query({"compare": "tea"}, CATALOGUE)[0].compare == ()


def test_an_unknown_case_to_compare_is_explained() -> None:
    query, explained = read_query({"compare": "tea,bin,phones"}, CATALOGUE)
    assert query.compare == ("tea", "phones")
    assert explained == ("There is no case study 'bin'; did you mean 'bins'?",)
