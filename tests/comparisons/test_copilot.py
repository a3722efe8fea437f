"""Round numbers, so that every result can be worked out in the head."""

from dataclasses import replace

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.copilot import felt_and_measured, minutes_a_day, minutes_for_each_use

PLAIN = numbers(
    whitehall=30, pennsylvania=90, buckinghamshire=80, actions=2, denmark=10, slower=10, felt=25
)
SAID = PLAIN | {"slower": replace(PLAIN["slower"], n=12)}


def test_a_share_of_time_becomes_minutes_of_a_week_of_37_hours() -> None:
    # By hand: a tenth of 7 hours 24 minutes is 44.4 minutes.
    found = minutes_a_day(SAID)
    assert found.series[0].values == pytest.approx((90, 80, 30, 44.4))
    assert "Users said between 30 and 90 minutes." in found.sentence
    assert "partly what users said too, comes to about 44 minutes" in found.sentence
    assert not any("found" in text for text in (found.sentence, *found.rows))
    assert "a week of 37 hours" in found.notes[1]


def test_minutes_are_shared_out_over_uses_as_a_question_and_no_result() -> None:
    found = minutes_for_each_use(SAID)
    assert found.series[0].values == (2, 30, 15)
    assert "each use would have to save about 15 minutes" in found.sentence
    assert "different trials" in found.notes[0]


def test_felt_time_is_less_than_an_hour_and_measured_time_more() -> None:
    # By hand: 25% faster is 45 minutes, 10% slower is 66.
    found = felt_and_measured(SAID)
    assert found.series[0].values == pytest.approx((45, 66))
    assert "with 12 programmers, such a task felt like 45 minutes with AI. It took 66." in (
        found.sentence
    )
