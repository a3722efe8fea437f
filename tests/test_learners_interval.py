import pytest

from toolkit.learners.interval import likely_range


@pytest.mark.parametrize(
    ("share", "cases", "low", "high"),
    # worked by hand from the formula, to three places
    [(0.5, 10, 0.237, 0.763), (0.1, 200, 0.066, 0.149), (0.0, 24, 0.0, 0.138)],
)
def test_the_range_is_the_one_worked_by_hand(share, cases, low, high):
    assert likely_range(share, cases) == pytest.approx((low, high), abs=0.0006)


def test_the_range_stays_between_nothing_and_everything():
    assert likely_range(1.0, 5)[1] == 1.0


def test_a_share_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one case"):
        likely_range(0.5, 0)
