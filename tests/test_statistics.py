"""Expected values are worked by hand, or are those the methods' own papers print."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from toolkit.statistics import chance_of_gap, flag, gap, share


def test_a_share_of_a_small_group_reaches_far() -> None:
    # By hand: 81 of 263 in Newcombe (1998), table I: 0.2553 to 0.3662.
    found = share(81, 263)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


def test_nobody_of_ten_still_leaves_room_above() -> None:
    # By hand: z^2 / (n + z^2) = 3.8415 / 13.8415.
    found = share(0, 10)
    assert found.low == 0
    assert found.high == pytest.approx(0.27753, abs=1e-5)


@pytest.mark.parametrize(("count", "total"), [(61, 139), (1, 29), (29, 29), (0, 263)])
def test_the_interval_is_that_of_a_well_known_library(count: int, total: int) -> None:
    known = stats.binomtest(count, total).proportion_ci(method="wilson")
    found = share(count, total)
    assert (found.low, found.high) == pytest.approx((known.low, known.high))


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_its_share_and_stays_within_none_and_all(a: int, b: int) -> None:
    count, total = min(a, b), b
    found = share(count, total)
    assert -1e-12 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= 1


@pytest.mark.parametrize(("count", "total"), [(1, 0), (5, 4), (-1, 4)])
def test_a_share_that_cannot_be_is_refused(count: int, total: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        share(count, total)


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        ((56, 70), (48, 80), (0.0524, 0.3339)),  # Newcombe (1998), table II, method 10
        ((9, 10), (3, 10), (0.1705, 0.8090)),
    ],
)
def test_a_gap_has_the_interval_its_author_printed(
    first: tuple[int, int], second: tuple[int, int], ends: tuple[float, float]
) -> None:
    found = gap(share(*first), share(*second))
    assert (round(found.low, 4), round(found.high, 4)) == ends


def test_a_gap_turned_round_changes_its_sign() -> None:
    one, other = share(16, 27), share(83, 114)
    there, back = gap(one, other), gap(other, one)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))


@pytest.mark.parametrize(
    ("first", "second"), [((83, 114), (16, 27)), ((61, 139), (120, 464)), ((30, 139), (103, 464))]
)
def test_the_chance_of_a_gap_is_that_of_a_well_known_library(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    table = np.array([[n, total - n] for n, total in (first, second)])
    known = stats.chi2_contingency(table, correction=False).pvalue
    assert chance_of_gap(first, second) == pytest.approx(known)


def test_two_groups_without_a_case_show_no_gap() -> None:
    assert chance_of_gap((0, 5), (0, 9)) == 1


def test_with_few_wrong_most_flags_are_wrong_even_from_a_good_tool() -> None:
    # By hand: 10 of 1,000 are wrong, 9 caught; a tenth of the other 990 is 99; 9 / 108.
    found = flag(1000, wrong=0.01, caught=0.9, cleared=0.9)
    assert (found.rightly, found.wrongly, found.missed) == (9, 99, 1)
    assert found.hit_rate == pytest.approx(9 / 108)


def test_nobody_flagged_is_no_hit_rate() -> None:
    assert flag(100, wrong=0, caught=1, cleared=1).hit_rate == 0
    assert not math.isnan(flag(0, wrong=0.5, caught=1, cleared=1).hit_rate)
