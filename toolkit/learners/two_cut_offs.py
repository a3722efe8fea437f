"""Which cut-offs make two wards alike in one respect, and what that leaves unlike.

Every pair of cut-offs is tried. So what is said of them holds for the sample, and not only for the
pairs that somebody thought of.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from toolkit.learners.logistic import Answers, Numbers
from toolkit.learners.two_wards import Pair, apply, draw, judge

__all__ = ["ALIKE", "CUT_OFFS", "LEAST", "RULES", "Rule", "best_pair", "closest_pair"]

CUT_OFFS = tuple(range(0, 100, 2))  # where a cut-off is tried
LEAST = 20  # people offered support in each ward, before a pair is counted at all
ALIKE = 0.02  # shares within two points of each other count as alike

Rule = Literal["same", "found", "wrongly", "right", "all"]
RULES: tuple[Rule, ...] = ("same", "found", "wrongly", "right", "all")


@lru_cache(maxsize=512)
def best_pair(seed: int, rule: Rule, places: int) -> Pair | None:
    """Return the pair of cut-offs that follows a rule, with no more offers than places.

    Parameters
    ----------
    seed : int
        The sample.
    rule : str
        What is to be alike in both wards. ``same``: the cut-off. ``found``, ``wrongly`` and
        ``right``: that share. ``all``: the three shares at once.
    places : int
        How many people can be offered support.

    Returns
    -------
    Pair or None
        Of the pairs that are alike within `ALIKE`, or as near to it as any, the one that finds
        most. None where there are too few places for any pair.
    """
    grid = _try_all(seed)
    fitting = grid.counts & (grid.offered <= places)
    if not fitting.any():
        return None
    off = np.where(fitting, grid.off(rule), np.inf)
    near = off <= max(ALIKE, float(off.min()))
    return _pair(seed, int(np.argmax(np.where(near, grid.found, -1.0))))


@lru_cache(maxsize=512)
def closest_pair(seed: int, *, finds: float = 0.0) -> Pair:
    """Return the pair of cut-offs whose widest gap is the narrowest, however few it finds.

    Parameters
    ----------
    seed : int
        The sample.
    finds : float
        Share of all people in need that it has to find at least, 0 to 1.

    Returns
    -------
    Pair
        There always is one: a cut-off of 0 finds everybody.
    """
    grid = _try_all(seed)
    allowed = grid.counts & (grid.found >= finds)
    return _pair(seed, int(np.argmin(np.where(allowed, grid.off("all"), np.inf))))


@dataclass(frozen=True, eq=False)
class _Grid:
    """Every pair of `CUT_OFFS`: rows for ward A, columns for ward B."""

    gaps: Numbers  # shape (3, rows, columns)
    offered: Numbers
    found: Numbers
    counts: Answers  # whether enough are offered support in each ward for shares to mean much

    def off(self, rule: Rule) -> Numbers:
        if rule == "same":
            cut_offs = np.array(CUT_OFFS, dtype=float)
            return np.asarray(np.abs(cut_offs[:, None] - cut_offs[None, :]))
        if rule == "all":
            return np.asarray(self.gaps.max(axis=0))
        return np.asarray(self.gaps[("found", "wrongly", "right").index(rule)])


@lru_cache(maxsize=64)
def _try_all(seed: int) -> _Grid:
    one, other = ([judge(ward, cut) for cut in CUT_OFFS] for ward in draw(seed))
    in_a, in_b = (np.array([out.shares for out in outs]).T for outs in (one, other))
    offered_a, offered_b = (np.array([out.offered for out in outs]) for outs in (one, other))
    found_a, found_b = (np.array([out.found for out in outs]) for outs in (one, other))
    in_need = one[0].in_need + other[0].in_need
    return _Grid(
        gaps=np.abs(in_a[:, :, None] - in_b[:, None, :]),
        offered=np.add.outer(offered_a, offered_b),
        found=np.add.outer(found_a, found_b) / in_need,
        counts=np.minimum.outer(offered_a, offered_b) >= LEAST,
    )


def _pair(seed: int, place: int) -> Pair:
    row, column = divmod(place, len(CUT_OFFS))
    return apply(seed, CUT_OFFS[row], CUT_OFFS[column])
