"""Try it: a few controls, one sample of a made-up world, and what happens in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from markupsafe import Markup

from toolkit.finding import Finding
from toolkit.language import N_, _
from toolkit.outline import section_id
from toolkit.views.bridge import Bridge
from toolkit.views.chart import give_numbers, show_finding
from toolkit.views.control import Control, TextBox
from toolkit.views.lesson.sitting import LARGEST_SAMPLE, Sitting, sample_number
from toolkit.views.lesson.tally import draw_room
from toolkit.views.page import Event, Page
from toolkit.views.template import render
from toolkit.yamlfile import Json

__all__ = ["show_explorable"]

STEP = "Try it"
HEADING = N_("Your turn")

Find = Callable[..., Finding | tuple[Finding, ...]]


def show_explorable(
    sitting: Sitting,
    *controls: Control,
    find: Find,
    step: str = STEP,
    heading: str = HEADING,
    by_chance: bool = True,
) -> Bridge:
    """Return controls and what they lead to, folded until the reader has predicted.

    It also follows the address: ``#seed=7`` shows sample 7, so that everybody in a room sees
    the numbers of the handout.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.
    *controls : Control
        Two or fewer, if it can be helped. Their names are used once in a lesson.
    find : callable
        Called as ``find(sample, name=value, …)`` with the value of each control; returns a
        `Finding`, or several. The sentence of the first is what is announced. It is called for
        every change, so it has to be quick.
    step : str
        The heading of the section it stands in. One section has one explorable.
    heading : str
        The heading over the controls.
    by_chance : bool
        False where another sample would change nothing, so that none is offered.

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
    return _Explorable(sitting, controls, find, step, heading, by_chance).page.widget


class _Explorable:
    def __init__(
        self,
        sitting: Sitting,
        controls: tuple[Control, ...],
        find: Find,
        step: str,
        heading: str,
        by_chance: bool,
    ) -> None:
        self.sitting = sitting
        self.controls = controls
        self.find = find
        self.step = step
        self.heading = _(heading)
        self.by_chance = by_chance
        self.told = ""
        self.id = sitting.id(section_id(step))
        # The step that the prediction is about follows the address; there is one in a lesson.
        self.page = Page(sitting.store, draw=self.draw, act=self.act, owns_place=step == STEP)

    def findings(self) -> dict[str, Finding]:
        """Return each finding by its chart's name, the first after what the reader said."""
        found = self.find(self.sitting.sample, **self._values(self.sitting.store.values))
        first, *others = found if isinstance(found, tuple) else (found,)
        said = self.sitting.said if self.was_predicted else ""
        if said:
            sentence = _("You said “{said}”. Here is the result. {sentence}").format(
                said=said, sentence=first.sentence
            )
            first = replace(first, sentence=sentence)
        names = [f"{self.id}-chart", *(f"{self.id}-chart-{n}" for n in range(2, len(others) + 2))]
        return dict(zip(names, (first, *others), strict=True))

    def _values(self, kept: Mapping[str, Json]) -> dict[str, object]:
        return {control.name: control.value(kept) for control in self.controls}

    @property
    def was_predicted(self) -> bool:
        """Whether what is shown is what the prediction was about: every control as it started."""
        return self.step == STEP and self._values(self.sitting.store.values) == self._values({})

    @property
    def sentence(self) -> str:
        """What is announced."""
        return next(iter(self.findings().values())).sentence

    def draw(self, page: Page) -> Markup:
        sitting = self.sitting
        if not sitting.is_open:
            return sitting.folded(section_id(self.step), self.heading)
        kept = sitting.store.values
        findings = self.findings()
        return render(
            "lesson-explorable",
            id=self.id,
            heading=self.heading,
            controls=[control.draw(kept) for control in self.controls],
            changed=any(control.name in kept for control in self.controls),
            sample=sitting.sample,
            first=sitting.plain.sample,
            by_chance=self.by_chance,
            room=self._room(),
            findings=[
                (show_finding(page, finding, name), finding.notes)
                for name, finding in findings.items()
            ],
        )

    def _room(self) -> Markup:
        """Return what the room predicted, to be seen in one region with the result."""
        if not self.was_predicted:
            return Markup("")
        return draw_room(self.sitting, "prediction", self.sitting.lesson.prediction.options)

    def act(self, page: Page, event: Event) -> None:
        names = [control.name for control in self.controls]
        match event:
            case Event("place"):
                self._arrive(page)
            case Event("change", name) if name in names:
                self.told = self._tell(page)
            case Event("action", "use-text", str(name)) if name in names:
                # A press on the button ends the typing as well, and that has been announced.
                if self.told != self.sentence:
                    self._tell(page)
                self.told = ""
            case Event("action", "use-example", str(value)):
                self._use_example(page, value)
            case Event("action", "put-back"):
                self.sitting.store.update(dict.fromkeys(names))
                self._tell(page)
                page.focus(self.id)
            case Event("action", "another-sample"):
                self._show(page, self.sitting.sample % LARGEST_SAMPLE + 1)
            case Event("action", "first-sample"):
                self._show(page, self.sitting.plain.sample)
            case Event("action", "numbers", str(name)) if name in self.findings():
                give_numbers(page, self.findings()[name], name)
            case Event("action", "skip-prediction"):
                self.sitting.skip()
                page.focus(self.id)

    def _use_example(self, page: Page, value: str) -> None:
        name, __, place = value.rpartition("=")
        texts = {box.name: box.examples for box in self.controls if isinstance(box, TextBox)}
        if place.isdecimal() and int(place) < len(texts.get(name, ())):
            self.sitting.store.set(name, texts[name][int(place)])
            self._tell(page)

    def _arrive(self, page: Page) -> None:
        """Show the sample that the address asks for; an address without one changes nothing."""
        asked = page.place.get("seed")
        if asked is None:
            return
        number = sample_number(asked)
        if number is None:
            page.notice(
                _(
                    "There is no sample ‘{asked}’. Samples have numbers from 1 to "
                    "{largest}. You see sample {sample}."
                ).format(asked=asked[:20], largest=LARGEST_SAMPLE, sample=self.sitting.sample)
            )
        else:
            self.sitting.store.set("sample", number)

    def _show(self, page: Page, sample: int) -> None:
        self.sitting.store.set("sample", sample)
        page.go(seed=str(sample))
        self._tell(page)

    def _tell(self, page: Page) -> str:
        self.sitting.did(self.step)
        sentence = self.sentence
        page.announce(sentence)
        return sentence
