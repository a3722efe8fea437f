"""Check: a question at a time, a reason for every answer, and what to revisit; no marks."""

from __future__ import annotations

from markupsafe import Markup

from toolkit.language import N_, _
from toolkit.lesson import Lesson
from toolkit.outline import section_id
from toolkit.quiz import Option, Question
from toolkit.views.bridge import Bridge
from toolkit.views.form import component
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.lesson.tally import draw_counting, draw_room
from toolkit.views.page import Event, Page
from toolkit.views.template import render
from toolkit.yamlfile import Json

__all__ = ["show_quiz"]

STEP = "Check"
HEADING = N_("The questions")
_MISSING = N_("Choose an answer first")


def show_quiz(sitting: Sitting) -> Bridge:
    """Return a lesson's quiz, folded until the reader has predicted.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return _Check(sitting).page.widget


class _Check:
    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.missing = ""
        self.page = Page(sitting.store, draw=self.draw, act=self.act)

    def kept(self, question: Question, what: str = "answer") -> Json:
        """Return the chosen answer, or the one that was ``checked``."""
        return self.sitting.store.values.get(f"quiz-{question.id}-{what}")

    def checked(self, question: Question) -> Option | None:
        """Return the answer whose reason is shown: none while another one is chosen."""
        answer = self.kept(question)
        return question.option(answer) if answer == self.kept(question, "checked") else None

    def draw(self, page: Page) -> Markup:
        if not self.sitting.is_open:
            return self.sitting.folded("check", _(HEADING))
        lesson = self.sitting.lesson
        answers = {one.id: self.kept(one, "checked") for one in lesson.quiz.questions}
        return render(
            "lesson-quiz",
            id=self.sitting.id("check"),
            heading=_(HEADING),
            questions=[self._question(lesson, one) for one in lesson.quiz.questions],
            complete=lesson.quiz.is_complete(answers),
            revisit=dict.fromkeys(
                (one.revisit, section_id(one.revisit)) for one in lesson.quiz.revisit(answers)
            ),
        )

    def _question(self, lesson: Lesson, question: Question) -> Markup:
        option = self.checked(question)
        feedback = self._id(question, "feedback")
        return render(
            "lesson-question",
            radios=self._radios(question, feedback if option else ""),
            question=question,
            option=option,
            feedback=feedback,
            belief=_belief(lesson, option),
            hands=draw_counting(self.sitting, f"quiz-{question.id}", question.options),
            room=draw_room(self.sitting, f"quiz-{question.id}", question.options, judged=option),
        )

    def _radios(self, question: Question, feedback: str) -> Markup:
        title = {"text": question.text, "classes": "govuk-fieldset__legend--s"}
        items = [
            {"value": one.id, "text": one.text, "checked": one.id == self.kept(question)}
            for one in question.options
        ]
        error = {"text": _(_MISSING)} if self.missing == question.id else None
        return component(
            "radios",
            {
                "name": f"quiz-{question.id}-answer",
                "idPrefix": self._id(question, "answer"),
                "fieldset": {"legend": title, "describedBy": feedback},
                "errorMessage": error,
                "items": items,
            },
        )

    def _id(self, question: Question, name: str) -> str:
        return self.sitting.id(f"quiz-{question.id}-{name}")

    def act(self, page: Page, event: Event) -> None:
        self.missing = ""
        match event:
            case Event("action", "check", str(name)):
                for question in self.sitting.lesson.quiz.questions:
                    if question.id == name:
                        self._check(page, question)
            case Event("action", "skip-prediction"):
                self.sitting.skip()
                page.focus(self.sitting.id("check"))

    def _check(self, page: Page, question: Question) -> None:
        option = question.option(self.kept(question))
        if option is None:
            self.missing = question.id
            page.announce(_("Error: {what}.").format(what=_(_MISSING)))
            page.focus(self._id(question, "answer"))
            return
        self.sitting.store.set(f"quiz-{question.id}-checked", option.id)
        quiz = self.sitting.lesson.quiz
        if quiz.is_complete({one.id: self.kept(one, "checked") for one in quiz.questions}):
            self.sitting.did(STEP)
        told = _("Correct.") if option.right else _("Not correct.")
        page.announce(f"{told} {option.reason}")


def _belief(lesson: Lesson, option: Option | None) -> str:
    if option is None or not option.misconception:
        return ""
    return next(word.meaning for word in lesson.beliefs if word.id == option.misconception)
