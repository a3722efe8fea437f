"""The results in the explorer: what was found, in the view that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue
from toolkit.cases.query import FIRST, VIEWS, Answer, Query
from toolkit.language import N_, _, ngettext
from toolkit.views.card import case_card
from toolkit.views.explore import filters
from toolkit.views.explore.files import CATALOGUE_FORMS
from toolkit.views.template import render

__all__ = ["how_many_cases", "results", "results_heading", "shortlist_button"]

_VIEWS = {
    "list": N_("List"),
    "timeline": N_("By year"),
    "map": N_("Map"),
    "evidence": N_("Evidence"),
}


def results(
    catalogue: Catalogue,
    query: Query,
    shortlist: Collection[str],
    *,
    found: Answer,
    address: Callable[[Query], str],
    panel: Markup,
    overview: Markup | None,
    notes: Sequence[str] = (),
) -> Markup:
    """Return the HTML of the results of a query.

    Parameters
    ----------
    catalogue : Catalogue
        The cases.
    query : Query
        What the visitor asks for.
    shortlist : collection of str
        The names of the cases on the visitor's shortlist.
    found : Answer
        What the catalogue holds for the query.
    address : callable
        Given a query, the address that leads to it.
    panel : markupsafe.Markup
        What can be done with the shortlist, where it is shown.
    overview : markupsafe.Markup or None
        What stands in place of the list; None for the list.
    notes : sequence of str
        What in the address was not understood.

    Returns
    -------
    markupsafe.Markup
        Filters, then results.
    """
    groups = filters.filter_groups(catalogue, query, found)
    return render(
        "explorer",
        notes=notes,
        errors=[
            {"name": one.file.rsplit("/", 1)[-1], "problems": one.problems}
            for one in catalogue.errors
        ],
        errors_heading=_errors_heading(len(catalogue.errors)),
        heading=results_heading(catalogue, query, found),
        search=filters.search_box(query),
        shortlist=filters.shortlist_box(query, shortlist),
        groups=groups,
        folded=sum(group["chosen"] for group in groups if not group["at_hand"]),
        chosen=filters.chosen_filters(catalogue, query),
        narrowed=query.narrowed,
        instead=found.instead,
        views=_views(query, address),
        kept=len(shortlist) if shortlist and not query.shortlist else 0,
        to_shortlist=address(Query(shortlist=True)),
        panel=panel,
        overview=overview if found.cases else None,
        sort=filters.sort_box(query),
        cards=_cards(catalogue, query, shortlist, found, address),
        more=min(FIRST, len(found.cases) - query.show),
        forms={form: _(label) for form, label in CATALOGUE_FORMS.items()},
    )


def _cards(
    catalogue: Catalogue,
    query: Query,
    shortlist: Collection[str],
    found: Answer,
    address: Callable[[Query], str],
) -> list[Markup]:
    if query.view != VIEWS[0]:
        return []
    return [
        case_card(
            case,
            catalogue.vocabulary,
            address=address(replace(query, case=case.slug)),
            button=shortlist_button(case, shortlist),
        )
        for case in found.cases[: query.show]
    ]


def _views(query: Query, address: Callable[[Query], str]) -> list[dict[str, Any]]:
    return [
        {
            "name": view,
            "label": _(label),
            "here": view == query.view,
            "address": address(replace(query, view=view)),
        }
        for view, label in _VIEWS.items()
    ]


def how_many_cases(total: int) -> str:
    """Return a number of cases in words.

    Parameters
    ----------
    total : int
        How many; 0 or more.

    Returns
    -------
    str
        For example ``16 case studies``.
    """
    return ngettext("{total} case study", "{total} case studies", total).format(total=total)


def results_heading(catalogue: Catalogue, query: Query, found: Answer) -> str:
    """Return how many cases a query finds, as a visitor sees and hears it.

    Parameters
    ----------
    catalogue : Catalogue
        The cases.
    query : Query
        What the visitor asks for.
    found : Answer
        What the catalogue holds for it.

    Returns
    -------
    str
        For example ``3 of 16 case studies``.
    """
    total = len(catalogue.cases)
    if not query.narrowed:
        return how_many_cases(total)
    if not found.cases:
        return _("None of {total} case studies").format(total=total)
    return _("{count} of {total} case studies").format(count=len(found.cases), total=total)


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
    return ngettext(
        "{count} case study could not be shown: see why",
        "{count} case studies could not be shown: see why",
        count,
    ).format(count=count)
