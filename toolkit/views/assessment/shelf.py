"""The self-assessments a visitor brought along, kept in their own browser."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.own_instrument import read_own_instrument
from toolkit.errors import ContentError
from toolkit.views.page import Event, Page
from toolkit.views.store import Store

__all__ = ["Shelf"]

# Above this many characters it is used, but not kept: browsers keep about five million in all.
MOST_KEPT = 1_500_000


class Shelf:
    """Keeps the files by their id, so that a reload brings them back.

    It is a page of its own without anything on it: the files travel to the browser only when
    one of them changes, and not with every answer.

    Parameters
    ----------
    bring : callable
        Takes an instrument that the browser has handed back.
    """

    def __init__(self, bring: Callable[[Instrument], None]) -> None:
        self.bring = bring
        self.store = Store("own-self-assessments")
        self.page = Page(self.store, draw=lambda page: Markup(""), act=self.act)

    def act(self, page: Page, event: Event) -> None:
        """Bring back what the browser kept; drop what can no longer be read."""
        if event.kind != "restored":
            return
        for name, text in list(self.store.values.items()):
            try:
                self.bring(read_own_instrument(name, str(text))[0])
            except ContentError:
                self.store.set(name, None)

    def keep(self, identity: str, text: str) -> bool:
        """Keep a file; return whether it will be there after a reload."""
        if len(text) > MOST_KEPT:
            return False
        self.store.set(identity, text)
        self.store.redraw()
        return True

    def remove(self, identity: str) -> None:
        """Keep a file no longer."""
        self.store.set(identity, None)
        self.store.redraw()
