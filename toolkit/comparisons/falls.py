"""Falls before and after help: what a drop shows, and how much hangs on how many were helped."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.comparisons.wording import intervals, points, series_of
from toolkit.finding import Finding, Series, number
from toolkit.language import _
from toolkit.statistics import Share, gap, share

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
        title=_("People with a fracture"),
        sentence=_(
            "The council said that fractures fell from {before} to {after} among people who were "
            "helped. That is {fewer} people fewer in 100."
        ).format(
            before=number(before, "%", 1),
            after=number(after, "%", 1),
            fewer=number(drop, decimals=1),
        ),
        rows_are=_("When"),
        rows=(_("Before help"), _("After help")),
        series=(Series(_("People in 100"), (before, after)),),
        made_up=False,
        decimals=1,
        notes=(
            _(
                "The same drop can be told as {drop} fewer fractures. That sounds like more and is "
                "the same. Ask for both."
            ).format(drop=number(100 * drop / before, "%")),
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
    return Finding(
        title=_("If {people} people had been helped").format(people=number(people)),
        sentence=_whether_clear(gap(before, after), people),
        rows_are=_("When"),
        rows=(_("Before help"), _("After help")),
        series=(series_of(_("People with a fracture"), (before, after)),),
        unit=_("in 100"),
        decimals=1,
        range_is=intervals(),
        notes=(
            _(
                "The two shares are the council's. The number of people is yours, because it was "
                "not in what was read. The sum treats before and after as two groups of that size."
            ),
        ),
    )


def _whether_clear(drop: Share, people: int) -> str:
    """Say whether a drop is clear of chance, and how far it may reach."""
    told = _(
        "If {people} people had been helped, the drop could be chance. It would fit anything from "
        "no drop to {most}."
    )
    if drop.low > 0:
        told = _(
            "If {people} people had been helped, the drop is more than chance would make. It would "
            "fit anything from {least} to {most}."
        )
    return told.format(people=number(people), least=points(drop.low), most=points(drop.high))
