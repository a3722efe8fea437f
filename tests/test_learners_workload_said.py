"""Lesson 7, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from toolkit.learners.time_saved import Beliefs, Swing
from toolkit.learners.workload import Workload
from toolkit.learners.workload_said import (
    belief_in_range,
    believed,
    checked,
    not_100,
    taken_for_granted,
    widest,
)

# 100 people, 10 in need of whom 5 are flagged, and 5 of the 90 others: half the flags are right.
SMALL = Workload(cases=100, need=0.1, finds=0.5, false_alarms=5 / 90, minutes=60, hours=5)


def test_too_few_hours_are_told_with_whom_it_hits() -> None:
    # Half of 5 wrong flags are checked, a fifth of those stand: 2.5 and 0.5.
    assert checked(SMALL) == (
        "Of 10 people flagged, 50% need action. Checking them all takes 10 hours. With 5 "
        "hours, 50% are checked and 3 people are wrongly affected."
    )


@pytest.mark.parametrize(
    ("hours", "wrong", "said"),
    [
        # With time for every flag a fifth of the wrong ones stand: 2, 1 and none.
        (1000, 10, "There is time for that, and still 2 people are wrongly affected."),
        (1000, 5, "There is time for that, and still 1 person is wrongly affected."),
        (1000, 0, "There is time for that, and nobody is wrongly affected."),
        (0, 2, "With 0 hours, 0% are checked and 2 people are wrongly affected."),
        (0, 1, "With 0 hours, 0% are checked and 1 person is wrongly affected."),
        (0, 0, "With 0 hours, 0% are checked and nobody is wrongly affected."),
    ],
)
def test_one_person_and_nobody_are_told_in_their_own_words(
    hours: float, wrong: int, said: str
) -> None:
    assert checked(replace(SMALL, false_alarms=wrong / 90, hours=hours)).endswith(said)


def test_what_is_made_up_stands_beside_what_we_judge() -> None:
    tool, person = taken_for_granted(SMALL)
    assert tool == (
        "Of 100 people, 10 truly need action. The tool finds 50% of them. A check takes 60 minutes."
    )
    assert person.startswith("A person who checks lets 20% of wrong flags stand")


@pytest.mark.parametrize(
    ("kept", "result"),
    [
        (1.0, "the team gains 5 hours a year"),  # ten days of 60 minutes said, 30 spent on checking
        (0.0, "the team loses 5 hours a year"),
        (0.5, "nothing is saved and nothing lost"),
    ],
)
def test_a_result_is_held_against_the_headline(kept: float, result: str) -> None:
    told = believed(Beliefs(60, 1, kept=kept, checking=30, staff=1, days=10))
    assert told.startswith(f"If you believe this, {result}, where the headline says 10.")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("kept", "Share of the minutes that is real, 10% to 100%"),
        ("checking", "Minutes of checking for each use, 0 to 20"),
        ("uses", "Uses a day, 0.5 to 3"),
    ],
)
def test_a_belief_stands_with_its_range(name: str, said: str) -> None:
    assert belief_in_range(name) == said


@pytest.mark.parametrize(
    ("swing", "said"),
    [
        (Swing("kept", -20, 1500), "the share of the minutes that is real: −20 to 1,500 hours."),
        (Swing("checking", 90, -7), "minutes of checking for each use: −7 to 90 hours."),
        (Swing("uses", 8, -2), "uses a day: −2 to 8 hours."),
    ],
)
def test_the_widest_span_is_told_from_the_least_to_the_most(swing: Swing, said: str) -> None:
    assert widest(swing) == f"The widest span is {said}"


def test_shares_that_do_not_make_a_hundred_are_sent_back_with_the_difference() -> None:
    assert not_100(120) == ("Your shares add up to 120%. Put in 20 less, so that they make 100%.")
    assert not_100(70) == "Your shares add up to 70%. Put in 30 more, so that they make 100%."
