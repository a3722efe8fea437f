"""A group's sitting on the page: load people's files, talk, write down what is agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from toolkit.assessment.group.count import count
from toolkit.assessment.group.gather import gather
from toolkit.assessment.group.phrase import agreed_words
from toolkit.assessment.group.poll_json import poll_as_data
from toolkit.assessment.group.record import (
    POLL,
    carry_record,
    document_name,
    keep_record,
    parse_record,
    read_record,
)
from toolkit.assessment.group.role import Roles
from toolkit.assessment.instrument import Instrument
from toolkit.errors import ContentError
from toolkit.identity import Identity
from toolkit.language import _
from toolkit.views.case_links import link_reader
from toolkit.views.group.hand_out import hand_out
from toolkit.views.group.steps import draw_step, step_of
from toolkit.views.group.table import Arrival, Table
from toolkit.views.page import Event, Page
from toolkit.views.served import where_answers_go
from toolkit.views.store import Store
from toolkit.views.upload import chosen_files
from toolkit.yamlfile import Json

__all__ = ["Sitting"]


class Sitting:
    """Holds what a group said and agreed, draws the step it is on, and does what it asks for.

    Single files are held only while the page is open, to be counted. What is kept in the
    browser, shown or handed out is the count.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    roles : Roles
        The roles there are.
    identity : Identity
        The name of the service.
    place : callable
        Given a place in these pages, returns it with the instrument's name if needed.
    is_open : callable
        Given the page, returns whether the address names this instrument.
    root : Path or None
        The content folder, for links to case studies.
    today : callable
        Returns the date for reports.
    """

    def __init__(
        self,
        instrument: Instrument,
        roles: Roles,
        identity: Identity,
        place: Callable[..., dict[str, str]],
        is_open: Callable[[Page], bool],
        root: Path | None,
        today: Callable[[], date],
    ) -> None:
        self.instrument = instrument
        self.roles = roles
        self.identity = identity
        self.today = today
        self.files: list[tuple[str, str]] = []
        self.told: tuple[str, ...] = ()
        self.waiting: Arrival | None = None
        self._place = place
        self._is_open = is_open
        self._links = link_reader(root)
        migrate = partial(carry_record, instrument)
        self.store = Store(document_name(instrument), instrument.version, migrate)
        self.page = Page(self.store, draw=self.draw, act=self.act, owns_place=True)

    def table(self, page: Page) -> Table:
        """Return everything the step on this page needs to draw itself."""
        record = read_record(self.store.values, self.instrument, self.roles)[0]
        section, heading, question = step_of(self.instrument, page.place, record)
        return Table(
            self.instrument,
            self.roles,
            record,
            self._address,
            self._links,
            section,
            heading,
            question,
            told=self.told,
            others="#instrument=" if "instrument" in self._place() else "",
            waiting=self.waiting,
            more=bool(self.files),
            where=where_answers_go(page.served),
        )

    def draw(self, page: Page) -> Markup:
        """Return the step that the address names, or nothing where another is open."""
        if not self._is_open(page):
            page.title = ""
            return Markup("")
        table = self.table(page)
        page.title = f"{table.heading} – {self.instrument.title} – {self.identity.name}"
        return draw_step(table)

    def act(self, page: Page, event: Event) -> None:
        """Move, count, keep, load, clear or hand out, as the visitor asks."""
        if not self._is_open(page):
            return
        match event:
            case Event("place"):
                self._arrive(page)
            case Event("change", name) if name in self.instrument.by_id:
                page.announce(self._agreed(page, name))
            case Event("action", "go", str(section)):
                self._go(page, section)
            case Event("action", "go-question", str(question)):
                self._go(page, "question", question)
            case Event("upload", "people", dict(value)):
                self._take_files(page, *chosen_files(value))
            case Event("upload", "record", {"filename": filename, "text": text}):
                self._take_record(page, str(filename), str(text))
            case Event("action", "replace-yes") if self.waiting:
                self._replace(page, self.waiting)
            case Event("action", "replace-no"):
                self.waiting = None
                self._go(page, "agenda")
            case Event("action", "clear-yes"):
                self.files, self.told = [], ()
                self.store.forget()
                self._go(page, "start")
                page.notice(_("What this group said and agreed was deleted from this browser."))
            case Event("action", name):
                hand_out(page, name, self.table(page), self.today())

    def _address(self, **place: str) -> str:
        return "#" + urlencode(self._place(**place))

    def _go(self, page: Page, section: str, question: str = "") -> None:
        page.go(replace=False, **self._place(section=section, question=question))
        self._arrive(page)

    def _arrive(self, page: Page) -> None:
        page.focus(self.table(page).heading_id)

    def _agreed(self, page: Page, name: str) -> str:
        record = self.table(page).record
        words = agreed_words(self.instrument.by_id[name], record.answers.get(name))
        return _("Agreed on {name}: {words}.").format(name=name, words=words)

    def _take_files(self, page: Page, files: list[tuple[str, str]], told: list[str]) -> None:
        """Count files with those already here; ask first where only their count is here."""
        counted = POLL in self.store.values
        if files and counted and not self.files:
            self.waiting, self.told = Arrival(tuple(files)), tuple(told)
            self._go(page, "replace")
            return
        self._count(page, files, told)

    def _count(self, page: Page, files: Iterable[tuple[str, str]], told: Iterable[str]) -> None:
        found = gather([*self.files, *files], self.instrument, self.roles)
        bad = {error.file for error in found.refused}
        self.files = [*self.files, *(one for one in files if one[0] not in bad)]
        self.told = (*told, *(error.sentence for error in found.refused), *found.notices)
        if found.ballots:
            poll = count(self.instrument, found.ballots, self.roles, found.subject)
            self.store.set(POLL, poll_as_data(poll))
        self._go(page, "agenda" if POLL in self.store.values else "start")
        people = len(found.ballots)
        more = _(" Some need a look: see ‘What to know about the files’.") if self.told else ""
        page.notice(
            _("Files that were read and can be used: {people}.{more}").format(
                people=people, more=more
            )
        )

    def _take_record(self, page: Page, filename: str, text: str) -> None:
        try:
            record, told = parse_record(text, self.instrument, self.roles, filename)
        except ContentError as error:
            page.notice(
                _("{sentence} Nothing on this page was changed.").format(sentence=error.sentence)
            )
            return
        self.told = (told,) if told else ()
        waiting = Arrival(record=record, filename=filename)
        if self.store.values:
            self.waiting = waiting
            self._go(page, "replace")
        else:
            self._replace(page, waiting)

    def _replace(self, page: Page, waiting: Arrival) -> None:
        self.waiting, self.files = None, []
        if waiting.record is None:
            self._count(page, waiting.files, self.told)
            return
        gone: dict[str, Json] = dict.fromkeys(self.store.values)
        self.store.update(gone | keep_record(waiting.record))
        self._go(page, "agenda")
        page.notice(_("The sitting was loaded from {filename}.").format(filename=waiting.filename))
