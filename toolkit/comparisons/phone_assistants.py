"""Phone assistants in three councils: shares that sound alike, and what each leaves open."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent
from toolkit.language import _, pgettext

__all__ = ["complaints", "each_call", "shares_said"]


def shares_said(numbers: Numbers) -> Finding:
    """Return the shares that are read of three councils, each of something else.

    Parameters
    ----------
    numbers : Numbers
        What the councils said, as the pages tell it.

    Returns
    -------
    Finding
        Percentages in the words of the pages that were read.
    """
    names = ("telford", "derby", "derby-later", "renfrewshire", "renfrewshire-later")
    values = tuple(numbers[name].value for name in names)
    return Finding(
        title=_("Handled or resolved: the shares of three councils"),
        sentence=_(
            "The shares run from {low} to {high}. They are of calls, questions, queries or "
            "enquiries, handled or resolved."
        ).format(low=number(min(values), "%"), high=number(max(values), "%")),
        rows_are=_("Council, and what is counted"),
        rows=tuple(numbers[name].label for name in names),
        series=(Series(pgettext("a part of a whole", "Share"), values),),
        unit="%",
        made_up=False,
        notes=(
            _(
                "Of how many each share is was not seen, so no range for chance can be worked out. "
                "The page on Telford and Wrekin gives a number of calls, and the share is of "
                "enquiries."
            ),
            _(
                "The words are those of the pages that were read, and most are press reports. A "
                "council may use another word itself."
            ),
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
        title=_("What one call less is worth"),
        sentence=_(
            "Renfrewshire said it saves about £{saving} and takes {calls} fewer calls a year. That "
            "is about £{each} for each call."
        ).format(
            saving=number(saving), calls=number(calls), each=number(saving / calls, decimals=2)
        ),
        rows_are=_("Sum"),
        rows=(_("Saving for each call that staff no longer take"),),
        series=(Series(_("Pounds"), (saving / calls,)),),
        made_up=False,
        decimals=2,
        notes=(
            _(
                "The page does not say whether the saving is for one year, or whether the price of "
                "the assistant has been taken off. Calls may also have fallen for other reasons."
            ),
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
        title=_("Complaints about the assistant in Telford and Wrekin"),
        sentence=_(
            "The council looked into {all} complaints and upheld {upheld}, which is {share}."
        ).format(all=upheld.total, upheld=number(upheld.value), share=percent(part.value)),
        rows_are=_("What came of it"),
        rows=(_("Upheld"), _("Not upheld")),
        series=(Series(_("Complaints"), (upheld.value, upheld.total - upheld.value)),),
        made_up=False,
        notes=(
            _(
                "So few cases leave much open: among many complaints like these, between {low} and "
                "{high} might be upheld. The council judged them itself."
            ).format(low=percent(part.low), high=percent(part.high)),
            _(
                "A caller who gives up seldom complains. So a count of complaints is no count of "
                "bad calls."
            ),
        ),
    )
