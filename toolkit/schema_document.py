"""Write a schema out as a document, so that whoever edits a file need not read JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from toolkit.document.blocks import Block, Heading, Table, Text

__all__ = ["schema_blocks"]

_FORMS = {
    "string": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "true or false",
    "array": "list",
    "object": "lines below it",
}
_LIMITS = {
    "minimum": "from {}",
    "exclusiveMinimum": "above {}",
    "maximum": "up to {}",
    "minLength": "",
    "maxLength": "at most {} characters",
    "minItems": "at least {}",
    "maxItems": "at most {}",
}
HEADER = ("Field", "Needed", "What to write", "Form")


def schema_blocks(schema: dict[str, Any], names: dict[str, str]) -> tuple[Block, ...]:
    """Return a table of fields for each part of a schema.

    Parameters
    ----------
    schema : dict
        As `toolkit.schema.load_schema` returns it.
    names : dict of str to str
        A heading for a part, by its place, for example ``questions.actions``; the whole file
        has an empty place. A part that is not named has its place as its heading.

    Returns
    -------
    tuple of Block
        Headings of level 2, each with what the part is for and its fields.
    """
    return tuple(_parts(schema, schema, "", names, set()))


def _parts(
    whole: dict[str, Any],
    part: dict[str, Any],
    place: str,
    names: dict[str, str],
    told: set[int],
) -> Iterator[Block]:
    """Give the table of one part, then those of the parts inside it, each once."""
    fields = {name: _resolved(whole, field) for name, field in part.get("properties", {}).items()}
    heading = names.get(place, place)
    yield Heading(2, heading)
    yield Text(part["description"])
    rows = tuple(_row(whole, part, name, field) for name, field in fields.items())
    yield Table(f"Fields of: {heading}", HEADER, rows)
    for name, field in fields.items():
        inside = _inside(whole, field)
        if "properties" in inside and id(inside["properties"]) not in told:
            told.add(id(inside["properties"]))  # a group of questions may hold groups
            yield from _parts(whole, inside, f"{place}.{name}".lstrip("."), names, told)


def _row(
    whole: dict[str, Any], part: dict[str, Any], name: str, field: dict[str, Any]
) -> tuple[str, str, str, str]:
    needed = "yes" if name in part.get("required", ()) else "no"
    examples = ", ".join(str(example) for example in field.get("examples", ()))
    text = field.get("description", "") + (f" For example: {examples}." if examples else "")
    return name, needed, text, _form(whole, field)


def _form(whole: dict[str, Any], field: dict[str, Any]) -> str:
    """Return what a value looks like, in a few words."""
    if "anyOf" in field:
        return " or ".join(_form(whole, _resolved(whole, one)) for one in field["anyOf"])
    if "const" in field:
        return f"the words: {field['const']}"
    if "enum" in field:
        return "one of: " + ", ".join(map(str, field["enum"]))
    kinds = field.get("type", "text")
    words = [_FORMS.get(kind, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    limits = [_LIMITS[name].format(field[name]) for name in _LIMITS if name in field]
    if "items" in field:
        items = _resolved(whole, field["items"])
        if "properties" not in items:
            limits.append(f"of {_form(whole, items)}")
    return ", ".join([" or ".join(words), *(limit for limit in limits if limit)])


def _inside(whole: dict[str, Any], field: dict[str, Any]) -> dict[str, Any]:
    """Return the part that a field holds, or that each entry of its list is."""
    if "anyOf" in field:
        found = [_resolved(whole, one) for one in field["anyOf"]]
        return next((one for one in found if "properties" in one), {})
    return _resolved(whole, field.get("items", field))


def _resolved(whole: dict[str, Any], field: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in field:
        return field
    found = whole
    for step in field["$ref"].removeprefix("#/").split("/"):
        found = found[step]
    return cast(dict[str, Any], found | {key: field[key] for key in field if key != "$ref"})
