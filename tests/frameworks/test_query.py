"""What a visitor asks of the frameworks."""

from pathlib import Path

import pytest
from tiny_frameworks import frameworks

from toolkit.frameworks.framework import Framework
from toolkit.frameworks.query import Query, answer, place_of, read_query


@pytest.fixture
def three(tmp_path: Path) -> tuple[Framework, ...]:
    return frameworks(tmp_path)


def ids(three: tuple[Framework, ...], query: Query) -> list[str]:
    return [one.id for one in answer(three, query).frameworks]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["tea-act", "biscuit-guide", "coffee-code"]),
        ({"nation": ("Wales",)}, ["tea-act", "biscuit-guide"]),
        ({"nation": ("Wales",), "kind": ("law",)}, ["tea-act"]),
        ({"force": ("binding", "elsewhere")}, ["tea-act", "coffee-code"]),
        ({"nation": ("Northern Ireland",)}, []),
    ],
)
def test_words_of_one_group_add_and_groups_narrow(three, filters, found) -> None:
    assert ids(three, Query(filters=filters)) == found


def test_a_count_says_where_a_further_word_would_lead(three) -> None:
    counts = answer(three, Query(filters={"nation": ("Wales",)})).counts
    assert counts["nation"] == {"England": 1, "Scotland": 1, "Wales": 2, "Northern Ireland": 0}
    assert counts["force"] == {"binding": 1, "unknown": 0, "choice": 1, "elsewhere": 0}


def test_a_word_in_the_name_counts_for_more_than_one_in_the_text(three) -> None:
    assert ids(three, Query(text="coffee")) == ["coffee-code"]
    assert ids(three, Query(text="biscuit")) == ["biscuit-guide", "coffee-code"][:1]


def test_a_word_typed_wrongly_is_read_as_the_nearest(three) -> None:
    found = answer(three, Query(text="cofee"))
    assert [one.id for one in found.frameworks] == ["coffee-code"]
    assert found.instead == (("cofee", "coffee"),)


def test_an_address_and_its_query_are_the_same(three) -> None:
    place = {
        "q": "tea",
        "nation": "Wales,England",
        "compare": "tea-act,coffee-code",
        "open": "tea-act",
    }
    query, notes = read_query(place, three)
    assert notes == ()
    assert query.compare == ("tea-act", "coffee-code")
    assert place_of(query) == place


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ({"kind": "laws"}, "did you mean 'law'"),
        ({"compare": "tea-ct"}, "did you mean 'tea-act'"),
        ({"open": "tea-ct"}, "did you mean 'tea-act'"),
        ({"open": "compare"}, "compares nothing"),
    ],
)
def test_what_is_not_understood_is_left_out_and_explained(three, place, told) -> None:
    query, [note] = read_query(place, three)
    assert query == Query()
    assert told in note


def test_one_thing_is_not_compared_with_itself_and_three_are_the_most(three) -> None:
    again, _ = read_query({"compare": "tea-act,tea-act"}, three)
    assert again.compare == ("tea-act",)
