"""Phone assistants in three councils: shares that sound alike, and what each leaves open."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent
from toolkit.statistics import share

__all__ = ["complaints", "each_call", "shares_said"]


def shares_said(numbers: Numbers) -> Finding:
    """Return the share of calls or enquiries that councils say no person had to answer.

    Parameters
    ----------
    numbers : Numbers
        What the councils said.

    Returns
    -------
    Finding
        Percentages in the words of each council.
    """
    names = ("telford", "derby", "derby-later", "renfrewshire", "renfrewshire-later")
    values = tuple(numbers[name].value for name in names)
    calls = numbers["telford"]
    telford = share(calls.value / 100 * (calls.n or 0), calls.n or 0)
    return Finding(
        title="Handled, settled or resolved: what councils said",
        sentence=f"Councils give shares from {number(min(values), '%')} to "
        f"{number(max(values), '%')}. Each council has its own word for what it counts.",
        rows_are="Council, and its word",
        rows=tuple(numbers[name].label for name in names),
        series=(Series("Share", values),),
        unit="%",
        made_up=False,
        notes=(
            f"Chance is not the trouble here. Telford and Wrekin counted {calls.behind} calls, so "
            f"chance moves its share only between {number(100 * telford.low, '%', 1)} and "
            f"{number(100 * telford.high, '%', 1)}. What counts as handled can move it far more.",
        ),
    )


def each_call(numbers: Numbers) -> Finding:
    """Return what Renfrewshire's saving comes to for each call that staff no longer take.

    Parameters
    ----------
    numbers : Numbers
        What the council said.

    Returns
    -------
    Finding
        Pounds for each call.
    """
    saving, calls = numbers["saving"].value, numbers["fewer-calls"].value
    return Finding(
        title="What one call less is worth",
        sentence=f"Renfrewshire said it saves about £{number(saving)} and takes "
        f"{number(calls)} fewer calls a year. That is about £{number(saving / calls, decimals=2)} "
        f"for each call.",
        rows_are="Sum",
        rows=("Saving for each call that staff no longer take",),
        series=(Series("Pounds", (saving / calls,)),),
        made_up=False,
        decimals=2,
        notes=(
            "The page does not say whether the saving is for one year, or whether the price of "
            "the assistant has been taken off. Calls may also have fallen for other reasons.",
        ),
    )


def complaints(numbers: Numbers) -> Finding:
    """Return how many complaints were upheld, and how little that says.

    Parameters
    ----------
    numbers : Numbers
        What Telford and Wrekin said.

    Returns
    -------
    Finding
        Complaints upheld and not upheld.
    """
    upheld = numbers["upheld"]
    part = upheld.share
    return Finding(
        title="Complaints about the assistant in Telford and Wrekin",
        sentence=f"The council looked into {upheld.total} complaints and upheld "
        f"{number(upheld.value)}, which is {percent(part.value)}.",
        rows_are="What came of it",
        rows=("Upheld", "Not upheld"),
        series=(Series("Complaints", (upheld.value, upheld.total - upheld.value)),),
        made_up=False,
        notes=(
            f"So few cases leave much open: among many complaints like these, between "
            f"{percent(part.low)} and {percent(part.high)} might be upheld. The council judged "
            f"them itself.",
            "A caller who gives up seldom complains. So a count of complaints is no count of bad "
            "calls.",
        ),
    )
