"""A case study that somebody is still writing: plain values by name, as a form keeps them.

Several of a kind are kept as a list of keys, ``{"sources": ["a", "b"], "sources.a.title": …}``,
so that one can be moved or removed without the others changing their names.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from toolkit.cases.day import iso_date
from toolkit.cases.field import Field, load_fields, section_name
from toolkit.cases.text import HEADINGS, split_sections
from toolkit.frontmatter import Notebook
from toolkit.yamlfile import Json

__all__ = ["Values", "facts_of", "keys_of", "name_of", "texts_of", "values_of"]

Values = Mapping[str, Json]

_YES_NO: dict[str, bool | None] = {"yes": True, "no": False, "not known": None}
_NOTHING = object()


def keys_of(values: Values, name: str) -> list[str]:
    """Return the keys of the rows of a field, in their order; none where nothing was kept.

    Parameters
    ----------
    values : mapping
        A draft.
    name : str
        The field.

    Returns
    -------
    list of str
        Each key once.

    Examples
    --------
    >>> keys_of({"sources": ["b", "a", "b"]}, "sources")
    ['b', 'a']
    """
    kept = values.get(name)
    return list(dict.fromkeys(str(key) for key in kept)) if isinstance(kept, list) else []


def facts_of(values: Values) -> dict[str, Json]:
    """Return a draft as front matter: what is empty is left out, what is wrong stays as it is.

    Parameters
    ----------
    values : mapping
        A draft.

    Returns
    -------
    dict
        For the schema to judge.
    """
    facts: dict[str, Json] = {"kind": "case-study"}
    sources = keys_of(values, "sources")
    for field in load_fields().values():
        if not field.name.startswith("text."):
            value = _fact(field, field.name, values, sources)
            if value is not _NOTHING and not (value is None and not field.required):
                facts[field.name] = value
    return facts


def texts_of(values: Values) -> dict[str, str]:
    """Return the texts of a draft by their headings.

    Parameters
    ----------
    values : mapping
        A draft.

    Returns
    -------
    dict of str to str
        Every heading but "Sources", whose text is made from the sources.
    """
    return {heading: _text(values.get(section_name(heading))).strip() for heading in HEADINGS[:-1]}


def values_of(notebook: Notebook) -> dict[str, Json]:
    """Return the draft that a notebook holds, also one with mistakes.

    Parameters
    ----------
    notebook : Notebook
        The notebook of a case study.

    Returns
    -------
    dict
        A draft. What the form has no field for is left out.
    """
    values: dict[str, Json] = {"slug": notebook.slug}
    for field in load_fields().values():
        if field.name in notebook.front_matter:
            _keep(values, field, field.name, notebook.front_matter[field.name])
    for heading, text in split_sections(notebook.text):
        if heading in HEADINGS[:-1] and text:
            values[section_name(heading)] = text
    return values


def name_of(path: tuple[str | int, ...], values: Values) -> str:
    """Return the field that a problem is about.

    Parameters
    ----------
    path : tuple of str and int
        The place that a `toolkit.errors.Problem` names.
    values : mapping
        The draft it was found in.

    Returns
    -------
    str
        For example ``outcomes.b.kind``; empty where it is about no field.

    Examples
    --------
    >>> name_of(("outcomes", 1, "kind"), {"outcomes": ["a", "b"]})
    'outcomes.b.kind'
    >>> name_of(("text", "What changed"), {})
    'text.what-changed'
    """
    if not path:
        return ""
    first = str(path[0])
    if first == "text":
        return section_name(str(path[1]))
    if len(path) > 1 and isinstance(path[1], int):
        keys = keys_of(values, first)
        field = load_fields().get(first)
        if field is None or field.kind == "choices" or path[1] >= len(keys):
            return first
        path = (first, keys[path[1]], *path[2:])
    return ".".join(str(step) for step in path)


def _fact(field: Field, name: str, values: Values, sources: list[str]) -> Any:
    """Return the value that the front matter has, or that there is none."""
    match field.kind:
        case "rows":
            rows = [_row(field, f"{name}.{key}", values, sources) for key in keys_of(values, name)]
            return _numbered(rows) if name == "sources" else rows or _NOTHING
        case "texts":
            return [_line(values.get(f"{name}.{key}")) for key in keys_of(values, name)] or _NOTHING
        case "parts":
            return _row(field, name, values, sources) or _NOTHING
        case "choices":
            return keys_of(values, name) or _NOTHING
    text = _text(values.get(name)).strip()
    if not text:
        return None if field.empty else _NOTHING
    match field.kind:
        case "number":
            return _number(text)
        case "date":
            return iso_date(text)
        case "yes_no":
            return _YES_NO.get(text, text)
        case "source":
            return sources.index(text) + 1 if text in sources else _number(text)
    return " ".join(text.split())


def _row(field: Field, name: str, values: Values, sources: list[str]) -> dict[str, Json]:
    found = ((part, _fact(part, f"{name}.{part.name}", values, sources)) for part in field.parts)
    return {
        part.name: value
        for part, value in found
        if value is not _NOTHING and not (value is None and not part.required)
    }


def _numbered(rows: list[dict[str, Json]]) -> Any:
    return [{"id": number, **row} for number, row in enumerate(rows, 1)] or _NOTHING


def _keep(values: dict[str, Json], field: Field, name: str, value: Any) -> None:
    """Put a value of the front matter among the values of a draft."""
    if field.kind in ("rows", "texts") and isinstance(value, list):
        values[name] = [str(number) for number in range(1, len(value) + 1)]
        for number, item in enumerate(value, 1):
            if field.kind == "texts":
                values[f"{name}.{number}"] = _text(item)
            else:
                _keep_parts(values, field, f"{name}.{number}", item)
    elif field.kind == "parts":
        _keep_parts(values, field, name, value)
    elif field.kind == "choices":
        values[name] = [_text(item) for item in value] if isinstance(value, list) else []
    elif isinstance(value, bool):
        values[name] = "yes" if value else "no"
    elif value is not None:
        values[name] = _text(value)


def _keep_parts(values: dict[str, Json], field: Field, name: str, value: Any) -> None:
    for part in field.parts if isinstance(value, dict) else ():
        if part.name in value:
            _keep(values, part, f"{name}.{part.name}", value[part.name])


def _text(value: object) -> str:
    if value is None or isinstance(value, list | dict):
        return ""
    return str(value).encode(errors="replace").decode()  # half a character fits in no file


def _line(value: object) -> str:
    return " ".join(_text(value).split())


def _number(text: str) -> int | float | str:
    """Return a number as people write it, ``1,200`` for example; a text that is none stays."""
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text.strip())
    try:
        number = float(plain)
    except ValueError:
        return text
    if not math.isfinite(number) or not re.fullmatch(r"[-+]?[\d.]+", plain):
        return text
    return int(number) if number.is_integer() and abs(number) < 2**53 else number
