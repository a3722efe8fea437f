"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.a_levels import both_are_true, how_many_grades

SAID = numbers(assessments=10000, lowered=30, raised=6, within_one=95)


def test_kept_moved_by_one_and_moved_by_more_are_all_there_is() -> None:
    # By hand: 36 moved, 5 of them by more than one, so 31 by one and 64 not at all.
    found = both_are_true(SAID)
    assert found.series[0].values == pytest.approx((64, 31, 5))
    assert sum(found.series[0].values) == pytest.approx(100)
    assert "left 64.0 alone, moved 31.0 by one grade and 5.0 by more" in found.sentence


def test_both_published_numbers_are_told() -> None:
    assert "“95.0% within one grade”" in both_are_true(SAID).notes[0]
    assert "“30.0% lowered”" in both_are_true(SAID).notes[0]


def test_percentages_become_assessments() -> None:
    found = how_many_grades(SAID)
    assert found.series[0].values == pytest.approx((3000, 600, 500))
    assert "About 3,000 assessments were lowered and 600 raised. About 500" in found.sentence
    assert "about 5 were lowered" in found.notes[0]


def test_sums_from_rounded_shares_are_told_to_the_nearest_hundred() -> None:
    found = how_many_grades(numbers(assessments=10000, lowered=30.4, raised=6, within_one=95))
    assert "About 3,000 assessments were lowered" in found.sentence
