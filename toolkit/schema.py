"""Hold content against its JSON Schema, and say what is wrong in plain English.

The schema files in ``data/schemas`` are binding for every door content can come through.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from toolkit.errors import Problem, did_you_mean, nearest
from toolkit.place import content_root
from toolkit.schema_engine import faults
from toolkit.yamlfile import Json

__all__ = ["check", "load_schema"]

# Each kind of error has its own attributes, which the types of jsonschema_rs do not name.
_Error = Any
_Told = list[tuple[list[str], str, str]]  # (place below the error's own, what, remedy)

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "yes or no (true or false in a file)",
    "array": "a list",
    "object": "a set of 'name: value' lines",
    "null": "empty",
}

_LONGEST_SHOWN = 60


@cache
def load_schema(name: str) -> dict[str, Json]:
    """Return a published schema by its name.

    Parameters
    ----------
    name : str
        For example ``case-study`` for ``data/schemas/case-study.schema.json``.

    Returns
    -------
    dict
        The schema.

    Raises
    ------
    LookupError
        Where there is no schema of that name; the nearest name is given.
    """
    folder = content_root() / "data" / "schemas"
    path = folder / f"{name}.schema.json"
    if not path.is_file():
        known = [found.name.removesuffix(".schema.json") for found in folder.glob("*.schema.json")]
        raise LookupError(f"There is no schema '{name}'; {did_you_mean(name, known)}")
    return cast(dict[str, Json], json.loads(path.read_text(encoding="utf-8")))


def check(content: dict[str, Json], name: str) -> list[Problem]:
    """Return everything in `content` that its schema does not allow.

    Parameters
    ----------
    content : dict
        What was read from a file or a form.
    name : str
        The name of the schema, as `load_schema` takes it.

    Returns
    -------
    list of Problem
        Empty where the content fits. Each schema property may carry a ``remedy``: advice in
        plain words that replaces the general one.
    """
    schema = load_schema(name)
    problems = [
        problem for error in faults(content, schema) for problem in _explain(error, content, schema)
    ]
    return sorted(set(problems), key=lambda problem: (problem.where, problem.what))


def _explain(error: _Error, content: Json, schema: dict[str, Json]) -> list[Problem]:
    """Turn one schema error into problems a content writer can act on."""
    path = list(error.instance_path)
    part = _part(schema, list(error.schema_path)[:-1])
    kind = error.kind.name
    explain = _EXPLANATIONS.get(kind, _anything_else)
    return [
        Problem(
            _where([*path, *extra], content),
            what,
            _remedy(part, extra) or remedy,
            path=(*path, *extra),
        )
        for extra, what, remedy in explain(error, part)
    ]


def _missing(error: _Error, part: dict[str, Any]) -> _Told:
    return [([error.kind.property], "missing", "add it")]


def _unexpected(error: _Error, part: dict[str, Any]) -> _Told:
    known = list(part.get("properties", {}))
    return [
        (
            [name],
            "is not a name this file can have",
            did_you_mean(name, known) if nearest(name, known) else "remove it or check its name",
        )
        for name in error.kind.unexpected
    ]


def _not_a_choice(error: _Error, part: dict[str, Any]) -> _Told:
    choices = [str(choice) for choice in error.kind.options if choice is not None]
    advice = did_you_mean(str(error.instance), choices)
    return [([], f"{_shown(error.instance)} is not one of the words used here", advice)]


def _wrong_type(error: _Error, part: dict[str, Any]) -> _Told:
    wanted = part.get("type", [])
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    words = " or ".join(_TYPES.get(name, name) for name in names if name != "null")
    found = "empty" if error.instance is None else _shown(error.instance)
    return [([], f"is {found}, but should be {words}", "")]


def _too_short(error: _Error, part: dict[str, Any]) -> _Told:
    if not error.instance:
        return [([], "is empty", "fill it in, or write 'not known' where that is true")]
    return [([], f"is too short: {_count(error.instance)}", f"use at least {error.kind.limit}")]


def _too_long(error: _Error, part: dict[str, Any]) -> _Told:
    return [([], f"is too long: {_count(error.instance)}", f"use at most {error.kind.limit}")]


def _too_small(error: _Error, part: dict[str, Any]) -> _Told:
    return [([], f"is {_shown(error.instance)}", f"use {error.kind.limit} or more")]


def _too_large(error: _Error, part: dict[str, Any]) -> _Told:
    return [([], f"is {_shown(error.instance)}", f"use {error.kind.limit} or less")]


def _not_above(error: _Error, part: dict[str, Any]) -> _Told:
    return [([], f"is {_shown(error.instance)}", f"use more than {error.kind.limit}")]


def _wrong_shape(error: _Error, part: dict[str, Any]) -> _Told:
    example = next(iter(part.get("examples", [])), None)
    advice = f"write it like this: {example}" if example else "check how it is written"
    return [([], f"{_shown(error.instance)} is not written as expected", advice)]


def _not_the_word(error: _Error, part: dict[str, Any]) -> _Told:
    wanted = _shown(part.get("const"))
    return [([], f"is {_shown(error.instance)}, but should be {wanted}", f"write {wanted}")]


def _no_way_fits(error: _Error, part: dict[str, Any]) -> _Told:
    return [([], f"{_shown(error.instance)} fits none of the ways to write this", "see a template")]


def _repeated(error: _Error, part: dict[str, Any]) -> _Told:
    return [([], "names the same thing twice", "keep one of them")]


def _anything_else(error: _Error, part: dict[str, Any]) -> _Told:
    return [([], str(error.message), "")]


_EXPLANATIONS: dict[str, Callable[[_Error, dict[str, Any]], _Told]] = {
    "required": _missing,
    "additionalProperties": _unexpected,
    "anyOf": _no_way_fits,
    "const": _not_the_word,
    "enum": _not_a_choice,
    "type": _wrong_type,
    "minLength": _too_short,
    "minItems": _too_short,
    "maxLength": _too_long,
    "maxItems": _too_long,
    "minProperties": _too_short,
    "exclusiveMinimum": _not_above,
    "minimum": _too_small,
    "maximum": _too_large,
    "pattern": _wrong_shape,
    "format": _wrong_shape,
    "uniqueItems": _repeated,
}


def _shown(value: object) -> str:
    """Return a value as a message shows it: text in quotes, and never a page of it."""
    text = str(value)
    text = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return text if isinstance(value, int | float) else f"'{text}'"


def _count(value: object) -> str:
    if isinstance(value, str):
        return f"{len(value)} character{'' if len(value) == 1 else 's'}"
    size = len(value) if isinstance(value, list | dict) else 0
    return f"{size} item{'' if size == 1 else 's'}"


def _part(schema: dict[str, Json], path: list[Any]) -> dict[str, Any]:
    """Return the part of the schema that an error came from."""
    part: Any = schema
    for step in path:
        if isinstance(part, dict) and "$ref" in part and step not in part:
            part = _part(schema, str(part["$ref"]).removeprefix("#/").split("/"))
        if step == "$ref":
            part = _part(schema, str(part["$ref"]).removeprefix("#/").split("/"))
        else:
            part = part[int(step) if isinstance(part, list) else step]
    return part if isinstance(part, dict) else {}


def _remedy(part: dict[str, Any], extra: list[str]) -> str:
    """Return the schema's own advice for this place, if it gives any."""
    if extra:
        part = part.get("properties", {}).get(extra[0], {})
    return str(part.get("remedy", ""))


def _where(path: list[Any], content: Json) -> str:
    """Return a place as a person would say it: ``outcomes, item 3, kind``."""
    words, value = [], content
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) else None
            name = value.get("id") if isinstance(value, dict) else None
            words.append(f"item {step + 1}" + (f" ({name})" if name is not None else ""))
        else:
            value = value.get(step) if isinstance(value, dict) else None
            words.append(str(step))
    return ", ".join(words) or "file"
