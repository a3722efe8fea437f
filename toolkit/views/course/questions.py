"""My three questions: the card a councillor takes into a meeting."""

from __future__ import annotations

from markupsafe import Markup

from toolkit.views.course.desk import Desk
from toolkit.views.form import component
from toolkit.views.page import Event, Page
from toolkit.views.template import render

__all__ = ["questions_page"]

NUMBERS = (1, 2, 3)


def questions_page(desk: Desk) -> Page:
    """Return three boxes for questions, and the questions that the lessons suggest.

    Parameters
    ----------
    desk : Desk
        What `open_course` returned.

    Returns
    -------
    Page
        One part of the course page.
    """
    return desk.part(lambda page: _draw(desk), lambda page, event: _act(desk, page, event))


def _draw(desk: Desk) -> Markup:
    taken = {desk.text(f"question-{number}").strip() for number in NUMBERS}
    offered = [(lesson, lesson.take_away.question in taken) for lesson in desk.lessons]
    return render(
        "course-questions",
        boxes=[_box(desk, number) for number in NUMBERS],
        offered=offered,
        full=all(desk.text(f"question-{number}").strip() for number in NUMBERS),
        questions=[desk.text(f"question-{number}").strip() for number in NUMBERS],
    )


def _box(desk: Desk, number: int) -> Markup:
    name = f"question-{number}"
    return component(
        "textarea",
        {
            "name": name,
            "id": f"course-{name}",
            "label": {"text": f"Question {number}", "classes": "govuk-label--s"},
            "value": desk.text(name),
            "rows": 2,
            "attributes": {"data-live": "yes"},
        },
    )


def _act(desk: Desk, page: Page, event: Event) -> None:
    match event:
        case Event("action", "use-question", str(lesson_id)):
            _use(desk, page, lesson_id)


def _use(desk: Desk, page: Page, lesson_id: str) -> None:
    """Put a lesson's question into the first box that is empty."""
    question = next((x.take_away.question for x in desk.lessons if x.id == lesson_id), "")
    free = [n for n in NUMBERS if not desk.text(f"question-{n}").strip()]
    if question and free:
        desk.store.set(f"question-{free[0]}", question)
        page.announce(f"It is now your question {free[0]}.")
        page.focus(f"course-question-{free[0]}")
