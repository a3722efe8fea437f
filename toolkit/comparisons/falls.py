"""Falls before and after help: what a drop shows, and how much hangs on how many were helped."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.comparisons.wording import INTERVAL, points, series_of
from toolkit.finding import Finding, Series, number
from toolkit.statistics import gap, share

__all__ = ["before_and_after", "if_so_many"]


def before_and_after(numbers: Numbers) -> Finding:
    """Return the shares of people with a fracture before and after help.

    Parameters
    ----------
    numbers : Numbers
        What the council said.

    Returns
    -------
    Finding
        Both shares.
    """
    before, after = numbers["before"].value, numbers["after"].value
    drop = before - after
    return Finding(
        title="People with a fracture",
        sentence=f"The council said that fractures fell from {number(before, '%', 1)} to "
        f"{number(after, '%', 1)} among people who were helped. That is "
        f"{number(drop, decimals=1)} people fewer in 100.",
        rows_are="When",
        rows=("Before help", "After help"),
        series=(Series("People in 100", (before, after)),),
        made_up=False,
        decimals=1,
        notes=(
            f"The same drop can be told as {number(100 * drop / before, '%')} fewer fractures. "
            f"That sounds like more and is the same. Ask for both.",
        ),
    )


def if_so_many(numbers: Numbers, *, people: int) -> Finding:
    """Return how far chance would reach if so many people had been helped.

    Parameters
    ----------
    numbers : Numbers
        The two shares that were published.
    people : int
        How many people stand behind each, which nobody has published.

    Returns
    -------
    Finding
        Both shares with their 95% intervals, and whether the drop is clear of chance.
    """
    before, after = (
        share(numbers[name].value / 100 * people, people) for name in ("before", "after")
    )
    drop = gap(before, after)
    clear = "is more than chance would make" if drop.low > 0 else "could be chance"
    return Finding(
        title=f"If {number(people)} people had been helped",
        sentence=f"If {number(people)} people had been helped, the drop {clear}. It would fit "
        f"anything from {points(max(drop.low, 0)) if clear.startswith('is') else 'no drop'} to "
        f"{points(drop.high)}.",
        rows_are="When",
        rows=("Before help", "After help"),
        series=(series_of("People with a fracture", (before, after)),),
        unit="in 100",
        decimals=1,
        range_is=INTERVAL,
        notes=(
            "The two shares are the council's. The number of people is yours, because it was not "
            "in what was read. The sum treats before and after as two groups of that size.",
        ),
    )
