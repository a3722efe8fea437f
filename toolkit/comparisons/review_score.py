"""A score that picks benefit claims to review: how often it is right, and when it still pays."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent
from toolkit.language import _

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
        title=_("Of 100 flagged claims, how many were wrong"),
        sentence=_(
            "Of 100 flagged claims about {pilot} were wrong in the pilot, and about {live} in live "
            "use. So in live use about {right} people in 100 were looked into without need."
        ).format(pilot=number(pilot), live=number(live), right=number(100 - live)),
        rows_are=_("When"),
        rows=(_("Pilot"), _("Live use")),
        series=(
            Series(_("The claim was wrong"), (pilot, live)),
            Series(_("The claim was right all along"), (100 - pilot, 100 - live)),
        ),
        unit=_("claims"),
        made_up=False,
        notes=(
            _(
                "Another report gives {low} for live use. That moves the answer by {fewer} claims "
                "in 100, and does not change it."
            ).format(low=number(low, "%"), fewer=number(live - low)),
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
        title=_("A score can be wrong most of the time and still pay"),
        sentence=_(
            "If £1 of reviews saves £{saved} when {live} of flags are right, it would still save "
            "£1 when only {even} were right. Then {rest} of those looked into would have done "
            "nothing wrong."
        ).format(
            saved=number(saved, decimals=2),
            live=number(live, "%"),
            even=number(even, "%"),
            rest=percent(1 - even / 100),
        ),
        rows_are=_("Share of flags that are right"),
        rows=(_("In live use, as reported"), _("Where saving and cost are equal, by our sum")),
        series=(Series(_("Flags that are right"), (live, even)),),
        unit="%",
        made_up=False,
        notes=(
            _(
                "Our sum takes every claim found wrong to save the same. It uses the department's "
                "own figure for what it saves, which was not traced to its source."
            ),
            _(
                "A campaign group estimated what checks that found nothing cost. Shared out over "
                "the people that the press counted, that is about £{each} for each person. What it "
                "cost the person is in no number here."
            ).format(each=number(each)),
        ),
    )
