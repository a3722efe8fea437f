"""How comparisons put their numbers: gaps in points, ranges, one series from many shares."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.finding import Series, number
from toolkit.language import _, ngettext
from toolkit.statistics import Share

__all__ = ["intervals", "points", "series_of"]


def intervals() -> str:
    """Say what the thin lines on a chart of `series_of` are.

    Returns
    -------
    str
        In a few words.
    """
    return _("{level} intervals, which say how far chance reaches in a group of that size").format(
        level="95%"
    )


def series_of(name: str, shares: Iterable[Share]) -> Series:
    """Return shares as a series in per cent, with the ends of their intervals.

    Parameters
    ----------
    name : str
        What they are.
    shares : iterable of Share
        One for each row.

    Returns
    -------
    Series
        In per cent.
    """
    every = tuple(shares)
    return Series(
        name,
        tuple(100 * one.value for one in every),
        tuple(100 * one.low for one in every),
        tuple(100 * one.high for one in every),
    )


def points(part: float) -> str:
    """Return a gap between two shares in percentage points.

    Parameters
    ----------
    part : float
        The gap, as a part of 1.

    Returns
    -------
    str
        The gap.

    Examples
    --------
    >>> points(0.1355), points(0.006)
    ('14 points', '1 point')
    """
    text = number(100 * part)
    whole = int(text.replace(",", "").replace("−", "-"))  # the number that a reader sees
    return ngettext("{number} point", "{number} points", whole).format(number=text)
