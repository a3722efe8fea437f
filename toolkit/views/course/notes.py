"""What a reader wrote: three questions, and the notes of each lesson, to print and take away."""

from __future__ import annotations

from collections.abc import Iterator

import ipywidgets
from markupsafe import Markup

from toolkit.course import Standing
from toolkit.document.blocks import Block, Document, Heading, Quote, Text
from toolkit.language import _
from toolkit.questions import card, kept_questions
from toolkit.views.course.desk import Desk
from toolkit.views.course.questions import questions_page
from toolkit.views.hand_out import give_document
from toolkit.views.page import Event, Page
from toolkit.views.template import render

__all__ = ["notes_document", "show_notes"]


def show_notes(desk: Desk) -> ipywidgets.VBox:
    """Return the reader's three questions, and below them the notes of all lessons.

    Parameters
    ----------
    desk : Desk
        What `open_course` returned.

    Returns
    -------
    ipywidgets.VBox
        What a notebook cell shows.
    """

    def act(page: Page, event: Event) -> None:
        if event == Event("action", "download-notes"):
            document, on = notes_document(desk), desk.today()
            give_document(page, document, "word", name="notes-on-the-course", on=on)

    notes = desk.part(lambda page: _draw(desk), act)
    return ipywidgets.VBox([questions_page(desk).widget, notes.widget])


def _draw(desk: Desk) -> Markup:
    written = [(one, _asked(desk, one)) for one in desk.standings]
    return render("course-notes", written=[each for each in written if each[0].notes or each[1]])


def _asked(desk: Desk, one: Standing) -> list[str]:
    """Return the questions that the reader kept from a lesson."""
    kept = kept_questions(desk.store.values, one.lesson.id)
    return [question.text.strip() for question in kept if question.text.strip()]


def notes_document(desk: Desk) -> Document:
    """Return the notes and the three questions as a document.

    Parameters
    ----------
    desk : Desk
        The course.

    Returns
    -------
    Document
        The reader's words as they typed them.
    """
    questions = [question.text.strip() for question in card(desk.store.values)]
    asked = [Quote(question) for question in questions if question]
    blocks: list[Block] = []
    if asked:
        blocks += [Heading(2, _("My three questions")), *asked]
    for one in desk.standings:
        blocks += _of(one, _asked(desk, one))
    return Document(_("My notes on AI for councils"), tuple(blocks), _("Notes on a course"))


def _of(one: Standing, asked: list[str]) -> Iterator[Block]:
    if one.notes or asked:
        yield Heading(
            2,
            _("Lesson {number}: {title}").format(number=one.lesson.number, title=one.lesson.title),
        )
        for question in asked or [one.lesson.take_away.question]:
            yield Text(_("A question to ask: {question}").format(question=question))
    if one.notes:
        yield Quote(one.notes)
