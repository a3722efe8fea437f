"""The explorer: find a case study, read the whole of it in place, keep a shortlist."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue, load_catalogue
from toolkit.cases.publication import free_to_adapt
from toolkit.cases.query import FIRST, MOST_COMPARED, Query, place_of, read_query
from toolkit.identity import Identity, load_identity
from toolkit.language import _
from toolkit.views.bridge import Bridge
from toolkit.views.chart import give_numbers
from toolkit.views.explore.files import give_cases, give_catalogue
from toolkit.views.explore.library import Library
from toolkit.views.explore.overview import finding_of
from toolkit.views.explore.screens import case_screen, closed, comparison_screen, results_screen
from toolkit.views.explore.shortlist import NOT_TWO_OR_THREE
from toolkit.views.page import Event, Page
from toolkit.views.results import results_heading
from toolkit.views.store import Store

__all__ = ["Explorer", "show_explorer"]


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


class Explorer:
    """Draws a screen, and turns what a visitor does into a query.

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
        self.library = Library(catalogue, identity, today)
        self.catalogue = catalogue
        self._seen = Query()
        self._error = ""
        store = Store("explore-case-studies")
        self.page = Page(store, draw=self.draw, act=self.act, owns_place=True)

    def draw(self, page: Page) -> Markup:
        """Return the open case, the cases side by side, or the results."""
        page.figures.clear()
        query, notes = read_query(page.place, self.catalogue)
        if query.case:
            return case_screen(self.library, page, query)
        if query.compare:
            return comparison_screen(self.library, page, query)
        return results_screen(self.library, page, query, notes=notes, error=self._error)

    def act(self, page: Page, event: Event) -> None:
        """Turn an event into another place, a longer shortlist or a file."""
        query, __ = read_query(page.place, self.catalogue)
        self._error = ""
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
            case Event("change", name, list(values)) if name != "compare":
                self._narrow(page, query.choose(name, values))
            case Event("action", name, value):
                self._do(page, query, name, str(value or ""))

    def _do(self, page: Page, query: Query, name: str, value: str) -> None:
        match name:
            case "remove":
                self._narrow(page, _without(query, value))
                page.focus("results")
            case "clear":
                self._narrow(page, Query(sort=query.sort, view=query.view))
                page.focus("results")
            case "near":
                self._narrow(page, replace(query.choose("place", value.split(",")), view="list"))
                page.focus("results")
            case "view":
                self._narrow(page, replace(query, view=value))
            case "more":
                self._show_more(page, query)
            case "results":
                page.go(replace=False, **place_of(closed(query)))
                self._arrive(page, closed(query))
            case "compare":
                self._compare(page, query)
            case "shortlist":
                self._keep(page, self.catalogue.get(value))
            case _:
                self._hand_out(page, query, name, value)

    def _hand_out(self, page: Page, query: Query, name: str, value: str) -> None:
        library = self.library
        match name:
            case "adapt" if free_to_adapt(self.catalogue.get(value)):
                path = self.catalogue.get(value).path
                page.download(
                    path.name, path.read_text(encoding="utf-8"), "application/x-ipynb+json"
                )
            case "take":
                cases = (
                    [self.catalogue.get(query.case)] if query.case else library.shortlisted(page)
                )
                give_cases(
                    page,
                    value,
                    cases,
                    self.catalogue.vocabulary,
                    library.edition,
                    name=query.case or "case-study-shortlist",
                    on=library.today,
                )
            case "catalogue":
                version = library.edition.version
                give_catalogue(page, value, self.catalogue, version=version, on=library.today)
            case "numbers":
                found = library.answer(page, query).cases
                finding = finding_of(query, found, self.catalogue.vocabulary)
                if finding:
                    give_numbers(page, finding, f"case-studies-{query.view}")

    def _narrow(self, page: Page, query: Query, *, replace: bool = False) -> None:
        place = place_of(query)
        if place == page.place:  # a search box says once more what it holds when it is left
            return
        page.go(replace=replace, **place)
        self._seen = query
        found = self.library.answer(page, query)
        heading = results_heading(self.catalogue, query, found)
        finding = finding_of(query, found.cases, self.catalogue.vocabulary) if found.cases else None
        page.announce(f"{heading}. {finding.sentence}" if finding else heading)

    def _show_more(self, page: Page, query: Query) -> None:
        """Show more results and move the focus to the first of them."""
        found = self.library.answer(page, query).cases
        if query.show < len(found):
            page.focus(f"card-{found[query.show].slug}")
        page.go(replace=True, **place_of(replace(query, show=query.show + FIRST)))

    def _arrive(self, page: Page, query: Query) -> None:
        """Move the focus to what was asked for: a source, a case, or back where one was opened."""
        seen, self._seen = self._seen, query
        if query.source:
            page.focus(f"source-{query.source}")
        elif query.case:
            page.focus("case-heading")
        elif query.compare:
            page.focus("comparison-heading")
        elif seen.case:
            page.focus(f"card-{seen.case}")
        elif query.shortlist and not seen.shortlist:
            page.focus("shortlist-heading")
        elif seen.compare or query.view != seen.view:
            page.focus("results")

    def _compare(self, page: Page, query: Query) -> None:
        ticked = self.library.ticked(page)
        if not 2 <= len(ticked) <= MOST_COMPARED:
            self._error = _(NOT_TWO_OR_THREE)
            page.announce(_(NOT_TWO_OR_THREE))
            page.focus("compare")
            return
        page.go(replace=False, **place_of(replace(query, compare=tuple(ticked))))
        self._arrive(page, replace(query, compare=tuple(ticked)))

    def _keep(self, page: Page, case: CaseStudy) -> None:
        kept = self.library.shortlist(page)
        kept = (
            [slug for slug in kept if slug != case.slug]
            if case.slug in kept
            else [*kept, case.slug]
        )
        page.store.set("shortlist", list(kept))
        told = (
            _("Added to your shortlist. Cases on it: {count}.")
            if case.slug in kept
            else _("Removed from your shortlist. Cases on it: {count}.")
        )
        page.announce(told.format(count=len(kept)))


def _without(query: Query, value: str) -> Query:
    """Take one chosen word away: ``status=stopped``."""
    name, __, word = value.partition("=")
    return query.choose(name, [one for one in query.filters.get(name, ()) if one != word])
