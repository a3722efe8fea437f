"""How many councils use AI: counts that mean different things, and what is on the register."""

from __future__ import annotations

from toolkit.comparisons.published_number import Numbers
from toolkit.finding import Finding, Series, number, percent
from toolkit.language import _, pgettext

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
        title=_("Five answers to one question"),
        sentence=_(
            "The answers run from {low} to {high}. They do not contradict each other, because each "
            "asks something else."
        ).format(low=number(min(values), "%"), high=number(max(values), "%")),
        rows_are=_("What was asked"),
        rows=(
            _("Bought algorithms for decisions, 2019"),
            _("Used risk scores for benefits, 2021"),
            _("Still used them, 2021"),
            _("County and unitary councils using AI, 2025"),
            _("English councils, all but those not using AI, 2025"),
        ),
        series=(Series(pgettext("a part of a whole", "Share"), values),),
        unit="%",
        made_up=False,
        notes=_not_using(numbers["none-before"].value, numbers["none"].value),
    )


def _not_using(before: float, now: float) -> tuple[str, str]:
    """Say how the last bar comes about, and how its rest has changed."""
    return (
        _(
            "The last bar is our sum: all that answered, less the {none} not using AI. How many of "
            "them use it, and how many only look at it, it does not say."
        ).format(none=number(now, "%")),
        _(
            "The share of English councils that do not use AI fell from {before} to {now} in a "
            "year. How many councils answered was not in what was read, so no range can be worked "
            "out."
        ).format(before=number(before, "%"), now=number(now, "%")),
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
        title=_("In use, and on record"),
        sentence=_(
            "{tool} councils use one single note-taking tool. {listed} of {all} councils have any "
            "entry on the government register, which is {share}."
        ).format(
            tool=number(tool),
            listed=number(listed.value),
            all=listed.total,
            share=number(100 * listed.share.value, "%", 1),
        ),
        rows_are=_("Councils"),
        rows=(_("Use one note-taking tool"), _("Have any entry on the register")),
        series=(Series(_("Councils"), (tool, listed.value)),),
        made_up=False,
        notes=(
            _(
                "Of {all} entries on the register, {found} come from councils ({share}). Councils "
                "are encouraged to publish and do not have to. So a gap here is no wrongdoing. It "
                "means that residents cannot look up what is in use."
            ).format(
                all=entries.total,
                found=number(entries.value),
                share=percent(entries.share.value),
            ),
        ),
    )
