"""A visitor at work on a case study: where they are in the form, and what they do there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from markupsafe import Markup

from toolkit.cases.adapted import adapted_values
from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.checklist import load_checklist
from toolkit.cases.draft import Values, keys_of
from toolkit.cases.prefill import read_prefill
from toolkit.cases.spreadsheet_columns import spreadsheet_template
from toolkit.cases.writing import draft_notebook
from toolkit.errors import ContentError
from toolkit.frontmatter import read_notebook
from toolkit.identity import load_identity
from toolkit.language import N_, _, ngettext
from toolkit.views.adapt.desk import Desk, begun
from toolkit.views.adapt.drawing import Moment, draw_step
from toolkit.views.adapt.files import DOCUMENT, VERSION, Waiting, load_draft, saved_draft
from toolkit.views.adapt.row_actions import change_rows, undo
from toolkit.views.adapt.sheet import Sheet
from toolkit.views.bridge import Bridge
from toolkit.views.hand_out import give_file
from toolkit.views.page import Event, Page
from toolkit.views.store import Store
from toolkit.yamlfile import Json

__all__ = ["Drafting", "show_adapt_a_case"]

TITLE = N_("Adapt a case study")


def show_adapt_a_case(
    root: Path | None = None, *, today: Callable[[], date] = date.today
) -> Bridge:
    """Return the form that writes a case study.

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
        Where vocabulary, checklist or identity cannot be read.
    """
    desk = Desk(load_catalogue(root), load_identity(), load_checklist(root), today)
    return Drafting(desk).page.widget


class Drafting:
    """Draws the step that the address names, and does what the visitor asks for.

    Parameters
    ----------
    desk : Desk
        What the form works with.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.moment = Moment()
        self.store = Store(DOCUMENT, VERSION)
        self.page = Page(self.store, draw=self.draw, act=self.act, owns_place=True)

    def sheet(self, page: Page) -> Sheet:
        """Return the draft as the step on this page shows it."""
        return self.desk.sheet(self.store.values, page.place, tried=self.moment.tried)

    def draw(self, page: Page) -> Markup:
        """Return the step that the address names."""
        sheet = self.sheet(page)
        shown = sheet.about(sheet.topic, sheet.errors) if sheet.topic else sheet.errors
        error = _("Error:") + " " if sheet.tried and shown else ""
        page.title = f"{error}{sheet.heading} – {_(TITLE)} – {self.desk.identity.name}"
        return draw_step(self.desk, sheet, self.moment, page.place)

    def act(self, page: Page, event: Event) -> None:
        """Move, keep, copy, load, delete or hand out, as the visitor asks."""
        if event.kind in ("change", "action") and event.name != "row-undo":
            self.moment.removed = ""
        match event:
            case Event("place"):
                self._arrive(page)
            case Event("change", "copy-search", str(text)):
                self._search(page, text)
            case Event("action", "go", str(section)):
                self._go(page, section)
            case Event("action", "open", str(where)):
                section, __, name = where.partition(" ")
                self._go(page, section, field=name)
            case Event("action", "done", str(topic)):
                self._done(page, topic)
            case Event("action", name, str(row)) if name.startswith("row-"):
                change_rows(page, self.moment, name, row)
            case Event("action", "row-undo"):
                undo(page, self.moment)
            case Event("action", "copy", str(slug)):
                self._copy(page, slug)
            case Event("upload", "draft", {"filename": filename, "text": text}):
                self._load(page, str(filename), str(text))
            case Event("action", "replace-yes") if self.moment.waiting:
                self._take_over(page, self.moment.waiting)
            case Event("action", "replace-no"):
                self.moment.waiting = None
                self._go(page, "tasks")
            case Event("action", "fill-yes"):
                self.store.update(self.moment.fill)
                self.moment.fill = {}
                self._go(page, "tasks")
            case Event("action", name):
                self._hand_out(page, name)

    def _hand_out(self, page: Page, name: str) -> None:
        """Do what ends in a file, or in an empty form."""
        match name:
            case "blank":
                self._go(page, "delete" if begun(self.store.values) else "tasks")
            case "delete-yes":
                self.store.forget()
                self._go(page, "start")
                page.notice(_("Your draft was deleted from this browser."))
            case "save":
                text = saved_draft(self.store.values, self.desk.today())
                give_file(page, f"{self.sheet(page).slug}-draft.json", text, "application/json")
            case "template":
                text = spreadsheet_template(self.desk.catalogue.vocabulary)
                give_file(page, "case-studies.csv", text, "text/csv")
            case "finish":
                self._finish(page)

    # -- moving about ----------------------------------------------------------------------------

    def _go(self, page: Page, section: str, *, field: str = "") -> None:
        page.go(replace=False, section=section, field=field)
        self._arrive(page)

    def _arrive(self, page: Page) -> None:
        """Move the focus to the field or source that the address names, or to the heading."""
        values, unknown = read_prefill(page.place)
        if values or unknown:
            self.moment.fill, self.moment.unknown = values, unknown
            page.go(replace=True, section="fill")
        sheet = self.sheet(page)
        if "source" in page.place:
            page.focus(f"source-{page.place['source']}")
        elif page.place.get("field"):
            page.focus(sheet.id(page.place["field"]))
        else:
            page.focus(sheet.heading_id)

    def _search(self, page: Page, text: str) -> None:
        if text.strip() == self.moment.search:
            return
        self.moment.search = text.strip()
        found = self.desk.catalogue.find(text).scores if self.moment.search else ()
        told = ngettext("{count} case found", "{count} cases found", len(found))
        page.announce(told.format(count=len(found)) if found else _("No case found"))

    def _done(self, page: Page, topic: str) -> None:
        """Go on to the next topic; where there are mistakes, show them first."""
        self.moment.tried = topic
        sheet = self.sheet(page)
        ids = [one.id for one in self.desk.topics]
        self.store.set("seen", [*dict.fromkeys([*keys_of(self.store.values, "seen"), topic])])
        if sheet.topic and sheet.about(sheet.topic, sheet.errors):
            page.focus("adapt-errors")
        else:
            self._go(page, [*ids, "check"][ids.index(topic) + 1])

    # -- drafts that come from elsewhere ---------------------------------------------------------

    def _copy(self, page: Page, slug: str) -> None:
        notebook = read_notebook(self.desk.catalogue.get(slug).path)
        self._replace(adapted_values(notebook))
        self._go(page, "tasks")

    def _load(self, page: Page, filename: str, text: str) -> None:
        try:
            waiting = load_draft(filename, text)
        except ContentError as error:
            page.notice(
                _("{sentence} Nothing on this page was changed.").format(sentence=error.sentence)
            )
            return
        if begun(self.store.values):
            self.moment.waiting = waiting
            self._go(page, "replace")
        else:
            self._take_over(page, waiting)

    def _take_over(self, page: Page, waiting: Waiting) -> None:
        self.moment.waiting = None
        self._replace(waiting.values)
        self._go(page, "tasks")
        page.notice(
            _("Your draft was loaded from {filename}. {notes}")
            .format(filename=waiting.filename, notes=waiting.notes)
            .strip()
        )

    def _replace(self, values: Values) -> None:
        gone: dict[str, Json] = dict.fromkeys(self.store.values)
        self.moment.tried = self.moment.removed = ""
        self.store.update({**gone, **values})

    def _finish(self, page: Page) -> None:
        """Hand out the notebook, unless something is in its way."""
        self.moment.tried = "publish"
        sheet = self.sheet(page)
        if sheet.errors:
            page.focus("adapt-errors")
        elif sheet.unseen:
            names = ", ".join(topic.title for topic in sheet.unseen)
            page.notice(
                _(
                    "Some topics were copied and nobody has looked through them yet: {names}."
                ).format(names=names)
            )
        else:
            text, __ = draft_notebook(self.store.values, sheet.slug)
            give_file(page, f"{sheet.slug}.ipynb", text, "application/x-ipynb+json")
