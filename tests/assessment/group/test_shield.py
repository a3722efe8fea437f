from hypothesis import given
from hypothesis import strategies as st

from toolkit.assessment.group.shield import FEWEST, showable

PEOPLE = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12))


def test_a_role_of_four_is_not_shown_and_one_of_five_is():
    assert showable({"a": 4, "b": 5, "c": 6}, "abc") == ("c",)
    assert showable({"b": 5, "c": 6}, "bc") == ("b", "c")


def test_a_small_role_is_not_left_over_once_the_shown_ones_are_taken_away():
    assert showable({"a": 9, "b": 7, "c": 1}, "abc") == ("a",)


def test_where_only_a_few_would_be_left_nothing_is_shown():
    assert showable({"a": 9, "c": 4}, "ac") == ()


def test_a_role_that_may_never_be_shown_still_counts_among_those_left():
    assert showable({"a": 9, "not-said": 2}, "a") == ()
    assert showable({"a": 9, "not-said": 5}, "a") == ("a",)


def test_of_two_as_small_as_each_other_the_later_is_held_back():
    assert showable({"b": 6, "a": 6, "c": 1}, "abc") == ("a",)


@given(PEOPLE)
def test_neither_what_is_shown_nor_what_is_left_is_ever_a_few_people(people):
    shown = showable(people, "abcd")
    left = sum(people.values()) - sum(people[role] for role in shown)
    assert all(people[role] >= FEWEST for role in shown)
    assert not shown or left == 0 or left >= FEWEST


@given(PEOPLE)
def test_every_role_is_shown_where_all_are_large_enough(people):
    people = {role: number + FEWEST for role, number in people.items()}
    assert set(showable(people, sorted(people))) == set(people)
