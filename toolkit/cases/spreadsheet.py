"""Case studies in a spreadsheet, one row each, as drafts.

Several things in one cell stand on lines of their own or are parted by ``|``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.cases.day import iso_date
from toolkit.cases.draft import keys_of, name_of
from toolkit.cases.field import Field
from toolkit.cases.spreadsheet_columns import HELP, columns, field_of, name_of_column
from toolkit.cases.table_text import read_table
from toolkit.errors import Problem, nearest
from toolkit.vocabulary import Vocabulary
from toolkit.yamlfile import Json

__all__ = ["SheetRow", "place_in_row", "read_spreadsheet"]

_FORMULA = re.compile(r"^(=|#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!)|@[A-Z]+\()")
_DAMAGED = re.compile("â€|Ã[\u0080-\u00bf]|\ufffd")
# Day and month can be taken for each other only where both are 12 or less.
_EITHER_WAY = re.compile(r"(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]")
_YES_NO = {"true": "yes", "false": "no"}


@dataclass(frozen=True)
class SheetRow:
    """One case of a spreadsheet.

    Parameters
    ----------
    number : int
        Its row, counted from 1 with the headings.
    values : mapping
        The draft that it holds; see `toolkit.cases.draft`.
    problems : tuple of Problem
        Cells that hold something else than what somebody typed, and dates that were turned.
    """

    number: int
    values: Mapping[str, Json]
    problems: tuple[Problem, ...] = ()


def read_spreadsheet(
    data: bytes, vocabulary: Vocabulary
) -> tuple[tuple[SheetRow, ...], tuple[Problem, ...]]:
    """Return the cases of a spreadsheet as drafts, and what is wrong with its headings.

    Parameters
    ----------
    data : bytes
        A CSV file.
    vocabulary : Vocabulary
        The words whose labels may be written in place of them.

    Returns
    -------
    tuple of SheetRow, tuple of Problem
        Rows that are blank or for people are left out.

    Raises
    ------
    toolkit.cases.table_text.NotATable
        Where the file cannot be read at all.
    """
    table = read_table(data, lambda heading: name_of_column(heading) is not None)
    if not table:
        return (), (Problem("file", "is empty", "fill in the template and save it as CSV"),)
    headings = table[0][1]
    rows = [(number, cells) for number, cells in table[1:] if not cells[0].startswith(HELP)]
    problems = tuple(_heading_problems(headings, [cells for _, cells in rows]))
    return tuple(_row(number, headings, cells, vocabulary) for number, cells in rows), problems


def place_in_row(row: SheetRow, problem: Problem) -> Problem:
    """Return a problem with the row and the column that it is about.

    Parameters
    ----------
    row : SheetRow
        The row.
    problem : Problem
        As `toolkit.cases.check` found it in the row's draft.

    Returns
    -------
    Problem
        The same, its place in the spreadsheet's words.
    """
    name = name_of(problem.path, row.values)
    column = _column(name)
    if problem.path and problem.path[0] != "text":
        place = f"row {row.number}, column '{column}'"
    else:  # a heading or a citation is named better by the rule
        place = f"row {row.number}, column '{column}', {problem.where}"
    return Problem(place, problem.what, problem.remedy, problem.warning, problem.path)


def _column(name: str) -> str:
    """Return the column of a field; for one that has several, the first of them."""
    headings = {name_of_column(column): column for column in columns()}
    plain = name.replace(".", " ")
    inside = next((column for column in columns() if column.startswith(f"{plain} ")), plain)
    return headings.get(name) or headings.get(name.partition(".")[0]) or inside


def _heading_problems(headings: list[str], rows: list[list[str]]) -> list[Problem]:
    problems = []
    for place, heading in enumerate(headings):
        used = any(len(row) > place and row[place] for row in rows)
        if heading and name_of_column(heading) is None:
            near = nearest(heading, columns())
            advice = f"did you mean '{near}'?" if near else "take it out, or use the template"
            problems.append(Problem(f"column '{heading[:60]}'", "is not one we know", advice))
        elif not heading and used:
            problems.append(Problem(f"column {place + 1}", "has no heading", "write one in row 1"))
        elif heading and heading in headings[:place]:
            problems.append(Problem(f"column '{heading}'", "is there twice", "remove one"))
    return problems


def _row(number: int, headings: list[str], cells: list[str], vocabulary: Vocabulary) -> SheetRow:
    values: dict[str, Json] = {}
    problems: list[Problem] = []
    for heading, cell in zip(headings, cells, strict=False):
        name = name_of_column(heading) if cell else None
        if name is None:
            continue
        problems += _odd(f"row {number}, column '{heading}'", cell, field_of(name))
        _put(values, name, cell, vocabulary)
    if len(cells) > len(headings) and any(cells[len(headings) :]):
        what = f"has {len(cells)} cells for {len(headings)} columns"
        problems.append(Problem(f"row {number}", what, "put text that holds a comma in quotes"))
    return SheetRow(number, values, tuple(problems))


def _put(values: dict[str, Json], name: str, cell: str, vocabulary: Vocabulary) -> None:
    """Put a cell among the values of a draft."""
    field = field_of(name)
    first, *rest = name.split(".")
    if len(rest) == 2:  # one of several rows: its number is its key
        values[first] = [*sorted({*keys_of(values, first), rest[0]}, key=int)]
    if field.kind in ("texts", "choices"):
        items = [item.strip() for item in re.split(r"[\n|]", cell) if item.strip()]
        if field.kind == "choices":
            values[name] = [_word(item, field, vocabulary) for item in items]
        else:
            values[name] = [str(number) for number in range(1, len(items) + 1)]
            values.update({f"{name}.{number}": item for number, item in enumerate(items, 1)})
    elif field.kind == "yes_no":
        values[name] = _YES_NO.get(cell.lower(), cell.lower())
    elif field.kind == "choice":
        values[name] = _word(cell, field, vocabulary)
    else:
        values[name] = cell


def _word(cell: str, field: Field, vocabulary: Vocabulary) -> str:
    """Return the word that a cell means, be it written as the word or as its label."""
    plain = cell.strip("“”‘’\"' ").lower()
    for word in vocabulary[field.words]:
        if plain in (word.id.lower(), word.label.lower()):
            return word.id
    return cell


def _odd(place: str, cell: str, field: Field) -> list[Problem]:
    """Return what a spreadsheet program may have made of a cell."""
    if _FORMULA.match(cell):
        what = f"'{cell[:30]}' is a formula or its error"
        return [Problem(place, what, "type the text or the number itself")]
    if found := _DAMAGED.search(cell):
        what = f"has damaged letters, near '{cell[max(0, found.start() - 10) : found.end() + 5]}'"
        return [Problem(place, what, "save the sheet as 'CSV UTF-8' and import that file")]
    if field.kind == "date" and iso_date(cell) != cell and _EITHER_WAY.match(cell):
        advice = "check that day and month are the right way round"
        return [Problem(place, f"'{cell}' was read as {iso_date(cell)}", advice, warning=True)]
    return []
