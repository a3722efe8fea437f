"""Where cases are: the nations of the UK, other countries, and the places in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.cases.case_study import CaseStudy, left_out, real_cases
from toolkit.cases.facet import NATIONS, places
from toolkit.finding import Finding, Series
from toolkit.language import _, ngettext
from toolkit.vocabulary import Vocabulary

__all__ = ["HOME", "Area", "area_finding", "by_area"]

HOME = (*NATIONS, "UK")  # "UK" alone: more than one of its nations


@dataclass(frozen=True)
class Area:
    """The cases of one nation of the UK, or of one other country.

    Parameters
    ----------
    country : str
        As the cases name it; ``UK`` for those in more than one of its nations.
    cases : int
        How many there are.
    places : tuple of (str, int)
        The places and how many cases each has, by name. One place may lie in another.
    """

    country: str
    cases: int
    places: tuple[tuple[str, int], ...]


def by_area(cases: Sequence[CaseStudy]) -> tuple[Area, ...]:
    """Return where cases are: the nations of the UK first, then other countries by name.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.

    Returns
    -------
    tuple of Area
        Only areas that have cases; made-up ones are left out.
    """
    cases = real_cases(cases)
    countries = {case.country for case in cases}
    order = [*(one for one in HOME if one in countries), *sorted(countries - set(HOME))]
    return tuple(_area(country, cases) for country in order)


def _area(country: str, cases: Sequence[CaseStudy]) -> Area:
    here = [case for case in cases if case.country == country]
    found = Counter(name for case in here for name in places(case))
    return Area(country, len(here), tuple(sorted(found.items())))


def area_finding(cases: Sequence[CaseStudy], vocabulary: Vocabulary) -> Finding:
    """Return how many cases are in each nation of the UK and in each other country.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.
    vocabulary : Vocabulary
        The labels to show.

    Returns
    -------
    Finding
        One row for each of `by_area`, in that order.
    """
    areas, counted = by_area(cases), len(real_cases(cases))
    home = sum(area.cases for area in areas if area.country in HOME)
    abroad = [area for area in areas if area.country not in HOME]
    countries = ngettext(
        "{count} other country",
        "{count} other countries",
        len(abroad),
    ).format(count=len(abroad))
    rest = (
        _(" {counted} in {countries}.").format(counted=counted - home, countries=countries)
        if abroad
        else ""
    )
    return Finding(
        title=_("Where they happened"),
        sentence=_("In the UK: {home} of {counted} cases.{rest}").format(
            home=home or "none", counted=counted, rest=rest
        ),
        rows_are=_("Where"),
        rows=tuple(_name(area.country, vocabulary) for area in areas),
        series=(Series(_("Cases"), tuple(float(area.cases) for area in areas)),),
        made_up=False,
        notes=left_out(cases),
    )


def _name(country: str, vocabulary: Vocabulary) -> str:
    if country == "UK":
        return _("More than one nation of the UK")
    return vocabulary["country"].label_of(country)
