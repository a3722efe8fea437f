"""Add, remove and move one of several rows of a draft, and keep what refers to it right."""

from __future__ import annotations

import re

from toolkit.cases.draft import Values, keys_of
from toolkit.cases.field import section_name
from toolkit.cases.text import HEADINGS
from toolkit.yamlfile import Json

__all__ = ["Changes", "add_row", "move_row", "remove_row"]

Changes = dict[str, Json]

_CITATION = re.compile(r"(\s?)\[(\d{1,3})\](?!\()")


def add_row(values: Values, field: str) -> tuple[str, Changes]:
    """Return the key of a new row at the end, and what changes in the draft.

    Parameters
    ----------
    values : mapping
        A draft.
    field : str
        For example ``sources``.

    Returns
    -------
    str, dict
        The key, and new values by name.

    Examples
    --------
    >>> add_row({"sources": ["1", "3"]}, "sources")
    ('4', {'sources': ['1', '3', '4']})
    """
    keys = keys_of(values, field)
    used = [int(key) for key in keys if key.isdecimal()]
    key = str(max(used, default=0) + 1)
    return key, {field: [*keys, key]}


def remove_row(values: Values, field: str, key: str) -> Changes:
    """Return what changes where a row is removed; None stands for a value that goes.

    Parameters
    ----------
    values : mapping
        A draft.
    field : str
        For example ``sources``; the numbers in the texts then follow, and those of the source
        that goes are taken out.
    key : str
        The row.

    Returns
    -------
    dict
        New values by name.
    """
    old = keys_of(values, field)
    kept = [one for one in old if one != key]
    start = f"{field}.{key}"
    gone: Changes = {name: None for name in values if name == start or name.startswith(f"{start}.")}
    return {field: [*kept], **gone, **_renumbered(values, field, old, kept)}


def move_row(values: Values, field: str, key: str, by: int) -> Changes:
    """Return what changes where a row moves up (-1) or down (1).

    Parameters
    ----------
    values : mapping
        A draft.
    field : str
        For example ``sources``; the numbers in the texts then follow.
    key : str
        The row.
    by : int
        How far. A row at the end stays where it is.

    Returns
    -------
    dict
        New values by name.
    """
    old = keys_of(values, field)
    place = old.index(key) + by
    if not 0 <= place < len(old):
        return {}
    moved = [one for one in old if one != key]
    moved.insert(place, key)
    return {field: [*moved], **_renumbered(values, field, old, moved)}


def _renumbered(values: Values, field: str, old: list[str], new: list[str]) -> Changes:
    """Return the texts whose citations change when the sources are in another order."""
    if field != "sources":
        return {}
    numbers = {old.index(key) + 1: new.index(key) + 1 if key in new else 0 for key in old}

    def cite(found: re.Match[str]) -> str:
        number = numbers.get(int(found[2]), int(found[2]))
        return f"{found[1]}[{number}]" if number else ""

    texts = {name: values.get(name) for name in map(section_name, HEADINGS)}
    changed = {
        name: _CITATION.sub(cite, text) for name, text in texts.items() if isinstance(text, str)
    }
    return {name: text for name, text in changed.items() if text != texts[name]}
