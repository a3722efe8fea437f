"""How many councils use AI: counts that mean different things, and what is on the register."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent

__all__ = ["asked_and_counted", "used_and_on_record"]


def asked_and_counted(numbers: Numbers) -> Finding:
    """Return five answers to "how many councils use it", each to its own question.

    Parameters
    ----------
    numbers : Numbers
        What was counted and what councils said.

    Returns
    -------
    Finding
        Percentages, each with its year and its question.
    """
    counted = tuple(100 * numbers[name].share.value for name in ("bought", "scored", "still"))
    others = 100 - numbers["none"].value
    values = (*counted, numbers["county"].value, others)
    return Finding(
        title="Five answers to one question",
        sentence=f"The answers run from {number(min(values), '%')} to {number(max(values), '%')}. "
        f"They do not contradict each other, because each asks something else.",
        rows_are="What was asked",
        rows=(
            "Bought algorithms for decisions, 2019",
            "Used risk scores for benefits, 2021",
            "Still used them, 2021",
            "County and unitary councils using AI, 2025",
            "English councils, all but those not using AI, 2025",
        ),
        series=(Series("Share", values),),
        unit="%",
        made_up=False,
        notes=(
            f"The last bar is our sum: all that answered, less the "
            f"{number(numbers['none'].value, '%')} not using AI. How many of them use it, and how "
            f"many only look at it, it does not say.",
            f"The share of English councils that do not use AI fell from "
            f"{number(numbers['none-before'].value, '%')} to {number(numbers['none'].value, '%')} "
            f"in a year. How many councils answered was not in what was read, so no range can be "
            f"worked out.",
        ),
    )


def used_and_on_record(numbers: Numbers) -> Finding:
    """Return councils that use one tool beside councils with any entry on the register.

    Parameters
    ----------
    numbers : Numbers
        Councils using one tool, and councils on the government register.

    Returns
    -------
    Finding
        Councils.
    """
    listed, tool = numbers["on-register"], numbers["one-tool"].value
    entries = numbers["entries"]
    return Finding(
        title="In use, and on record",
        sentence=f"{number(tool)} councils use one single note-taking tool. {number(listed.value)} "
        f"of {listed.total} councils have any entry on the government register, which is "
        f"{number(100 * listed.share.value, '%', 1)}.",
        rows_are="Councils",
        rows=("Use one note-taking tool", "Have any entry on the register"),
        series=(Series("Councils", (tool, listed.value)),),
        made_up=False,
        notes=(
            f"Of {entries.total} entries on the register, {number(entries.value)} come from "
            f"councils ({percent(entries.share.value)}). Councils are encouraged to publish and "
            f"do not have to. So a gap here is no wrongdoing. It means that residents cannot look "
            f"up what is in use.",
        ),
    )
