"""Michigan's fraud system: two rates of wrong findings, and how they can both be true."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent

__all__ = ["on_the_list", "two_rates"]


def two_rates(numbers: Numbers) -> Finding:
    """Return the share of findings that were not fraud, in the two reviews.

    Parameters
    ----------
    numbers : Numbers
        What the reviews counted.

    Returns
    -------
    Finding
        Both rates, and both together if no case was in both reviews.
    """
    reviewed, rate = numbers["reviewed"].value, numbers["reviewed-wrong"].value
    second = numbers["unappealed-wrong"]
    wrong = reviewed * rate / 100
    other = 100 * second.value / second.total
    both = 100 * (wrong + second.value) / (reviewed + second.total)
    return Finding(
        title="Findings of fraud that were not fraud",
        sentence=f"One review gives {number(rate, '%')} and another about {number(other, '%')}. "
        f"They looked at different cases, and in both most findings were wrong.",
        rows_are="Cases",
        rows=("First review", "Cases nobody had appealed", "Together, if none was in both"),
        series=(Series("Not fraud", (rate, other, both)),),
        unit="%",
        made_up=False,
        notes=(
            f"The second rate is not a newer count of the same. It counts other cases: those that "
            f"nobody had appealed. It comes to about {number(round(second.value, -3))} findings.",
            f"Together the reviews count about {number(round(wrong + second.value, -3))} wrong "
            f"findings. That is more than the {number(numbers['accused'].value)} people said to "
            f"be accused. One person can have several findings, and some cases may be in both.",
        ),
    )


def on_the_list(numbers: Numbers) -> Finding:
    """Return how many of those accused were on the list for the settlement.

    Parameters
    ----------
    numbers : Numbers
        People accused, people on the list, and the settlement.

    Returns
    -------
    Finding
        People accused and people on the list.
    """
    accused, listed = numbers["accused"].value, numbers["listed"].value
    each = numbers["settlement"].value * 1_000_000 / listed
    return Finding(
        title="Accused, and on the list for the settlement",
        sentence=f"About {number(listed)} people were on the list, of about {number(accused)} "
        f"accused. That is {percent(listed / accused)}.",
        rows_are="People",
        rows=("Accused", "On the list for the settlement"),
        series=(Series("People", (accused, listed)),),
        made_up=False,
        notes=(
            f"Shared out evenly, the settlement comes to about {number(each)} dollars for each "
            f"person on the list. How it was really shared out, and what went to lawyers, was not "
            f"read.",
        ),
    )
