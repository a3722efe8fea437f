"""What a visitor asks of the catalogue, as an address can carry it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue
from toolkit.cases.facet import FACETS, SORTS, Filters
from toolkit.cases.search import words_in
from toolkit.errors import did_you_mean
from toolkit.full_stop import full_stop
from toolkit.language import _

__all__ = ["FIRST", "MOST_COMPARED", "VIEWS", "Answer", "Query", "answer", "place_of", "read_query"]

FIRST = 12  # results shown before a visitor asks for more, so that a page stays light
MOST_COMPARED = 3  # side by side on a screen
VIEWS = ("list", "timeline", "map", "evidence")


@dataclass(frozen=True)
class Query:
    """One state of the explorer.

    Parameters
    ----------
    text : str
        The words looked for.
    filters : mapping of str to tuple of str
        The words chosen, by the name of the facet.
    sort : str
        A key of `toolkit.cases.facet.SORTS`; empty for best match, or strongest evidence.
    shortlist : bool
        True to show only what the visitor put on their shortlist.
    case : str
        The case that is open; empty where the list is shown.
    source : str
        The number of the source that was followed in the open case.
    show : int
        How many results to show at most.
    view : str
        One of `VIEWS`: how the results are laid out.
    compare : tuple of str
        The cases to show side by side; empty where none are.
    """

    text: str = ""
    filters: Filters = field(default_factory=dict)
    sort: str = ""
    shortlist: bool = False
    case: str = ""
    source: str = ""
    show: int = FIRST
    view: str = VIEWS[0]
    compare: tuple[str, ...] = ()

    def choose(self, facet: str, values: Collection[str]) -> Query:
        """Return the query with other words chosen for one facet."""
        filters = {**self.filters, facet: tuple(values)}
        filters = {name: words for name, words in filters.items() if words}
        return replace(self, filters=filters, show=FIRST)

    @property
    def narrowed(self) -> bool:
        """True where anything may hide a case."""
        return bool(self.text or self.filters or self.shortlist)


@dataclass(frozen=True)
class Answer:
    """What the catalogue holds for a query.

    Parameters
    ----------
    cases : tuple of CaseStudy
        In the order to show them.
    counts : mapping
        By facet, how many cases each word would lead to.
    instead : tuple of (str, str)
        Words that were not found, each with the word looked for instead.
    """

    cases: tuple[CaseStudy, ...]
    counts: Mapping[str, Mapping[str, int]]
    instead: tuple[tuple[str, str], ...] = ()


def read_query(place: Mapping[str, str], catalogue: Catalogue) -> tuple[Query, tuple[str, ...]]:
    """Return the query that an address carries, and what in it was not understood.

    Parameters
    ----------
    place : mapping of str to str
        The names and values of an address fragment.
    catalogue : Catalogue
        What may be asked for.

    Returns
    -------
    tuple of (Query, tuple of str)
        What is not understood is left out of the query and explained in a sentence each.
    """
    notes: list[str] = []
    query = Query(text=place.get("q", "").strip(), shortlist=place.get("shortlist") == "yes")
    for facet in FACETS:
        known = catalogue.ever[facet.name]
        asked = [value for value in place.get(facet.name, "").split(",") if value]
        notes += [_unknown(value, known) for value in asked if value not in known]
        query = query.choose(facet.name, [value for value in asked if value in known])
    show = place.get("show", "")
    query = replace(
        query,
        sort=_one_of(SORTS, place.get("sort", ""), notes),
        view=_one_of(VIEWS, place.get("view", ""), notes) or VIEWS[0],
        show=max(FIRST, int(show[:6])) if show.isdecimal() else FIRST,
    )
    query = replace(query, compare=_compared(place, catalogue, notes))
    return _open_case(query, place, catalogue, notes), tuple(notes)


def _one_of(known: Collection[str], asked: str, notes: list[str]) -> str:
    if asked and asked not in known:
        notes.append(_unknown(asked, known))
    return asked if asked in known else ""


def _compared(place: Mapping[str, str], catalogue: Catalogue, notes: list[str]) -> tuple[str, ...]:
    """Return the cases to compare; fewer than two are nothing to compare."""
    asked = [slug for slug in dict.fromkeys(place.get("compare", "").split(",")) if slug]
    known = [slug for slug in asked if _known(slug, catalogue, notes)]
    if len(known) > MOST_COMPARED:
        notes.append(
            _("Only {most_compared} cases fit side by side, so the others were left out.").format(
                most_compared=MOST_COMPARED
            )
        )
    return tuple(known[:MOST_COMPARED]) if len(known) > 1 else ()


def _open_case(
    query: Query, place: Mapping[str, str], catalogue: Catalogue, notes: list[str]
) -> Query:
    slug = place.get("case", "")
    if not slug or not _known(slug, catalogue, notes):
        return query
    return replace(query, case=slug, source=place.get("source", ""))


def _known(slug: str, catalogue: Catalogue, notes: list[str]) -> bool:
    try:
        catalogue.get(slug)
    except LookupError as error:
        notes.append(full_stop(str(error)))
        return False
    return True


def _unknown(value: str, known: Collection[str]) -> str:
    advice = did_you_mean(value, known)
    return _(
        "The address asks for '{value}', which is not known here, so it was left out; {advice}"
    ).format(value=value, advice=advice)


def place_of(query: Query) -> dict[str, str]:
    """Return the names and values that carry a query in an address.

    Parameters
    ----------
    query : Query
        The query.

    Returns
    -------
    dict
        What `read_query` turns into the same query again. Nothing that is empty.

    Examples
    --------
    >>> place_of(Query(text="bins", filters={"status": ("live", "pilot")}))
    {'q': 'bins', 'status': 'live,pilot'}
    """
    place = {
        "q": query.text,
        **{name: ",".join(values) for name, values in query.filters.items()},
        "sort": query.sort,
        "shortlist": "yes" if query.shortlist else "",
        "case": query.case,
        "source": query.source,
        "show": str(query.show) if query.show != FIRST else "",
        "view": query.view if query.view != VIEWS[0] else "",
        "compare": ",".join(query.compare),
    }
    return {name: value for name, value in place.items() if value}


def answer(catalogue: Catalogue, query: Query, shortlist: Collection[str] = ()) -> Answer:
    """Return what the catalogue holds for a query.

    Parameters
    ----------
    catalogue : Catalogue
        Where to look.
    query : Query
        What to look for.
    shortlist : collection of str
        The names of the cases on the visitor's shortlist.

    Returns
    -------
    Answer
        The cases in order, and the counts for each facet given the others.
    """
    found = catalogue.find(query.text)
    looked_for = words_in(query.text)  # "the" alone is no reason to hide a case
    matching = [
        case
        for case in catalogue.cases
        if (not looked_for or case.slug in found.scores)
        and (not query.shortlist or case.slug in shortlist)
    ]
    cases = catalogue.filter(query.filters, matching)
    if looked_for and not query.sort:
        cases.sort(key=lambda case: (-found.scores[case.slug], case.title))
    else:
        cases.sort(key=SORTS[query.sort or "strength"][1])
    counts = {
        facet.name: catalogue.counts(facet, query.filters, matching)
        if facet.name in query.filters
        else catalogue.count(facet, cases)  # no filter of its own to leave out
        for facet in FACETS
    }
    return Answer(tuple(cases), counts, found.instead)
