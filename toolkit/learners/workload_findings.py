"""Lesson 7 in words: what checking takes, what a saving rests on, and where the time goes."""

from __future__ import annotations

from functools import cache

from toolkit.finding import Finding, Series, WordTable, number, percent
from toolkit.language import N_, _, pgettext
from toolkit.learners.time_saved import Beliefs, swings
from toolkit.learners.workload import Workload
from toolkit.learners.workload_said import (
    belief_in_range,
    believed,
    checked,
    not_100,
    taken_for_granted,
    widest,
)
from toolkit.lesson_parts import Choice
from toolkit.published import load_published_figures, pick_figures

__all__ = ["COUNTED", "facts", "find_with_beliefs", "find_with_hours", "find_with_uses"]

COUNTED = (Choice("no", N_("No")), Choice("yes", N_("Yes")))  # has checking been taken off already?
FEW_ALARMS = 0.01  # the share of false alarms that the quiz asks about
FREED = 60  # hours a week, for "Where does the time go?"
LITTLE = 0.1  # of a post: what is told in words, since "0.0 posts" would say that there is none
VISIT, CASE, POST = 1.5, 0.5, 37.0  # hours for a home visit, a case and a full-time week


def find_with_hours(sample: int, *, false_alarms: float, hours: float) -> Finding:
    """Return what happens to everyone a tool flags.

    Parameters
    ----------
    sample : int
        Not used: there is no chance in this.
    false_alarms : float
        Share of the people who need nothing but are flagged, in per cent.
    hours : float
        Hours that people have for checking, in a year.

    Returns
    -------
    Finding
        In people, beside the same with time to check every flag.
    """
    now = Workload(false_alarms=false_alarms / 100, hours=hours)
    enough = Workload(false_alarms=false_alarms / 100, hours=now.hours_needed)
    series = [_people(_("With {hours} hours").format(hours=number(hours)), now)]
    if now.checked < 1:
        series.append(_people(_("With time to check every flag"), enough))
    return Finding(
        title=_("What happens to the people a tool flags"),
        sentence=checked(now),
        rows_are=_("People"),
        rows=(_("In need, and found"), _("In need, and missed"),
              _("Flagged wrongly, and put right"), _("Flagged wrongly, and affected")),
        series=tuple(series),
        unit=_("people"),
        notes=taken_for_granted(now),
    )  # fmt: skip


def find_with_beliefs(sample: int, *, kept: float, checking: float, counted: str) -> Finding:
    """Return how many hours are saved if a reader's beliefs hold.

    Parameters
    ----------
    sample : int
        Not used: there is no chance in this.
    kept : float
        Share of the minutes that is real, in per cent.
    checking : float
        Minutes of checking for each use.
    counted : str
        ``yes`` where what staff said already takes checking off.

    Returns
    -------
    Finding
        How far each belief alone moves the result.
    """
    said, uses = _published()
    now = Beliefs(said, uses, kept=kept / 100, checking=checking, counted=counted == "yes")
    found = swings(now)
    return Finding(
        title=_("How far each belief alone moves the hours"),
        sentence=f"{believed(now)} {widest(found[0])}",
        rows_are=_("Belief"),
        rows=tuple(belief_in_range(one.name) for one in found),
        series=(
            Series(_("At the low end"), tuple(one.low for one in found)),
            Series(_("Now"), (now.hours,) * len(found)),
            Series(_("At the high end"), tuple(one.high for one in found)),
        ),
        unit=_("hours a year"),
        figure="spans",
        notes=(
            _(
                "The {minutes} minutes are what staff in one trial said, and {uses} uses a day is "
                "what another trial counted. They are different people, so together they only "
                "show how the sum works."
            ).format(minutes=number(said), uses=f"{uses:g}"),
            _("The other numbers are beliefs. Hours in pieces of a few minutes are not posts."),
        ),
    )


