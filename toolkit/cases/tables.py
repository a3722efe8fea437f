"""The catalogue as tables: one row per case, and one table for each list that cases have.

The columns are worked out from ``data/schemas/case-study.schema.json``, so that a field added
there is exported without a change here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.record import facts_of
from toolkit.schema import load_schema

__all__ = ["KEY", "LISTS", "TEXT", "Table", "tables_of"]

KEY = "case"
LISTS, TEXT = "lists", "text"  # single texts in lists, and the sections of the text

Properties = Mapping[str, dict[str, Any]]
Row = tuple[str, ...]

_KEY: dict[str, Any] = {
    "type": "string",
    "description": "The name of the case, as in its file and its address",
}
_ADDED: dict[str, Any] = {
    "type": "boolean",
    "description": "True for a case that a council added to its own copy; empty for the others",
}
_NUMBER: dict[str, Any] = {
    "type": "integer",
    "description": "Its place in the list, from 1",
    "minimum": 1,
}


@dataclass(frozen=True)
class Table:
    """One table of the catalogue.

    Parameters
    ----------
    name : str
        What it is called.
    description : str
        What it holds.
    columns : mapping
        By name, what the schema says of the column.
    required : frozenset of str
        The columns that have a value in every row.
    key : tuple of str
        The columns that tell its rows apart.
    rows : tuple of tuple of str
        The cells, empty where nothing is known.
    """

    name: str
    description: str
    columns: Properties
    required: frozenset[str]
    key: tuple[str, ...]
    rows: tuple[Row, ...]


def tables_of(cases: Sequence[CaseStudy]) -> tuple[Table, ...]:
    """Return the tables that hold all there is in cases.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.

    Returns
    -------
    tuple of Table
        ``cases`` first. The others name the case of each row in the column `KEY`.
    """
    facts = {case.slug: facts_of(case) for case in cases}
    schema: dict[str, Any] = load_schema("case-study")
    properties: Properties = schema["properties"]
    records = {
        name: part for name, part in properties.items() if "properties" in part.get("items", {})
    }
    return (
        _cases(schema, facts, {case.slug for case in cases if case.added}),
        *(_records(name, part, facts) for name, part in records.items()),
        _lists(properties, facts),
        _sections(cases),
    )


def _cases(schema: dict[str, Any], facts: dict[str, dict[str, Any]], added: set[str]) -> Table:
    columns: dict[str, dict[str, Any]] = {KEY: _KEY}
    required = {KEY}
    for name, part in schema["properties"].items():
        inner = part.get("properties", {})
        columns |= {f"{name}_{below}": inner[below] for below in inner}
        if name in schema["required"]:
            required |= {f"{name}_{below}" for below in part.get("required", ())}
        if not inner and part.get("type") != "array" and name != "kind":
            columns[name] = part
            required |= {name} & set(schema["required"])
    rows = tuple(
        (
            slug,
            *(_cell(_found(case, name)) for name in list(columns)[1:]),
            _cell(slug in added or None),
        )
        for slug, case in facts.items()
    )
    columns["added"] = _ADDED
    return Table("cases", "One row for each case", columns, frozenset(required), (KEY,), rows)


def _found(case: dict[str, Any], column: str) -> Any:
    """Return what a column holds: ``reviewed_on`` is ``on`` in ``reviewed``."""
    if column in case:
        return case[column]
    outer = next((name for name in case if column.startswith(f"{name}_")), "")
    inner = case.get(outer)
    return inner.get(column.removeprefix(f"{outer}_")) if isinstance(inner, dict) else None


def _records(name: str, part: dict[str, Any], facts: dict[str, dict[str, Any]]) -> Table:
    """Return a list of records as a table; an id of its own tells its rows apart."""
    own: Properties = part["items"]["properties"]
    columns = {KEY: _KEY, "number": _NUMBER, **own}
    required = frozenset({KEY, "number", *part["items"]["required"]} - _nullable(own))
    rows = tuple(
        (slug, str(number), *(_cell(record.get(column)) for column in own))
        for slug, case in facts.items()
        for number, record in enumerate(case.get(name, ()), 1)
    )
    table = name.replace("_", "-")
    return Table(table, part["description"], columns, required, (KEY, "number"), rows)


def _nullable(properties: Properties) -> set[str]:
    return {name for name, part in properties.items() if "null" in part["type"]}


def _lists(properties: Properties, facts: dict[str, dict[str, Any]]) -> Table:
    names = [name for name, part in properties.items()
             if part.get("type") == "array" and part["items"]["type"] == "string"]  # fmt: skip
    field = {"type": "string", "description": "Which list it is in", "enum": names}
    item = {"type": "string", "description": "One word or sentence of the list"}
    columns: dict[str, dict[str, Any]] = {
        KEY: _KEY,
        "field": field,
        "number": _NUMBER,
        "item": item,
    }
    rows = tuple(
        (slug, name, str(number), text)
        for slug, case in facts.items()
        for name in names
        for number, text in enumerate(case.get(name, ()), 1)
    )
    about = "Lists of single words or sentences: " + ", ".join(names)
    return Table(LISTS, about, columns, frozenset(columns), (KEY, "field", "number"), rows)


def _sections(cases: Sequence[CaseStudy]) -> Table:
    heading = {"type": "string", "description": "The heading above the text"}
    text = {"type": "string", "description": "The text as Markdown; [1] cites source 1"}
    columns: dict[str, dict[str, Any]] = {
        KEY: _KEY,
        "number": _NUMBER,
        "heading": heading,
        "text": text,
    }
    rows = tuple(_section_rows(cases))
    required = frozenset(columns) - {"text"}
    return Table(TEXT, "The text of each case", columns, required, (KEY, "number"), rows)


def _section_rows(cases: Sequence[CaseStudy]) -> Iterator[Row]:
    for case in cases:
        for number, (heading, text) in enumerate(case.sections, 1):
            yield case.slug, str(number), heading, text


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
