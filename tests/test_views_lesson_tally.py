"""Hands up in a room: counts typed in, drawn, and told in words."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from tiny_lesson import lesson

from toolkit.views.lesson.sitting import Sitting
from toolkit.views.lesson.tally import counts_of, draw_counting, draw_room, room_sentence
from toolkit.views.store import Store

ANSWERS = lesson().prediction.options


def room(**counts: str) -> Sitting:
    store = Store("lesson-tiny")
    store.update({f"hands-prediction-{name}": count for name, count in counts.items()})
    return Sitting(lesson(), lambda sample: {}, store)


def test_only_whole_numbers_are_counted() -> None:
    for typed in ("-1", "1.5", "x", "", "²", "100000"):
        kept = {"hands-prediction-up": typed, "hands-prediction-down": " 3 "}
        assert counts_of(kept, "prediction", ANSWERS) == {"down": 3}


def test_the_room_is_told_in_words() -> None:
    assert room_sentence({"up": 12, "down": 5}, ANSWERS) == (
        "Of 17 in this room, 12 said “It goes up”, 5 said “It goes down”."
    )
    assert room_sentence({"up": 0}, ANSWERS) == ""


def test_the_longest_bar_is_the_commonest_answer() -> None:
    shown = draw_room(room(up="12", down="3"), "prediction", ANSWERS)
    assert "width: 100.0%" in shown
    assert "width: 25.0%" in shown


@pytest.mark.parametrize(
    ("name", "told", "mark"),
    [
        ("yes", "5 of 17 chose the answer that the reason supports.", "✓ the reason supports it"),
        ("no", "12 of 17 chose the answer that the reason speaks against.",
         "✗ the reason speaks against it"),
    ],
)  # fmt: skip
def test_the_answer_whose_reason_is_shown_is_marked_in_words_and_by_its_bar(name, told, mark):
    sitting = room()
    sitting.store.update({"hands-q-yes": "5", "hands-q-no": "12"})
    answers = lesson().quiz.questions[0].options
    judged = next(one for one in answers if one.id == name)
    shown = BeautifulSoup(draw_room(sitting, "q", answers, judged=judged), "html.parser")
    assert told in shown.p.get_text()
    marked = [
        bar.find_parent("li").get_text() for bar in shown.select(".toolkit-tally__bar--judged")
    ]
    assert len(marked) == 1
    assert mark in marked[0]
    assert f"Answer {name}" in marked[0]


def test_before_a_reason_is_shown_no_answer_is_marked() -> None:
    shown = draw_room(room(up="12"), "prediction", ANSWERS)
    assert "the reason" not in shown
    assert "judged" not in shown


def test_a_room_that_was_not_counted_draws_nothing() -> None:
    assert draw_room(room(), "prediction", ANSWERS) == ""


def test_what_was_typed_stays_in_the_boxes() -> None:
    shown = draw_counting(room(up="12"), "prediction", ANSWERS)
    assert 'name="hands-prediction-up"' in shown
    assert 'value="12"' in shown
