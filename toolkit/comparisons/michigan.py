"""Michigan's fraud system: two rates of wrong findings, and how they can both be true."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent
from toolkit.language import _

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
        title=_("Findings of fraud that were not fraud"),
        sentence=_(
            "One review gives {one} and another about {other}. They looked at different cases, and "
            "in both most findings were wrong."
        ).format(one=number(rate, "%"), other=number(other, "%")),
        rows_are=_("Cases"),
        rows=(
            _("First review"),
            _("Cases nobody had appealed"),
            _("Together, if none was in both"),
        ),
        series=(Series(_("Not fraud"), (rate, other, both)),),
        unit="%",
        made_up=False,
        notes=(
            _(
                "The second rate is not a newer count of the same. It counts other cases: those "
                "that nobody had appealed. It comes to about {wrong} findings."
            ).format(wrong=number(round(second.value, -3))),
            _(
                "Together the reviews count about {wrong} wrong findings. That is more than the "
                "{accused} people said to be accused. One person can have several findings, and "
                "some cases may be in both."
            ).format(
                wrong=number(round(wrong + second.value, -3)),
                accused=number(numbers["accused"].value),
            ),
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
        title=_("Accused, and on the list for the settlement"),
        sentence=_(
            "About {listed} people were on the list, of about {accused} accused. That is {share}."
        ).format(listed=number(listed), accused=number(accused), share=percent(listed / accused)),
        rows_are=_("People"),
        rows=(_("Accused"), _("On the list for the settlement")),
        series=(Series(_("People"), (accused, listed)),),
        made_up=False,
        notes=(
            _(
                "Shared out evenly, the settlement comes to about {each} dollars for each person "
                "on the list. How it was really shared out, and what went to lawyers, was not read."
            ).format(each=number(each)),
        ),
    )
