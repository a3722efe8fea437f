"""The self-assessments a visitor brought along, kept in their own browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.own_instrument import read_own_instrument
from toolkit.errors import ContentError
from toolkit.full_stop import full_stop
from toolkit.language import _
from toolkit.views.page import Event, Page
from toolkit.views.store import Store

__all__ = ["Shelf"]

# Above this many characters it is used, but not kept: browsers keep about five million in all.
MOST_KEPT = 1_500_000
# What other pages keep in the same browser, under these names.
ELSEWHERE = re.compile(
    "course|explore-case-studies|lesson-.*|own-self-assessments|self-assessment|set-up"
)


class Shelf:
    """Keeps the files by their id, so that a reload brings them back.

    It is a page of its own without anything on it: the files travel to the browser only when
    one of them changes, and not with every answer.

    Parameters
    ----------
    bring : callable
        Takes an instrument to use.
    taken : sequence of str
        The ids that no file may have.
    """

    def __init__(self, bring: Callable[[Instrument], None], taken: Sequence[str]) -> None:
        self.bring = bring
        self.taken = taken
        self.store = Store("own-self-assessments")
        self.page = Page(self.store, draw=lambda page: Markup(""), act=self.act)

    def act(self, page: Page, event: Event) -> None:
        """Bring back what the browser kept; drop what can no longer be read."""
        if event.kind != "restored":
            return
        for name, text in list(self.store.values.items()):
            try:
                instrument, __ = read_own_instrument(name, str(text))
            except ContentError:
                self.store.set(name, None)
                continue
            if not self._is_taken(instrument):
                self.bring(instrument)

    def load(self, filename: str, text: str) -> str:
        """Use what a file holds, and keep it; return what to tell the visitor."""
        try:
            instrument, kept = read_own_instrument(filename, text)
        except ContentError as error:
            told = " ".join(full_stop(str(problem)) for problem in error.problems)
            return _("{filename} cannot be used. {told} Nothing on this page was changed.").format(
                filename=filename, told=told
            )
        if self._is_taken(instrument):
            return _(
                "{filename} has the id ‘{id}’, which is taken here. Give it another id and "
                "load it again. Nothing on this page was changed."
            ).format(filename=filename, id=instrument.id)
        self.bring(instrument)
        stays = len(kept) <= MOST_KEPT
        if stays:
            self.store.set(instrument.id, kept)
            self.store.redraw()
        scored = instrument.survey is None or instrument.survey.rules is not None
        said = [_("“{title}” was loaded from {filename}. Open it in the list below.")]
        if not scored:
            said.append(_("Nothing in it says how to score it, so it only asks."))
        if not stays:
            said.append(_("It is too large to be kept: load it again after a reload."))
        return " ".join(said).format(title=instrument.title, filename=filename)

    def remove(self, identity: str) -> None:
        """Keep a file no longer."""
        self.store.set(identity, None)
        self.store.redraw()

    def _is_taken(self, instrument: Instrument) -> bool:
        return instrument.id in self.taken or bool(ELSEWHERE.fullmatch(instrument.id))
