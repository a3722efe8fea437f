"""Answers that a link brings along after its ``#``, where no server's log sees them."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.cases.draft import Values
from toolkit.cases.field import load_fields
from toolkit.errors import did_you_mean
from toolkit.language import _
from toolkit.yamlfile import Json

__all__ = ["PLACES", "read_prefill"]

PLACES = ("section", "field", "from", "source")  # what an address names beside answers
_ONE_VALUE = ("text", "number", "date", "yes_no", "choice")


def read_prefill(place: Mapping[str, str]) -> tuple[Values, tuple[str, ...]]:
    """Return the answers in an address, and a sentence for each name that is none.

    Parameters
    ----------
    place : mapping of str to str
        Names and values, for example of ``#title=Our+trial&teaches=good-practice,went-wrong``.

    Returns
    -------
    mapping, tuple of str
        Values of a draft, and what cannot be used.

    Examples
    --------
    >>> read_prefill({"titel": "Our trial"})[1]
    ("The link says 'titel', which is no question here; did you mean 'title'?",)
    """
    fields = load_fields()
    values: dict[str, Json] = {}
    unknown = []
    usable = [name for name, field in fields.items() if field.kind in (*_ONE_VALUE, "choices")]
    for name, value in place.items():
        if name in PLACES:
            continue
        if name not in usable:
            advice = did_you_mean(name, usable)
            unknown.append(
                _("The link says '{name}', which is no question here; {advice}").format(
                    name=name[:40], advice=advice
                )
            )
        elif fields[name].kind == "choices":
            values[name] = [word for word in value.split(",") if word]
        else:
            values[name] = value
    return values, tuple(unknown)
