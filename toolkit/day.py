"""A date in words, the same everywhere."""

from __future__ import annotations

from datetime import date

from toolkit.language import N_, _

__all__ = ["MONTHS", "day_in_words"]

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def day_in_words(on: date) -> str:
    """Return a date as it is said in Britain.

    Parameters
    ----------
    on : date
        The date.

    Returns
    -------
    str
        Without leading zeros.

    Examples
    --------
    >>> day_in_words(date(2026, 11, 2))
    '2 November 2026'
    """
    return _("{day} {month} {year}").format(day=on.day, month=_(MONTHS[on.month - 1]), year=on.year)
