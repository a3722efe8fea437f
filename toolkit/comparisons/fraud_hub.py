"""A fraud hub that was "80% right": what that can mean, and how many wrong letters follow."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent
from toolkit.statistics import flag

__all__ = ["if_so_many_are_wrong", "letters"]


def letters(numbers: Numbers) -> Finding:
    """Return how the critics' number of wrong letters comes about.

    Parameters
    ----------
    numbers : Numbers
        The trial's result and the cases expected.

    Returns
    -------
    Finding
        Letters that would be right and letters that would be wrong.
    """
    cases, right = numbers["cases"].value, numbers["right"].value / 100
    wrong = cases * (1 - right)
    return Finding(
        title="Letters in the first year, if the trial held everywhere",
        sentence=f"If {percent(right)} of flags are right, {number(cases)} flags mean "
        f"{number(wrong)} letters to people who did nothing wrong.",
        rows_are="Letters",
        rows=("To somebody whose discount was wrong", "To somebody whose discount was right"),
        series=(Series("Letters", (cases - wrong, wrong)),),
        made_up=False,
        notes=(
            "This is a forecast and not a count. It takes a trial of one discount and assumes "
            "that the flags are as good in every borough. No result from full use was found.",
        ),
    )


def if_so_many_are_wrong(numbers: Numbers, *, wrong: int) -> Finding:
    """Return what an 80% tool does in a crowd of which so many are wrong.

    Parameters
    ----------
    numbers : Numbers
        The trial's result.
    wrong : int
        How many households in 100 really claim wrongly, which nobody knows beforehand.

    Returns
    -------
    Finding
        Of 1,000 households: flagged rightly, flagged wrongly, missed.
    """
    right = numbers["right"].value / 100
    found = flag(1000, wrong=wrong / 100, caught=right, cleared=right)
    return Finding(
        title=f"A tool that judges {percent(right)} of households rightly",
        sentence=f"If {wrong} in 100 households claim wrongly, {percent(found.hit_rate)} of the "
        f"flags are right. Of 1,000 households, {number(found.wrongly)} are flagged although "
        f"they did nothing wrong.",
        rows_are="Of 1,000 households",
        rows=("Flagged, and wrong", "Flagged, and did nothing wrong", "Wrong, and missed"),
        series=(Series("Households", (found.rightly, found.wrongly, found.missed)),),
        notes=(
            f"The tool is the same throughout: it catches {percent(right)} of those who claim "
            f"wrongly and leaves {percent(right)} of the others alone. Only the crowd changes.",
            f"“{percent(right)} right” can mean this, or that {percent(right)} of flags are right. "
            f"The two are alike only in a crowd where half the people are wrong.",
        ),
    )
