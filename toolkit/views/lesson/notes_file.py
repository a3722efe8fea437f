"""A reader's notes on one lesson as a file."""

from __future__ import annotations

from datetime import date

from toolkit.day import day_in_words
from toolkit.questions import kept_questions
from toolkit.views.lesson.sitting import Sitting

__all__ = ["day_of", "notes_as_markdown"]


def notes_as_markdown(sitting: Sitting, notes: str, today: date) -> str:
    """Return a reader's notes on a lesson as a Markdown file.

    Parameters
    ----------
    sitting : Sitting
        The lesson they are about.
    notes : str
        What the reader typed, kept as it is.
    today : date
        The day of the file.

    Returns
    -------
    str
        The lesson's sentence and question, and the notes below them.
    """
    lesson = sitting.lesson
    kept = kept_questions(sitting.course.values, lesson.id)
    asked = [one.text.strip() for one in kept if one.text.strip()] or [lesson.take_away.question]
    parts = [
        f"# Notes on lesson {lesson.number}: {lesson.title}",
        f"{day_of(today.isoformat())}. The numbers are those of sample {sitting.sample} of a "
        "made-up example.",
        f"To remember: {lesson.take_away.sentence}",
        *(f"To ask: {question}" for question in asked),
        "## My notes",
        notes.strip() or "None yet.",
    ]
    return "\n\n".join(parts) + "\n"


def day_of(iso: str) -> str:
    """Return a date that was kept in words, and nothing for what is not a date.

    Parameters
    ----------
    iso : str
        What was kept.

    Returns
    -------
    str
        Empty where it is not a date.

    Examples
    --------
    >>> day_of("2026-11-02"), day_of("soon")
    ('2 November 2026', '')
    """
    try:
        return day_in_words(date.fromisoformat(iso))
    except ValueError:
        return ""
