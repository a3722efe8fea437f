"""A reader's notes on one lesson as a file."""

from __future__ import annotations

from datetime import date

from toolkit.day import day_in_words
from toolkit.language import _
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
        _("# Notes on lesson {number}: {title}").format(number=lesson.number, title=lesson.title),
        _("{day}. The numbers are those of sample {sample} of a made-up example.").format(
            day=day_of(today.isoformat()), sample=sitting.sample
        ),
        _("To remember: {sentence}").format(sentence=lesson.take_away.sentence),
        *(_("To ask: {question}").format(question=question) for question in asked),
        _("## My notes"),
        notes.strip() or _("None yet."),
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
