"""What case studies can be filtered by, and the orders they can be put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from toolkit.cases.case_study import CaseStudy
from toolkit.language import N_
from toolkit.vocabulary import Vocabulary

__all__ = ["FACETS", "NATIONS", "SORTS", "STRENGTHS", "Facet", "Filters", "places", "year"]

Filters = Mapping[str, tuple[str, ...]]

NATIONS = ("England", "Scotland", "Wales", "Northern Ireland")
STRENGTHS = ("outside-check", "own-and-press", "press-reports", "own-account", "no-figures")
_MEMBERS = {True: "shown", False: "no", None: "not-known"}


@dataclass(frozen=True)
class Facet:
    """Something that cases can be filtered by.

    Parameters
    ----------
    name : str
        What it is called in an address.
    group : str
        The group of the vocabulary that its words come from.
    values : callable
        Given a case, returns its words.
    most : int
        How many words to offer at most, those with most cases first; 0 for all of them.
    searched : bool
        Whether a search finds its words.
    """

    name: str
    group: str
    values: Callable[[CaseStudy], tuple[str, ...]]
    most: int = 0
    searched: bool = True

    def label(self, vocabulary: Vocabulary, value: str) -> str:
        """Return what a reader sees for one of its words."""
        return vocabulary[self.group].label_of(value)


def _countries(case: CaseStudy) -> tuple[str, ...]:
    """Count each nation of the UK under UK as well."""
    return ("UK", case.country) if case.country in NATIONS else (case.country,)


def places(case: CaseStudy) -> tuple[str, ...]:
    """Return the places a case can be found under, the narrowest first.

    Parameters
    ----------
    case : CaseStudy
        The case.

    Returns
    -------
    tuple of str
        ``Camden, London`` is both ``Camden`` and ``London``.
    """
    return tuple(dict.fromkeys(part.strip() for part in case.place.split(",") if part.strip()))


def year(case: CaseStudy) -> int | None:
    """Return the year a case is filed under.

    Parameters
    ----------
    case : CaseStudy
        The case.

    Returns
    -------
    int or None
        The year it began, or the year it ended where only that is known.
    """
    return case.year_end if case.year_start is None else case.year_start


def _years(case: CaseStudy) -> tuple[str, ...]:
    return (str(year(case) or "not-known"),)


FACETS = (
    Facet("teaches", "teaches", lambda case: case.teaches),
    Facet("use_case", "use_case", lambda case: (case.use_case,)),
    Facet("status", "status", lambda case: (case.status,)),
    Facet("strength", "evidence_strength", lambda case: (case.evidence_strength,)),
    Facet("evidence", "evidence_kind", lambda case: case.evidence_kinds),
    Facet("country", "country", _countries),
    Facet("place", "place", places, most=20),
    Facet("member", "member", lambda case: (_MEMBERS[case.ccin_member],), searched=False),
    Facet("year", "year", _years, searched=False),
    Facet("service_area", "service_area", lambda case: (case.service_area,)),
    Facet("technology", "technology", lambda case: (case.technology,)),
    Facet("principle", "principles", lambda case: case.principles),
)

SORTS: Mapping[str, tuple[str, Callable[[CaseStudy], tuple[int | str, ...]]]] = {
    "strength": (
        N_("Strongest evidence first"),
        lambda case: (STRENGTHS.index(case.evidence_strength), case.title),
    ),
    "newest": (N_("Newest first"), lambda case: (-(case.latest_year or 0), case.title)),
    "title": (N_("Title, A to Z"), lambda case: (case.title.lower(),)),
    "place": (N_("Place, A to Z"), lambda case: (case.place.lower(), case.title)),
}
