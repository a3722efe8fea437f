"""What a case study is asked for, field by field, as its schema says: for form and spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from toolkit.schema import load_schema

__all__ = ["Field", "Kind", "Topic", "load_fields", "load_topics", "section_name"]

Kind = Literal[
    "text", "number", "date", "yes_no", "choice", "choices", "source", "texts", "rows", "parts"
]


_DATES = ("published", "review_due", "on", "date")


@dataclass(frozen=True)
class Field:
    """One thing that is asked for.

    Parameters
    ----------
    name : str
        Its name in the front matter, or ``text.what-happened`` for the text of a section.
    label, hint : str
        What a person reads above it; the hint may be empty.
    kind : str
        ``text``, ``number``, ``date``, ``yes_no``, ``choice`` or ``choices`` of controlled
        words, the number of a ``source``, several ``texts``, several ``rows`` of parts, or one
        set of ``parts``.
    required : bool
        Whether a case cannot do without it.
    lines : int
        How tall a box a text needs.
    words : str
        The group of the vocabulary that a choice comes from.
    parts : tuple of Field
        What a row or a set is made of.
    item : str
        What one of several is called, for example ``Source``.
    empty : bool
        Whether the front matter may say that there is no value.
    """

    name: str
    label: str
    hint: str
    kind: Kind
    required: bool = False
    lines: int = 1
    words: str = ""
    parts: tuple[Field, ...] = ()
    item: str = ""
    empty: bool = False


@dataclass(frozen=True)
class Topic:
    """Fields that are asked for together.

    Parameters
    ----------
    id, title, summary : str
        Its name in an address, its heading, and a sentence about it.
    fields : tuple of Field
        In the order asked.
    """

    id: str
    title: str
    summary: str
    fields: tuple[Field, ...]


def section_name(heading: str) -> str:
    """Return the name of the field for the text below a heading.

    Parameters
    ----------
    heading : str
        One of `toolkit.cases.text.HEADINGS`.

    Returns
    -------
    str
        The name.

    Examples
    --------
    >>> section_name("What people do")
    'text.what-people-do'
    """
    return "text." + "-".join(heading.lower().split())


@cache
def load_fields() -> Mapping[str, Field]:
    """Return every field of a case study by its name, in the order of the schema.

    Returns
    -------
    mapping of str to Field
        Front matter first, then the sections. ``kind`` and the numbers of sources are left
        out: nobody has to be asked for them.
    """
    schema: dict[str, Any] = load_schema("case-study")
    facts = _parts(schema)
    sections = (
        Field(section_name(heading), said["title"], said["hint"], "text", True, said["lines"])
        for heading, said in schema["sections"].items()
    )
    return MappingProxyType({field.name: field for field in (*facts, *sections)})


def load_topics() -> tuple[Topic, ...]:
    """Return the topics that the form asks about, in their order.

    Returns
    -------
    tuple of Topic
        Together they hold every field but the name of the case it was adapted from.
    """
    schema: dict[str, Any] = load_schema("case-study")
    fields = load_fields()
    return tuple(
        Topic(
            said["id"],
            said["title"],
            said["summary"],
            tuple(fields.get(name) or fields[section_name(name)] for name in said["fields"]),
        )
        for said in schema["topics"]
    )


def _parts(schema: dict[str, Any]) -> tuple[Field, ...]:
    required = schema.get("required", ())
    return tuple(
        _field(name, part, required=name in required)
        for name, part in schema["properties"].items()
        if name not in ("kind", "id") or "vocabulary" in part
    )


def _field(name: str, part: dict[str, Any], *, required: bool) -> Field:
    types = part["type"] if isinstance(part["type"], list) else [part["type"]]
    items = part.get("items", {})
    return Field(
        name,
        part["title"],
        part.get("hint", ""),
        _kind(name, part, types[0]),
        required,
        part.get("lines", items.get("lines", 1)),
        part.get("vocabulary", items.get("vocabulary", "")),
        _parts(items if "properties" in items else part) if _has_parts(part) else (),
        items.get("title", ""),
        "null" in types,
    )


def _has_parts(part: dict[str, Any]) -> bool:
    return "properties" in part or "properties" in part.get("items", {})


def _kind(name: str, part: dict[str, Any], of: str) -> Kind:
    if of == "array":
        items = part["items"]
        plain: Kind = "choices" if "vocabulary" in items else "texts"
        return "rows" if "properties" in items else plain
    if "vocabulary" in part:
        return "choice"
    if name == "source" and of == "integer":
        return "source"
    kinds: dict[str, Kind] = {
        "object": "parts",
        "boolean": "yes_no",
        "number": "number",
        "integer": "number",
    }
    return "date" if name in _DATES else kinds.get(of, "text")
