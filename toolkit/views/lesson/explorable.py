"""Try it: a few controls, one sample of a made-up world, and what happens in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup

from toolkit.finding import Finding
from toolkit.views.bridge import Bridge
from toolkit.views.chart import give_numbers, show_finding
from toolkit.views.control import Control
from toolkit.views.lesson.sitting import LARGEST_SAMPLE, Sitting, sample_number
from toolkit.views.page import Event, Page
from toolkit.views.template import render

__all__ = ["show_explorable"]

STEP = "Try it"
HEADING = "Your turn"

Find = Callable[..., Finding]


def show_explorable(sitting: Sitting, *controls: Control, find: Find) -> Bridge:
    """Return controls and the finding they lead to, folded until the reader has predicted.

    It also follows the address: ``#seed=7`` shows sample 7, so that everybody in a room sees
    the numbers of the handout.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.
    *controls : Control
        Two or fewer, if it can be helped.
    find : callable
        Called as ``find(sample, name=value, …)`` with the value of each control; returns a
        `Finding`. It is called for every change, so it has to be quick.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return _Explorable(sitting, controls, find).page.widget


class _Explorable:
    def __init__(self, sitting: Sitting, controls: tuple[Control, ...], find: Find) -> None:
        self.sitting = sitting
        self.controls = controls
        self.find = find
        self.chart = sitting.id("try-it-chart")
        self.page = Page(sitting.store, draw=self.draw, act=self.act, owns_place=True)

    def finding(self) -> Finding:
        """Return the finding for where the controls stand, after what the reader said."""
        kept = self.sitting.store.values
        values = {control.name: control.value(kept) for control in self.controls}
        finding = self.find(self.sitting.sample, **values)
        said = self.sitting.said
        if not said:
            return finding
        return replace(
            finding, sentence=f"You said “{said}”. Here is the result. {finding.sentence}"
        )

    def draw(self, page: Page) -> Markup:
        sitting = self.sitting
        if not sitting.is_open:
            return sitting.folded("try-it", HEADING)
        kept = sitting.store.values
        finding = self.finding()
        return render(
            "lesson-explorable",
            id=sitting.id("try-it"),
            heading=HEADING,
            controls=[control.draw(kept) for control in self.controls],
            sample=sitting.sample,
            first=sitting.plain.sample,
            figure=show_finding(page, finding, self.chart),
            notes=finding.notes,
        )

    def act(self, page: Page, event: Event) -> None:
        names = [control.name for control in self.controls]
        match event:
            case Event("place"):
                self._arrive(page)
            case Event("change", name) if name in names:
                self._tell(page)
            case Event("action", "another-sample"):
                self._show(page, self.sitting.sample % LARGEST_SAMPLE + 1)
            case Event("action", "first-sample"):
                self._show(page, self.sitting.plain.sample)
            case Event("action", "numbers"):
                give_numbers(page, self.finding(), self.chart)
            case Event("action", "skip-prediction"):
                self.sitting.skip()
                page.focus(self.sitting.id("try-it"))

    def _arrive(self, page: Page) -> None:
        """Show the sample that the address asks for; an address without one changes nothing."""
        asked = page.place.get("seed")
        if asked is None:
            return
        number = sample_number(asked)
        if number is None:
            page.notice(
                f"There is no sample ‘{asked[:20]}’. Samples have numbers from 1 to "
                f"{LARGEST_SAMPLE}. You see sample {self.sitting.sample}."
            )
        else:
            self.sitting.store.set("sample", number)

    def _show(self, page: Page, sample: int) -> None:
        self.sitting.store.set("sample", sample)
        page.go(seed=str(sample))
        self._tell(page)

    def _tell(self, page: Page) -> None:
        self.sitting.did(STEP)
        page.announce(self.finding().sentence)
