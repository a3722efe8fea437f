"""Lesson 5: what each rule leaves unlike, over every pair of cut-offs in 40 samples."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from lesson_page import open_page
from source import ROOT

from toolkit.learners.two_cut_offs import ALIKE, CUT_OFFS, LEAST, RULES, best_pair, closest_pair
from toolkit.learners.two_wards import Pair, Ward, apply, judge

SEEDS = range(1, 41)
PLACES = 1600
ON_SCREEN = range(1000, 4001, 200)  # every number of places that the lesson's slider can take
EACH_GAP = {"found": 0, "wrongly": 1, "right": 2}


def test_the_search_finds_what_trying_each_pair_one_by_one_finds() -> None:
    every = [apply(1, a, b) for a, b in product(CUT_OFFS, CUT_OFFS)]
    counted = [p for p in every if min(ward.offered for ward in p.wards) >= LEAST]
    fitting = [pair for pair in counted if pair.offered <= PLACES]
    near = [pair for pair in fitting if pair.gaps[0] <= ALIKE]
    best = best_pair(1, "found", PLACES)
    assert best is not None
    assert best.found == max(pair.found for pair in near)
    half = [pair for pair in counted if pair.found >= 0.5]
    assert closest_pair(1, finds=0.5) == min(half, key=lambda pair: max(pair.gaps))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("places", [200, 1600, 4000])
def test_nobody_is_promised_a_place_that_is_not_there(rule: str, places: int) -> None:
    for seed in SEEDS:
        pair = best_pair(seed, rule, places)
        assert pair is not None
        assert pair.offered <= places


def test_with_too_few_places_for_both_wards_there_is_no_pair() -> None:
    assert best_pair(1, "same", LEAST) is None


def test_one_cut_off_for_both_is_one_cut_off() -> None:
    # Cut-offs lie two points apart, so nothing but the same number counts as alike.
    for seed in SEEDS:
        pair = best_pair(seed, "same", PLACES)
        assert pair is not None
        assert pair.cut_offs[0] == pair.cut_offs[1]


# -- what the lesson says


def test_the_places_tried_here_are_those_of_the_slider() -> None:
    page = open_page(ROOT / "notebooks" / "lessons" / "05-choosing-a-threshold.ipynb")
    slider = page.names["places"]
    assert range(slider.low, slider.high + 1, slider.step) == ON_SCREEN
    assert slider.start == PLACES


@pytest.mark.parametrize("places", ON_SCREEN)
@pytest.mark.parametrize("rule", EACH_GAP)
def test_each_gap_can_be_closed_by_itself_and_another_stays_open(rule: str, places: int) -> None:
    for seed in SEEDS:
        pair = best_pair(seed, rule, places)
        assert pair is not None
        assert pair.gaps[EACH_GAP[rule]] <= ALIKE
        assert max(pair.gaps) > 6 * ALIKE


@pytest.mark.parametrize("seed", SEEDS)
def test_no_pair_that_finds_half_brings_all_gaps_within_ten_points(seed: int) -> None:
    assert max(closest_pair(seed, finds=0.5).gaps) > 0.1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_pair_that_comes_closest_levels_down(seed: int) -> None:
    """It is possible to bring the gaps down, by finding fewer than one in five of those in need."""
    closest = closest_pair(seed)
    assert max(closest.gaps) < 0.11
    assert closest.found < 0.2


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("rule", RULES)
def test_more_places_never_find_fewer_people_under_a_rule_that_can_be_kept(rule: str, seed) -> None:
    pairs = [best_pair(seed, rule, places) for places in (1600, 2400, 3200, 4000)]
    if rule != "all":  # that one is only as near as can be, and more places can bring it nearer
        found = [pair.found for pair in pairs if pair]
        assert found == sorted(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_pair_that_helps_hardly_anybody_is_not_counted(seed: int) -> None:
    pairs = [closest_pair(seed), *(best_pair(seed, rule, 200) for rule in RULES)]
    assert min(ward.offered for pair in pairs if pair for ward in pair.wards) >= LEAST


@pytest.mark.parametrize("places", ON_SCREEN)
def test_closing_the_first_gap_more_than_halves_the_second_and_widens_the_third(places) -> None:
    for seed in SEEDS:
        same, found = (best_pair(seed, rule, places) for rule in ("same", "found"))
        assert same is not None
        assert found is not None
        assert found.gaps[1] < same.gaps[1] / 2
        assert found.gaps[2] > same.gaps[2]


def test_a_score_without_mistakes_closes_all_three_gaps() -> None:
    """Whoever is in need scores above everybody who is not, however many are in need."""
    few, many = (np.repeat([True, False], count) for count in ((10, 90), (40, 60)))
    wards = [judge(Ward(np.where(need, 80.0, 20.0), need), 50) for need in (few, many)]
    assert Pair((50, 50), (wards[0], wards[1])).gaps == (0, 0, 0)
