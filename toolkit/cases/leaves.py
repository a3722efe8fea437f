"""The texts inside the front matter of a case study, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.cases.field import Field, load_fields
from toolkit.language import _

__all__ = ["Path", "field_at", "place_of", "texts_in"]

Path = tuple[str | int, ...]

_DEEPEST = 3  # a field, one of several, and a part of it: nothing a case may say lies deeper


def texts_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield the texts inside a value, each with its place.

    Parameters
    ----------
    value : object
        What a file held, right or wrong.
    path : tuple of str and int
        The place of `value` itself.

    Yields
    ------
    tuple, str
        Place and text; nothing from deeper than a case study can go.

    Examples
    --------
    >>> list(texts_in({"title": "Tea", "lessons": [{"text": "Boil.", "source": 1}]}))
    [(('title',), 'Tea'), (('lessons', 0, 'text'), 'Boil.')]
    """
    if isinstance(value, str):
        yield path, value
    elif len(path) < _DEEPEST and isinstance(value, dict | list):
        inside = value.items() if isinstance(value, dict) else enumerate(value)
        for step, part in inside:
            yield from texts_in(part, (*path, step))


def field_at(path: Path) -> Field | None:
    """Return the field, or the part of one, that a place belongs to.

    Parameters
    ----------
    path : tuple of str and int
        A place that `texts_in` gave.

    Returns
    -------
    Field or None
        None where a case has no such field.

    Examples
    --------
    >>> field_at(("lessons", 0, "text")).label
    'Lesson'
    """
    field = load_fields().get(str(path[0]))
    names = [step for step in path[1:] if isinstance(step, str)]
    if field is None or not names:
        return field
    return next((part for part in field.parts if part.name == names[-1]), None)


def place_of(path: Path) -> str:
    """Return a place as a person would say it.

    Parameters
    ----------
    path : tuple of str and int
        A place that `texts_in` gave.

    Returns
    -------
    str
        For example ``lessons, item 1, text``.

    Examples
    --------
    >>> place_of(("lessons", 0, "text"))
    'lessons, item 1, text'
    """
    return ", ".join(
        _("item {number}").format(number=step + 1) if isinstance(step, int) else str(step)
        for step in path
    )
