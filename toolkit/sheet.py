"""A table as a CSV file that a spreadsheet opens as it is, and that reads back exactly.

A cell that a spreadsheet would take for a formula is written with an apostrophe before it, so
that it is shown and not worked out. Reading takes that one apostrophe away again.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Sequence
from io import StringIO

from toolkit.errors import ContentError, Problem
from toolkit.language import _

__all__ = ["as_sheet", "read_sheet"]

# Excel takes CSV for UTF-8 only where the file begins with this.
MARK = "\ufeff"
# What begins a formula, also typed on a keyboard for Chinese or Japanese, and white space that a
# spreadsheet skips before it; and the apostrophe itself, so that one is always ours.
OPENS = tuple("=+-@\t\r\n'＝＋－＠")
LONGEST_CELL = 1_000_000  # characters; the limit Python sets by itself is too low for long notes


def as_sheet(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Collection[str] = ()
) -> str:
    r"""Return a table as the text of a CSV file.

    Parameters
    ----------
    header : sequence of str
        The names of the columns.
    rows : iterable of sequence of str
        The cells, each row as long as `header`.
    numbers : collection of str
        The columns that hold nothing but numbers: -2 is no formula there.

    Returns
    -------
    str
        To be written as UTF-8.

    Examples
    --------
    >>> as_sheet(["note"], [["=1+1"]])
    "\ufeffnote\r\n'=1+1\r\n"
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    typed = [name not in numbers for name in header]
    writer.writerows(
        [_shown(cell) if words else cell for cell, words in zip(row, typed, strict=True)]
        for row in rows
    )
    return MARK + text.getvalue()


def read_sheet(text: str, file: str = "The file") -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV file that `as_sheet` wrote.

    Parameters
    ----------
    text : str
        What the file holds.
    file : str
        Its name, for messages.

    Returns
    -------
    tuple of dict of str to str
        The cells of each row by the names of their columns; empty rows are left out.

    Raises
    ------
    ContentError
        Where it is not a table, or a row does not fit its columns; every such row is listed.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    try:
        lines = list(csv.reader(StringIO(text.removeprefix(MARK), newline=""), strict=True))
    except csv.Error as error:
        problem = Problem(
            _("file"),
            _("cannot be read as a table: {reason}").format(reason=error),
            _("use another copy of it"),
        )
        raise ContentError(file, [problem]) from None
    if not lines:
        raise ContentError(file, [Problem(_("file"), _("is empty"), _("use another copy of it"))])
    header, *rows = lines
    problems = [
        Problem(
            _("row {number}").format(number=number),
            _("has {cells} cells, but there are {columns} columns").format(
                cells=len(row), columns=len(header)
            ),
        )
        for number, row in enumerate(rows, 2)
        if row and len(row) != len(header)
    ]
    if problems:
        raise ContentError(file, problems)
    return tuple(
        dict(zip(header, [_typed(cell) for cell in row], strict=True)) for row in rows if row
    )


def _shown(cell: str) -> str:
    return f"'{cell}" if cell.startswith(OPENS) else cell


def _typed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell
