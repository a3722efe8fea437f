"""Derby's phone assistants: what was expected, what was reported, and what that would mean."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number

__all__ = ["forecast_and_report", "if_all_were_true"]


def forecast_and_report(numbers: Numbers) -> Finding:
    """Return the savings expected beside the saving reported.

    Parameters
    ----------
    numbers : Numbers
        What the council expected and what it said.

    Returns
    -------
    Finding
        Two forecasts and one report, in millions of pounds.
    """
    names = ("forecast-first", "forecast-full", "saved")
    first, full, saved = (numbers[name].value for name in names)
    return Finding(
        title="What was expected, and what was reported",
        sentence=f"The council expected £{number(first, decimals=1)} million in the first year, "
        f"and at least £{number(full, decimals=2)} million a year in the end. It reported about "
        f"£{number(saved)} million.",
        rows_are="Number",
        rows=tuple(numbers[name].label for name in names),
        series=(Series("Million pounds", (first, full, saved)),),
        unit="",
        made_up=False,
        decimals=1,
        notes=(
            f"The report is {number(100 * saved / full, '%')} of the yearly forecast, so the two "
            f"look alike. One is an amount for every year, once all is in place. The other is "
            f"one amount, and the page does not say which years it covers.",
        ),
    )


def if_all_were_true(numbers: Numbers) -> Finding:
    """Return what the reported saving would mean for each post and for each enquiry.

    Parameters
    ----------
    numbers : Numbers
        What the council said.

    Returns
    -------
    Finding
        Pounds for each empty post, and for each enquiry that no person answered.
    """
    pounds = numbers["saved"].value * 1_000_000
    resolved = numbers["enquiries"].value * numbers["resolved"].value / 100
    post, enquiry = pounds / numbers["posts"].value, pounds / resolved
    return Finding(
        title="What the saving would mean, if one thing had made all of it",
        sentence=f"If the empty posts alone had made it, each would have cost £{number(post)}. If "
        f"the assistants alone had made it, each enquiry they resolved would have saved "
        f"£{number(enquiry)}.",
        rows_are="If it all came from",
        rows=("Empty posts, each", "Enquiries resolved without staff, each"),
        series=(Series("Pounds", (post, enquiry)),),
        made_up=False,
        notes=(
            f"The second sum takes {number(resolved)} enquiries, which is the share said to be "
            f"resolved of all enquiries by March 2025. The saving was reported later, so the sum "
            f"is rough.",
            "Neither sum is an accusation. They show why a council needs to see how a saving is "
            "made up before it plans with it.",
        ),
    )
