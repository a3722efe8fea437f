"""What in content its JSON Schema does not allow, wherever Python runs.

`jsonschema_rs` is fast and used wherever it can be installed. Python in the browser cannot run it;
there the slower `jsonschema` answers, in the same form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from toolkit.yamlfile import Json

__all__ = ["Fault", "Kind", "faults", "slower_faults"]


@dataclass(frozen=True)
class Kind:
    """Which rule of the schema is broken, and how.

    Parameters
    ----------
    name : str
        The keyword, for example ``required``.
    property : str
        The name that is missing.
    unexpected : tuple of str
        The names that may not be there.
    options, limit
        What the keyword allows.
    """

    name: str
    property: str = ""
    unexpected: tuple[str, ...] = ()
    options: tuple[Json, ...] = ()
    limit: Any = None


@dataclass(frozen=True)
class Fault:
    """One thing that does not fit, with the attributes that `jsonschema_rs` gives its errors.

    Parameters
    ----------
    instance_path, schema_path : tuple
        Where it is in the content and in the schema.
    kind : Kind
        Which rule is broken.
    instance
        What is there.
    message : str
        As the library says it.
    """

    instance_path: tuple[Any, ...]
    schema_path: tuple[Any, ...]
    kind: Kind
    instance: Json
    message: str


def faults(content: Json, schema: dict[str, Json]) -> Iterator[Any]:
    """Return everything in `content` that `schema` does not allow.

    Parameters
    ----------
    content : dict
        What was read from a file or a form.
    schema : dict
        A JSON Schema.

    Yields
    ------
    Fault
        Or an error of `jsonschema_rs`, which has the same attributes.
    """
    try:
        import jsonschema_rs
    except ModuleNotFoundError:
        yield from slower_faults(content, schema)
    else:
        yield from jsonschema_rs.validator_for(schema, validate_formats=True).iter_errors(content)


def slower_faults(content: Json, schema: dict[str, Json]) -> Iterator[Fault]:
    """Return the same as `faults`, without any part that has to be compiled for a machine.

    Parameters
    ----------
    content : dict
        As for `faults`.
    schema : dict
        As for `faults`.

    Yields
    ------
    Fault
        One for each thing that does not fit.
    """
    from jsonschema import FormatChecker
    from jsonschema.validators import validator_for

    validator = validator_for(schema)(schema, format_checker=FormatChecker())
    for error in validator.iter_errors(content):
        yield Fault(
            tuple(error.absolute_path),
            tuple(error.absolute_schema_path),
            _kind(error),
            error.instance,
            error.message,
        )


def _kind(error: Any) -> Kind:
    match error.validator:
        case "required":  # one error for each name; which one, only its message says
            missing = (one for one in error.validator_value if one not in error.instance)
            named = [one for one in missing if error.message.startswith(repr(one))]
            return Kind("required", property=named[0])
        case "additionalProperties":
            known = error.schema.get("properties", {})
            return Kind(
                "additionalProperties",
                unexpected=tuple(one for one in error.instance if one not in known),
            )
        case "enum":
            return Kind("enum", options=tuple(error.validator_value))
        case keyword:
            return Kind(str(keyword), limit=error.validator_value)
