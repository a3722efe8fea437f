"""The columns of a spreadsheet of case studies, and the empty spreadsheet to be filled in.

They come from the same schema as the form: ``title``, ``ethics bias``, ``sources 1 url``,
``What happened``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from toolkit.cases.field import Field, load_fields, section_name
from toolkit.cases.text import HEADINGS
from toolkit.full_stop import full_stop
from toolkit.vocabulary import Vocabulary

__all__ = ["HELP", "columns", "field_of", "name_of_column", "spreadsheet_template"]

HELP = "# "  # a row whose first cell begins so is for people
ROWS_OFFERED = {"outcomes": 3, "lessons": 2, "sources": 4, "data_used": 1, "ccin_principles": 1}
MOST_ROWS = 40
_NUMBERED = re.compile(r"(\w+) (\d{1,2}) (\w+)")


def spreadsheet_template(vocabulary: Vocabulary) -> str:
    """Return a spreadsheet to be filled in, as CSV.

    Parameters
    ----------
    vocabulary : Vocabulary
        The words to offer.

    Returns
    -------
    str
        Headings, a row of labels and hints, and a row of the words that may be used.
    """
    offered = columns()
    hints = [_hint(column, field) for column, field in offered.items()]
    words = [_words(field, vocabulary) for field in offered.values()]
    hints[0] = f"{HELP}Leave this row as it is. {hints[0]}"
    words[0] = f"{HELP}Leave this row as it is. One row below for each case."
    file = io.StringIO()
    csv.writer(file).writerows([list(offered), hints, words])
    return "\ufeff" + file.getvalue()  # the mark by which Excel knows UTF-8


@cache
def columns() -> Mapping[str, Field]:
    """Return the columns of the template, each with its field.

    Returns
    -------
    mapping of str to Field
        By heading, in their order.
    """
    found = {"file name": Field("slug", "Name of the file", "Empty: made from the title.", "text")}
    texts = {section_name(heading): heading for heading in HEADINGS}
    for field in load_fields().values():
        if field.kind == "rows":
            for number in range(1, ROWS_OFFERED[field.name] + 1):
                found |= {f"{field.name} {number} {part.name}": part for part in field.parts}
        elif field.kind == "parts":
            found |= {f"{field.name} {part.name}": part for part in field.parts}
        elif field.name != "adapted_from":
            found[texts.get(field.name, field.name)] = field
    return MappingProxyType(found)


def name_of_column(heading: str) -> str | None:
    """Return the name that a draft has for a column.

    Parameters
    ----------
    heading : str
        The heading, however it is spaced and in capitals or not.

    Returns
    -------
    str or None
        For example ``sources.2.url``; None where there is no such column.

    Examples
    --------
    >>> name_of_column("Sources  2 URL"), name_of_column("What changed"), name_of_column("x")
    ('sources.2.url', 'text.what-changed', None)
    """
    heading = " ".join(heading.split())
    by_lower = {column.lower(): column for column in columns()}
    column = by_lower.get(heading.lower())
    if column == "file name":
        return "slug"
    if column in HEADINGS:
        return section_name(column)
    if found := _NUMBERED.fullmatch(heading.lower()):
        known = f"{found[1]} 1 {found[3]}" in by_lower and 0 < int(found[2]) <= MOST_ROWS
        return f"{found[1]}.{int(found[2])}.{found[3]}" if known else None
    return column.replace(" ", ".") if column else None


def field_of(name: str) -> Field:
    """Return the field that a cell is a value of.

    Parameters
    ----------
    name : str
        A name that `name_of_column` gave.

    Returns
    -------
    Field
        The field, or the part of one.
    """
    if name == "slug":
        return columns()["file name"]
    first, *rest = name.split(".")
    field = load_fields().get(name) or load_fields()[first]
    return next((part for part in field.parts if part.name == rest[-1]), field) if rest else field


def _hint(column: str, field: Field) -> str:
    several = " One on each line, or parted by |." if field.kind in ("texts", "choices") else ""
    needed = "" if field.required else " (optional)"
    label = f"{field.label}{needed}"
    return f"{full_stop(label)} {field.hint}{several}".strip()


def _words(field: Field, vocabulary: Vocabulary) -> str:
    if field.words:
        return "Use: " + ", ".join(vocabulary[field.words].ids)
    return "Use: yes, no" + (", not known" if field.empty else "") if field.kind == "yes_no" else ""
