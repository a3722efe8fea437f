"""My three questions: the card a councillor takes into a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.course import Standing
from toolkit.language import _
from toolkit.questions import card, choose, keep, kept_questions, questions_in
from toolkit.views.course.desk import Desk
from toolkit.views.page import Event, Page
from toolkit.views.question_card import act_on_card, draw_card
from toolkit.views.template import render

__all__ = ["questions_page"]


@dataclass(frozen=True)
class _Offer:
    """A question to put on the card, where it comes from, and what a press on its button says."""

    text: str
    where: str
    action: str
    value: str
    taken: bool = False


def questions_page(desk: Desk) -> Page:
    """Return three boxes for questions, and the questions to choose from.

    Parameters
    ----------
    desk : Desk
        What `open_course` returned.

    Returns
    -------
    Page
        One part of the course page.
    """
    return desk.part(lambda page: _draw(desk, page), lambda page, event: _act(desk, page, event))


def _draw(desk: Desk, page: Page) -> Markup:
    questions = [one.text.strip() for one in card(desk.store.values)]
    lessons = {
        one.id: _("From lesson {number}: {title}").format(number=one.number, title=one.title)
        for one in desk.lessons
    }
    return render(
        "course-questions",
        boxes=draw_card(page, lessons),
        offered=[offer for one in desk.standings for offer in _offers(desk, one)],
        full=all(questions),
        questions=questions,
    )


def _offers(desk: Desk, one: Standing) -> Iterator[_Offer]:
    """Yield what a lesson offers: questions kept from it, else its own, and those in its notes."""
    lesson, values = one.lesson, desk.store.values
    kept = [question for question in kept_questions(values, lesson.id) if question.text.strip()]
    names = [question.name for question in card(values)]
    where = _("lesson {number}").format(number=lesson.number)
    for question in kept:
        taken = question.name in names
        yield _Offer(question.text.strip(), where, "use-kept", question.name, taken)
    if not kept:
        yield _Offer(lesson.take_away.question, where, "use-question", lesson.id)
    for place, text in enumerate(questions_in(one.notes)):
        notes = _("your notes on lesson {number}").format(number=lesson.number)
        yield _Offer(text, notes, "use-written", f"{lesson.id} {place}")


def _act(desk: Desk, page: Page, event: Event) -> None:
    act_on_card(page, event)
    match event:
        case Event("action", "use-kept", str(name)):
            _choose(desk, page, name)
        case Event("action", "use-question", str(lesson_id)):
            question = next((x.take_away.question for x in desk.lessons if x.id == lesson_id), "")
            _keep(desk, page, lesson_id, question)
        case Event("action", "use-written", str(value)):
            _use_written(desk, page, *value.split(" "))


def _use_written(desk: Desk, page: Page, lesson_id: str, place: str) -> None:
    """Move a question out of a lesson's notes, so that it stands in one place only."""
    found = [one for one in desk.standings if one.lesson.id == lesson_id]
    written = questions_in(found[0].notes) if found else ()
    if not place.isdecimal() or int(place) >= len(written):
        return
    text = written[int(place)]
    if _keep(desk, page, lesson_id, text):
        lines = found[0].notes.splitlines()
        rest = "\n".join(line for line in lines if line.strip() != text)
        store = desk.stores[lesson_id]
        store.set("notes", rest.strip() or None)
        store.redraw()


def _keep(desk: Desk, page: Page, lesson_id: str, text: str) -> bool:
    """Keep a question for its lesson and put it on the card; False where the card is full."""
    new = keep(desk.store.values, lesson_id, text) if text else {}
    name = next(iter(new), "")
    if not name or not choose({**desk.store.values, **new}, name):
        return False
    desk.store.update(new)
    _choose(desk, page, name)
    return True


def _choose(desk: Desk, page: Page, name: str) -> None:
    if not any(name == question.name for question in kept_questions(desk.store.values)):
        return
    place = choose(desk.store.values, name)
    desk.store.update(place)
    for slot in place:
        number = slot.removeprefix("slot-")
        page.announce(_("It is now your question {number}.").format(number=number))
        page.focus(f"card-{name}".replace(".", "-"))
