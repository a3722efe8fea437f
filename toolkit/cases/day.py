"""Dates as people and spreadsheets write them, turned into the one way our files have."""

from __future__ import annotations

import re
from datetime import date

__all__ = ["iso_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_DAY = 99
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?")
_WORDS = re.compile(r"(?:(\d{1,2})[ -])?([A-Za-z]{3,9})[ -](\d{4}|\d{2})")


def iso_date(text: str) -> str:
    """Return a date as year, month and day, where it can be told what it is.

    Parameters
    ----------
    text : str
        For example ``12/03/2024``, whose day comes first as in the UK, ``12 March 2024`` or
        ``Mar-24``, which is what a spreadsheet makes of ``2024-03``.

    Returns
    -------
    str
        For example ``2024-03-12`` or ``2024-03``. A text that is no date stays as it is.

    Examples
    --------
    >>> iso_date("12/03/2024"), iso_date("12 March 2024"), iso_date("Mar-24"), iso_date("soon")
    ('2024-03-12', '2024-03-12', '2024-03', 'soon')
    """
    if found := _FIGURES.fullmatch(text.strip()):
        return _day(int(found[3]), int(found[2]), int(found[1]) or _NO_DAY) or text
    if found := _WORDS.fullmatch(text.strip()):
        begins = found[2].lower()[:3]
        month = _MONTHS.index(begins) + 1 if begins in _MONTHS else 0
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return _day(year, month, int(found[1] or 0)) or text
    return text


def _day(year: int, month: int, day: int) -> str:
    """Return a date as text, without a day where that is 0; nothing where there is no such date."""
    try:
        found = date(year, month, day or 1).isoformat()
    except ValueError:
        return ""
    return found if day else found[:7]
