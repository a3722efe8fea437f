"""The grades of 2020: two true percentages about the same results, and the people in both."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number
from toolkit.language import _

__all__ = ["both_are_true", "how_many_grades"]


def both_are_true(numbers: Numbers) -> Finding:
    """Return how the two published percentages fit into one whole.

    Parameters
    ----------
    numbers : Numbers
        What was published.

    Returns
    -------
    Finding
        Assessments kept, moved by one grade, and moved by more: together all of them.
    """
    changed = numbers["lowered"].value + numbers["raised"].value
    same, more = 100 - changed, 100 - numbers["within-one"].value
    one = changed - more
    return Finding(
        title=_("What happened to 100 assessments"),
        sentence=_(
            "Of 100 assessments the formula left {same} alone, moved {one} by one grade and {more} "
            "by more. Both published numbers are true of these same grades."
        ).format(
            same=number(same, decimals=1),
            one=number(one, decimals=1),
            more=number(more, decimals=1),
        ),
        rows_are=_("What happened"),
        rows=(
            _("Left as the teacher had it"),
            _("Moved by one grade"),
            _("Moved by more than one grade"),
        ),
        series=(Series(_("Assessments in 100"), (same, one, more)),),
        made_up=False,
        decimals=1,
        notes=(
            _(
                "“{within} within one grade” counts the first two rows together. “{lowered} "
                "lowered” counts most of the second and third. Which one a reader hears first "
                "decides what they think."
            ).format(
                within=number(numbers["within-one"].value, "%", 1),
                lowered=number(numbers["lowered"].value, "%", 1),
            ),
        ),
    )


def how_many_grades(numbers: Numbers) -> Finding:
    """Return the percentages as numbers of assessments.

    Parameters
    ----------
    numbers : Numbers
        What was published.

    Returns
    -------
    Finding
        Assessments lowered, raised, and moved by more than one grade.
    """
    every = numbers["assessments"].value
    lowered, raised = (every * numbers[name].value / 100 for name in ("lowered", "raised"))
    more = every * (100 - numbers["within-one"].value) / 100
    return Finding(
        title=_("The same in assessments"),
        sentence=_(
            "About {lowered} assessments were lowered and {raised} raised. About {more} moved by "
            "more than one grade."
        ).format(lowered=_rough(lowered), raised=_rough(raised), more=_rough(more)),
        rows_are=_("What happened"),
        rows=(_("Lowered"), _("Raised"), _("Moved by more than one grade, up or down")),
        series=(Series(_("Assessments"), (lowered, raised, more)),),
        made_up=False,
        notes=(
            _(
                "A small percentage of a large number is many people. For each assessment that was "
                "raised, about {times} were lowered. One pupil can have several."
            ).format(times=number(lowered / raised)),
        ),
    )


def _rough(value: float) -> str:
    """Return a number to the nearest hundred, for a sum from rounded shares."""
    return number(round(value / 100) * 100)
