"""Lesson 7 in words: what checking takes, what a saving rests on, and where the time goes."""

from __future__ import annotations

from functools import cache

from toolkit.finding import Finding, Series, WordTable, number, percent
from toolkit.learners.time_saved import RANGES, Beliefs, break_even, swings
from toolkit.learners.workload import Workload
from toolkit.lesson_parts import Choice
from toolkit.published import load_published_figures, pick_figures

__all__ = ["COUNTED", "facts", "find_with_beliefs", "find_with_hours", "find_with_uses"]

COUNTED = (Choice("no", "No"), Choice("yes", "Yes"))  # has checking been taken off already?
FEW_ALARMS = 0.01  # the share of false alarms that the quiz asks about
FREED = 60  # hours a week, for "Where does the time go?"
VISIT, CASE, POST = 1.5, 0.5, 37.0  # hours for a home visit, a case and a full-time week
_NAMES = {
    "kept": "Share of the minutes that is real",
    "checking": "Minutes of checking for each use",
    "uses": "Uses a day",
}


def find_with_hours(sample: int, *, false_alarms: float, hours: float) -> Finding:
    """Return what happens to everyone a tool flags.

    Parameters
    ----------
    sample : int
        Not used: there is no chance in this.
    false_alarms : float
        Share of people in no need who are flagged, in per cent.
    hours : float
        Hours that people have for checking, in a year.

    Returns
    -------
    Finding
        In people, beside the same with time to check every flag.
    """
    now = Workload(false_alarms=false_alarms / 100, hours=hours)
    enough = Workload(false_alarms=false_alarms / 100, hours=now.hours_needed)
    series = [_people(f"With {number(hours)} hours", now)]
    if now.checked < 1:
        series.append(_people("With time to check every flag", enough))
    return Finding(
        title="What happens to the people a tool flags",
        sentence=_checked(now),
        rows_are="People",
        rows=("In need, and found", "In need, and missed",
              "Flagged wrongly, and put right", "Flagged wrongly, and affected"),
        series=tuple(series),
        unit="people",
        notes=(
            f"Of {number(now.cases)} people, {number(now.in_need)} truly need action. The tool "
            f"finds {percent(now.finds)} of them. A check takes {number(now.minutes)} minutes.",
            f"A person who checks lets {percent(now.waved_through)} of wrong flags stand, because "
            "the machine said so. That is our judgement; nobody knows the share in your council.",
        ),
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
        title="How far each belief alone moves the hours",
        sentence=_believed(now),
        rows_are="Belief",
        rows=tuple(f"{_NAMES[one.name]}, {_range(one.name)}" for one in found),
        series=(
            Series("At the low end", tuple(one.low for one in found)),
            Series("At the high end", tuple(one.high for one in found)),
        ),
        unit="hours a year",
        notes=(
            f"The {number(said)} minutes are what staff in one trial said, and {uses:g} uses a day "
            "is what another trial counted. They are different people, so together they only show "
            "how the sum works.",
            "The other numbers are beliefs. Hours in pieces of a few minutes are not posts.",
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
    total = visits + waits + posts
    title = "What people would see each week"
    if total != 100:
        more = f"{number(abs(total - 100))} {'less' if total > 100 else 'more'}"
        return Finding(
            title,
            f"Your shares add up to {number(total, '%')}. Put in {more}, so that they make 100%.",
        )
    seen = (
        ("More home visits", FREED * visits / 100 / VISIT, "visits"),
        ("Shorter waits", FREED * waits / 100 / CASE, "more cases dealt with"),
        ("Fewer posts", FREED * posts / 100 / POST, "full-time posts fewer"),
    )
    words = [f"{_some(much)} {what}" for _, much, what in seen if much]
    staff = (
        "Staff would hear of posts to go, so their union has to be told before, not after."
        if posts
        else "No post goes."
    )
    return Finding(
        title,
        f"Of {FREED} free hours a week you would see {', '.join(words)}. {staff}",
        tables=(
            WordTable(
                "Where the time goes",
                ("Use", "Hours a week", "What people would see"),
                tuple(
                    (name, number(FREED * share / 100), f"{_some(much)} {what}")
                    for share, (name, much, what) in zip((visits, waits, posts), seen, strict=True)
                ),
            ),
        ),
        notes=(
            f"A visit takes {VISIT:g} hours here, a case {CASE:g} and a full-time week "
            f"{number(POST)}. All of it is made up.",
        ),
    )


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


def _checked(work: Workload) -> str:
    said = (
        f"Of {number(work.flagged)} people flagged, {percent(work.right_when_flagged)} are flagged "
        f"rightly. Checking them all takes {number(work.hours_needed)} hours."
    )
    if work.checked < 1:
        return (
            f"{said} With {number(work.hours)} hours, {percent(work.checked)} are checked and "
            f"{number(work.wrongly_affected)} people are wrongly affected."
        )
    return (
        f"{said} There is time for that, and still {number(work.wrongly_affected)} people are "
        "wrongly affected."
    )


def _believed(beliefs: Beliefs) -> str:
    hours, even = beliefs.hours, break_even(beliefs)
    result = (
        f"the team gains {number(hours)} hours a year"
        if hours > 0
        else f"the team loses {number(-hours)} hours a year"
        if hours < 0
        else "nothing is saved and nothing lost"
    )
    told = f"If you believe this, {result}, where the headline says {number(beliefs.headline)}."
    if even is None:
        return f"{told} Checking makes no difference, since you believe it is counted already."
    return f"{told} At {number(even)} minutes of checking for each use, nothing is left."


def _range(name: str) -> str:
    low, high = RANGES[name]
    return f"{percent(low)} to {percent(high)}" if name == "kept" else f"{low:g} to {high:g}"


def _some(much: float) -> str:
    return f"{much:.1f}" if 0 < much < 10 and much != round(much) else number(much)
