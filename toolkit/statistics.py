"""A little arithmetic for published counts: how far chance reaches, and what a flag is worth."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["Flagged", "Share", "chance_of_gap", "flag", "gap", "share"]

_Z = 1.959963984540054  # 95% of a normal distribution lies within this many standard deviations


@dataclass(frozen=True)
class Share:
    """A share of people or cases, or a gap between two shares, with its 95% interval.

    Parameters
    ----------
    value : float
        Between 0 and 1; a gap may be below 0.
    low, high : float
        The ends of the interval.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Flagged:
    """What a tool that flags people does to a crowd of which some are wrong.

    Parameters
    ----------
    rightly, wrongly : float
        People flagged who are wrong, and people flagged who are not.
    missed : float
        People who are wrong and are not flagged.
    """

    rightly: float
    wrongly: float
    missed: float

    @property
    def hit_rate(self) -> float:
        """The share of flags that are right; 0 where nobody is flagged."""
        flags = self.rightly + self.wrongly
        return self.rightly / flags if flags else 0.0


def share(count: float, total: float) -> Share:
    """Return a share and its 95% interval by Wilson's method.

    It stays between 0 and 1 and holds up in small groups, where the textbook formula does
    not: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209–212.

    Parameters
    ----------
    count, total : float
        How many, of how many.

    Returns
    -------
    Share
        The share and the ends of its interval.

    Raises
    ------
    ValueError
        Where `total` is not above 0, or `count` is not between 0 and `total`.

    Examples
    --------
    >>> found = share(16, 27)
    >>> round(found.value, 3), round(found.low, 3), round(found.high, 3)
    (0.593, 0.407, 0.755)
    """
    if not 0 <= count <= total or total <= 0:
        raise ValueError(f"there is no share of {count} in {total}")
    value, squared = count / total, _Z**2
    middle = (value + squared / (2 * total)) / (1 + squared / total)
    reach = value * (1 - value) / total + squared / (4 * total**2)
    half = _Z * math.sqrt(reach) / (1 + squared / total)
    return Share(value, max(0.0, middle - half), min(1.0, middle + half))


def gap(first: Share, second: Share) -> Share:
    """Return how much larger the first share is than the second, with its 95% interval.

    R. G. Newcombe's method from the two Wilson intervals: Statistics in Medicine 17 (1998),
    873–890, method 10.

    Parameters
    ----------
    first, second : Share
        Shares of two separate groups, from `share`.

    Returns
    -------
    Share
        An interval that holds 0 leaves open whether there is a gap at all.

    Examples
    --------
    >>> found = gap(share(56, 70), share(48, 80))
    >>> round(found.value, 4), round(found.low, 4), round(found.high, 4)
    (0.2, 0.0524, 0.3339)
    """
    value = first.value - second.value
    down = math.hypot(first.value - first.low, second.high - second.value)
    up = math.hypot(first.high - first.value, second.value - second.low)
    return Share(value, value - down, value + up)


def chance_of_gap(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Return how often chance alone makes a gap at least this large (the p value).

    The two-sided test of two shares with a pooled spread, the same as Pearson's chi-squared
    test of a two-by-two table without a correction.

    Parameters
    ----------
    first, second : tuple of (float, float)
        Count and total of two separate groups.

    Returns
    -------
    float
        Between 0 and 1.

    Examples
    --------
    >>> round(chance_of_gap((83, 114), (16, 27)), 2)
    0.17
    """
    (count_1, total_1), (count_2, total_2) = first, second
    pooled = (count_1 + count_2) / (total_1 + total_2)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / total_1 + 1 / total_2))
    if spread == 0:
        return 1.0
    distance = abs(count_1 / total_1 - count_2 / total_2) / spread
    return math.erfc(distance / math.sqrt(2))


def flag(people: float, *, wrong: float, caught: float, cleared: float) -> Flagged:
    """Return what becomes of a crowd when a tool flags some of it.

    Parameters
    ----------
    people : float
        How many are looked at.
    wrong : float
        The share of them who really are wrong (the base rate), 0 to 1.
    caught : float
        The share of those who are wrong that the tool flags, 0 to 1.
    cleared : float
        The share of the others that the tool leaves alone, 0 to 1.

    Returns
    -------
    Flagged
        How many are flagged rightly and wrongly, and how many are missed.

    Examples
    --------
    >>> flag(1000, wrong=0.05, caught=0.8, cleared=0.8)
    Flagged(rightly=40.0, wrongly=190.0, missed=10.0)
    """
    guilty, others = people * wrong, people * (1 - wrong)
    return Flagged(
        rightly=round(guilty * caught, 6),
        wrongly=round(others * (1 - cleared), 6),
        missed=round(guilty * (1 - caught), 6),
    )
