"""The notes for hosts."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.course import load_course
from toolkit.frontmatter import Cell, Notebook, read_notebook
from toolkit.host_guide import HostNote, host_notes


def test_a_note_belongs_to_the_heading_above_it() -> None:
    cells = (
        Cell("markdown", "# Title"),
        Cell("markdown", "First.", ("author-note",)),
        Cell("markdown", "## Try it\n\nText"),
        Cell("code", "x = 1"),
        Cell("markdown", "**For hosts: 4 minutes.** Read it out.", ("author-note",)),
        Cell("markdown", "More.", ("author-note",)),
    )
    assert host_notes(Notebook(Path("x.ipynb"), {}, cells)) == (
        HostNote("", "Before you start", "First."),
        HostNote("try-it", "Try it", "**For hosts: 4 minutes.** Read it out.", 4),
        HostNote("try-it", "Try it", "More."),
    )


LESSONS = load_course()[0]


@pytest.mark.parametrize("one", LESSONS, ids=lambda one: one.id)
def test_the_notes_of_each_lesson_add_up_to_its_minutes(root: Path, one) -> None:
    path = root / "notebooks" / "lessons" / f"{one.slug}.ipynb"
    notes = host_notes(read_notebook(path))
    assert sum(note.minutes for note in notes) == one.time.group_minutes > 0
    assert {note.title for note in notes} == {"Before you start", *one.sections}
