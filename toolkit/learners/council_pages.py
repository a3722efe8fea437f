"""One made-up council's pages, and how a bot fares that answers from them alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from toolkit.dataset import load_dataset
from toolkit.finding import reaches
from toolkit.language import N_
from toolkit.learners.look_up import Index, index_pages, matches
from toolkit.learners.notices import load_world

__all__ = ["COUNCIL", "KINDS", "Answered", "Site", "answered", "load_site",
           "page_index"]  # fmt: skip

COUNCIL, NEIGHBOUR = "corve", "dunmere"
KINDS = {
    "page": N_("Asked in the words of a page"),
    "own": N_("Asked in residents’ own words"),
    "other": N_("About something no page tells"),
    "neighbour": N_("About a neighbouring council"),
}


@dataclass(frozen=True)
class Site:
    """One council's pages, and questions to ask of them.

    Parameters
    ----------
    titles, texts, aliases : tuple of str
        Each page: its title, its sentence, and residents' own words for it.
    questions : tuple of (kind, title, text)
        The title is that of the page that answers it, empty where none does.
    """

    titles: tuple[str, ...]
    texts: tuple[str, ...]
    aliases: tuple[str, ...]
    questions: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Answered:
    """How many questions of one kind were answered how.

    Parameters
    ----------
    right, wrong, refused : int
        Answered from the right page, from another page, and not at all.
    """

    right: int
    wrong: int
    refused: int


@lru_cache(maxsize=1)
def load_site() -> Site:
    """Return the pages of the made-up council, and the questions.

    Returns
    -------
    Site
        From the data set ``made-up-councils``.

    Raises
    ------
    ContentError
        Where the data set is wrong.
    """
    tables = {table.name: table.rows for table in load_dataset("made-up-councils").tables}
    pages, values = tables["pages"], load_world().values
    titles = {row["subject"]: str(row["title"]) for row in pages}
    named = {"council": COUNCIL.title(), "neighbour": NEIGHBOUR.title()}
    return Site(
        titles=tuple(titles.values()),
        texts=tuple(
            str(row["text"]).format(
                **named, value=values[COUNCIL, str(row["subject"])].capitalize()
            )
            for row in pages
        ),
        aliases=tuple(str(row["aliases"]) for row in pages),
        questions=tuple(
            (str(row["kind"]), titles.get(row["subject"], ""), str(row["text"]).format(**named))
            for row in tables["questions"]
        ),
    )


@lru_cache(maxsize=512)
def answered(added: tuple[str, ...], lowest: int) -> Mapping[str, Answered]:
    """Return how the questions of each kind fare.

    Parameters
    ----------
    added : tuple of str
        Words added to each page; empty for none at all.
    lowest : int
        The lowest match at which it answers, in per cent.

    Returns
    -------
    dict of str to Answered
        By the names in `KINDS`.
    """
    site, index = load_site(), page_index(added)
    outcomes: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind, title, text in site.questions:
        match = matches(index, text)
        best = int(np.argmax(match))
        if not reaches(float(match[best]), lowest):
            outcomes[kind].append("refused")
        else:
            outcomes[kind].append("right" if site.titles[best] == title else "wrong")
    return {
        kind: Answered(*(found.count(name) for name in ("right", "wrong", "refused")))
        for kind, found in outcomes.items()
    }


@lru_cache(maxsize=64)
def page_index(added: tuple[str, ...]) -> Index:
    """Return an index of the pages.

    Parameters
    ----------
    added : tuple of str
        Words added to each page; empty for none at all.

    Returns
    -------
    Index
        Of titles, texts and added words.
    """
    site = load_site()
    more = added or ("",) * len(site.titles)
    pages = zip(site.titles, site.texts, more, strict=True)
    return index_pages([" ".join(parts) for parts in pages])
