"""The notes for hosts and the plans for sessions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tiny_lesson import lesson

from toolkit.course import load_course
from toolkit.frontmatter import Cell, Notebook, read_notebook
from toolkit.host_guide import HostNote, host_notes, session_plans


def course(*minutes: int, optional: tuple[int, ...] = ()):
    """Return a course of lessons that take so many minutes each."""
    one = lesson()
    return [
        replace(one, number=number, minutes=long, optional=number in optional)
        for number, long in enumerate(minutes, 1)
    ]


def chosen(plan) -> list[int]:
    return [one.number for one in plan.lessons]


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


def test_a_plan_fills_the_time_after_welcome_and_close() -> None:
    # 45 minutes leave 40: 10 + 15 + 15 fills them, where the first three would take 37.
    [plan] = session_plans(course(10, 12, 15, 12, 15), [45])
    assert chosen(plan) == [1, 3, 5]
    assert plan.questions == 0
    assert plan.steps[0] == ("Welcome, and how this works", 3)
    assert plan.steps[-1] == ("One thing each of us will ask", 2)
    assert sum(minutes for _, minutes in plan.steps) == 45


def test_what_is_left_is_for_questions() -> None:
    [plan] = session_plans(course(12, 12), [45])
    assert (chosen(plan), plan.questions) == ([1, 2], 16)
    assert ("Questions", 16) in plan.steps


def test_optional_lessons_wait_until_all_others_fit() -> None:
    lessons = course(10, 20, 10, optional=(1,))
    assert [chosen(plan) for plan in session_plans(lessons, [30, 60])] == [[2], [1, 2, 3]]


def test_a_session_too_short_for_any_lesson_has_no_plan() -> None:
    assert session_plans(course(15), [15]) == ()


LESSONS = load_course()[0]


@pytest.mark.parametrize("one", LESSONS, ids=lambda one: one.id)
def test_the_notes_of_each_lesson_add_up_to_its_minutes(root: Path, one) -> None:
    path = root / "notebooks" / "lessons" / f"{one.slug}.ipynb"
    notes = host_notes(read_notebook(path))
    assert sum(note.minutes for note in notes) == one.time.group_minutes > 0
    assert {note.title for note in notes} == {"Before you start", *one.sections}
