"""The grades of 2020: two true percentages about the same results, and the people in both."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number

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
        title="What happened to 100 assessments",
        sentence=f"Of 100 assessments the formula left {number(same, decimals=1)} alone, moved "
        f"{number(one, decimals=1)} by one grade and {number(more, decimals=1)} by more. "
        f"Both published numbers are true of these same grades.",
        rows_are="What happened",
        rows=("Left as the teacher had it", "Moved by one grade", "Moved by more than one grade"),
        series=(Series("Assessments in 100", (same, one, more)),),
        made_up=False,
        decimals=1,
        notes=(
            f"“{number(numbers['within-one'].value, '%', 1)} within one grade” counts the first "
            f"two rows together. “{number(numbers['lowered'].value, '%', 1)} lowered” counts most "
            f"of the second and third. Which one a reader hears first decides what they think.",
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
        title="The same in assessments",
        sentence=f"About {_rough(lowered)} assessments were lowered and {_rough(raised)} raised. "
        f"About {_rough(more)} moved by more than one grade.",
        rows_are="What happened",
        rows=("Lowered", "Raised", "Moved by more than one grade, up or down"),
        series=(Series("Assessments", (lowered, raised, more)),),
        made_up=False,
        notes=(
            f"A small percentage of a large number is many people. For each assessment that was "
            f"raised, about {number(lowered / raised)} were lowered. One pupil can have several.",
        ),
    )


def _rough(value: float) -> str:
    """Return a number to the nearest hundred, for a sum from rounded shares."""
    return number(round(value / 100) * 100)
