"""What a visitor does with one of several sources, results and the like."""

from __future__ import annotations

from toolkit.cases.draft import keys_of
from toolkit.cases.field import load_fields
from toolkit.cases.rows import add_row, move_row, remove_row
from toolkit.language import _
from toolkit.views.adapt.drawing import Moment
from toolkit.views.page import Page

__all__ = ["change_rows", "undo"]


def change_rows(page: Page, moment: Moment, action: str, row: str) -> None:
    """Add, remove or move a row, say so, and put the focus where it belongs.

    Parameters
    ----------
    page : Page
        The form.
    moment : Moment
        Where what was removed is kept for a while.
    action : str
        ``row-add``, ``row-remove``, ``row-up`` or ``row-down``.
    row : str
        For example ``sources.2``, or ``sources`` for a new one.
    """
    values = page.store.values
    field, __, key = row.partition(".")
    keys, asked = keys_of(values, field), load_fields()[field]
    item = asked.item
    if action == "row-add":
        key, changes = add_row(values, field)
        page.announce(_("{item} {number} was added.").format(item=item, number=len(keys) + 1))
    elif key not in keys:
        return  # pressed twice: it is gone already
    elif action == "row-remove":
        changes = remove_row(values, field, key)
        moment.removed = f"{item} {keys.index(key) + 1}"
        moment.undo = {name: values.get(name) for name in changes}
        page.announce(
            _("{removed} was removed. You can put it back.").format(removed=moment.removed)
        )
    else:
        by = -1 if action == "row-up" else 1
        changes = move_row(values, field, key, by)
        number = keys.index(key) + 1
        page.announce(
            _("{item} {number} is now {same} {place}.").format(
                item=item, number=number, same=item.lower(), place=number + by
            )
        )
    page.store.update(changes)
    # A row that is one box has no heading of its own to be seen: the box takes the focus.
    row_id = f"adapt-{field}-{key}" if asked.kind == "texts" else f"adapt-{field}-row-{key}"
    page.focus("adapt-undo" if moment.removed else row_id)


def undo(page: Page, moment: Moment) -> None:
    """Put back what was removed last.

    Parameters
    ----------
    page : Page
        The form.
    moment : Moment
        Where it was kept.
    """
    field = next(iter(moment.undo), "")
    page.store.update(moment.undo)
    page.announce(_("{removed} is back.").format(removed=moment.removed))
    page.focus(f"adapt-{field}")
    moment.removed, moment.undo = "", {}
