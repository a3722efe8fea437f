"""Counts so small, and so large, that what chance can do is plain."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.amsterdam import gaps, wrong_flags
from toolkit.comparisons.published_number import load_numbers

COUNTS = numbers(
    before_not_dutch=(900, 1000),
    before_dutch=(100, 1000),
    after_not_dutch=(200, 1000),
    after_dutch=(200, 1000),
    live_not_dutch=(2, 4),
    live_dutch=(3, 4),
)


def test_shares_are_those_of_the_counts() -> None:
    found = wrong_flags(COUNTS)
    others, dutch = found.series
    assert others.values == pytest.approx((90, 20, 50))
    assert dutch.values == pytest.approx((10, 20, 75))
    assert "75% of correct Dutch applicants and 50% of the others" in found.sentence


def test_every_share_stands_within_its_interval() -> None:
    for one in wrong_flags(COUNTS).series:
        assert all(low < value < high for low, value, high in
                   zip(one.low, one.values, one.high, strict=True))  # fmt: skip


def test_a_large_gap_is_clear_and_a_gap_among_eight_people_is_not() -> None:
    sentence = gaps(COUNTS).sentence
    assert "before the correction: 80 points higher for those who are not Dutch, more" in sentence
    assert "after the correction: 0 points, and chance alone" in sentence
    assert "Live pilot: 25 points higher for the Dutch, and chance alone" in sentence


def test_the_published_counts_leave_the_flip_open() -> None:
    # The figures that the dossier gives: p = 0.17, which is one pilot in six.
    found = gaps(load_numbers("amsterdam-wrong-flags"))
    assert (
        "Live pilot: 14 points higher for the Dutch, and chance alone could make that."
        in found.sentence
    )
    assert "about one pilot in 6" in found.notes[0]
    assert "5 points the other way to 33 points this way" in found.notes[0]
    assert not found.made_up
