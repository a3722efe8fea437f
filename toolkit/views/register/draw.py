"""The register as the page shows it: the table, what to take away, what else can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from toolkit.assessment.register.entry import Entry
from toolkit.assessment.register.export import published_words
from toolkit.assessment.register.register import ORDERS, Order, review_words
from toolkit.day import day_in_words
from toolkit.language import _
from toolkit.views.form import component
from toolkit.views.template import render
from toolkit.views.upload import files_input

__all__ = ["draw_register"]


def draw_register(
    entries: Sequence[Entry],
    *,
    order: Order,
    told: Sequence[str],
    today: date,
    clearing: bool,
    where: str,
) -> Markup:
    """Return the register.

    Parameters
    ----------
    entries : sequence of Entry
        The proposals, in the order to list them.
    order : str
        That order.
    told : sequence of str
        What the last files said of themselves: refused, copied, changed.
    today : date
        The day to hold review dates against.
    clearing : bool
        Whether the visitor is asked if everything is to be deleted.
    where : str
        Where the answers go, in words for the visitor.

    Returns
    -------
    Markup
        The page.
    """
    if clearing:
        return render("register-clear", entries=entries)
    overdue = sum(_late(entry, today) and not entry.example for entry in entries)
    return render(
        "register",
        rows=[
            (entry, review_words(entry.review, today), _saved(entry.saved), _late(entry, today))
            for entry in entries
        ],
        overdue=overdue,
        published=published_words,
        order=_order(order),
        told=told,
        where=where,
        upload=files_input(
            "register-upload",
            "proposals",
            label=_("Add saved proposals") if entries else _("Load saved proposals"),
            hint=_("Choose all of them at once: the JSON files that the self-assessment saved."),
        ),
    )


def _late(entry: Entry, today: date) -> bool:
    return entry.review is not None and entry.review < today


def _saved(text: str) -> str:
    """Return the date of a file in words; what is no date is shown as it is."""
    try:
        return day_in_words(date.fromisoformat(text))
    except ValueError:
        return text or _("Not known")


def _order(chosen: Order) -> Markup:
    items = [
        {"value": name, "text": _(text), "selected": name == chosen}
        for name, text in ORDERS.items()
    ]
    return component(
        "select",
        {"id": "register-order", "name": "order", "label": {"text": _("Sort by")}, "items": items},
    )
