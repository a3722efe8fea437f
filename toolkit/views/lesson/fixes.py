"""Try to fix it: fixes to combine, each combination worked out at once and kept for comparing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from toolkit.finding import Finding
from toolkit.language import N_, _
from toolkit.lesson_parts import Choices
from toolkit.views.bridge import Bridge
from toolkit.views.chart import give_numbers, show_finding
from toolkit.views.form import component
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.page import Event, Page
from toolkit.views.template import render

__all__ = ["show_fixes"]

STEP = "Try to fix it"
HEADING = N_("Your choice")
_JOIN = "+"
_NONE = N_("Tick at least one fix")

Fixes = frozenset[str]
Find = Callable[..., Finding]


def show_fixes(sitting: Sitting, *, find: Find, suggested: Sequence[Fixes] = ()) -> Bridge:
    """Return fixes to tick and a comparison of what was tried.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned; its lesson has to have ``fixes``.
    find : callable
        Called as ``find(sample, tried=[…])`` with a frozenset of ids for each combination
        tried, oldest first; returns a `Finding`.
    suggested : sequence of frozenset of str
        Combinations that a button puts side by side.

    Returns
    -------
    Bridge
        What a notebook cell shows.

    Raises
    ------
    ValueError
        Where the lesson has no ``fixes``.
    """
    if sitting.plain.fixes is None:
        raise ValueError(f"the lesson '{sitting.plain.slug}' has no 'fixes' in its front matter")
    return _FixIt(sitting, sitting.plain.fixes, find, suggested).page.widget


class _FixIt:
    def __init__(
        self, sitting: Sitting, choices: Choices, find: Find, suggested: Sequence[Fixes]
    ) -> None:
        self.sitting = sitting
        self.choices = choices
        self.find = find
        self.suggested = suggested
        self.missing = False
        self.chart = sitting.id("fixes-chart")
        self.page = Page(sitting.store, draw=self.draw, act=self.act)

    @property
    def ticked(self) -> Fixes:
        kept = self.sitting.store.values.get("fixes")
        return self._known(kept if isinstance(kept, list) else [])

    @property
    def tried(self) -> list[Fixes]:
        kept = self.sitting.store.values.get("tried")
        texts = kept if isinstance(kept, list) else []
        combinations = [self._known(str(text).split(_JOIN)) for text in texts]
        return [one for one in combinations if one]

    def _known(self, names: Sequence[object]) -> Fixes:
        return frozenset(choice.id for choice in self.choices.options if choice.id in names)

    def finding(self) -> Finding:
        return self.find(self.sitting.sample, tried=self.tried)

    def draw(self, page: Page) -> Markup:
        if not self.sitting.is_open:
            return self.sitting.folded("fixes", _(HEADING))
        finding = self.finding()
        return render(
            "lesson-fixes",
            id=self.sitting.id("fixes"),
            heading=_(HEADING),
            boxes=self._boxes(),
            figure=show_finding(page, finding, self.chart),
            notes=finding.notes,
            suggested=len(self.suggested),
        )

    def _boxes(self) -> Markup:
        title = {"text": self.choices.question}
        items = [
            {
                "value": one.id,
                "text": one.text,
                "hint": {"text": one.hint} if one.hint else None,
                "checked": one.id in self.ticked,
            }
            for one in self.choices.options
        ]
        return component(
            "checkboxes",
            {
                "name": "fixes",
                "idPrefix": self.sitting.id("fix"),
                "fieldset": {"legend": title},
                "hint": {"text": _("Tick one, or several to use them together.")},
                "errorMessage": {"text": _(_NONE)} if self.missing else None,
                "items": items,
            },
        )

    def act(self, page: Page, event: Event) -> None:
        self.missing = False
        match event:
            case Event("action", "try-fixes"):
                self._try(page)
            case Event("action", "try-suggested"):
                kept = [one for one in self.tried if one not in self.suggested]
                self._compare(page, [*kept, *self.suggested])
            case Event("action", "clear-tried"):
                self.sitting.store.update({"tried": None, "fixes": None})
                page.announce(_("Cleared. {sentence}").format(sentence=self.finding().sentence))
                page.focus(self.sitting.id("fixes"))
            case Event("action", "numbers"):
                give_numbers(page, self.finding(), self.chart)
            case Event("action", "skip-prediction"):
                self.sitting.skip()
                page.focus(self.sitting.id("fixes"))

    def _try(self, page: Page) -> None:
        if not self.ticked:
            self.missing = True
            page.announce(_("Error: {what}.").format(what=_(_NONE)))
            page.focus(self.sitting.id("fix"))
            return
        # Tried again, a combination moves to the end: the sentence is about the last one.
        self._compare(page, [*(one for one in self.tried if one != self.ticked), self.ticked])

    def _compare(self, page: Page, combinations: Sequence[Fixes]) -> None:
        self.sitting.store.set("tried", [_JOIN.join(sorted(one)) for one in combinations])
        self.sitting.did(STEP)
        page.announce(self.finding().sentence)
