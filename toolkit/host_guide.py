"""What somebody needs who leads a session: the notes in the lessons, and which lessons fit.

The notes are in the lessons' own notebooks, in cells tagged ``author-note``, so that whoever
changes a lesson has its notes before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from toolkit.frontmatter import Cell, Notebook
from toolkit.lesson import Lesson
from toolkit.outline import section_id, split_by_heading

__all__ = ["LENGTHS", "HostNote", "SessionPlan", "host_notes", "session_plans", "with_a_group"]

LENGTHS = (30, 45, 60, 90)  # minutes
WELCOME, CLOSE = 3, 2  # minutes
BEFORE = "Before you start"
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


@dataclass(frozen=True)
class SessionPlan:
    """Which lessons fit into a session.

    Parameters
    ----------
    minutes : int
        How long the session is.
    lessons : tuple of Lesson
        In the order of the course.
    """

    minutes: int
    lessons: tuple[Lesson, ...]

    @property
    def questions(self) -> int:
        """The minutes that are left for questions, after welcome and close."""
        return self.minutes - WELCOME - CLOSE - sum(with_a_group(one) for one in self.lessons)

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """What happens, in order, and how many minutes each takes."""
        return (
            ("Welcome, and how this works", WELCOME),
            *((f"Lesson {one.number}: {one.title}", with_a_group(one)) for one in self.lessons),
            *((("Questions", self.questions),) if self.questions else ()),
            ("One thing each of us will ask", CLOSE),
        )


def with_a_group(lesson: Lesson) -> int:
    """Return how many minutes a lesson takes with a group.

    Parameters
    ----------
    lesson : Lesson
        The lesson.

    Returns
    -------
    int
        What its notes for hosts add up to; a reader's minutes where they say nothing.
    """
    return lesson.time.group_minutes or lesson.minutes


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
    title, step, taken = BEFORE, "", set[str]()
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


def session_plans(
    lessons: Sequence[Lesson], lengths: Sequence[int] = LENGTHS
) -> tuple[SessionPlan, ...]:
    """Return a plan for sessions of several lengths.

    Parameters
    ----------
    lessons : sequence of Lesson
        The course.
    lengths : sequence of int
        How long the sessions are, in minutes.

    Returns
    -------
    tuple of SessionPlan
        For each length the lessons that fill it best: those of the core path first, optional
        ones only where all of the core path fits. Lengths into which no lesson fits are left out.
    """
    plans = (_plan(lessons, length) for length in lengths)
    return tuple(plan for plan in plans if plan.lessons)


def _plan(lessons: Sequence[Lesson], length: int) -> SessionPlan:
    room = length - WELCOME - CLOSE
    core = [lesson for lesson in lessons if not lesson.optional]
    chosen = _fullest(core, room)
    if len(chosen) == len(core):
        spare = [lesson for lesson in lessons if lesson.optional]
        chosen += _fullest(spare, room - sum(with_a_group(lesson) for lesson in core))
    return SessionPlan(length, tuple(sorted(chosen, key=lambda lesson: lesson.number)))


def _fullest(lessons: list[Lesson], room: int) -> list[Lesson]:
    """Return the lessons that leave the least room; of equals, the earlier and fewer."""
    best: tuple[Lesson, ...] = ()
    for count in range(len(lessons) + 1):
        for chosen in combinations(lessons, count):
            minutes = sum(with_a_group(lesson) for lesson in chosen)
            if sum(with_a_group(lesson) for lesson in best) < minutes <= room:
                best = chosen
    return list(best)
