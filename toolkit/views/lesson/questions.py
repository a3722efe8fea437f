"""A reader's questions in a lesson: the one that it ends with, and the card of three."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from toolkit.language import _
from toolkit.outline import section_id
from toolkit.questions import card, choose, keep, kept_questions
from toolkit.views.bridge import Bridge
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.page import Event, Page
from toolkit.views.question_card import act_on_card, box_id, draw_card, question_box
from toolkit.views.template import render

__all__ = ["question_part", "show_questions"]


def show_questions(sitting: Sitting, *, step: str, heading: str) -> Bridge:
    """Return the card of three questions, the same that the course page shows.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.
    step : str
        The heading of the section it stands in.
    heading : str
        The heading over the boxes.

    Returns
    -------
    Bridge
        What a notebook cell shows.

    Raises
    ------
    ValueError
        Where the lesson has no section with that heading.
    """
    sitting.check_step(step)
    return _Card(sitting, step, heading).page.widget


class _Card:
    def __init__(self, sitting: Sitting, step: str, heading: str) -> None:
        self.sitting = sitting
        self.step = step
        self.heading = heading
        self.page = Page(sitting.course, draw=self.draw, act=self.act)

    def draw(self, page: Page) -> Markup:
        place = section_id(self.step)
        if not self.sitting.is_open:
            return self.sitting.folded(place, self.heading)
        kept = page.store.values
        places = card(kept)
        names = [one.name for one in places]
        return render(
            "lesson-questions",
            id=self.sitting.id(place),
            heading=self.heading,
            boxes=draw_card(page, {}),
            offered=[x for x in kept_questions(kept) if x.text.strip() and x.name not in names],
            full=all(one.text.strip() for one in places),
        )

    def act(self, page: Page, event: Event) -> None:
        act_on_card(page, event)
        match event:
            case Event("action", "use-kept", str(name)):
                if any(name == one.name for one in kept_questions(page.store.values)):
                    page.store.update(choose(page.store.values, name))
                    page.announce(_("It is on your card."))
                    page.focus(box_id(name))
                    self._did()
            case Event("action", "skip-prediction"):
                self.sitting.skip()
                page.focus(self.sitting.id(section_id(self.step)))
                self.sitting.store.redraw()
            case Event("change", name) if name in [one.name for one in card(page.store.values)]:
                self._did()

    def _did(self) -> None:
        self.sitting.did(self.step)
        self.sitting.store.redraw()


def question_part(sitting: Sitting, taken: Callable[[], None]) -> Bridge:
    """Return what a lesson says at its end, its question, and that question in the reader's words.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.
    taken : callable
        Called when the reader keeps the question.

    Returns
    -------
    Bridge
        The first part of `show_take_away`.
    """
    return _Asked(sitting, taken).page.widget


class _Asked:
    def __init__(self, sitting: Sitting, taken: Callable[[], None]) -> None:
        self.sitting = sitting
        self.taken = taken
        self.page = Page(sitting.course, draw=self.draw, act=self.act)

    def draw(self, page: Page) -> Markup:
        kept = page.store.values
        mine = kept_questions(kept, self.sitting.plain.id)
        numbers = {one.name: number for number, one in enumerate(card(kept), 1)}
        label = _("My question") if len(mine) == 1 else _("My question {}")
        return render(
            "lesson-asked",
            id=self.sitting.id("take-away"),
            lesson=self.sitting.lesson,
            mine=[
                (
                    one.name,
                    question_box(one, label.format(place), place="kept"),
                    numbers.get(one.name, 0),
                )
                for place, one in enumerate(mine, 1)
            ],
            full=all(one.text.strip() for one in card(kept)),
        )

    def act(self, page: Page, event: Event) -> None:
        match event:
            case Event("action", "add-question"):
                self._add(page)
            case Event("action", "use-kept", str(name)):
                place = choose(page.store.values, name)
                page.store.update(place)
                for slot in place:
                    page.announce(
                        _("It is now your question {number}.").format(
                            number=slot.removeprefix("slot-")
                        )
                    )
                page.focus(box_id(name, "kept"))

    def _add(self, page: Page) -> None:
        lesson, kept = self.sitting.lesson, page.store.values
        page.store.update(keep(kept, lesson.id, lesson.take_away.question))
        self.taken()
        self.sitting.store.redraw()
        page.announce(_("The question is in your notes."))
        page.focus(box_id(kept_questions(kept, lesson.id)[0].name, "kept"))
