"""The range that chance alone leaves around a share counted in a few cases."""

from __future__ import annotations

from math import sqrt

from toolkit.language import N_

__all__ = ["RANGE_IS", "likely_range"]

_Z = 1.96  # 95 in 100
RANGE_IS = N_("where the share would lie in 95 of 100 counts of as many cases")


def likely_range(share: float, cases: int) -> tuple[float, float]:
    """Return the ends of a 95% range around a share: Wilson 1927, which holds for few cases.

    Parameters
    ----------
    share : float
        Between 0 and 1.
    cases : int
        How many cases it was counted in, 1 or more.

    Returns
    -------
    low, high : float
        Between 0 and 1.

    Raises
    ------
    ValueError
        Where there is no case.

    Examples
    --------
    >>> [round(end, 2) for end in likely_range(0.5, 10)]
    [0.24, 0.76]
    """
    if cases < 1:
        raise ValueError("a share needs at least one case")
    square = _Z**2
    middle = share + square / (2 * cases)
    reach = _Z * sqrt(share * (1 - share) / cases + square / (4 * cases**2))
    ends = ((middle + sign * reach) / (1 + square / cases) for sign in (-1, 1))
    low, high = ends
    return max(0.0, low), min(1.0, high)
