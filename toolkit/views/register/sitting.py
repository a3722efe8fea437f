"""One visitor's register: load saved proposals, look at them in an order, take the table away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from markupsafe import Markup

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.register.entry import Entry, entry_as_data, entry_from_data
from toolkit.assessment.register.export import public_page, register_csv
from toolkit.assessment.register.register import ORDERS, Order, arranged, read_register
from toolkit.assessment.shelf import load_instruments
from toolkit.document.form import DOCUMENT_FORMS
from toolkit.identity import Identity, load_identity
from toolkit.language import _
from toolkit.views.bridge import Bridge
from toolkit.views.hand_out import give_document, give_file
from toolkit.views.page import Event, Page
from toolkit.views.register.draw import draw_register
from toolkit.views.served import where_answers_go
from toolkit.views.store import Store
from toolkit.views.upload import chosen_files

__all__ = ["Sitting", "show_register"]

FORMS = {f"download-{form}": form for form in DOCUMENT_FORMS}

ENTRIES, ORDER = "entries", "order"


def show_register(root: Path | None = None, *, today: Callable[[], date] = date.today) -> Bridge:
    """Return the register of AI.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.
    today : callable
        Returns the day to hold review dates against.

    Returns
    -------
    Bridge
        What a notebook cell shows.

    Raises
    ------
    ContentError
        Where the identity cannot be read.
    """
    return Sitting(load_instruments(root), load_identity(), today).page.widget


class Sitting:
    """Holds the entries of a register, in the visitor's own browser, and hands them out.

    Parameters
    ----------
    instruments : mapping of str to Instrument
        The self-assessments there are, by their id.
    identity : Identity
        The name of the council.
    today : callable
        Returns the date.
    """

    def __init__(
        self,
        instruments: Mapping[str, Instrument],
        identity: Identity,
        today: Callable[[], date],
    ) -> None:
        self.instruments = instruments
        self.identity = identity
        self.today = today
        self.told: tuple[str, ...] = ()
        self.store = Store("ai-register")
        self.page = Page(self.store, draw=self.draw, act=self.act, owns_place=True)

    @property
    def order(self) -> Order:
        """The order the visitor chose."""
        chosen = self.store.values.get(ORDER)
        return chosen if chosen in ORDERS else "review"

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, in that order; what a browser kept and is no entry is left out."""
        kept, found = self.store.values.get(ENTRIES), []
        for data in kept if isinstance(kept, list) else ():
            with suppress(ValueError):
                found.append(entry_from_data(data))
        return arranged(found, self.order)

    def draw(self, page: Page) -> Markup:
        """Return the register."""
        clearing = page.place.get("section") == "clear"
        page.title = _("Register of AI – {name}").format(name=self.identity.name)
        return draw_register(
            self.entries,
            order=self.order,
            told=self.told,
            today=self.today(),
            clearing=clearing,
            where=where_answers_go(page.served),
        )

    def act(self, page: Page, event: Event) -> None:
        """Load, order, take off, delete or hand out, as the visitor asks."""
        match event:
            case Event("upload", "proposals", dict(value)):
                self._load(page, *chosen_files(value))
            case Event("change", "order"):
                page.announce(_("In order of: {order}.").format(order=_(ORDERS[self.order])))
            case Event("action", "take-off", str(number)) if number.isdecimal():
                self._take_off(page, int(number))
            case Event("action", "clear"):
                page.go(section="clear")
                page.focus("register-heading-clear")
            case Event("action", "clear-yes" | "clear-no" as answer):
                self._cleared(page, everything=answer == "clear-yes")
            case Event("action", name):
                self._hand_out(page, name)

    def _load(self, page: Page, files: list[tuple[str, str]], told: list[str]) -> None:
        before = self.entries
        found = read_register(files, self.instruments, before)
        self.told = (*told, *(error.sentence for error in found.refused), *found.notices)
        self._keep(found.entries)
        more = (
            _(" Some files need a look: see ‘What to know about the files’.") if self.told else ""
        )
        page.notice(
            _("Proposals in the register: {count}.{more}").format(
                count=len(found.entries), more=more
            )
        )

    def _take_off(self, page: Page, number: int) -> None:
        entries = list(self.entries)
        if number < len(entries):
            gone = entries.pop(number)
            self._keep(entries)
            page.announce(_("{title} was taken off.").format(title=gone.title))
            page.focus("register-heading")

    def _cleared(self, page: Page, *, everything: bool) -> None:
        page.go()
        if everything:
            self.told = ()
            self.store.forget()
            page.notice(_("The register was deleted from this browser."))
        page.focus("register-heading")

    def _keep(self, entries: tuple[Entry, ...] | list[Entry]) -> None:
        self.store.set(ENTRIES, [entry_as_data(entry) for entry in entries])

    def _hand_out(self, page: Page, name: str) -> None:
        on, entries = self.today(), self.entries
        start = f"ai-register-{on.isoformat()}"
        public = public_page(entries, council=self.identity.council, today=on)
        if name == "download-csv":
            text = register_csv(entries, today=on)
            give_file(page, f"{start}.csv", text, "text/csv")
        elif name in FORMS:
            give_document(page, public, FORMS[name], name=start, on=on)