def find_with_uses(sample: int, *, visits: float, waits: float, posts: float) -> Finding:
    """Return what residents and staff would see of the time that is free.

    Parameters
    ----------
    sample : int
        Not used: there is no chance in this.
    visits, waits, posts : float
        The shares of the time for home visits, shorter waits and fewer posts, in per cent.

    Returns
    -------
    Finding
        In words; it asks for another share where they do not add up to 100.
    """
    title, total = _("What people would see each week"), visits + waits + posts
    if total != 100:
        return Finding(title, not_100(total))
    seen = _seen(visits, waits, posts)
    would_see = _("Of {hours} free hours a week you would see {list}.").format(
        hours=FREED, list=", ".join(told for __, share, told in seen if share)
    )
    staff = (
        _("Staff would hear of fewer posts, so their union has to be told before, not after.")
        if posts
        else _("No post is cut.")
    )
    table = WordTable(
        _("Where the time goes"),
        (pgettext("what time is used for", "Use"), _("Hours a week"), _("What people would see")),
        tuple((name, number(FREED * share / 100), told) for name, share, told in seen),
    )
    sums = _(
        "A visit takes {visit} hours here, a case {case} and a full-time week {week}. All of it "
        "is made up."
    ).format(visit=f"{VISIT:g}", case=f"{CASE:g}", week=number(POST))
    return Finding(title, f"{would_see} {staff}", tables=(table,), notes=(sums,))


def facts(sample: int) -> dict[str, str]:
    """Return the numbers that the lesson's words speak of, as text.

    Parameters
    ----------
    sample : int
        Not used: there is no chance in this.

    Returns
    -------
    dict of str to str
        By the name that stands in braces in the lesson's text.
    """
    now, few = Workload(), Workload(false_alarms=FEW_ALARMS)
    said, uses = _published()
    headline = Beliefs(said, uses).headline
    return {
        "need": percent(now.need),
        "finds": percent(now.finds),
        "cleared": percent(1 - now.false_alarms),
        "flagged": number(now.flagged),
        "right": percent(now.right_when_flagged),
        "hours_needed": number(now.hours_needed),
        "hours": number(now.hours),
        "affected": number(now.wrongly_affected),
        "waved": percent(now.waved_through),
        "few_cleared": percent(1 - FEW_ALARMS),
        "few_flagged": number(few.flagged),
        "few_right": percent(few.right_when_flagged),
        "said": number(said),
        "headline": number(headline),
        "staff": number(Beliefs(said, uses).staff),
    }


@cache
def _published() -> tuple[float, float]:
    """Return minutes that staff said they saved in a day, and how often others used a tool."""
    figures = pick_figures(
        load_published_figures(), "gds-copilot-26-minutes", "dbt-copilot-actions-per-day"
    )
    said, uses = (float(figure.value or 0) for figure in figures)
    return said, uses


def _people(name: str, work: Workload) -> Series:
    return Series(name, (work.found, work.missed, work.put_right, work.wrongly_affected))


def _seen(visits: float, waits: float, posts: float) -> tuple[tuple[str, float, str], ...]:
    """Return each use of the time, its share in per cent, and what people would see of it."""
    hours = (FREED * share / 100 for share in (visits, waits, posts))
    more_visits, more_cases, fewer_posts = (
        much / each for much, each in zip(hours, (VISIT, CASE, POST), strict=True)
    )
    return (
        (_("More home visits"), visits, _("{n} visits").format(n=_some(more_visits))),
        (_("Shorter waits"), waits, _("{n} more cases dealt with").format(n=_some(more_cases))),
        (_("Fewer posts"), posts, _fewer(fewer_posts)),
    )


def _fewer(posts: float) -> str:
    if 0 < posts < LITTLE:
        return _("a cut of less than a tenth of a full-time post")
    return _("{n} full-time posts fewer").format(n=_some(posts))


def _some(much: float) -> str:
    return f"{much:.1f}" if 0 < much < 10 and much != round(much) else number(much)
