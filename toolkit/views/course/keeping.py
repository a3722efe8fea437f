"""Keep or move the work: all lessons in one file, and everything deleted from this browser."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from toolkit.errors import ContentError
from toolkit.full_stop import full_stop
from toolkit.language import _
from toolkit.progress import ProgressFile, parse_progress, write_progress
from toolkit.views.bridge import Bridge
from toolkit.views.course.desk import Desk
from toolkit.views.page import Event, Page
from toolkit.views.template import render
from toolkit.yamlfile import Json

__all__ = ["show_keeping"]

LARGEST_FILE = 4_000_000  # bytes


def show_keeping(desk: Desk) -> Bridge:
    """Return the buttons that save, load and delete everything a reader did.

    Parameters
    ----------
    desk : Desk
        What `open_course` returned.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return _Keeping(desk).page.widget


class _Keeping:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.asked_to_delete = False
        self.deleted = False
        self.waiting: ProgressFile | None = None
        self.page = desk.part(self.draw, self.act)

    def draw(self, page: Page) -> Markup:
        return render(
            "course-keeping",
            asked=self.asked_to_delete,
            deleted=self.deleted,
            waiting=self.waiting,
            limit=LARGEST_FILE,
        )

    def act(self, page: Page, event: Event) -> None:
        asked, self.asked_to_delete, self.deleted = self.asked_to_delete, False, False
        match event:
            case Event("action", "save-course"):
                text = course_file(self.desk)
                page.download("my-ai-course.json", text, "application/json")
            case Event("upload", "course", {"filename": filename, "text": text}):
                self._load(page, str(filename), str(text))
            case Event("action", "replace-yes") if self.waiting:
                self._take_over(page, self.waiting)
            case Event("action", "replace-no"):
                self.waiting = None
                page.notice(_("Nothing was changed."))
            case Event("action", "clear"):
                self.asked_to_delete = True
                page.focus("course-clear-no")
            case Event("action", "clear-no"):
                page.focus("course-clear")
            case Event("action", "clear-yes") if asked:
                self._clear(page)

    def _load(self, page: Page, filename: str, text: str) -> None:
        store = self.desk.store
        try:
            progress = parse_progress(text, store.document, store.version, filename)
        except ContentError as error:
            page.notice(
                _("{sentence} Nothing on this page was changed.").format(sentence=error.sentence)
            )
            return
        if store.values or any(one.values for one in self.desk.stores.values()):
            self.waiting = progress
            page.focus("course-replace-no")
        else:
            self._take_over(page, progress)

    def _take_over(self, page: Page, progress: ProgressFile) -> None:
        self.waiting = None
        desk, older = self.desk, []
        for lesson in desk.lessons:
            found, store = progress.values.get(f"lesson-{lesson.id}"), desk.stores[lesson.id]
            values = _values(found, lesson.version)
            if found is not None and values is None:
                older.append(lesson.title)
            store.update({**dict.fromkeys(store.values), **(values or {})})
            store.redraw()
        mine = _values(progress.values.get("course"), desk.store.version) or {}
        desk.store.update({**dict.fromkeys(desk.store.values), **mine})
        missed = (
            _(" Not used, since the lesson has changed: {older}").format(
                older=full_stop(", ".join(older))
            )
            if older
            else ""
        )
        page.notice(_("Your course was loaded from the file.{missed}").format(missed=missed))

    def _clear(self, page: Page) -> None:
        for store in self.desk.stores.values():
            store.forget()
            store.redraw()
        self.desk.store.forget(everything=True)
        self.deleted = True
        page.announce(_("Everything was deleted from this browser."))
        page.focus("course-cleared")


def course_file(desk: Desk) -> str:
    """Return everything a reader did in the course as one file.

    Parameters
    ----------
    desk : Desk
        The course.

    Returns
    -------
    str
        As `toolkit.progress.write_progress` writes it.
    """
    kept: dict[str, Json] = {
        store.document: {"version": store.version, "values": dict(store.values)}
        for store in (desk.store, *desk.stores.values())
        if store.values
    }
    saved = desk.today().isoformat()
    return write_progress(ProgressFile(desk.store.document, desk.store.version, kept, saved))


def _values(found: Json, version: int) -> Mapping[str, Json] | None:
    """Return the values of one document in a file, None where this version cannot use them."""
    if not isinstance(found, dict) or found.get("version") != version:
        return None
    values = found.get("values")
    return values if isinstance(values, dict) else None
