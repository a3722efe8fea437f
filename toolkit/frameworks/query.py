"""What a visitor asks of the frameworks, as an address can carry it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from toolkit.cases.search import build_index
from toolkit.errors import did_you_mean
from toolkit.frameworks.framework import FORCES, KINDS, NATIONS, Framework
from toolkit.language import N_, _

__all__ = [
    "FACETS",
    "MOST_COMPARED",
    "Answer",
    "Facet",
    "Query",
    "answer",
    "place_of",
    "read_query",
]

MOST_COMPARED = 3  # side by side; a fourth column cannot be read on most screens


@dataclass(frozen=True)
class Facet:
    """Something that frameworks can be filtered by.

    Parameters
    ----------
    name, label : str
        What it is called in an address, and by a reader.
    words : mapping of str to str
        Its words, each with what a reader sees.
    values : callable
        Given a framework, returns its words.
    """

    name: str
    label: str
    words: Mapping[str, str]
    values: Callable[[Framework], tuple[str, ...]]


FACETS = (
    Facet("force", N_("Does it bind you?"), FORCES, lambda one: (one.force,)),
    Facet("kind", N_("Kind"), KINDS, lambda one: (one.kind,)),
    Facet("nation", N_("Nation"), {name: name for name in NATIONS}, lambda one: one.nations),
)


@dataclass(frozen=True)
class Query:
    """One state of the catalogue of frameworks.

    Parameters
    ----------
    text : str
        The words looked for.
    filters : mapping of str to tuple of str
        The words chosen, by the name of the facet.
    compare : tuple of str
        The ids chosen to be compared, at most `MOST_COMPARED`.
    open : str
        The id of the one that is open; ``compare`` where some stand side by side; else empty.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    compare: tuple[str, ...] = ()
    open: str = ""

    @property
    def narrowed(self) -> bool:
        """True where anything may hide a framework."""
        return bool(self.text or self.filters)

    def choose(self, facet: str, words: Collection[str]) -> Query:
        """Return the query with other words chosen for one facet."""
        filters = {**self.filters, facet: tuple(words)}
        return replace(self, filters={name: kept for name, kept in filters.items() if kept})


@dataclass(frozen=True)
class Answer:
    """What there is for a query.

    Parameters
    ----------
    frameworks : tuple of Framework
        In the order to show them.
    counts : mapping
        By facet, how many each word would lead to. A word of no framework is left out.
    instead : tuple of (str, str)
        Words that were not found, each with the word looked for instead.
    """

    frameworks: tuple[Framework, ...]
    counts: Mapping[str, Mapping[str, int]]
    instead: tuple[tuple[str, str], ...] = ()


def read_query(
    place: Mapping[str, str], frameworks: Iterable[Framework]
) -> tuple[Query, tuple[str, ...]]:
    """Return the query that an address carries, and what in it was not understood.

    Parameters
    ----------
    place : mapping of str to str
        The names and values of an address fragment.
    frameworks : iterable of Framework
        What may be asked for.

    Returns
    -------
    tuple of (Query, tuple of str)
        What is not understood is left out of the query and explained in a sentence each.
    """
    ids = [one.id for one in frameworks]
    notes: list[str] = []
    query = Query(text=place.get("q", "").strip())
    for facet in FACETS:
        query = query.choose(facet.name, _known(place.get(facet.name, ""), facet.words, notes))
    compare = tuple(dict.fromkeys(_known(place.get("compare", ""), ids, notes)))[:MOST_COMPARED]
    opened = _known(place.get("open", ""), [*ids, "compare"], notes)
    if opened == ["compare"] and not compare:
        notes.append(_("The address compares nothing, so here is the list."))
        opened = []
    return replace(query, compare=compare, open="".join(opened[:1])), tuple(notes)


def place_of(query: Query) -> dict[str, str]:
    """Return the names and values that carry a query in an address.

    Parameters
    ----------
    query : Query
        The query.

    Returns
    -------
    dict of str to str
        Only what is not empty.
    """
    said = {
        "q": query.text,
        **{facet.name: ",".join(query.filters.get(facet.name, ())) for facet in FACETS},
        "compare": ",".join(query.compare),
        "open": query.open,
    }
    return {name: value for name, value in said.items() if value}


def answer(frameworks: tuple[Framework, ...], query: Query) -> Answer:
    """Return the frameworks that fit a query.

    Parameters
    ----------
    frameworks : tuple of Framework
        All there are.
    query : Query
        What is asked for.

    Returns
    -------
    Answer
        With how many each further word would lead to.
    """
    found = frameworks
    instead: tuple[tuple[str, str], ...] = ()
    if query.text:
        matches = build_index((one.id, _texts(one)) for one in frameworks).search(query.text)
        instead = matches.instead
        kept = [one for one in frameworks if one.id in matches.scores]
        found = tuple(sorted(kept, key=lambda one: -matches.scores[one.id]))
    return Answer(
        tuple(one for one in found if _fits(one, query.filters)),
        {facet.name: _counts(facet, found, query) for facet in FACETS},
        instead,
    )


def _known(text: str, known: Collection[str], notes: list[str]) -> list[str]:
    asked = [word for word in text.split(",") if word]
    for word in asked:
        if word not in known:
            advice = did_you_mean(word, known)
            notes.append(
                _("The address asks for '{word}', which is not known here; {advice}").format(
                    word=word[:60], advice=advice
                )
            )
    return [word for word in asked if word in known]


def _fits(framework: Framework, filters: Mapping[str, tuple[str, ...]]) -> bool:
    return all(
        set(filters[facet.name]) & set(facet.values(framework))
        for facet in FACETS
        if filters.get(facet.name)
    )


def _counts(facet: Facet, found: tuple[Framework, ...], query: Query) -> dict[str, int]:
    """Count what each word leads to, given the other filters."""
    others = {name: words for name, words in query.filters.items() if name != facet.name}
    fitting = [one for one in found if _fits(one, others)]
    return {word: sum(word in facet.values(one) for one in fitting) for word in facet.words}


def _texts(one: Framework) -> list[tuple[float, str]]:
    """Give the texts of a framework with the weight a word in them has."""
    parts = [f"{part.part} {part.says}" for part in one.parts]
    return [
        (4.0, f"{one.short} {one.name} {one.id.replace('-', ' ')}"),
        (2.0, f"{one.about} {one.publisher} {one.where} {_(KINDS[one.kind])}"),
        (1.0, " ".join([*one.asks, *one.principles, *parts, one.fit])),
    ]
