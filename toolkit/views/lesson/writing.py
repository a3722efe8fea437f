"""Decide or write something of your own, and put it into the notes as one text."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from toolkit.language import _
from toolkit.outline import section_id
from toolkit.views.bridge import Bridge
from toolkit.views.control import Control
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.page import Event, Page
from toolkit.views.template import render

__all__ = ["show_writing"]

Write = Callable[..., str]


def show_writing(
    sitting: Sitting, *controls: Control, write: Write, step: str, heading: str, missing: str
) -> Bridge:
    """Return boxes to fill in and a button that puts what they make into the reader's notes.

    Pressed again after a change, it replaces its earlier text, unless the reader has since
    changed that text in the notes.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.
    *controls : Control
        Their names are used once in a lesson.
    write : callable
        Called as ``write(sample, name=value, …)``; returns the text, or nothing while something
        is missing.
    step : str
        The heading of the section it stands in.
    heading : str
        The heading over the controls.
    missing : str
        What to tell a reader who has left something out.

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
    return _Writing(sitting, controls, write, step, heading, missing).page.widget


class _Writing:
    def __init__(
        self,
        sitting: Sitting,
        controls: tuple[Control, ...],
        write: Write,
        step: str,
        heading: str,
        missing: str,
    ) -> None:
        self.sitting = sitting
        self.controls = controls
        self.write = write
        self.step = step
        self.heading = heading
        self.missing = missing
        self.kept_as = f"written-{section_id(step)}"
        self.page = Page(sitting.store, draw=self.draw, act=self.act)

    @property
    def text(self) -> str:
        """What the controls make, empty while something is missing."""
        kept = self.sitting.store.values
        values = {control.name: control.value(kept) for control in self.controls}
        return self.write(self.sitting.sample, **values)

    def kept(self, name: str) -> str:
        """Return a text that is kept."""
        text = self.sitting.store.values.get(name)
        return text if isinstance(text, str) else ""

    def draw(self, page: Page) -> Markup:
        sitting = self.sitting
        place = section_id(self.step)
        if not sitting.is_open:
            return sitting.folded(place, self.heading)
        text = self.text
        return render(
            "lesson-writing",
            id=sitting.id(place),
            heading=self.heading,
            controls=[control.draw(sitting.store.values) for control in self.controls],
            paragraphs=text.split("\n\n") if text else [],
            missing=self.missing,
            added=bool(text) and text in self.kept("notes"),
        )

    def act(self, page: Page, event: Event) -> None:
        match event:
            case Event("action", "add-to-notes"):
                self._add(page)
            case Event("action", "skip-prediction"):
                self.sitting.skip()
                page.focus(self.sitting.id(section_id(self.step)))

    def _add(self, page: Page) -> None:
        text = self.text
        if not text:
            page.notice(self.missing)
            return
        notes, before = self.kept("notes"), self.kept(self.kept_as)
        if text not in notes:
            changed = notes.replace(before, text, 1) if before and before in notes else ""
            notes = changed or f"{notes.rstrip()}\n\n{text}".strip()
        self.sitting.store.update({"notes": notes, self.kept_as: text})
        self.sitting.did(self.step)
        page.announce(_("It is in your notes for this lesson."))
