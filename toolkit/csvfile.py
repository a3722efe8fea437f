"""Read a CSV file strictly: every column is described and every value fits its column."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from toolkit.errors import ContentError, Problem, did_you_mean

__all__ = ["Column", "Value", "read_rows"]

Value = None | bool | int | float | str | date


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    name : str
        Its heading in the CSV file.
    type : str
        ``string``, ``integer``, ``number``, ``boolean`` or ``date``.
    description : str
        What it holds, in one line.
    required : bool
        Whether every row has a value.
    unique : bool
        Whether no value may come twice.
    enum : tuple of str
        The values it may hold; empty where any will do.
    """

    name: str
    type: Literal["string", "integer", "number", "boolean", "date"]
    description: str
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()


def read_rows(path: Path, columns: tuple[Column, ...]) -> tuple[Mapping[str, Value], ...]:
    """Return the rows of a CSV file, every value turned into its column's type.

    Parameters
    ----------
    path : Path
        A UTF-8 file whose first line holds the headings.
    columns : tuple of Column
        What the file should hold.

    Returns
    -------
    tuple of mapping
        One value for each column; None where the cell is empty.

    Raises
    ------
    ContentError
        Where the file is missing, its headings are not those of the columns, or a value
        does not fit. Every such place is listed.
    """
    lines = _lines(path)
    headings = lines[0] if lines else []
    problems = _heading_problems(headings, [column.name for column in columns])
    if problems:
        raise ContentError(path, problems)
    by_name = {column.name: column for column in columns}
    rows: list[dict[str, Value]] = []
    for number, line in enumerate(lines[1:], 2):
        if not line:
            continue
        cells = dict(zip(headings, line, strict=False))
        problems += _line_problems(number, line, headings, by_name)
        rows.append({name: _value(cells.get(name, ""), by_name[name]) for name in by_name})
    problems += [problem for column in columns for problem in _repeats(rows, column)]
    if problems:
        raise ContentError(path, problems)
    return tuple(rows)


def _lines(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, strict=True))
    except FileNotFoundError:
        raise ContentError(path, [Problem("file", "is not there", "check its name")]) from None
    except UnicodeDecodeError:
        raise ContentError(path, [Problem("file", "is not UTF-8 text", "save as UTF-8")]) from None
    except csv.Error as error:
        what = f"cannot be read as CSV: {error}"
        raise ContentError(path, [Problem("file", what, "check its quotation marks")]) from None


def _heading_problems(headings: list[str], described: list[str]) -> list[Problem]:
    advice = "describe it in datapackage.yaml, or remove it"
    return [
        *(
            Problem(f"column '{name}'", "is not described", f"{advice}; {near}")
            for name in headings
            if name not in described
            for near in [did_you_mean(name, described)]
        ),
        *(
            Problem(f"column '{name}'", "is missing", "add it, or take it out of datapackage.yaml")
            for name in described
            if name not in headings
        ),
        *(
            Problem(f"column '{name}'", "is there twice", "remove one")
            for name in sorted(set(headings))
            if headings.count(name) > 1
        ),
    ]


def _line_problems(
    number: int, line: list[str], headings: list[str], columns: Mapping[str, Column]
) -> Iterator[Problem]:
    if len(line) != len(headings):
        what = f"has {len(line)} values for {len(headings)} columns"
        yield Problem(f"row {number}", what, "put text that holds a comma in quotes")
        return
    for name, cell in zip(headings, line, strict=True):
        place, column = f"row {number}, {name}", columns[name]
        if not cell and column.required:
            yield Problem(place, "is empty", "fill it in")
        elif cell and _value(cell, column) is None:
            yield Problem(place, f"'{cell}' is not {_TYPES[column.type][1]}")
        elif cell and column.enum and cell not in column.enum:
            yield Problem(
                place,
                f"'{cell}' is not one of the words used here",
                did_you_mean(cell, column.enum),
            )


def _repeats(rows: list[dict[str, Value]], column: Column) -> Iterator[Problem]:
    values = [row[column.name] for row in rows if column.unique]
    for value in dict.fromkeys(value for value in values if values.count(value) > 1):
        if value is not None:
            yield Problem(f"column '{column.name}'", f"holds '{value}' more than once", "keep one")


def _value(cell: str, column: Column) -> Value:
    """Return a cell's value, None where it is empty or does not fit."""
    if not cell:
        return None
    try:
        return _TYPES[column.type][0](cell)
    except (ValueError, KeyError):
        return None


def _finite(cell: str) -> float:
    number = float(cell)
    if not math.isfinite(number):
        raise ValueError(cell)
    return number


_TYPES: dict[str, tuple[Callable[[str], Value], str]] = {
    "string": (str, "text"),
    "integer": (int, "a whole number"),
    "number": (_finite, "a number"),
    "boolean": ({"true": True, "false": False}.__getitem__, "true or false"),
    "date": (date.fromisoformat, "a date such as 2026-11-30"),
}
