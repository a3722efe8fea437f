"""A date in words, the same everywhere."""

from __future__ import annotations

from datetime import date

__all__ = ["day_in_words"]


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
    return f"{on.day} {on:%B %Y}"
