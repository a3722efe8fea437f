"""A fraud hub that was "80% right": what that can mean, and how many wrong letters follow."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent
from toolkit.language import _
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
        title=_("Letters in the first year, if the trial held everywhere"),
        sentence=_(
            "If {right} of flags are right, {flags} flags mean {wrong} letters to people who did "
            "nothing wrong."
        ).format(right=percent(right), flags=number(cases), wrong=number(wrong)),
        rows_are=_("Letters"),
        rows=(
            _("To somebody whose discount was wrong"),
            _("To somebody whose discount was right"),
        ),
        series=(Series(_("Letters"), (cases - wrong, wrong)),),
        made_up=False,
        notes=(
            _(
                "This is a forecast and not a count. It takes a trial of one discount and assumes "
                "that the flags are as good in every borough. No result from full use was found."
            ),
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
        title=_("A tool that judges {right} of households rightly").format(right=percent(right)),
        sentence=_(
            "If {wrong} in 100 households claim wrongly, {hits} of the flags are right. Of 1,000 "
            "households, {wrongly} are flagged although they did nothing wrong."
        ).format(wrong=wrong, hits=percent(found.hit_rate), wrongly=number(found.wrongly)),
        rows_are=_("Of 1,000 households"),
        rows=(
            _("Flagged, and wrong"),
            _("Flagged, and did nothing wrong"),
            _("Wrong, and missed"),
        ),
        series=(Series(_("Households"), (found.rightly, found.wrongly, found.missed)),),
        notes=(
            _(
                "The tool is the same throughout: it catches {right} of those who claim wrongly "
                "and leaves {right} of the others alone. Only the crowd changes."
            ).format(right=percent(right)),
            _(
                "“{right} right” can mean this, or that {right} of flags are right. The two are "
                "alike only in a crowd where half the people are wrong."
            ).format(right=percent(right)),
        ),
    )
