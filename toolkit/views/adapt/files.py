"""A draft as a file, and a draft or a notebook loaded again from one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.cases.draft import Values, values_of
from toolkit.cases.field import load_fields
from toolkit.frontmatter import parse_notebook
from toolkit.language import ngettext
from toolkit.progress import ProgressFile, parse_progress, write_progress
from toolkit.yamlfile import Json

__all__ = ["DOCUMENT", "VERSION", "Waiting", "load_draft", "saved_draft"]

DOCUMENT, VERSION = "adapt-a-case-study", 1
BESIDE_FIELDS = ("slug", "seen", "checks")
EXPECTED_CODE = 2  # cells: the import, and the facts of the case


@dataclass(frozen=True)
class Waiting:
    """A draft from a file that waits for a yes, because there is one already.

    Parameters
    ----------
    filename : str
        The visitor's name for the file.
    values : mapping
        The draft.
    notes : str
        What of the file could not be used; empty where all of it can.
    """

    filename: str
    values: Values
    notes: str = ""


def saved_draft(values: Values, on: date) -> str:
    """Return the text of a file that holds a draft, finished or not.

    Parameters
    ----------
    values : mapping
        The draft.
    on : date
        The day it is saved.

    Returns
    -------
    str
        JSON that `load_draft` turns back.
    """
    return write_progress(ProgressFile(DOCUMENT, VERSION, values, on.isoformat()))


def load_draft(filename: str, text: str) -> Waiting:
    """Return the draft that a file holds, be it a saved draft or a notebook.

    Parameters
    ----------
    filename : str
        The visitor's name for the file.
    text : str
        What it holds.

    Returns
    -------
    Waiting
        The draft, also one with mistakes.

    Raises
    ------
    ContentError
        Where the file is neither.
    """
    if not filename.lower().endswith(".ipynb"):
        saved = parse_progress(text, DOCUMENT, VERSION, filename)
        return Waiting(filename, _known(saved.values))
    notebook = parse_notebook(text, Path(filename))
    code = sum(cell.kind == "code" for cell in notebook.cells)
    more = code - EXPECTED_CODE
    notes = (
        ngettext(
            "The notebook holds {more} more piece of code, for charts or sums. The form "
            "keeps its text only, so change such a notebook in JupyterLab.",
            "The notebook holds {more} more pieces of code, for charts or sums. The form "
            "keeps its text only, so change such a notebook in JupyterLab.",
            more,
        ).format(more=more)
        if more > 0
        else ""
    )
    return Waiting(filename, _known(values_of(notebook)), notes)


def _known(values: Values) -> dict[str, Json]:
    """Leave out what the form has no place for."""
    fields = load_fields()
    return {
        name: value
        for name, value in values.items()
        if name in fields or name in BESIDE_FIELDS or name.partition(".")[0] in fields
    }
