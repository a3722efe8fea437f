"""Lesson 3: what a bot answers from a council's pages, over the whole range of its controls."""

import pytest

from toolkit.learners.council_pages import COUNCIL, KINDS, answered, load_site
from toolkit.learners.notices import load_world

SITE = load_site()
EVERY = range(101)
WORDS = SITE.aliases


def test_every_page_tells_a_fact_of_the_council():
    values = {value for (council, _), value in load_world().values.items() if council == COUNCIL}
    assert all(any(value in text.lower() for value in values) for text in SITE.texts)


def test_without_a_lowest_match_it_answers_everything_and_most_of_it_wrongly():
    got = answered((), 0)
    assert sum(one.refused for one in got.values()) == 0
    assert got["other"].wrong == 6
    assert got["own"].wrong >= 9


@pytest.mark.parametrize("lowest", EVERY[1:])
def test_without_residents_words_their_questions_find_no_page(lowest):
    assert answered((), lowest)["own"].right == 0


def test_residents_words_on_the_pages_let_most_of_their_questions_find_one():
    assert answered((), 25)["own"].right == 0
    assert answered(WORDS, 25)["own"].right >= 9


@pytest.mark.parametrize("lowest", EVERY)
def test_wherever_its_own_pages_are_found_a_neighbours_questions_get_a_wrong_answer(lowest):
    for added in ((), WORDS):
        got = answered(added, lowest)
        if got["page"].refused == 0:
            assert got["neighbour"].wrong == 3


@pytest.mark.parametrize("lowest", EVERY)
def test_no_setting_gets_every_question_right(lowest):
    for added in ((), WORDS):
        got = answered(added, lowest)
        plain = [got["page"], got["own"]]
        all_found = all(one.wrong + one.refused == 0 for one in plain)
        assert not (all_found and got["other"].wrong == 0)  # even leaving neighbours out


def test_added_words_lower_the_match_of_questions_that_were_answered_before():
    assert answered((), 40)["page"].right == 10
    assert answered(WORDS, 40)["page"].right < 10


@pytest.mark.parametrize("added", [(), WORDS])
def test_a_higher_lowest_match_only_ever_turns_answers_into_refusals(added):
    for low, high in zip(EVERY, EVERY[1:], strict=False):
        for kind in KINDS:
            before, after = answered(added, low)[kind], answered(added, high)[kind]
            assert after.right <= before.right
            assert after.wrong <= before.wrong
            assert after.refused >= before.refused
