"""The list of results in the explorer: what was found, what can be filtered by, in what order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue
from toolkit.cases.facet import FACETS, SORTS, Facet
from toolkit.cases.query import FIRST, Answer, Query, answer
from toolkit.views.card import case_card
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["results", "results_heading", "shortlist_button"]

OPEN_AT_FIRST = ("teaches",)  # few, or a small screen is all filters


def results(
    catalogue: Catalogue,
    query: Query,
    shortlist: Collection[str],
    *,
    address: Callable[[Query], str],
    notes: Sequence[str] = (),
) -> Markup:
    """Return the HTML of the list for a query.

    Parameters
    ----------
    catalogue : Catalogue
        The cases.
    query : Query
        What the visitor asks for.
    shortlist : collection of str
        The names of the cases on the visitor's shortlist.
    address : callable
        Given a query, the address that leads to it.
    notes : sequence of str
        What in the address was not understood.

    Returns
    -------
    markupsafe.Markup
        Filters, then results.
    """
    found = answer(catalogue, query, shortlist)
    return render(
        "explorer",
        notes=notes,
        errors=[
            {"name": one.file.rsplit("/", 1)[-1], "problems": one.problems}
            for one in catalogue.errors
        ],
        errors_heading=_errors_heading(len(catalogue.errors)),
        heading=results_heading(catalogue, query, shortlist),
        search=_search(query),
        shortlist=_only_shortlist(query, shortlist),
        facets=[_facet(catalogue, query, facet, found) for facet in FACETS],
        chosen=_chosen(catalogue, query),
        narrowed=query.narrowed,
        instead=found.instead,
        sort=_sort(query),
        cards=[
            case_card(
                case,
                catalogue.vocabulary,
                address=address(replace(query, case=case.slug)),
                button=shortlist_button(case, shortlist),
            )
            for case in found.cases[: query.show]
        ],
        more=min(FIRST, len(found.cases) - query.show),
    )


def results_heading(catalogue: Catalogue, query: Query, shortlist: Collection[str]) -> str:
    """Return how many cases a query finds, as a visitor sees and hears it.

    Parameters
    ----------
    catalogue : Catalogue
        The cases.
    query : Query
        What the visitor asks for.
    shortlist : collection of str
        The names of the cases on the visitor's shortlist.

    Returns
    -------
    str
        For example ``3 of 16 case studies``.
    """
    found = len(answer(catalogue, query, shortlist).cases)
    total = len(catalogue.cases)
    if not query.narrowed:
        return f"{total} case stud{'y' if total == 1 else 'ies'}"
    return f"{found or 'None'} of {total} case studies"


def shortlist_button(case: CaseStudy, shortlist: Collection[str]) -> Markup:
    """Return the button that puts a case on the shortlist, or takes it off.

    Parameters
    ----------
    case : CaseStudy
        The case.
    shortlist : collection of str
        The names of the cases on the visitor's shortlist.

    Returns
    -------
    markupsafe.Markup
        A button whose pressed state says whether the case is on the list.
    """
    return render("shortlist-button", case=case, on=case.slug in shortlist)


def _errors_heading(count: int) -> str:
    return f"{count} case stud{'y' if count == 1 else 'ies'} could not be shown: see why"


def _search(query: Query) -> Markup:
    return component(
        "input",
        {
            "id": "q",
            "name": "q",
            "type": "search",
            "value": query.text,
            "label": {"text": "Words to look for"},
            "hint": {"text": "For example: phones, Wigan, wrong answers"},
            "attributes": {"data-live": "", "data-keep": "no", "autocomplete": "off"},
        },
    )


def _only_shortlist(query: Query, shortlist: Collection[str]) -> Markup:
    text = f"Only my shortlist ({len(shortlist)})"
    box = {"value": "yes", "text": text, "checked": query.shortlist}
    if not shortlist and not query.shortlist:
        return Markup("")
    return _boxes("only-shortlist", "Shortlist", [box])


def _facet(catalogue: Catalogue, query: Query, facet: Facet, found: Answer) -> dict[str, Any]:
    """Return one group of filters. Words no case has are left out; a dead end is greyed out."""
    chosen = query.filters.get(facet.name, ())
    ever = catalogue.counts(facet, {})
    boxes = [
        {
            "value": word,
            "text": f"{facet.label(catalogue.vocabulary, word)} ({count})",
            "checked": word in chosen,
            "disabled": not count and word not in chosen,
        }
        for word, count in found.counts[facet.name].items()
        if ever[word]
    ]
    label = catalogue.vocabulary[facet.group].label
    return {
        "label": label,
        "chosen": len(chosen),
        "open": bool(chosen) or facet.name in OPEN_AT_FIRST,
        "boxes": _boxes(facet.name, label, boxes),
    }


def _boxes(name: str, legend: str, boxes: list[dict[str, Any]]) -> Markup:
    return component(
        "checkboxes",
        {
            "name": name,
            "idPrefix": name,
            "classes": "govuk-checkboxes--small",
            "fieldset": {"legend": {"text": legend, "classes": "govuk-visually-hidden"}},
            "items": [{**box, "attributes": {"data-keep": "no"}} for box in boxes],
        },
    )


def _chosen(catalogue: Catalogue, query: Query) -> list[dict[str, str]]:
    return [
        {"value": f"{facet.name}={word}", "label": facet.label(catalogue.vocabulary, word)}
        for facet in FACETS
        for word in query.filters.get(facet.name, ())
    ]


def _sort(query: Query) -> Markup:
    best = [{"value": "", "text": "Best match first", "selected": not query.sort}]
    current = query.sort or "strength"
    items = [
        {
            "value": name,
            "text": text,
            "selected": name == current and not (query.text and not query.sort),
        }
        for name, (text, _) in SORTS.items()
    ]
    return component(
        "select",
        {
            "id": "sort",
            "name": "sort",
            "label": {"text": "In this order"},
            "items": [*(best if query.text else []), *items],
            "attributes": {"data-keep": "no"},
        },
    )
