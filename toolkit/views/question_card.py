"""The boxes for a reader's questions, alike in the lessons and on the course page."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from toolkit.language import _
from toolkit.questions import NUMBERS, Question, card, take_off
from toolkit.views.form import component
from toolkit.views.page import Event, Page

__all__ = ["act_on_card", "box_id", "draw_card", "question_box"]


def draw_card(page: Page, lessons: Mapping[str, str]) -> list[tuple[int, Markup, bool]]:
    """Return the three places of the card.

    Parameters
    ----------
    page : Page
        A page on what the browser keeps of the course.
    lessons : mapping of str to str
        What to say of where a lesson's question comes from, by the lesson's id.

    Returns
    -------
    list of (int, Markup, bool)
        Number, box, and whether the question can be taken off and stays with its lesson.
    """
    places = zip(NUMBERS, card(page.store.values), strict=True)
    label = _("Question {number}")
    return [
        (number, question_box(one, label.format(number=number), lessons.get(one.lesson, "")),
         bool(one.lesson))
        for number, one in places
    ]  # fmt: skip


def act_on_card(page: Page, event: Event) -> None:
    """Take a question off the card where that is what was asked for.

    Parameters
    ----------
    page : Page
        The page that `draw_card` was given.
    event : Event
        Anything that happened on it.
    """
    match event:
        case Event("action", "take-off", str(number)) if number in map(str, NUMBERS):
            page.store.update(take_off(int(number)))
            page.announce(
                _("Question {number} is off your card. Its lesson still keeps it.").format(
                    number=number
                )
            )
            page.focus(box_id(card(page.store.values)[int(number) - 1].name))


def box_id(name: str, place: str = "card") -> str:
    """Return the id of the box of a question.

    Parameters
    ----------
    name : str
        What the question is kept under.
    place : str
        Where the box stands: the last lesson has one of them twice, on the card and at its end.

    Returns
    -------
    str
        Without dots, which have another meaning in a selector.

    Examples
    --------
    >>> box_id("asked.data-gaps.1")
    'card-asked-data-gaps-1'
    """
    return f"{place}-{name}".replace(".", "-")


def question_box(question: Question, label: str, hint: str = "", *, place: str = "card") -> Markup:
    """Return the box in which a question is written, kept as it is typed.

    Parameters
    ----------
    question : Question
        The question.
    label, hint : str
        What is said of it.
    place : str
        As `box_id` takes it.

    Returns
    -------
    Markup
        Label and box.
    """
    return component(
        "textarea",
        {
            "name": question.name,
            "id": box_id(question.name, place),
            "label": {"text": label, "classes": "govuk-label--s"},
            "hint": {"text": hint} if hint else None,
            "value": question.text,
            "rows": "2",
            "attributes": {"data-live": "yes"},
        },
    )
