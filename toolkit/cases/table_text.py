"""Read a table as spreadsheet programs save it, whatever they do to letters and separators."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from toolkit.errors import Problem

__all__ = ["NotATable", "read_table"]

_SEPARATORS = ",;\t"
_WORKBOOKS = {
    b"PK\x03\x04": "is an Excel or LibreOffice workbook",
    b"\xd0\xcf\x11\xe0": "is an old Excel workbook",
}
_AS_CSV = "in Excel choose File, Save As, 'CSV UTF-8', and import that file"


class NotATable(Exception):  # noqa: N818 - it says what the file is not, not that we failed
    """A file that holds no table we can read; its one argument is the `Problem`."""


def read_table(data: bytes, known: Callable[[str], bool]) -> list[tuple[int, list[str]]]:
    r"""Return the rows of a CSV file that are not blank, each with its number.

    Parameters
    ----------
    data : bytes
        The file. UTF-8, with or without a mark at its start, UTF-16 and Windows-1252 are read;
        cells are parted by commas, semicolons or tabs.
    known : callable
        Given a heading, returns whether a table may have it; this tells the separators apart.

    Returns
    -------
    list of (int, list of str)
        Rows count from 1, as in the spreadsheet program. Spaces around a cell are gone.

    Raises
    ------
    NotATable
        Where the file is a workbook, is not text, or has broken quotation marks.

    Examples
    --------
    >>> read_table(b"title;place\r\n;\r\nTea ;Leeds\r\n", {"title", "place"}.__contains__)
    [(1, ['title', 'place']), (3, ['Tea', 'Leeds'])]
    """
    text = _decode(data)
    separator = _separator(text, known)
    rows = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        for number, row in enumerate(reader, 1):
            cells = [_plain(cell) for cell in row]
            if any(cells):
                rows.append((number, cells))
    except csv.Error as error:
        what = f"cannot be read after row {len(rows)}: {error}"
        raise NotATable(Problem("file", what, "check the quotation marks there")) from None
    return rows


def _decode(data: bytes) -> str:
    for start, what in _WORKBOOKS.items():
        if data.startswith(start):
            raise NotATable(Problem("file", what, _AS_CSV))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotATable(Problem("file", "is not a table saved as text", _AS_CSV))


def _separator(text: str, known: Callable[[str], bool]) -> str:
    """Return the separator by which the first row holds the most headings that we know."""
    first = next((line for line in text.splitlines() if line.strip(_SEPARATORS + ' "')), "")

    def headings(separator: str) -> int:
        return sum(known(_plain(cell).strip('"')) for cell in first.split(separator))

    return max(_SEPARATORS, key=headings)


def _plain(cell: str) -> str:
    """Take away what a program puts around a cell, and the spaces that do not break."""
    return cell.replace("\u00a0", " ").replace("\r\n", "\n").strip()
