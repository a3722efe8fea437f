"""Turn the rows of a spreadsheet into notebooks, through the same check as every other door."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.cases.check import case_problems
from toolkit.cases.spreadsheet import SheetRow, place_in_row, read_spreadsheet
from toolkit.cases.table_text import NotATable
from toolkit.cases.writing import draft_notebook, proposed_slug
from toolkit.errors import ContentError, Problem
from toolkit.slug import slug_problems
from toolkit.vocabulary import Vocabulary

__all__ = ["Imported", "read_cases", "write_cases"]


@dataclass(frozen=True)
class Imported:
    """One row of a spreadsheet as a notebook.

    Parameters
    ----------
    row : int
        Its number.
    slug : str
        The name of the file, without its ending.
    text : str
        The notebook.
    problems : tuple of Problem
        Errors and warnings, each with row and column.
    """

    row: int
    slug: str
    text: str
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether it can be used as it is."""
        return all(problem.warning for problem in self.problems)


def read_cases(
    path: Path, vocabulary: Vocabulary, *, taken: Container[str], today: date
) -> tuple[Imported, ...]:
    """Return the cases of a spreadsheet, each checked; nothing is written.

    Parameters
    ----------
    path : Path
        A CSV file.
    vocabulary : Vocabulary
        The words cases may use.
    taken : container of str
        Names that other cases have.
    today : date
        The day to hold review dates against.

    Returns
    -------
    tuple of Imported
        In the order of the rows.

    Raises
    ------
    ContentError
        Where the file is missing, is no table, or its headings are wrong.
    """
    try:
        rows, problems = read_spreadsheet(path.read_bytes(), vocabulary)
    except NotATable as error:
        raise ContentError(path, [error.args[0]]) from None
    except FileNotFoundError:
        raise ContentError(path, [Problem("file", "is not there", "check its name")]) from None
    except OSError as error:
        raise ContentError(path, [Problem("file", f"cannot be read: {error.strerror}")]) from None
    if not rows and not problems:
        advice = "fill in one row for each case below the headings"
        problems = (Problem("file", "holds no case", advice),)
    if problems:
        raise ContentError(path, problems)
    found: list[Imported] = []
    for row in rows:
        names = {one.slug for one in found}
        found.append(_case(row, vocabulary, taken=taken, names=names, today=today))
    return tuple(found)


def write_cases(cases: tuple[Imported, ...], into: Path) -> tuple[Path, ...]:
    """Write the sound ones of the cases into a folder; no file is ever replaced.

    Parameters
    ----------
    cases : tuple of Imported
        As `read_cases` returns them.
    into : Path
        The folder; made where it is not there.

    Returns
    -------
    tuple of Path
        The new files.
    """
    into.mkdir(parents=True, exist_ok=True)
    written = []
    for case in cases:
        if case.sound:
            path = into / f"{case.slug}.ipynb"
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(case.text)
            written.append(path)
    return tuple(written)


def _case(
    row: SheetRow,
    vocabulary: Vocabulary,
    *,
    taken: Container[str],
    names: set[str],
    today: date,
) -> Imported:
    slug = str(row.values.get("slug") or "") or proposed_slug(row.values)
    text, notebook = draft_notebook(row.values, slug)
    problems = [
        *case_problems(notebook, vocabulary, today=today),
        *([] if slug_problems(slug) else slug_problems(slug, taken)),
    ]
    if slug in names:
        advice = "give each row its own in the column 'file name'"
        problems.append(Problem("file name", f"'{slug}' is the name of another row", advice,
                                path=("slug",)))  # fmt: skip
    placed = (place_in_row(row, problem) for problem in problems)
    return Imported(row.number, slug, text, (*row.problems, *placed))
