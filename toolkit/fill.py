"""Put computed numbers into text: ``{accuracy_after}`` becomes ``89%``.

Text keeps names in place of numbers, so that no number on a page is older than its data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

__all__ = ["fill", "names_in"]

_NAME = re.compile(r"\{([^{}]*)\}")
_Part = TypeVar("_Part")


def names_in(part: object) -> set[str]:
    """Return the names in braces anywhere in a part.

    Parameters
    ----------
    part : str, tuple or dataclass
        Tuples and dataclasses are looked through; anything else holds no names.

    Returns
    -------
    set of str
        The names, without their braces.

    Examples
    --------
    >>> names_in(("It was {before}.", "It is {after}.")) == {"before", "after"}
    True
    """
    if isinstance(part, str):
        return set(_NAME.findall(part))
    if isinstance(part, tuple):
        return {name for item in part for name in names_in(item)}
    if is_dataclass(part):
        return {name for field in fields(part) for name in names_in(getattr(part, field.name))}
    return set()


def fill(part: _Part, facts: Mapping[str, str]) -> _Part:
    """Return a copy of a part with facts in place of the names in braces.

    Parameters
    ----------
    part : str, tuple or dataclass
        As for `names_in`.
    facts : mapping of str to str
        What to put in, by name. Every name in the part has to be there.

    Returns
    -------
    str, tuple or dataclass
        Of the same kind as `part`.

    Raises
    ------
    KeyError
        Where a name is not among the facts.

    Examples
    --------
    >>> fill("It rose to {after}.", {"after": "89%"})
    'It rose to 89%.'
    """
    filled: Any = part
    if isinstance(part, str):
        filled = _NAME.sub(lambda found: facts[found[1]], part)
    elif isinstance(part, tuple):
        filled = tuple(fill(item, facts) for item in part)
    elif is_dataclass(part) and not isinstance(part, type):
        names = [field.name for field in fields(part)]
        filled = replace(part, **{name: fill(getattr(part, name), facts) for name in names})
    return filled  # type: ignore[no-any-return]
