"""Note-taking tools: hours and percentages that councils said, and whether they fit together."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number
from toolkit.language import N_, _

__all__ = ["do_they_fit", "hours_said", "one_person"]

_STAFF = {
    "st-helens": N_("St Helens, {number} staff"),
    "kent": N_("Kent, {number} staff"),
    "somerset": N_("Somerset, {number} staff"),
}


def hours_said(numbers: Numbers) -> Finding:
    """Return the hours a week that three places said one product saves.

    Parameters
    ----------
    numbers : Numbers
        What they said.

    Returns
    -------
    Finding
        Hours a week, with how many staff stand behind each.
    """
    hours = tuple(numbers[name].value for name in _STAFF)
    times = number(max(hours) / min(hours), decimals=1)
    return Finding(
        title=_("Hours a week that staff or the supplier said were saved"),
        sentence=_(
            "For the same product, places said between {low} and {high} hours a week. The largest "
            "is {times} times the smallest."
        ).format(low=f"{min(hours):g}", high=f"{max(hours):g}", times=times),
        rows_are=_("Place"),
        rows=tuple(_(told).format(number=numbers[name].behind) for name, told in _STAFF.items()),
        series=(Series(_("Hours a week"), hours),),
        made_up=False,
        decimals=1,
        notes=(
            _(
                "No range can be drawn around these numbers. How single people differed was not in "
                "what was read, so there is nothing to work one out from."
            ),
        ),
    )


def do_they_fit(numbers: Numbers) -> Finding:
    """Return the cuts in admin time that were said, beside one that can be worked out.

    Parameters
    ----------
    numbers : Numbers
        What they said.

    Returns
    -------
    Finding
        Percentages, the last being our sum from minutes before and after.
    """
    before, after = numbers["swindon-before"].value, numbers["swindon-after"].value
    minutes = 100 * (before - after) / before
    cuts = tuple(numbers[f"{name}-cut"].value for name in ("swindon", "somerset", "ealing"))
    week = numbers["somerset"].value / (numbers["somerset-cut"].value / 100)
    said, summed = number(cuts[0], "%"), number(minutes, "%")
    return Finding(
        title=_("How much less time, as councils said it"),
        sentence=_(
            "Swindon said {said} less admin time. Its minutes for one kind of conversation, "
            "{before} before and {after} after, come to {summed}."
        ).format(said=said, before=number(before), after=number(after), summed=summed),
        rows_are=_("Place"),
        rows=(
            _("Swindon, as said"),
            _("Somerset, as said"),
            _("Ealing, as said"),
            _("Swindon, one kind of conversation, our sum"),
        ),
        series=(Series(_("Less time"), (*cuts, minutes)),),
        unit="%",
        made_up=False,
        notes=(
            _(
                "Swindon's two percentages are of different work. The {said} is of time on "
                "assessments and notes, and the {summed} of a Care Act conversation. So they lie "
                "close, and neither confirms the other."
            ).format(said=said, summed=summed),
            _(
                "Somerset's two numbers fit together only if its staff spent about {hours} hours a "
                "week on admin before. Ask whether that is so in your council. If they spend half "
                "of that, the same percentage saves half the hours."
            ).format(hours=number(week)),
        ),
    )


def one_person(numbers: Numbers) -> Finding:
    """Return how much one person's answer weighs in each trial, beside the spread of the tool.

    Parameters
    ----------
    numbers : Numbers
        How many people stand behind each number.

    Returns
    -------
    Finding
        What share of each trial one person is.
    """
    groups = tuple(numbers[name].n or 0 for name in _STAFF)
    weights = tuple(100 / group for group in groups)
    using, studied = numbers["councils-using"].value, numbers["councils-studied"].value
    return Finding(
        title=_("How much one person's answer weighs"),
        sentence=_(
            "In trials of {fewest} to {most} people, one person is {least} to {greatest} of the "
            "answer. One such tool was in use in {councils} councils."
        ).format(
            fewest=min(groups),
            most=max(groups),
            least=number(min(weights), "%"),
            greatest=number(max(weights), "%"),
            councils=number(using),
        ),
        rows_are=_("Trial"),
        rows=tuple(
            _(told).format(number=group)
            for told, group in zip(_STAFF.values(), groups, strict=True)
        ),
        series=(Series(_("One person"), weights),),
        unit="%",
        made_up=False,
        decimals=1,
        notes=(
            _(
                "A study that spoke with staff in {councils} councils found that they value the "
                "tools, and heard of serious mistakes in notes. It did not count how often they "
                "happen, and no such count was in what was read."
            ).format(councils=number(studied)),
        ),
    )
