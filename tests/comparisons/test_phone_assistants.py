"""Round numbers, so that every result can be worked out in the head."""

from dataclasses import replace

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.phone_assistants import complaints, each_call, shares_said

PLAIN = numbers(
    telford=50, derby=45, derby_later=60, renfrewshire=20, renfrewshire_later=40,
    saving=1000, fewer_calls=400, upheld=(5, 10),
)  # fmt: skip
SAID = PLAIN | {"telford": replace(PLAIN["telford"], n=10000)}


def test_shares_stand_side_by_side_in_the_words_of_each_council() -> None:
    found = shares_said(SAID)
    assert found.series[0].values == (50, 45, 60, 20, 40)
    assert "from 20% to 60%" in found.sentence


def test_among_many_calls_chance_hardly_matters() -> None:
    # By hand: half of 10,000, give or take 1.96 times the root of 1/40,000: about 1 point.
    assert "only between 49.0% and 51.0%" in shares_said(SAID).notes[0]


def test_a_saving_is_shared_out_over_calls() -> None:
    found = each_call(SAID)
    assert found.series[0].values == (2.5,)
    assert "about £2.50 for each call" in found.sentence


def test_few_complaints_leave_much_open() -> None:
    # Wilson's interval of 5 in 10, as printed in many textbooks: 23.7% to 76.3%.
    found = complaints(SAID)
    assert found.series[0].values == pytest.approx((5, 5))
    assert "between 24% and 76% might be upheld" in found.notes[0]
