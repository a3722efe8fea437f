"""What the results can be narrowed by, and the order they can be put in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from toolkit.cases.catalogue import Catalogue
from toolkit.cases.facet import FACETS, SORTS, Facet
from toolkit.cases.query import Answer, Query
from toolkit.language import _
from toolkit.views.form import component

__all__ = ["chosen_filters", "filter_groups", "search_box", "shortlist_box", "sort_box"]

OPEN_AT_FIRST = ("teaches",)  # few, or a small screen is all filters
AT_HAND = ("teaches", "use_case", "status", "strength", "service_area")  # the others fold away


def filter_groups(catalogue: Catalogue, query: Query, found: Answer) -> list[dict[str, Any]]:
    """Return the groups of filters, those most looked for first.

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
    list of dict
        ``name``, ``label``, how many words are ``chosen``, whether it stands ``open`` and is
        ``at_hand``, its ``boxes``, and what to say of ``more`` words than are offered.
    """
    groups = [_group(catalogue, query, facet, found) for facet in FACETS]
    return sorted(groups, key=lambda group: not group["at_hand"])


def _group(catalogue: Catalogue, query: Query, facet: Facet, found: Answer) -> dict[str, Any]:
    """Return one group. Words no case has are left out; a dead end is greyed out."""
    chosen = query.filters.get(facet.name, ())
    ever = catalogue.ever[facet.name]
    offered = _most(found.counts[facet.name], ever, chosen, facet.most)
    boxes = [
        {
            "value": word,
            "text": f"{facet.label(catalogue.vocabulary, word)} ({count})",
            "checked": word in chosen,
            "disabled": not count and word not in chosen,
        }
        for word, count in found.counts[facet.name].items()
        if word in offered
    ]
    label = catalogue.vocabulary[facet.group].label
    left = sum(map(bool, ever.values())) - len(boxes)
    return {
        "name": facet.name,
        "label": label,
        "chosen": len(chosen),
        "open": bool(chosen) or facet.name in OPEN_AT_FIRST,
        "at_hand": facet.name in AT_HAND,
        "boxes": _boxes(facet.name, label, boxes),
        "more": _("{left} more can be found by their name in the search box.").format(left=left)
        if left
        else "",
    }


def _most(
    now: Mapping[str, int], ever: Mapping[str, int], chosen: Collection[str], most: int
) -> set[str]:
    """Return the words to offer: all that some case has, or those with most cases now."""
    known = [word for word, count in ever.items() if count]
    if not most:
        return set(known)
    leading = sorted(known, key=lambda word: (-now[word], -ever[word], word))[:most]
    return {*leading, *chosen}


def search_box(query: Query) -> Markup:
    """Return the box for words.

    Parameters
    ----------
    query : Query
        What the visitor asks for.

    Returns
    -------
    markupsafe.Markup
        It answers while a visitor types.
    """
    return component(
        "input",
        {
            "id": "q",
            "name": "q",
            "type": "search",
            "value": query.text,
            "label": {"text": _("Words to look for")},
            "hint": {"text": _("For example: phones, Wigan, wrong answers")},
            "attributes": {"data-live": "", "data-keep": "no", "autocomplete": "off"},
        },
    )


def shortlist_box(query: Query, shortlist: Collection[str]) -> Markup:
    """Return the box that narrows the results to the shortlist; nothing where that is empty.

    Parameters
    ----------
    query : Query
        What the visitor asks for.
    shortlist : collection of str
        The names of the cases on it.

    Returns
    -------
    markupsafe.Markup
        A checkbox.
    """
    text = _("Only my shortlist ({count})").format(count=len(shortlist))
    box = {"value": "yes", "text": text, "checked": query.shortlist}
    if not shortlist and not query.shortlist:
        return Markup("")
    return _boxes("only-shortlist", _("Shortlist"), [box])


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


def chosen_filters(catalogue: Catalogue, query: Query) -> list[dict[str, str]]:
    """Return the words chosen, each to be taken away again.

    Parameters
    ----------
    catalogue : Catalogue
        The cases.
    query : Query
        What the visitor asks for.

    Returns
    -------
    list of dict
        ``value`` for the action ``remove``, and ``label``.
    """
    return [
        {"value": f"{facet.name}={word}", "label": facet.label(catalogue.vocabulary, word)}
        for facet in FACETS
        for word in query.filters.get(facet.name, ())
    ]


def sort_box(query: Query) -> Markup:
    """Return the orders to choose from.

    Parameters
    ----------
    query : Query
        What the visitor asks for.

    Returns
    -------
    markupsafe.Markup
        A select; best match is offered only for words.
    """
    best = [{"value": "", "text": _("Best match first"), "selected": not query.sort}]
    current = query.sort or "strength"
    items = [
        {
            "value": name,
            "text": _(text),
            "selected": name == current and not (query.text and not query.sort),
        }
        for name, (text, __) in SORTS.items()
    ]
    return component(
        "select",
        {
            "id": "sort",
            "name": "sort",
            "label": {"text": _("In this order")},
            "items": [*(best if query.text else []), *items],
            "attributes": {"data-keep": "no"},
        },
    )
