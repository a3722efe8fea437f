"""What the lesson on data gaps says: a whole sentence for each way in which a figure can move.

A translator sees whole sentences, so none is put together from "up" or "down" and the rest.
"""

from __future__ import annotations

from typing import Literal

from toolkit.finding import percent
from toolkit.language import N_, _
from toolkit.learners.repairs import FIXES, MORE_DATA, Fix

__all__ = ["CLEAR", "name_of_fixes", "say_offline", "say_reported", "say_tried", "say_true"]

_SAME = 0.02  # a change of less than this is called "about the same"
CLEAR = 0.05  # a change of less than this is called "a little"

_Way = Literal["level", "up", "down"]

_REPORTED: dict[_Way, str] = {
    "level": N_("With {logged} of offline tenants’ problems logged, reported accuracy stays at "
                "{last}."),
    "up": N_("With {logged} of offline tenants’ problems logged, reported accuracy goes up from "
             "{first} to {last}."),
    "down": N_("With {logged} of offline tenants’ problems logged, reported accuracy goes down "
               "from {first} to {last}."),
}  # fmt: skip
_TRUE: dict[_Way, str] = {
    "level": N_("True accuracy counts every serious problem, logged or not. It stays at {last}."),
    "up": N_("True accuracy counts every serious problem, logged or not. It goes up from {first} "
             "to {last}."),
    "down": N_("True accuracy counts every serious problem, logged or not. It goes down from "
               "{first} to {last}."),
}  # fmt: skip
_FIXES: dict[Fix, str] = {
    "more-data": N_("{times} times more data"),
    "random-checks": N_("random checks"),
    "tell-model": N_("the model told who is offline"),
    "phone-line": N_("a phone line"),
}


def say_reported(logged: float, before: float, now: float) -> str:
    """Return what happens to the reported accuracy.

    Parameters
    ----------
    logged : float
        Share of offline tenants' problems that get logged, as the two others from 0 to 1.
    before, now : float
        The accuracy with everything logged, and with that share.

    Returns
    -------
    str
        A sentence. A change that the percentages do not show is none.
    """
    return _(_REPORTED[_way(before, now)]).format(
        logged=percent(logged), first=percent(before), last=percent(now)
    )


def say_true(before: float, now: float) -> str:
    """Return what happens to the true accuracy.

    Parameters
    ----------
    before, now : float
        As for `say_reported`.

    Returns
    -------
    str
        Two sentences: what it is, and how it moves.
    """
    return _(_TRUE[_way(before, now)]).format(first=percent(before), last=percent(now))


def say_offline(before: float, now: float) -> str:
    """Return what a fix changes for offline tenants.

    Parameters
    ----------
    before, now : float
        The share of their serious problems that the list finds, without the fix and with it.

    Returns
    -------
    str
        A sentence that says whether it is about the same, a little more or less, or clearly so.
    """
    step = now - before
    if abs(step) < _SAME:
        told = _("The list finds {now} of offline tenants’ serious problems, about the same as "
                 "the {before} with no fix.")  # fmt: skip
    elif step >= CLEAR:
        told = _("The list finds {now} of offline tenants’ serious problems, up from {before} "
                 "with no fix.")  # fmt: skip
    elif step > 0:
        told = _("The list finds {now} of offline tenants’ serious problems, a little up from "
                 "{before} with no fix.")  # fmt: skip
    elif step > -CLEAR:
        told = _("The list finds {now} of offline tenants’ serious problems, a little down from "
                 "{before} with no fix.")  # fmt: skip
    else:
        told = _("The list finds {now} of offline tenants’ serious problems, down from {before} "
                 "with no fix.")  # fmt: skip
    return told.format(now=percent(now), before=percent(before))


def say_tried(fixes: frozenset[Fix]) -> str:
    """Return which fixes were tried.

    Parameters
    ----------
    fixes : frozenset of str
        At least one.

    Returns
    -------
    str
        A sentence.

    Examples
    --------
    >>> say_tried(frozenset({"phone-line"})), say_tried(frozenset({"phone-line", "random-checks"}))
    ('You tried a phone line.', 'You tried random checks and a phone line.')
    """
    *others, last = _names(fixes)
    if not others:
        return _("You tried {fix}.").format(fix=last)
    return _("You tried {fixes} and {last}.").format(fixes=", ".join(others), last=last)


def name_of_fixes(fixes: frozenset[Fix]) -> str:
    """Return what a combination of fixes is called in a table.

    Parameters
    ----------
    fixes : frozenset of str
        Any number of them.

    Returns
    -------
    str
        For example ``Random checks + a phone line``.
    """
    name = " + ".join(_names(fixes)) or _("No fix")
    return name[0].upper() + name[1:]


def _way(before: float, now: float) -> _Way:
    """Return how a figure moves as it is shown, so that words and numbers agree."""
    if percent(before) == percent(now):
        return "level"
    return "up" if now > before else "down"


def _names(fixes: frozenset[Fix]) -> list[str]:
    return [_(_FIXES[fix]).format(times=MORE_DATA) for fix in FIXES if fix in fixes]
