"""Figures of several contenders, and how they compare: middles, spreads and ratios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

__all__ = ["Measure", "percentile_95", "ratio", "said"]


@dataclass(frozen=True)
class Measure:
    """One thing that was measured, of each contender that could be.

    `found` has each contender's figures in the order they were taken. Less is better. `drawn`
    says whether it is in the chart too.
    """

    what: str
    unit: str
    found: Mapping[str, tuple[float, ...]]
    note: str = ""
    drawn: bool = True


def ratio(measure: Measure, name: str, to: str) -> float | None:
    """Return one contender's middle figure as a share of another's, or None where one is missing.

    >>> loads = Measure("one page", "s", {"Stock": (4.0, 2.0, 3.0), "Ours": (1.5, 1.4, 9.0)})
    >>> ratio(loads, "Ours", "Stock")
    0.5
    >>> ratio(loads, "Panel", "Stock") is None
    True
    """
    ours, theirs = measure.found.get(name), measure.found.get(to)
    if not ours or not theirs or not median(theirs):
        return None
    return median(ours) / median(theirs)


def said(figures: Sequence[float]) -> str:
    """Return figures in words: the middle, and from where to where they go.

    >>> said([3.0, 1.0, 2.5])
    '2.5 (1.0 to 3.0)'
    >>> said([85.2]), said([1234.5, 1200.0]), said([])
    ('85', '1,217 (1,200 to 1,234)', '–')
    """
    if not figures:
        return "–"
    middle = _short(median(figures))
    low, high = _short(min(figures)), _short(max(figures))
    return middle if low == high else f"{middle} ({low} to {high})"


def percentile_95(figures: Sequence[float]) -> float:
    """Return the figure that 95 of 100 do not exceed: of a few, the largest.

    >>> percentile_95([1.0, 2.0, 3.0]), percentile_95(range(1, 101))
    (3.0, 95)
    """
    return sorted(figures)[ceil(len(figures) * 0.95) - 1]


def _short(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 20 else f"{figure:.1f}" if figure >= 1 else f"{figure:.2f}"
