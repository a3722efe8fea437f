"""Say in plain words what one error of a schema means, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from toolkit.errors import did_you_mean, nearest
from toolkit.language import N_, _, ngettext

__all__ = ["Told", "explain"]

Told = list[tuple[list[str], str, str]]  # (place below the error's own, what, remedy)
# jsonschema_rs gives each kind of error its own attributes, which its types do not name.
_Error = Any

_TYPES = {
    "string": N_("text"),
    "number": N_("a number"),
    "integer": N_("a whole number"),
    "boolean": N_("yes or no (true or false in a file)"),
    "array": N_("a list"),
    "object": N_("a set of 'name: value' lines"),
    "null": N_("empty"),
}
_LONGEST_SHOWN = 60


def explain(error: _Error, part: dict[str, Any]) -> Told:
    """Return what is wrong.

    Parameters
    ----------
    error : jsonschema_rs.ValidationError
        The error.
    part : dict
        The part of the schema that it comes from.

    Returns
    -------
    list of tuple
        For each thing that is wrong the place below the error's own, what it is, and what to do.
    """
    return _EXPLANATIONS.get(error.kind.name, _anything_else)(error, part)


def _told(what: str, remedy: str, error: _Error, *, limit: object = "") -> Told:
    """Fill in the value that is wrong, as it is shown and as it is counted."""
    found = error.instance
    filled = what.format(value=_shown(found), size=_count(found))
    return [([], filled, remedy.format(limit=limit))]


def _missing(error: _Error, part: dict[str, Any]) -> Told:
    return [([error.kind.property], _("missing"), _("add it"))]


def _unexpected(error: _Error, part: dict[str, Any]) -> Told:
    known = list(part.get("properties", {}))
    advice = _("remove it or check its name")
    return [
        (
            [name],
            _("is not a name this file can have"),
            did_you_mean(name, known) if nearest(name, known) else advice,
        )
        for name in error.kind.unexpected
    ]


def _not_a_choice(error: _Error, part: dict[str, Any]) -> Told:
    choices = [str(choice) for choice in error.kind.options if choice is not None]
    advice = did_you_mean(str(error.instance), choices)
    what = _("{value} is not one of the words used here")
    return [([], what.format(value=_shown(error.instance)), advice)]


def _wrong_type(error: _Error, part: dict[str, Any]) -> Told:
    wanted = part.get("type", [])
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    words = _(" or ").join(_(_TYPES.get(name, name)) for name in names if name != "null")
    found = _("empty") if error.instance is None else _shown(error.instance)
    return [([], _("is {value}, but should be {wanted}").format(value=found, wanted=words), "")]


def _too_short(error: _Error, part: dict[str, Any]) -> Told:
    if not error.instance:
        return [([], _("is empty"), _("fill it in, or write 'not known' where that is true"))]
    what, remedy = _("is too short: {size}"), _("use at least {limit}")
    return _told(what, remedy, error, limit=error.kind.limit)


def _too_long(error: _Error, part: dict[str, Any]) -> Told:
    what, remedy = _("is too long: {size}"), _("use at most {limit}")
    return _told(what, remedy, error, limit=error.kind.limit)


def _too_small(error: _Error, part: dict[str, Any]) -> Told:
    return _told(_("is {value}"), _("use {limit} or more"), error, limit=error.kind.limit)


def _too_large(error: _Error, part: dict[str, Any]) -> Told:
    return _told(_("is {value}"), _("use {limit} or less"), error, limit=error.kind.limit)


def _not_above(error: _Error, part: dict[str, Any]) -> Told:
    return _told(_("is {value}"), _("use more than {limit}"), error, limit=error.kind.limit)


def _wrong_shape(error: _Error, part: dict[str, Any]) -> Told:
    example = next(iter(part.get("examples", [])), None)
    remedy = _("write it like this: {limit}") if example else _("check how it is written")
    return _told(_("{value} is not written as expected"), remedy, error, limit=example)


def _not_the_word(error: _Error, part: dict[str, Any]) -> Told:
    wanted = _shown(part.get("const"))
    what = _("is {value}, but should be {wanted}")
    filled = what.format(value=_shown(error.instance), wanted=wanted)
    return [([], filled, _("write {wanted}").format(wanted=wanted))]


def _no_way_fits(error: _Error, part: dict[str, Any]) -> Told:
    return _told(_("{value} fits none of the ways to write this"), _("see a template"), error)


def _repeated(error: _Error, part: dict[str, Any]) -> Told:
    return [([], _("names the same thing twice"), _("keep one of them"))]


def _anything_else(error: _Error, part: dict[str, Any]) -> Told:
    return [([], str(error.message), "")]


_EXPLANATIONS: dict[str, Callable[[_Error, dict[str, Any]], Told]] = {
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
        return ngettext("{n} character", "{n} characters", len(value)).format(n=len(value))
    size = len(value) if isinstance(value, list | dict) else 0
    return ngettext("{n} item", "{n} items", size).format(n=size)
