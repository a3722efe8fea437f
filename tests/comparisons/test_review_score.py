"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.review_score import of_a_hundred, when_it_pays

SAID = numbers(pilot=70, live=40, live_low=30, saved=4.0, looked_into=1000, cost=20000)


def test_what_was_not_wrong_is_the_rest_of_a_hundred() -> None:
    wrong, right = of_a_hundred(SAID).series
    assert (wrong.values, right.values) == ((70, 40), (30, 60))
    assert "about 60 people in 100 were looked into without need" in of_a_hundred(SAID).sentence


def test_the_other_report_is_told_beside_it() -> None:
    assert "30% for live use. That moves the answer by 10 claims" in of_a_hundred(SAID).notes[0]


def test_a_score_pays_as_long_as_its_hits_save_what_all_reviews_cost() -> None:
    # By hand: £4 for 40% of hits is 10p for each 1%, so £1 needs 10%.
    found = when_it_pays(SAID)
    assert found.series[0].values == pytest.approx((40, 10))
    assert "when only 10% were right. Then 90% of those looked into" in found.sentence


def test_the_cost_is_shared_out_over_people() -> None:
    note = when_it_pays(SAID).notes[1]
    assert "about £20 for each person" in note
    assert "A campaign group estimated" in note
