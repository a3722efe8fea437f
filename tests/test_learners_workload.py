"""Lesson 7: what checking takes. Worked by hand, and over the whole range of the controls."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from lesson_page import open_page
from source import ROOT

from toolkit.learners.workload import Workload

ALARMS = [share / 100 for share in range(1, 21)]  # all that the lesson's sliders can take
HOURS = range(0, 1001, 50)


def test_what_is_tried_here_is_what_the_sliders_can_take() -> None:
    names = open_page(ROOT / "notebooks" / "lessons" / "07-people-in-the-loop.ipynb").names
    alarms, hours = names["alarms"], names["hours"]
    assert [share / 100 for share in range(alarms.low, alarms.high + 1, alarms.step)] == ALARMS
    assert range(hours.low, hours.high + 1, hours.step) == HOURS


def test_the_example_of_the_lesson_worked_by_hand() -> None:
    # 400 in need, 360 found; 5% of 19,600 others are 980; a check takes a third of an hour.
    now = Workload()
    assert (now.in_need, now.found, now.missed) == (400, 360, pytest.approx(40))
    assert now.wrongly_flagged == pytest.approx(980)
    assert now.right_when_flagged == pytest.approx(360 / 1340)
    assert now.hours_needed == pytest.approx(1340 / 3)
    assert now.checked == pytest.approx(450 / 1340)
    # 980 less the 450/1340 of them that are checked, of which 80% are put right.
    assert now.wrongly_affected == pytest.approx(980 - 980 * 450 / 1340 * 0.8)


def test_a_tool_that_clears_99_in_100_is_right_about_two_flags_in_three() -> None:
    assert Workload(false_alarms=0.01).right_when_flagged == pytest.approx(360 / 556)


def test_with_time_for_every_flag_only_what_is_waved_through_stays_wrong() -> None:
    assert Workload(hours=1000).wrongly_affected == pytest.approx(980 * 0.2)


@pytest.mark.parametrize("alarms", ALARMS)
def test_more_hours_never_leave_more_people_wrongly_affected(alarms: float) -> None:
    left = [Workload(false_alarms=alarms, hours=hours).wrongly_affected for hours in HOURS]
    assert all(more <= less for less, more in pairwise(left))


@pytest.mark.parametrize("alarms", ALARMS)
def test_more_hours_help_until_every_flag_is_checked_and_no_further(alarms: float) -> None:
    for hours, more in pairwise(HOURS):
        before, after = (Workload(false_alarms=alarms, hours=one) for one in (hours, more))
        helped = after.wrongly_affected < before.wrongly_affected
        assert helped == (before.checked < 1)


@pytest.mark.parametrize("hours", HOURS)
def test_more_false_alarms_never_help_anybody(hours: int) -> None:
    every = [Workload(false_alarms=alarms, hours=hours) for alarms in ALARMS]
    for fewer, more in pairwise(every):
        assert more.right_when_flagged < fewer.right_when_flagged
        assert more.wrongly_affected > fewer.wrongly_affected
        assert more.wrongly_flagged > fewer.wrongly_flagged
        assert more.hours_needed > fewer.hours_needed


def test_everybody_is_counted_once_wherever_the_controls_stand() -> None:
    for alarms, hours in product(ALARMS, HOURS):
        work = Workload(false_alarms=alarms, hours=hours)
        assert work.found + work.missed == pytest.approx(work.in_need)
        assert work.put_right + work.wrongly_affected == pytest.approx(work.wrongly_flagged)


def test_people_wave_wrong_flags_through_however_many_hours_they_have() -> None:
    for alarms in ALARMS:
        assert round(Workload(false_alarms=alarms, hours=10_000).wrongly_affected) > 0


def test_nobody_flagged_is_no_error() -> None:
    none = Workload(finds=0.0, false_alarms=0.0)
    assert (none.right_when_flagged, none.checked, none.wrongly_affected) == (0.0, 1.0, 0.0)


@pytest.mark.parametrize("wrong", [{"need": 1.1}, {"false_alarms": -0.1}, {"hours": -1}])
def test_impossible_numbers_are_refused(wrong: dict) -> None:
    with pytest.raises(ValueError):
        Workload(**wrong)
