"""A score that picks benefit claims to review: how often it is right, and when it still pays."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent

__all__ = ["of_a_hundred", "when_it_pays"]


def of_a_hundred(numbers: Numbers) -> Finding:
    """Return what becomes of a hundred flagged claims, in the pilot and in live use.

    Parameters
    ----------
    numbers : Numbers
        How often a flag was right.

    Returns
    -------
    Finding
        Claims that were wrong, and claims that were right all along.
    """
    pilot, live, low = (numbers[name].value for name in ("pilot", "live", "live-low"))
    return Finding(
        title="Of 100 flagged claims, how many were wrong",
        sentence=f"Of 100 flagged claims about {number(pilot)} were wrong in the pilot, and about "
        f"{number(live)} in live use. So in live use about {number(100 - live)} people in 100 "
        f"were looked into without need.",
        rows_are="When",
        rows=("Pilot", "Live use"),
        series=(
            Series("The claim was wrong", (pilot, live)),
            Series("The claim was right all along", (100 - pilot, 100 - live)),
        ),
        unit="claims",
        made_up=False,
        notes=(
            f"Another report gives {number(low, '%')} for live use. That moves the answer by "
            f"{number(live - low)} claims in 100, and does not change it.",
        ),
    )


def when_it_pays(numbers: Numbers) -> Finding:
    """Return how low the hit rate could fall before the reviews cost more than they save.

    Parameters
    ----------
    numbers : Numbers
        The hit rate in live use and what the department says it saves for each pound.

    Returns
    -------
    Finding
        The hit rate in live use beside the one at which a pound spent saves a pound.
    """
    live, saved = numbers["live"].value, numbers["saved"].value
    even = live / saved  # half the hits at the same saving for each save half as much
    each = numbers["cost"].value / numbers["looked-into"].value
    return Finding(
        title="A score can be wrong most of the time and still pay",
        sentence=f"If £1 of reviews saves £{number(saved, decimals=2)} when {number(live, '%')} of "
        f"flags are right, it would still save £1 when only {number(even, '%')} were right. Then "
        f"{percent(1 - even / 100)} of those looked into would have done nothing wrong.",
        rows_are="Share of flags that are right",
        rows=("In live use, as reported", "Where saving and cost are equal, by our sum"),
        series=(Series("Flags that are right", (live, even)),),
        unit="%",
        made_up=False,
        notes=(
            "Our sum takes every claim found wrong to save the same. It uses the department's own "
            "figure for what it saves, which was not traced to its source.",
            f"A campaign group estimated what checks that found nothing cost. Shared out over the "
            f"people that the press counted, that is about £{number(each)} for each person. What "
            f"it cost the person is in no number here.",
        ),
    )
