"""Time saved: what somebody has to believe before minutes in a survey become hours in a team.

Nothing here is a forecast. The one published number is what staff said; the rest are beliefs that
a reader sets, each with the range in which the arithmetic is tried.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

__all__ = ["RANGES", "Beliefs", "Swing", "break_even", "minutes_too_many", "swings"]


@dataclass(frozen=True)
class Beliefs:
    """What has to be true for a saving to be real.

    Parameters
    ----------
    minutes_said : float
        What staff said they saved, in minutes for each person and working day.
    uses : float
        How often each person uses the tool in a working day.
    kept : float
        Share of those minutes that is real and can be used, 0 to 1.
    checking : float
        Minutes it takes to check and put right what comes out, for each use.
    counted : bool
        Whether what staff said already takes that checking off.
    staff : int
        How many people have the tool.
    days : int
        Working days in a year.
    """

    minutes_said: float
    uses: float
    kept: float = 0.5
    checking: float = 5.0
    counted: bool = False
    staff: int = 200
    days: int = 225

    @property
    def headline(self) -> float:
        """Hours in a year if every minute that staff said is real."""
        return self.staff * self.days * self.minutes_said / 60

    @property
    def hours(self) -> float:
        """Hours in a year that are left; below zero where checking takes more than is saved."""
        off = 0.0 if self.counted else self.uses * self.checking
        return self.staff * self.days * (self.minutes_said * self.kept - off) / 60


@dataclass(frozen=True)
class Swing:
    """How far one belief alone moves the result.

    Parameters
    ----------
    name : str
        Which belief, a name in `RANGES`.
    low, high : float
        Hours in a year with the belief at the low and at the high end of its range.
    """

    name: str
    low: float
    high: float

    @property
    def width(self) -> float:
        """How far apart the two are."""
        return abs(self.high - self.low)


# Our judgement, to be argued with: no good public figure exists for any of them.
RANGES: dict[str, tuple[float, float]] = {
    "kept": (0.1, 1.0),
    "checking": (0.0, 20.0),
    "uses": (0.5, 3.0),
}


def break_even(beliefs: Beliefs) -> float | None:
    """Return the minutes of checking for each use at which nothing is saved.

    Parameters
    ----------
    beliefs : Beliefs
        What is believed; its own minutes of checking do not matter.

    Returns
    -------
    float or None
        None where checking is counted already or the tool is never used.
    """
    if beliefs.counted or not beliefs.uses:
        return None
    return beliefs.minutes_said * beliefs.kept / beliefs.uses


def minutes_too_many(beliefs: Beliefs) -> int | None:
    """Return the fewest whole minutes of checking for each use at which no time is gained.

    Parameters
    ----------
    beliefs : Beliefs
        What is believed; its own minutes of checking do not matter.

    Returns
    -------
    int or None
        0 where no time is gained even without checking. None where `break_even` is.

    Examples
    --------
    >>> minutes_too_many(Beliefs(minutes_said=23, uses=2))  # 11.5 of 23 are real: 5.75 a use
    6
    """
    even = break_even(beliefs)
    # A ten-millionth makes up for whole minutes that have no exact form, such as 0.57 x 26 / 1.14.
    return None if even is None else math.ceil(even - 1e-7)


def swings(beliefs: Beliefs) -> tuple[Swing, ...]:
    """Return how far each belief alone moves the result, the widest first.

    Parameters
    ----------
    beliefs : Beliefs
        Where the others stay.

    Returns
    -------
    tuple of Swing
        One for each of `RANGES`; equal ones in the order of that table.
    """
    found = []
    for name, (low, high) in RANGES.items():
        at = [replace(beliefs, **{name: value}).hours for value in (low, high)]  # type: ignore[arg-type]
        found.append(Swing(name, *at))
    return tuple(sorted(found, key=lambda swing: -swing.width))
