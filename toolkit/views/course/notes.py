"""What a reader wrote: three questions, and the notes of each lesson, to print and take away."""

from __future__ import annotations

from collections.abc import Iterator

import ipywidgets
from markupsafe import Markup

from toolkit.course import Standing
from toolkit.document.blocks import Block, Document, Heading, Quote, Text
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
    written = [one for one in desk.standings if one.notes]
    return render("course-notes", written=written)


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
    questions = [desk.text(f"question-{number}").strip() for number in (1, 2, 3)]
    asked = [block for question in questions if question for block in (Quote(question),)]
    blocks: list[Block] = []
    if asked:
        blocks += [Heading(2, "My three questions"), *asked]
    for one in desk.standings:
        blocks += _of(one)
    return Document("My notes on AI for councils", tuple(blocks), "Notes on a course")


def _of(one: Standing) -> Iterator[Block]:
    if one.notes:
        yield Heading(2, f"Lesson {one.lesson.number}: {one.lesson.title}")
        yield Text(f"A question to ask: {one.lesson.take_away.question}")
        yield Quote(one.notes)
