"""Office assistants: minutes that users said, and what studies add to them."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number
from toolkit.language import _

__all__ = ["felt_and_measured", "minutes_a_day", "minutes_for_each_use"]

WEEK = 37  # hours: a full-time week in local government, our assumption
_DAY = WEEK * 60 / 5  # minutes


def minutes_a_day(numbers: Numbers) -> Finding:
    """Return minutes a day from three accounts of users and from one study.

    Parameters
    ----------
    numbers : Numbers
        What was said, in a study too.

    Returns
    -------
    Finding
        Minutes a day, the study's share of time turned into minutes of a full-time day.
    """
    pennsylvania, most, whitehall = (
        numbers[name].value for name in ("pennsylvania", "buckinghamshire", "whitehall")
    )
    study = numbers["denmark"].value / 100 * _DAY
    return Finding(
        title=_("Minutes saved in a day"),
        sentence=_(
            "Users said between {low} and {high} minutes. A large study, which is partly what "
            "users said too, comes to about {study} minutes of a full-time day."
        ).format(low=number(whitehall), high=number(pennsylvania), study=number(study)),
        rows_are=_("Where"),
        rows=(
            _("Pennsylvania, on days of use, said"),
            _("Buckinghamshire, the most, said"),
            _("Whitehall trial, average, said"),
            _("Denmark, average, partly said, in a study"),
        ),
        series=(Series(_("Minutes"), (pennsylvania, most, whitehall, study)),),
        made_up=False,
        notes=(
            _(
                "These are four different things. One counts only days of use, one is the most "
                "that anybody reported, and two are averages. So the chart is no ranking."
            ),
            _(
                "The study gives a share of working time, {share}. We turned it into minutes with "
                "a week of {hours} hours. It is not about one product."
            ).format(share=number(numbers["denmark"].value, "%", 1), hours=WEEK),
        ),
    )


def minutes_for_each_use(numbers: Numbers) -> Finding:
    """Return what the minutes said would mean for each use of the assistant.

    Parameters
    ----------
    numbers : Numbers
        Minutes said in one trial, and uses a day logged in another.

    Returns
    -------
    Finding
        Uses a day, minutes a day, and minutes for each use.
    """
    uses, minutes = numbers["actions"].value, numbers["whitehall"].value
    each = minutes / uses
    return Finding(
        title=_("If both numbers were about the same people"),
        sentence=_(
            "Users at one department turned to the assistant {uses} times a day. To save {minutes} "
            "minutes a day at that rate, each use would have to save about {each} minutes."
        ).format(uses=number(uses, decimals=2), minutes=number(minutes), each=number(each)),
        rows_are=_("What"),
        rows=(
            _("Uses in a working day, logged"),
            _("Minutes saved in a day, said"),
            _("Minutes saved by each use, our sum"),
        ),
        series=(Series(_("Number"), (uses, minutes, each)),),
        made_up=False,
        decimals=1,
        notes=(
            _(
                "The two numbers are from different trials with different people. So the sum is a "
                "question and not a result. Does it sound likely for one short draft or summary?"
            ),
            _(
                "The department that kept the logs also looked for higher productivity. It found "
                "small savings on written tasks, and no evidence that they had led to more."
            ),
        ),
    )


def felt_and_measured(numbers: Numbers) -> Finding:
    """Return how long a task of an hour took with AI, as felt and as measured.

    Parameters
    ----------
    numbers : Numbers
        What programmers thought, and what a trial measured.

    Returns
    -------
    Finding
        Minutes for a task that takes an hour without AI.
    """
    felt = 60 * (1 - numbers["felt"].value / 100)
    measured = 60 * (1 + numbers["slower"].value / 100)
    people = numbers["slower"].behind
    return Finding(
        title=_("Minutes for a task that takes an hour without AI"),
        sentence=_(
            "In a trial with {people} programmers, such a task felt like {felt} minutes with AI. "
            "It took {measured}."
        ).format(people=people, felt=number(felt), measured=number(measured)),
        rows_are=_("With AI"),
        rows=(_("As the programmers felt it"), _("As the trial measured it")),
        series=(Series(_("Minutes"), (felt, measured)),),
        made_up=False,
        notes=(
            _(
                "These were experts in code that they knew well, so do not carry the number over "
                "to office work. What carries over is the warning: people can feel faster and be "
                "slower."
            ),
        ),
    )
