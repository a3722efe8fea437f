"""A small survey of councils: from percentages back to councils, and what few can show."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers, PublishedNumber
from toolkit.comparisons.wording import intervals, series_of
from toolkit.finding import Finding, Series, number, percent
from toolkit.language import _
from toolkit.statistics import Share, share

__all__ = ["councils_behind", "how_far_it_carries"]

_ROWS = ("calls", "skills", "slow", "quick")


def councils_behind(numbers: Numbers) -> Finding:
    """Return how many councils stand behind each percentage.

    Parameters
    ----------
    numbers : Numbers
        Percentages of a survey, and how many councils answered.

    Returns
    -------
    Finding
        Whole councils.
    """
    total = numbers["councils"].value
    counts = tuple(float(_count(numbers[name], total)) for name in _ROWS)
    slow = numbers["slow"]
    return Finding(
        title=_("How many councils each percentage is"),
        sentence=_(
            "{share} of {all} councils is {count} councils. Each percentage comes out at a whole "
            "number of them."
        ).format(share=number(slow.value, "%"), all=number(total), count=_count(slow, total)),
        rows_are=_("What councils said"),
        rows=tuple(numbers[name].label for name in _ROWS),
        series=(Series(_("Councils"), counts),),
        made_up=False,
        notes=(
            _(
                "One council more or less moves every percentage by {points} points. The "
                "announcement named {announced} councils. Why some are not in the findings was not "
                "in what was read."
            ).format(
                points=number(100 / total, decimals=1),
                announced=number(numbers["announced"].value),
            ),
        ),
    )


def how_far_it_carries(numbers: Numbers) -> Finding:
    """Return the percentages with how far chance reaches among so few councils.

    Parameters
    ----------
    numbers : Numbers
        As for `councils_behind`.

    Returns
    -------
    Finding
        Percentages with their 95% intervals.
    """
    total = numbers["councils"].value
    shares = [share(_count(numbers[name], total), total) for name in _ROWS]
    slow: Share = shares[_ROWS.index("slow")]
    return Finding(
        title=_("What the same survey might give among many councils like these"),
        sentence=_(
            "Among many councils like these, the share whose checks take more than a month might "
            "lie anywhere from {low} to {high}."
        ).format(low=percent(slow.low), high=percent(slow.high)),
        rows_are=_("What councils said"),
        rows=tuple(numbers[name].label for name in _ROWS),
        series=(series_of(_("Share of councils"), shares),),
        unit="%",
        made_up=False,
        range_is=intervals(),
        notes=(
            _(
                "For these councils themselves the percentages are exact, since all of them are "
                "counted. The lines matter only if you carry the numbers over to others."
            ),
        ),
    )


def _count(one: PublishedNumber, total: float) -> int:
    return round(one.value / 100 * total)
