"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.derby import forecast_and_report, if_all_were_true

SAID = numbers(
    forecast_first=2.0, forecast_full=8.0, saved=4.0, posts=50, enquiries=1000000, resolved=40
)


def test_forecasts_and_report_stand_side_by_side_and_are_not_called_found() -> None:
    found = forecast_and_report(SAID)
    assert found.series[0].values == (2.0, 8.0, 4.0)
    assert "It reported about £4 million." in found.sentence
    assert "found" not in found.sentence


def test_the_report_is_held_against_the_yearly_forecast() -> None:
    assert "The report is 50% of the yearly forecast" in forecast_and_report(SAID).notes[0]


def test_the_saving_is_shared_out_over_posts_and_over_enquiries() -> None:
    # By hand: £4m over 50 posts is £80,000; over 40% of a million enquiries it is £10.
    found = if_all_were_true(SAID)
    assert found.series[0].values == pytest.approx((80000, 10))
    assert "each would have cost £80,000" in found.sentence
    assert "would have saved £10." in found.sentence
    assert "400,000 enquiries" in found.notes[0]
