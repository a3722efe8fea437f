"""What the guide for hosts and the notes beside a presented lesson have to say."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

from toolkit.added import find_file
from toolkit.course import load_course
from toolkit.errors import ContentError
from toolkit.fill import fill, names_in
from toolkit.frontmatter import read_notebook
from toolkit.host_guide import HostNote, host_notes
from toolkit.lesson import Lesson
from toolkit.serving.markdown import to_html
from toolkit.session_plan import in_order_of_choice, session_plans

__all__ = ["course", "guide", "notes"]


def course(root: Path) -> tuple[tuple[Lesson, ...], tuple[ContentError, ...]]:
    """Return the lessons that can be read, and why others cannot.

    Parameters
    ----------
    root : Path
        The content folder.

    Returns
    -------
    lessons : tuple of Lesson
        In the order of the course.
    errors : tuple of ContentError
        One for each that cannot be read, or one where none can.
    """
    try:
        return load_course(root)
    except ContentError as error:
        return (), (error,)


def guide(root: Path) -> dict[str, Any]:
    """Return what the guide for hosts is filled in with.

    Parameters
    ----------
    root : Path
        The content folder.

    Returns
    -------
    dict
        The lessons, in the order of the course and of choice, the plans, and what is damaged.
    """
    lessons, errors = course(root)
    return {
        "lessons": lessons,
        "chosen": in_order_of_choice(lessons),
        "plans": session_plans(lessons),
        "errors": errors,
    }


def notes(root: Path, lesson_id: str) -> dict[str, Any]:
    """Return what the notes for those who lead a lesson are filled in with.

    Parameters
    ----------
    root : Path
        The content folder.
    lesson_id : str
        The lesson's id.

    Returns
    -------
    dict
        The lesson, its questions, and for each step its id, title, minutes and notes as HTML.

    Raises
    ------
    LookupError
        Where there is no such lesson.
    """
    lesson = next((one for one in course(root)[0] if one.id == lesson_id), None)
    file = find_file("notebooks/lessons", lesson.slug, root) if lesson else None
    if lesson is None or file is None:  # a file may have gone since the course was read
        raise LookupError(lesson_id)
    steps = [
        (step, notes[0].title, sum(note.minutes for note in notes),
         [to_html(note.markdown) for note in notes])
        for step, notes in _by_step(host_notes(read_notebook(file.path)))
    ]  # fmt: skip
    return {"lesson": lesson, "steps": steps, "questions": _questions(lesson)}


def _questions(lesson: Lesson) -> list[dict[str, Any]]:
    """Return each question with its answers, the beliefs they stand for, and where hands count.

    A number in it is worked out by the lesson's own page; here "…" stands in its place.
    """
    quiz = fill(lesson.quiz, dict.fromkeys(names_in(lesson.quiz), "…"))
    beliefs = {word.id: word.meaning for word in lesson.beliefs}
    return [
        {
            "text": one.text,
            "answers": [
                (option, beliefs.get(option.misconception, ""), f"hands-quiz-{one.id}-{option.id}")
                for option in one.options
            ],
        }
        for one in quiz.questions
    ]


def _by_step(notes: tuple[HostNote, ...]) -> list[tuple[str, list[HostNote]]]:
    return [(step, list(group)) for step, group in groupby(notes, key=lambda note: note.step)]
