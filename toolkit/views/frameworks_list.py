"""The list of frameworks: what was found, what it can be narrowed by, what is to be compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from toolkit.frameworks.framework import FORCES, KINDS, Framework
from toolkit.frameworks.query import FACETS, Answer, Facet, Query
from toolkit.language import _, ngettext
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["frameworks_list", "heading_of"]

OPEN_AT_FIRST = ("force",)  # few, or a small screen is all filters
_COLOURS = {"binding": "red", "unknown": "yellow", "choice": "blue", "elsewhere": "grey"}


def frameworks_list(
    found: Answer,
    query: Query,
    chosen: Sequence[Framework],
    *,
    address: Callable[[Query], str],
    notes: Sequence[str] = (),
) -> Markup:
    """Return the HTML of the list for a query.

    Parameters
    ----------
    found : Answer
        What there is for the query.
    query : Query
        What the visitor asks for.
    chosen : sequence of Framework
        What is to be compared.
    address : callable
        Given a query, the address that leads to it.
    notes : sequence of str
        What in the address was not understood.

    Returns
    -------
    markupsafe.Markup
        Filters, then what was found.
    """
    return render(
        "frameworks",
        notes=notes,
        heading=heading_of(found, query),
        narrowed=query.narrowed,
        instead=found.instead,
        search=_search(query),
        facets=[_facet(facet, found, query) for facet in FACETS],
        frameworks=[
            {
                "it": one,
                "address": address(replace(query, open=one.id)),
                "tags": _tags(one),
                "on": one.id in query.compare,
            }
            for one in found.frameworks
        ],
        chosen=chosen,
        compare=address(replace(query, open="compare")),
    )


def heading_of(found: Answer, query: Query) -> str:
    """Return how many were found, in words.

    Parameters
    ----------
    found : Answer
        What was found.
    query : Query
        What was asked for.

    Returns
    -------
    str
        For example ``12 frameworks``.
    """
    count = len(found.frameworks)
    told = (
        ngettext("{count} framework found", "{count} frameworks found", count)
        if query.narrowed
        else ngettext("All {count} framework", "All {count} frameworks", count)
    )
    return told.format(count=count)


def _search(query: Query) -> Markup:
    return component(
        "input",
        {
            "id": "q",
            "name": "q",
            "type": "search",
            "value": query.text,
            "label": {"text": _("Words to look for")},
            "hint": {"text": _("For example: equality, register, suppliers")},
            "attributes": {"data-live": "", "data-keep": "no", "autocomplete": "off"},
        },
    )


def _facet(facet: Facet, found: Answer, query: Query) -> dict[str, Any]:
    """Return one group of filters; a word that leads nowhere is greyed out."""
    chosen = query.filters.get(facet.name, ())
    items = [
        {
            "value": word,
            "text": f"{_(facet.words[word])} ({count})",
            "checked": word in chosen,
            "disabled": not count and word not in chosen,
            "attributes": {"data-keep": "no"},
        }
        for word, count in found.counts[facet.name].items()
    ]
    legend = {"text": _(facet.label), "classes": "govuk-visually-hidden"}
    boxes = component(
        "checkboxes",
        {
            "name": facet.name,
            "idPrefix": facet.name,
            "classes": "govuk-checkboxes--small",
            "fieldset": {"legend": legend},
            "items": items,
        },
    )
    first = facet.name in OPEN_AT_FIRST
    opened = bool(chosen) or first
    return {"label": _(facet.label), "chosen": len(chosen), "open": opened, "boxes": boxes}


def _tags(one: Framework) -> Markup:
    texts = ((_(FORCES[one.force]), _COLOURS[one.force]), (_(KINDS[one.kind]), "grey"))
    return Markup(" ").join(
        component("tag", {"text": text, "classes": f"govuk-tag--{colour}"})
        for text, colour in texts
    )
