"""What somebody needs who leads a session: the notes in the lessons.

The notes are in the lessons' own notebooks, in cells tagged ``author-note``, so that whoever
changes a lesson has its notes before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.frontmatter import Cell, Notebook
from toolkit.language import N_, _
from toolkit.outline import section_id, split_by_heading

__all__ = ["HostNote", "host_notes"]

BEFORE = N_("Before you start")
_MINUTES = re.compile(r"\*\*For hosts: (\d+) minutes?\.\*\*")


@dataclass(frozen=True)
class HostNote:
    """What a host does at one step of a lesson.

    Parameters
    ----------
    step : str
        The id of the step's section; empty for what comes before the first.
    title : str
        The step's heading.
    markdown : str
        The note, as its writer typed it.
    minutes : int
        How long the step takes with a group; 0 where the note does not say.
    """

    step: str
    title: str
    markdown: str
    minutes: int = 0


def host_notes(notebook: Notebook) -> tuple[HostNote, ...]:
    """Return the notes for hosts in a lesson.

    Parameters
    ----------
    notebook : Notebook
        The lesson, as `toolkit.frontmatter` reads it.

    Returns
    -------
    tuple of HostNote
        In order; several notes in one step come one after the other.
    """
    notes: list[HostNote] = []
    title, step, taken = _(BEFORE), "", set[str]()
    for cell in notebook.cells:
        if cell.kind == "markdown" and "author-note" in cell.tags:
            notes.append(_note(step, title, cell))
        elif cell.kind == "markdown":
            for piece in split_by_heading(cell.source):
                if piece.heading:
                    title, step = piece.heading, section_id(piece.heading, taken)
    return tuple(notes)


def _note(step: str, title: str, cell: Cell) -> HostNote:
    found = _MINUTES.search(cell.source)
    return HostNote(step, title, cell.source, int(found[1]) if found else 0)
