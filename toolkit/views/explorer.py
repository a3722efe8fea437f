"""The explorer: find a case study, read the whole of it in place, keep a shortlist."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue, load_catalogue
from toolkit.cases.query import FIRST, Query, answer, place_of, read_query
from toolkit.identity import Identity, load_identity
from toolkit.views.bridge import Bridge
from toolkit.views.case import case_text
from toolkit.views.page import Event, Page
from toolkit.views.results import results, results_heading, shortlist_button
from toolkit.views.store import Store
from toolkit.views.template import render

__all__ = ["Explorer", "address", "show_explorer"]


def show_explorer(root: Path | None = None, *, today: date | None = None) -> Bridge:
    """Return the explorer over the case studies of a content folder.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.
    today : date, optional
        The day to hold review dates against.

    Returns
    -------
    Bridge
        What a notebook cell shows.

    Raises
    ------
    ContentError
        Where the vocabulary or the identity cannot be read. A broken case study is shown as
        such beside the others.
    """
    explorer = Explorer(load_catalogue(root), load_identity(), today or date.today())
    return explorer.page.widget


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


class Explorer:
    """Draws the list or the open case, and turns what a visitor does into a query.

    Parameters
    ----------
    catalogue : Catalogue
        The cases.
    identity : Identity
        The name of the service and whom to tell of a mistake.
    today : date
        The day to hold review dates against.
    """

    def __init__(self, catalogue: Catalogue, identity: Identity, today: date) -> None:
        self.catalogue = catalogue
        self.identity = identity
        self.today = today
        self._opened = ""
        store = Store("explore-case-studies")
        self.page = Page(store, draw=self.draw, act=self.act, owns_place=True)

    def draw(self, page: Page) -> Markup:
        """Return the open case, or the list of results."""
        query, notes = read_query(page.place, self.catalogue)
        if query.case:
            return self._case(page, query)
        heading = results_heading(self.catalogue, query, _shortlist(page))
        page.title = f"{heading} – Explore case studies – {self.identity.name}"
        return results(self.catalogue, query, _shortlist(page), address=address, notes=notes)

    def _case(self, page: Page, query: Query) -> Markup:
        case = self.catalogue.get(query.case)
        page.title = f"{case.title} – Explore case studies – {self.identity.name}"
        text = case_text(
            case,
            self.catalogue.vocabulary,
            source_address=lambda number: _source_address(case, query, number),
            contact=self.identity.corrections,
            today=self.today,
        )
        button = shortlist_button(case, _shortlist(page))
        back = address(_closed(query))
        return render("explorer-case", case=case, text=text, button=button, back=back)

    def act(self, page: Page, event: Event) -> None:
        """Turn an event into another place, a longer shortlist or a file."""
        query, _ = read_query(page.place, self.catalogue)
        match event:
            case Event("place"):
                self._arrive(page, query)
            case Event("change", "q", str(text)):
                step = replace(query, text=text.strip(), show=FIRST)
                # One step back from a search is where it began, not the word without its end.
                self._narrow(page, step, replace=bool(query.text and step.text))
            case Event("change", "sort", str(sort)):
                self._narrow(page, replace(query, sort=sort))
            case Event("change", "only-shortlist", list(chosen)):
                self._narrow(page, replace(query, shortlist=bool(chosen)))
            case Event("change", name, list(values)):
                self._narrow(page, query.choose(name, values))
            case Event("action", "remove", str(value)):
                self._narrow(page, _without(query, value))
                page.focus("results")
            case Event("action", "clear"):
                self._narrow(page, Query(sort=query.sort))
                page.focus("results")
            case Event("action", "more"):
                self._show_more(page, query)
            case Event("action", "results"):
                page.go(replace=False, **place_of(_closed(query)))
                self._arrive(page, _closed(query))
            case Event("action", "shortlist", str(slug)):
                self._keep(page, self.catalogue.get(slug))
            case Event("action", "adapt", str(slug)):
                path = self.catalogue.get(slug).path
                text = path.read_text(encoding="utf-8")
                page.download(path.name, text, "application/x-ipynb+json")

    def _narrow(self, page: Page, query: Query, *, replace: bool = False) -> None:
        place = place_of(query)
        if place == page.place:  # a search box says once more what it holds when it is left
            return
        page.go(replace=replace, **place)
        page.announce(results_heading(self.catalogue, query, _shortlist(page)))

    def _show_more(self, page: Page, query: Query) -> None:
        """Show more results and move the focus to the first of them."""
        found = answer(self.catalogue, query, _shortlist(page)).cases
        if query.show < len(found):
            page.focus(f"card-{found[query.show].slug}")
        page.go(replace=True, **place_of(replace(query, show=query.show + FIRST)))

    def _arrive(self, page: Page, query: Query) -> None:
        """Move the focus to what was asked for: a source, a case, or back where one was opened."""
        if query.source:
            page.focus(f"source-{query.source}")
        elif query.case:
            page.focus("case-heading")
        elif self._opened:
            page.focus(f"card-{self._opened}")
        self._opened = query.case

    def _keep(self, page: Page, case: CaseStudy) -> None:
        kept = _shortlist(page)
        kept = (
            [slug for slug in kept if slug != case.slug]
            if case.slug in kept
            else [*kept, case.slug]
        )
        page.store.set("shortlist", list(kept))
        done = "Added to" if case.slug in kept else "Removed from"
        page.announce(f"{done} your shortlist. Cases on it: {len(kept)}.")


def _shortlist(page: Page) -> list[str]:
    kept = page.store.values.get("shortlist", [])
    return [str(slug) for slug in kept] if isinstance(kept, list) else []


def _closed(query: Query) -> Query:
    return replace(query, case="", source="")


def _source_address(case: CaseStudy, query: Query, number: int) -> str:
    if number not in (source.id for source in case.sources):
        return ""
    return address(replace(query, source=str(number)))


def _without(query: Query, value: str) -> Query:
    """Take one chosen word away: ``status=stopped``."""
    name, _, word = value.partition("=")
    return query.choose(name, [one for one in query.filters.get(name, ()) if one != word])
