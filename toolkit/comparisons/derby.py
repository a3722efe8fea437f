"""Derby's phone assistants: what was expected, what was reported, and what that would mean."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number
from toolkit.language import _

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
        title=_("What was expected, and what was reported"),
        sentence=_(
            "The council expected £{first} million in the first year, and at least £{full} million "
            "a year in the end. It reported about £{saved} million."
        ).format(
            first=number(first, decimals=1), full=number(full, decimals=2), saved=number(saved)
        ),
        rows_are=_("Number"),
        rows=tuple(numbers[name].label for name in names),
        series=(Series(_("Million pounds"), (first, full, saved)),),
        unit="",
        made_up=False,
        decimals=1,
        notes=(
            _(
                "The report is {share} of the yearly forecast, so the two look alike. One is an "
                "amount for every year, once all is in place. The other is one amount, and the "
                "page does not say which years it covers."
            ).format(share=number(100 * saved / full, "%")),
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
        title=_("What the saving would mean, if one thing had made all of it"),
        sentence=_(
            "If the empty posts alone had made it, each would have cost £{post}. If the assistants "
            "alone had made it, each enquiry they resolved would have saved £{enquiry}."
        ).format(post=number(post), enquiry=number(enquiry)),
        rows_are=_("If it all came from"),
        rows=(_("Empty posts, each"), _("Enquiries resolved without staff, each")),
        series=(Series(_("Pounds"), (post, enquiry)),),
        made_up=False,
        notes=(
            _(
                "The second sum takes {resolved} enquiries, which is the share said to be resolved "
                "of all enquiries by March 2025. The saving was reported later, so the sum is "
                "rough."
            ).format(resolved=number(resolved)),
            _(
                "Neither sum is an accusation. They show why a council needs to see how a saving "
                "is made up before it plans with it."
            ),
        ),
    )
