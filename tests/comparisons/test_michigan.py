"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.michigan import on_the_list, two_rates

SAID = numbers(
    reviewed=10000, reviewed_wrong=90, unappealed_wrong=(18000, 30000), accused=20000,
    listed=5000, settlement=10,
)  # fmt: skip


def test_both_rates_and_both_together() -> None:
    # By hand: 9,000 and 18,000 wrong of 40,000 is 67.5%.
    found = two_rates(SAID)
    assert found.series[0].values == pytest.approx((90, 60, 67.5))
    assert "One review gives 90% and another about 60%." in found.sentence


def test_why_the_second_rate_is_lower_is_not_claimed() -> None:
    [first, _] = two_rates(SAID).notes
    assert "It counts other cases: those that nobody had appealed." in first
    assert "because" not in first


def test_wrong_findings_are_not_people() -> None:
    assert (
        "about 27,000 wrong findings. That is more than the 20,000 people"
        in (two_rates(SAID).notes[1])
    )


def test_the_list_is_a_share_of_the_accused_and_the_money_a_sum_for_each() -> None:
    found = on_the_list(SAID)
    assert found.series[0].values == (20000, 5000)
    assert "That is 25%." in found.sentence
    assert "about 2,000 dollars for each person" in found.notes[0]
