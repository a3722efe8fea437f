"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.fraud_hub import if_so_many_are_wrong, letters
from toolkit.comparisons.published_number import load_numbers

SAID = numbers(right=80, cases=1000)


def test_wrong_letters_are_the_flags_that_are_not_right() -> None:
    found = letters(SAID)
    assert found.series[0].values == pytest.approx((800, 200))
    assert "1,000 flags mean 200 letters" in found.sentence


def test_the_published_numbers_give_the_critics_number() -> None:
    real = load_numbers("fraud-hub-letters")
    assert letters(real).series[0].values[1] == pytest.approx(real["letters"].value)


def test_the_rarer_fraud_is_the_fewer_flags_are_right() -> None:
    # By hand, of 1,000: 50 wrong, 40 of them flagged; 190 of the other 950; 40 / 230 is 17%.
    found = if_so_many_are_wrong(SAID, wrong=5)
    assert found.series[0].values == pytest.approx((40, 190, 10))
    assert "17% of the flags are right" in found.sentence
    assert found.made_up


def test_where_half_are_wrong_both_meanings_are_alike() -> None:
    assert "80% of the flags are right" in if_so_many_are_wrong(SAID, wrong=50).sentence
