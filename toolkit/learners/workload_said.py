"""What lesson 7 says, sentence by sentence, each whole for those who translate it."""

from __future__ import annotations

from toolkit.finding import number, percent
from toolkit.language import N_, _, ngettext
from toolkit.learners.time_saved import RANGES, Beliefs, Swing, minutes_too_many
from toolkit.learners.workload import Workload

__all__ = ["belief_in_range", "believed", "checked", "not_100", "taken_for_granted", "widest"]

_RANGES = {
    "kept": N_("Share of the minutes that is real, {low}% to {high}%"),
    "checking": N_("Minutes of checking for each use, {low} to {high}"),
    "uses": N_("Uses a day, {low} to {high}"),
}
_WIDEST = {
    "kept": N_(
        "The widest span is the share of the minutes that is real: {least} to {most} hours."
    ),
    "checking": N_("The widest span is minutes of checking for each use: {least} to {most} hours."),
    "uses": N_("The widest span is uses a day: {least} to {most} hours."),
}


def checked(work: Workload) -> str:
    """Say how many are flagged, what checking them takes, and what follows.

    Parameters
    ----------
    work : Workload
        What the tool flags, and what people have time for.

    Returns
    -------
    str
        Two sentences.
    """
    flagged = _(
        "Of {flagged} people flagged, {right} need action. Checking them all takes {hours} hours."
    ).format(
        flagged=number(work.flagged),
        right=percent(work.right_when_flagged),
        hours=number(work.hours_needed),
    )
    outcome = (_too_few_hours(work) if work.checked < 1 else _time_for_all(work)).format(
        hours=number(work.hours),
        checked=percent(work.checked),
        affected=number(work.wrongly_affected),
    )
    return f"{flagged} {outcome}"


def _too_few_hours(work: Workload) -> str:
    affected = _people(work.wrongly_affected)
    if not affected:
        return _("With {hours} hours, {checked} are checked and nobody is wrongly affected.")
    return ngettext(
        "With {hours} hours, {checked} are checked and {affected} person is wrongly affected.",
        "With {hours} hours, {checked} are checked and {affected} people are wrongly affected.",
        affected,
    )


def _time_for_all(work: Workload) -> str:
    affected = _people(work.wrongly_affected)
    if not affected:
        return _("There is time for that, and nobody is wrongly affected.")
    return ngettext(
        "There is time for that, and still {affected} person is wrongly affected.",
        "There is time for that, and still {affected} people are wrongly affected.",
        affected,
    )


def _people(count: float) -> int:
    """Return how many people a reader sees: what decides on the plural."""
    return int(number(count).replace(",", ""))


def taken_for_granted(work: Workload) -> tuple[str, str]:
    """Say what is made up, and what is our judgement.

    Parameters
    ----------
    work : Workload
        What the tool flags, and what people have time for.

    Returns
    -------
    tuple of str
        One text on the tool, one on the person who checks.
    """
    tool = _(
        "Of {cases} people, {need} truly need action. The tool finds {finds} of them. A check "
        "takes {minutes} minutes."
    ).format(
        cases=number(work.cases),
        need=number(work.in_need),
        finds=percent(work.finds),
        minutes=number(work.minutes),
    )
    person = _(
        "A person who checks lets {waved} of wrong flags stand, because the machine said so. That "
        "is our judgement; nobody knows the share in your council."
    ).format(waved=percent(work.waved_through))
    return tool, person


def believed(beliefs: Beliefs) -> str:
    """Say what is gained or lost if beliefs hold, and from when on checking leaves no gain.

    Parameters
    ----------
    beliefs : Beliefs
        What a reader believes.

    Returns
    -------
    str
        Two sentences.
    """
    hours = number(abs(beliefs.hours))
    if hours == "0":  # as a reader sees it: a float may miss nought by a hair
        told = _(
            "If you believe this, nothing is saved and nothing lost, where the headline says "
            "{headline}."
        )
    elif beliefs.hours > 0:
        told = _(
            "If you believe this, the team gains {hours} hours a year, where the headline says "
            "{headline}."
        )
    else:
        told = _(
            "If you believe this, the team loses {hours} hours a year, where the headline says "
            "{headline}."
        )
    result = told.format(hours=hours, headline=number(beliefs.headline))
    return f"{result} {_too_much_checking(beliefs)}"


def _too_much_checking(beliefs: Beliefs) -> str:
    """Say how much checking is too much: in whole minutes, which are what a reader can set."""
    minutes, most = minutes_too_many(beliefs), round(RANGES["checking"][1])
    if minutes is None:
        return _("Checking makes no difference, since you believe it is counted already.")
    if minutes == 0:
        return _("Even without any checking, no time is gained.")
    if minutes > most:
        return _("Even if checking takes {most} minutes for each use, time is gained.").format(
            most=most
        )
    return ngettext(
        "If checking takes {minutes} minute or more for each use, no time is gained.",
        "If checking takes {minutes} minutes or more for each use, no time is gained.",
        minutes,
    ).format(minutes=minutes)


def belief_in_range(name: str) -> str:
    """Return a belief with the range in which it is tried.

    Parameters
    ----------
    name : str
        A name in `RANGES`.

    Returns
    -------
    str
        Not a sentence.
    """
    parts = 100 if name == "kept" else 1  # a share is told in per cent
    low, high = (f"{parts * end:g}" for end in RANGES[name])
    return _(_RANGES[name]).format(low=low, high=high)


def widest(swing: Swing) -> str:
    """Say which belief has the widest span, and how far that reaches.

    Parameters
    ----------
    swing : Swing
        The widest.

    Returns
    -------
    str
        One sentence.
    """
    least, most = sorted((swing.low, swing.high))
    return _(_WIDEST[swing.name]).format(least=number(least), most=number(most))


def not_100(total: float) -> str:
    """Ask for shares that make 100%.

    Parameters
    ----------
    total : float
        What they add up to, in per cent.

    Returns
    -------
    str
        Two sentences.
    """
    told = (
        _("Your shares add up to {total}. Put in {much} less, so that they make 100%.")
        if total > 100
        else _("Your shares add up to {total}. Put in {much} more, so that they make 100%.")
    )
    return told.format(total=number(total, "%"), much=number(abs(total - 100)))
