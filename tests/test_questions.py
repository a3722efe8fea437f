"""A reader's three questions, each in one place."""

from __future__ import annotations

import pytest

from toolkit.questions import Question, card, choose, keep, kept_questions, questions_in, take_off

EMPTY = tuple(Question(f"question-{number}", "") for number in (1, 2, 3))


def test_a_new_card_has_three_free_places() -> None:
    assert card({}) == EMPTY


def test_what_was_typed_on_the_card_stays_where_it_was_typed() -> None:
    assert [one.text for one in card({"question-2": "Why?"})] == ["", "Why?", ""]


def test_a_lessons_question_on_the_card_is_the_lessons_own_text() -> None:
    kept = {"asked.a.1": "Whose?", "slot-3": "asked.a.1"}
    assert card(kept)[2] == Question("asked.a.1", "Whose?", "a")


def test_each_lesson_keeps_a_question_once_and_several_side_by_side() -> None:
    kept = keep({}, "a", "Why?")
    assert kept == {"asked.a.1": "Why?"}
    assert keep(kept, "a", "Why?") == {}
    assert keep(kept, "a", "Who?") == {"asked.a.2": "Who?"}
    assert keep(kept, "b", "Why?") == {"asked.b.1": "Why?"}


def test_a_question_that_was_emptied_gives_its_place_to_the_next() -> None:
    assert keep({"asked.a.1": " "}, "a", "Who?") == {"asked.a.1": "Who?"}


def test_a_question_goes_to_the_first_free_place_and_only_once() -> None:
    kept = {"question-1": "Mine?", "asked.a.1": "Why?"}
    place = choose(kept, "asked.a.1")
    assert place == {"slot-2": "asked.a.1"}
    assert choose({**kept, **place}, "asked.a.1") == {}


def test_a_full_card_takes_no_more() -> None:
    kept = {f"question-{number}": "?" for number in (1, 2, 3)}
    assert choose({**kept, "asked.a.1": "Why?"}, "asked.a.1") == {}


def test_taking_off_empties_the_place_and_nothing_else() -> None:
    assert take_off(2) == {"slot-2": None}


@pytest.mark.parametrize(
    "kept",
    [{"slot-1": "gone"}, {"slot-1": 3}, {"slot-1": ["a"]}, {"question-1": {"a": 1}},
     {"asked.a": "x", "asked..1": "x", "asked.a.x": "x", "other.a.1": "x"}],
)  # fmt: skip
def test_what_makes_no_sense_counts_as_not_there(kept: dict) -> None:
    assert card(kept) == EMPTY
    assert kept_questions(kept) == ()


def test_only_lines_that_ask_are_questions() -> None:
    assert questions_in("Ask?\nNo.\n\n  Who then?  \nAsk?") == ("Ask?", "Who then?")
