"""What every screen of the explorer needs: cases, who runs this copy, the shortlist."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue
from toolkit.cases.citation import Edition, edition_of
from toolkit.cases.likeness import Terms, weigh_terms
from toolkit.cases.query import Answer, Query, answer, place_of
from toolkit.cases.uk_map import Land, load_outline
from toolkit.identity import Identity
from toolkit.language import _
from toolkit.views.page import Page

__all__ = ["Library", "address"]


def address(query: Query) -> str:
    """Return a query as the fragment of an address.

    Parameters
    ----------
    query : Query
        The query.

    Returns
    -------
    str
        For example ``#status=stopped&case=telford-ask-tom``.
    """
    return "#" + urlencode(place_of(query), safe=",/")


class Library:
    """The cases, with what is worked out from all of them once it is first needed.

    Parameters
    ----------
    catalogue : Catalogue
        The cases.
    identity : Identity
        The name of the service and whom to tell of a mistake.
    today : date
        The day to hold review dates against, and to date files with.
    """

    def __init__(self, catalogue: Catalogue, identity: Identity, today: date) -> None:
        self.catalogue = catalogue
        self.identity = identity
        self.today = today
        self._last: tuple[tuple[Query, list[str]], Answer] | None = None

    @cached_property
    def terms(self) -> Terms:
        """What the words of each case weigh, to find cases alike."""
        return weigh_terms(self.catalogue.cases)

    @cached_property
    def outline(self) -> tuple[Land, ...]:
        """The coasts for the map."""
        return load_outline()

    @cached_property
    def edition(self) -> Edition:
        """How to name this copy where a case is cited."""
        return edition_of(self.identity)

    @cached_property
    def _by_slug(self) -> dict[str, CaseStudy]:
        return {case.slug: case for case in self.catalogue.cases}

    def shortlist(self, page: Page) -> list[str]:
        """Return the names on the visitor's shortlist, without those of cases that are gone."""
        kept = page.store.values.get("shortlist", [])
        names = [str(slug) for slug in kept] if isinstance(kept, list) else []
        return [slug for slug in names if slug in self._by_slug]

    def shortlisted(self, page: Page) -> list[CaseStudy]:
        """Return the cases on the visitor's shortlist, in the order they were put there."""
        return [self._by_slug[slug] for slug in self.shortlist(page)]

    def ticked(self, page: Page) -> list[str]:
        """Return the names of the cases on the shortlist that are ticked to be compared."""
        kept = page.store.values.get("compare", [])
        names = kept if isinstance(kept, list) else []
        return [slug for slug in self.shortlist(page) if slug in names]

    def answer(self, page: Page, query: Query) -> Answer:
        """Return what the catalogue holds for a query; the last one is not worked out again."""
        asked = (query, self.shortlist(page))
        if self._last is None or self._last[0] != asked:
            self._last = (asked, answer(self.catalogue, *asked))
        return self._last[1]

    def title(self, heading: str) -> str:
        """Return the browser's title for a screen with this heading."""
        return _("{heading} – Explore case studies – {name}").format(
            heading=heading, name=self.identity.name
        )
