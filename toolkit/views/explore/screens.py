"""The three screens of the explorer: the results, cases side by side, one case open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.likeness import cases_like
from toolkit.cases.publication import free_to_adapt
from toolkit.cases.query import VIEWS, Query
from toolkit.language import _
from toolkit.views.case import case_text
from toolkit.views.explore.alike import alike
from toolkit.views.explore.comparison import comparison, comparison_heading
from toolkit.views.explore.files import CASE_FORMS
from toolkit.views.explore.library import Library, address
from toolkit.views.explore.overview import overview
from toolkit.views.explore.shortlist import shortlist_panel
from toolkit.views.page import Page
from toolkit.views.results import results, results_heading, shortlist_button
from toolkit.views.template import render

__all__ = ["case_screen", "closed", "comparison_screen", "results_screen"]


def results_screen(
    library: Library, page: Page, query: Query, *, notes: Sequence[str], error: str
) -> Markup:
    """Return the results, in the view that was asked for.

    Parameters
    ----------
    library : Library
        The cases.
    page : Page
        The page that is being drawn.
    query : Query
        What the visitor asks for.
    notes : sequence of str
        What in the address was not understood.
    error : str
        What was wrong with the choice of cases to compare; empty where nothing was.

    Returns
    -------
    markupsafe.Markup
        Filters and results.
    """
    catalogue, found = library.catalogue, library.answer(page, query)
    page.title = library.title(results_heading(catalogue, query, found))
    panel = overviewed = None
    if query.shortlist:
        kept = library.shortlisted(page)
        ticked = library.ticked(page)
        panel = shortlist_panel(query, kept, ticked=ticked, error=error, address=address)
    if query.view != VIEWS[0] and found.cases:
        overviewed = overview(
            page,
            query,
            found.cases,
            catalogue.vocabulary,
            address=address,
            outline=lambda: library.outline,
        )
    return results(
        catalogue,
        query,
        library.shortlist(page),
        found=found,
        address=address,
        panel=panel or Markup(""),
        overview=overviewed,
        notes=notes,
    )


def comparison_screen(library: Library, page: Page, query: Query) -> Markup:
    """Return the cases that were asked for side by side.

    Parameters
    ----------
    library : Library
        The cases.
    page : Page
        The page that is being drawn.
    query : Query
        What the visitor asks for.

    Returns
    -------
    markupsafe.Markup
        A table.
    """
    cases = [library.catalogue.get(slug) for slug in query.compare]
    page.title = library.title(comparison_heading(cases))
    return comparison(query, cases, library.catalogue.vocabulary, address=address)


def case_screen(library: Library, page: Page, query: Query) -> Markup:
    """Return one case, all of it.

    Parameters
    ----------
    library : Library
        The cases.
    page : Page
        The page that is being drawn.
    query : Query
        What the visitor asks for.

    Returns
    -------
    markupsafe.Markup
        Its facts, text and sources, and cases like it.
    """
    catalogue = library.catalogue
    case = catalogue.get(query.case)
    page.title = library.title(case.title)
    text = case_text(
        case,
        catalogue.vocabulary,
        source_address=lambda number: _source_address(case, query, number),
        contact=library.identity.corrections,
        today=library.today,
        edition=library.edition,
        forms={form: _(label) for form, label in CASE_FORMS.items()},
    )
    like = cases_like(case, catalogue.cases, library.terms)
    return render(
        "explorer-case",
        case=case,
        text=text,
        adapt=free_to_adapt(case),
        alike=alike(case, like, query, catalogue.vocabulary, address=address),
        button=shortlist_button(case, library.shortlist(page)),
        back=address(closed(query)),
    )


def closed(query: Query) -> Query:
    """Return the query with neither a case nor a comparison open.

    Parameters
    ----------
    query : Query
        What the visitor asks for.

    Returns
    -------
    Query
        The results it came from.
    """
    return replace(query, case="", source="", compare=())


def _source_address(case: CaseStudy, query: Query, number: int) -> str:
    if number not in (source.id for source in case.sources):
        return ""
    return address(replace(query, source=str(number)))
