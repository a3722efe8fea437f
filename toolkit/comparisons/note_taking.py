"""Note-taking tools: hours and percentages that councils said, and whether they fit together."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number

__all__ = ["do_they_fit", "hours_said", "one_person"]

_HOURS = {"st-helens": "St Helens", "kent": "Kent", "somerset": "Somerset"}


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
    hours = tuple(numbers[name].value for name in _HOURS)
    times = number(max(hours) / min(hours), decimals=1)
    return Finding(
        title="Hours a week that staff or the supplier said were saved",
        sentence=f"For the same product, places said between {min(hours):g} and {max(hours):g} "
        f"hours a week. The largest is {times} times the "
        f"smallest.",
        rows_are="Place",
        rows=tuple(f"{place}, {numbers[name].behind} staff" for name, place in _HOURS.items()),
        series=(Series("Hours a week", hours),),
        made_up=False,
        decimals=1,
        notes=(
            "No range can be drawn around these numbers. How single people differed was not in "
            "what was read, so there is nothing to work one out from.",
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
    return Finding(
        title="How much less time, as councils said it",
        sentence=f"Swindon said {number(cuts[0], '%')} less admin time. Its minutes for one kind "
        f"of conversation, {number(before)} before and {number(after)} after, come to "
        f"{number(minutes, '%')}.",
        rows_are="Place",
        rows=("Swindon, as said", "Somerset, as said", "Ealing, as said",
              "Swindon, one kind of conversation, our sum"),
        series=(Series("Less time", (*cuts, minutes)),),
        unit="%",
        made_up=False,
        notes=(
            f"Swindon's two percentages are of different work. The {number(cuts[0], '%')} is of "
            f"time on assessments and notes, and the {number(minutes, '%')} of a Care Act "
            f"conversation. So they lie close, and neither confirms the other.",
            f"Somerset's two numbers fit together only if its staff spent about {number(week)} "
            f"hours a week on admin before. Ask whether that is so in your council. If they spend "
            f"half of that, the same percentage saves half the hours.",
        ),
    )  # fmt: skip


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
    groups = tuple(numbers[name].n or 0 for name in _HOURS)
    weights = tuple(100 / group for group in groups)
    using, studied = numbers["councils-using"].value, numbers["councils-studied"].value
    return Finding(
        title="How much one person's answer weighs",
        sentence=f"In trials of {min(groups)} to {max(groups)} people, one person is "
        f"{number(min(weights), '%')} to {number(max(weights), '%')} of the answer. One such tool "
        f"was in use in {number(using)} councils.",
        rows_are="Trial",
        rows=tuple(f"{place}, {group} staff" for place, group in
                   zip(_HOURS.values(), groups, strict=True)),
        series=(Series("One person", weights),),
        unit="%",
        made_up=False,
        decimals=1,
        notes=(
            f"A study that spoke with staff in {number(studied)} councils found that they value "
            f"the tools, and heard of serious mistakes in notes. It did not count how often they "
            f"happen, and no such count was in what was read.",
        ),
    )  # fmt: skip
