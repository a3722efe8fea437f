"""Hold content against its JSON Schema, and say what is wrong in plain English.

The schema files in ``data/schemas`` are binding for every door content can come through.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, cast

from toolkit.errors import Problem, did_you_mean
from toolkit.language import _
from toolkit.place import content_root
from toolkit.schema_engine import faults
from toolkit.schema_told import explain
from toolkit.yamlfile import Json

__all__ = ["check", "load_schema"]

# Each kind of error has its own attributes, which the types of jsonschema_rs do not name.
_Error = Any


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
    return [
        Problem(
            _where([*path, *extra], content),
            what,
            _remedy(part, extra) or remedy,
            path=(*path, *extra),
        )
        for extra, what, remedy in explain(error, part)
    ]


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
            said = _("item {number}").format(number=step + 1)
            words.append(said + (f" ({name})" if name is not None else ""))
        else:
            value = value.get(step) if isinstance(value, dict) else None
            words.append(str(step))
    return ", ".join(words) or "file"
