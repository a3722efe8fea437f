"""Your prediction: asked before anything is shown, never marked, skipped by choice."""

from __future__ import annotations

from markupsafe import Markup

from toolkit.language import N_, _
from toolkit.views.bridge import Bridge
from toolkit.views.form import component
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.lesson.tally import draw_counting, draw_room
from toolkit.views.page import Event, Page
from toolkit.views.template import render

__all__ = ["show_prediction"]

STEP = "Your prediction"
_NO_WRONG = N_("There are no wrong answers.")
_NOBODY_SEES = N_("Nobody sees your choice but you.")
_HINT = Markup('{} <span class="toolkit-alone">{}</span>')  # on a shared screen everybody sees it
_MISSING = N_("Choose what you think will happen, or go on without a prediction")


def show_prediction(sitting: Sitting) -> Bridge:
    """Return the question that a lesson asks first.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return _Prediction(sitting).page.widget


class _Prediction:
    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.missing = False
        self.page = Page(sitting.store, draw=self.draw, act=self.act)

    def draw(self, page: Page) -> Markup:
        sitting = self.sitting
        if sitting.is_open:
            return render(
                "lesson-predicted",
                said=sitting.said,
                id=sitting.id("predicted"),
                room=draw_room(sitting, "prediction", sitting.lesson.prediction.options),
                prediction=sitting.lesson.prediction,
            )
        hands = draw_counting(sitting, "prediction", sitting.lesson.prediction.options)
        return render("lesson-prediction", radios=self._radios(), hands=hands)

    def _radios(self) -> Markup:
        prediction = self.sitting.lesson.prediction
        kept = self.sitting.store.values.get("prediction")
        title = {"text": prediction.question, "classes": "govuk-fieldset__legend--s"}
        return component(
            "radios",
            {
                "name": "prediction",
                "idPrefix": self.sitting.id("prediction"),
                "fieldset": {"legend": title},
                "hint": {"html": _HINT.format(_(_NO_WRONG), _(_NOBODY_SEES))},
                "errorMessage": {"text": _(_MISSING)} if self.missing else None,
                "items": [
                    {"value": one.id, "text": one.text, "checked": one.id == kept}
                    for one in prediction.options
                ],
            },
        )

    def act(self, page: Page, event: Event) -> None:
        store = self.sitting.store
        self.missing = False
        match event:
            case Event("action", "predict"):
                self._predict(page)
            case Event("action", "skip-prediction"):
                self.sitting.skip()
                self._go_on(page)
            case Event("action", "predict-again"):
                store.set("predicted", None)
                page.focus(self.sitting.id("prediction"))

    def _predict(self, page: Page) -> None:
        store = self.sitting.store
        if not self.sitting.lesson.prediction.text_of(store.values.get("prediction")):
            self.missing = True
            page.announce(_("Error: {what}.").format(what=_(_MISSING)))
            page.focus(self.sitting.id("prediction"))
            return
        store.set("predicted", "given")
        self._go_on(page)

    def _go_on(self, page: Page) -> None:
        self.sitting.did(STEP)
        page.focus(self.sitting.id("try-it"))
