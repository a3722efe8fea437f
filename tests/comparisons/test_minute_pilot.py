"""Round numbers, so that every result can be worked out in the head."""

import pytest
from tiny_numbers import numbers

from toolkit.comparisons.minute_pilot import councils_behind, how_far_it_carries
from toolkit.comparisons.published_number import load_numbers

SAID = numbers(councils=20, announced=25, calls=90, skills=60, slow=50, quick=10)


def test_percentages_become_whole_councils() -> None:
    found = councils_behind(SAID)
    assert found.series[0].values == (18, 12, 10, 2)
    assert "50% of 20 councils is 10 councils." in found.sentence
    assert "by 5.0 points" in found.notes[0]


def test_among_twenty_an_answer_reaches_far() -> None:
    # Wilson's interval of 10 in 20: 29.9% to 70.1%.
    found = how_far_it_carries(SAID)
    assert "from 30% to 70%" in found.sentence
    assert found.series[0].values == pytest.approx((90, 60, 50, 10))


def test_each_published_percentage_is_a_whole_number_of_councils_as_the_page_says() -> None:
    real = load_numbers("minute-pilot")
    total = real["councils"].value
    for name in ("calls", "skills", "slow", "quick"):
        count = round(real[name].value / 100 * total)
        assert round(100 * count / total) == real[name].value
