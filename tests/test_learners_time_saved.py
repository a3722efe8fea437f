"""Lesson 7: what a saving rests on."""

from __future__ import annotations

import pytest

from toolkit.learners.time_saved import RANGES, Beliefs, break_even, minutes_too_many, swings

SAID = Beliefs(minutes_said=26, uses=1.14)


def test_the_headline_is_every_minute_of_everybody() -> None:
    assert SAID.headline == 200 * 225 * 26 / 60 == 19_500


def test_hours_are_what_is_kept_less_what_checking_takes() -> None:
    # 26 x 0.5 - 1.14 x 5 = 7.3 minutes for each of 45,000 person-days.
    assert SAID.hours == pytest.approx(45_000 * 7.3 / 60)
    counted = Beliefs(26, 1.14, counted=True)
    assert counted.hours == pytest.approx(19_500 / 2)


def test_at_break_even_nothing_is_saved() -> None:
    even = break_even(SAID)
    assert even == pytest.approx(13 / 1.14)
    assert Beliefs(26, 1.14, checking=even).hours == pytest.approx(0)


def test_there_is_no_break_even_where_checking_is_counted_or_nothing_is_used() -> None:
    assert break_even(Beliefs(26, 1.14, counted=True)) is None
    assert break_even(Beliefs(26, 0)) is None
    assert minutes_too_many(Beliefs(26, 1.14, counted=True)) is None


@pytest.mark.parametrize(
    ("kept", "minutes"),
    # 26 x 0.5 / 1.14 is 11.4, and 26 x 0.03 / 1.14 is 0.7; 26 x 0.57 and 13 x 1.14 are both 14.82.
    [(0.5, 12), (0.03, 1), (0.57, 13), (0.0, 0)],
)
def test_too_many_minutes_are_the_first_whole_ones_at_which_nothing_is_gained(
    kept: float, minutes: int
) -> None:
    assert minutes_too_many(Beliefs(26, 1.14, kept=kept)) == minutes


def test_the_widest_swing_comes_first_and_moves_one_belief_alone() -> None:
    found = swings(SAID)
    assert [one.width for one in found] == sorted((one.width for one in found), reverse=True)
    kept = next(one for one in found if one.name == "kept")
    assert kept.low == pytest.approx(Beliefs(26, 1.14, kept=0.1).hours)
    assert kept.high == pytest.approx(Beliefs(26, 1.14, kept=1.0).hours)
    assert {one.name for one in found} == set(RANGES)


@pytest.mark.parametrize("kept", [share / 100 for share in range(0, 101, 5)])
def test_more_kept_and_less_checking_never_cost_time(kept: float) -> None:
    hours = [Beliefs(26, 1.14, kept=kept, checking=minutes).hours for minutes in range(21)]
    assert hours == sorted(hours, reverse=True)
    assert Beliefs(26, 1.14, kept=min(1, kept + 0.05)).hours >= Beliefs(26, 1.14, kept=kept).hours


def test_what_the_lesson_says_a_saving_can_turn_into_a_loss_by_checking_alone() -> None:
    checking = next(one for one in swings(SAID) if one.name == "checking")
    assert checking.low > 0 > checking.high
