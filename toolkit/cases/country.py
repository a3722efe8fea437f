"""The country of a case is free text: what looks like a slip of the pen is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from toolkit.errors import Problem, nearest
from toolkit.language import _
from toolkit.vocabulary import Group

__all__ = ["country_problems"]

_ALIKE = 0.8  # of the letters: a name of two countries is no slip


def country_problems(country: str, nations: Group) -> Iterator[Problem]:
    """Yield a question where the name of a country is nearly that of another.

    Parameters
    ----------
    country : str
        What a case says.
    nations : Group
        The nations of the UK, with the name for all of them.

    Yields
    ------
    Problem
        As advice, because no list of countries has every name.
    """
    if country in nations or country in _countries():
        return
    if meant := nearest(country, nations.ids, alike=_ALIKE):
        what = _("'{country}' is not one of the UK's nations").format(country=country)
    elif meant := nearest(country, _countries(), alike=_ALIKE):
        what = _("'{country}' is not the name of a country that is known here").format(
            country=country
        )
    else:
        return
    advice = _("did you mean '{meant}'?").format(meant=meant)
    yield Problem("country", what, advice, warning=True, path=("country",))


@cache  # a list that never changes, and takes a moment to read
def _countries() -> frozenset[str]:
    """Return the English names of the world's countries, those in Unicode's CLDR."""
    try:
        from babel import Locale
    except ModuleNotFoundError:  # in the copy that runs in the browser
        return frozenset()
    names = Locale("en").territories
    return frozenset(
        name.replace("&", "and") for code, name in names.items() if code.isalpha() and name
    )
