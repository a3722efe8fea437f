"""What holds over all the weights that anybody could give, counted one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

import numpy as np

from toolkit.learners.logistic import Answers
from toolkit.learners.weighing import MOST, PROPOSALS, VALUES

__all__ = ["AllWeightings", "weigh_all"]


@dataclass(frozen=True)
class AllWeightings:
    """Every weighting there is, other than all weights 0.

    Parameters
    ----------
    count : int
        How many there are.
    first : tuple of float
        Share of them in which each proposal alone comes first, 0 to 1.
    fragile : float
        Share of them whose order at least one single step changes, 0 to 1.
    changed : float
        Share of all single steps that change the order, 0 to 1.
    """

    count: int
    first: tuple[float, ...]
    fragile: float
    changed: float


@cache
def weigh_all() -> AllWeightings:
    """Return what holds over every weighting.

    Returns
    -------
    AllWeightings
        Exact: all of them are tried.
    """
    size = MOST + 1
    weightings = np.array(list(product(range(size), repeat=len(VALUES))))[1:]  # not all 0
    found = weightings @ np.array([one.scores for one in PROPOSALS]).T
    best = found == found.max(axis=1, keepdims=True)
    alone = best & (best.sum(axis=1, keepdims=True) == 1)
    fragile, changed = _steps()
    return AllWeightings(
        len(weightings), tuple(float(share) for share in alone.mean(axis=0)), fragile, changed
    )


def _steps() -> tuple[float, float]:
    """Return the share of weightings that some step changes, and of steps that change one."""
    size = MOST + 1
    grid = np.array(list(product(range(size), repeat=len(VALUES))))
    found = grid @ np.array([one.scores for one in PROPOSALS]).T
    # Which of two is higher, or neither: the same signs for every two mean the same order.
    signs = np.stack(
        [np.sign(found[:, a] - found[:, b]) for a, b in combinations(range(len(PROPOSALS)), 2)],
        axis=1,
    ).reshape(*[size] * len(VALUES), -1)
    some, steps, changes = np.zeros(signs.shape[:-1], dtype=bool), 0, 0
    for axis in range(len(VALUES)):
        differs = (np.diff(signs, axis=axis) != 0).any(axis=-1)
        if_zero = differs.flat[0]  # the step between all weights 0 and one weight of 1
        steps += 2 * differs.size - 1
        changes += 2 * int(differs.sum()) - int(if_zero)  # from all 0, no step is counted
        some |= _either_side(differs, axis)
    return float(some.flat[1:].mean()), changes / steps


def _either_side(differs: Answers, axis: int) -> Answers:
    """Return which weightings have a step that differs below or above them."""
    below, above = ([(0, 0)] * differs.ndim for _ in range(2))
    below[axis], above[axis] = (1, 0), (0, 1)
    return np.asarray(np.pad(differs, below) | np.pad(differs, above))
