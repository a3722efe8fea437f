"""Lesson 8: totals, orders and steps, worked by hand and over every weighting there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from toolkit.learners.weighing import MOST, PROPOSALS, VALUES, firsts, moves, order, ranks, totals
from toolkit.learners.weighing_all import weigh_all

LEVEL = (3,) * len(VALUES)
GRID = np.array(list(product(range(MOST + 1), repeat=len(VALUES))))


def only(value: str) -> tuple[int, ...]:
    """Return weights of somebody who cares for one value alone."""
    return tuple(MOST if one.id == value else 0 for one in VALUES)


def test_totals_worked_by_hand() -> None:
    # Scores for openness are 2, 1, 4 and 3, for money 4, 5, 3 and 1.
    weights = tuple({"openness": 2, "money": 1}.get(value.id, 0) for value in VALUES)
    assert totals(weights) == (8, 7, 11, 7)
    assert ranks(weights) == (2, 3, 1, 3)
    assert [one.id for one in order(weights)] == ["grouper", "summariser", "damp", "no-ai"]


def test_what_comes_first_can_be_level_and_is_nothing_without_weights() -> None:
    assert [one.id for one in firsts(only("money"))] == ["damp"]
    assert firsts((0,) * len(VALUES)) == ()
    both = tuple({"staff": 1, "inclusion": 1}.get(value.id, 0) for value in VALUES)
    assert [one.id for one in firsts(both)] == ["summariser", "damp", "no-ai"]


def test_steps_beyond_the_ends_are_no_steps() -> None:
    assert moves(LEVEL).ways == 12
    assert moves(only("money")).ways == 6


def test_steps_are_counted_as_trying_each_of_them_does() -> None:
    changed = 0
    for place in range(len(VALUES)):
        for step in (-1, 1):
            weights = list(LEVEL)
            weights[place] += step
            changed += ranks(tuple(weights)) != ranks(LEVEL)
    assert moves(LEVEL).order == changed


def test_a_step_that_changes_what_comes_first_changes_the_order() -> None:
    for weights in map(tuple, GRID[1::97].tolist()):
        found = moves(weights)
        assert 0 <= found.first <= found.order <= found.ways


# -- what the lesson says


def test_no_proposal_is_at_least_as_good_as_another_on_every_value() -> None:
    for one, other in product(PROPOSALS, PROPOSALS):
        if one is not other:
            assert any(a < b for a, b in zip(one.scores, other.scores, strict=True))


def test_scores_and_weights_have_the_same_ends_and_there_is_a_score_for_each_value() -> None:
    for one in PROPOSALS:
        assert len(one.scores) == len(VALUES)
        assert 0 <= min(one.scores) <= max(one.scores) <= MOST


def test_every_proposal_comes_first_for_somebody_the_one_without_ai_as_well() -> None:
    assert all(share > 0.05 for share in weigh_all().first)


def test_how_often_each_comes_first_alone_is_counted_over_every_weighting() -> None:
    every = weigh_all()
    found = GRID @ np.array([one.scores for one in PROPOSALS]).T
    best = np.sort(found, axis=1)
    alone = best[:, -1] > best[:, -2]
    counted = np.bincount(found.argmax(axis=1)[alone], minlength=len(PROPOSALS))
    assert every.count == 6**6 - 1
    assert every.first == pytest.approx(tuple(counted / every.count))


def test_steps_are_counted_over_every_weighting() -> None:
    """Counted in another way: by the ranks of each weighting and of those beside it."""
    found = GRID @ np.array([one.scores for one in PROPOSALS]).T
    placed = 1 + (found[:, None, :] > found[:, :, None]).sum(axis=2)
    code = placed @ (5 ** np.arange(len(PROPOSALS)))
    steps = changes = 0
    fragile = np.zeros(len(GRID), dtype=bool)
    for axis in range(len(VALUES)):
        far = (MOST + 1) ** (len(VALUES) - 1 - axis)
        for step in (-1, 1):
            there = (GRID[:, axis] + step >= 0) & (GRID[:, axis] + step <= MOST)
            there[0] = False  # all weights 0 is no weighting
            here = np.flatnonzero(there)
            differs = code[here] != code[here + step * far]
            steps, changes = steps + len(here), changes + int(differs.sum())
            fragile[here[differs]] = True
    every = weigh_all()
    assert every.changed == pytest.approx(changes / steps)
    assert every.fragile == pytest.approx(fragile[1:].mean())


def test_about_half_of_all_single_steps_change_the_order() -> None:
    assert 0.45 < weigh_all().changed < 0.55
