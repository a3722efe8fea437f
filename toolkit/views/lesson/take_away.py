"""Take away: what to remember, what to ask, notes, a record, and the files to keep them in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from toolkit.errors import ContentError
from toolkit.language import _
from toolkit.progress import ProgressFile, parse_progress, write_progress
from toolkit.questions import kept_questions
from toolkit.views.form import component
from toolkit.views.lesson.matching import matching_parts
from toolkit.views.lesson.notes_file import day_of, notes_as_markdown
from toolkit.views.lesson.questions import question_part
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.page import Event, Page
from toolkit.views.served import kept, stays_here
from toolkit.views.several import Several
from toolkit.views.template import render
from toolkit.views.words import OLDER_FILE
from toolkit.yamlfile import Json

__all__ = ["show_take_away"]

STEP = "Take away"
_NAME_LENGTH = 80
_LARGEST_FILE = 1_000_000  # bytes


def show_take_away(sitting: Sitting, *, today: Callable[[], date] = date.today) -> Several:
    """Return the end of a lesson.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.
    today : callable
        Returns the date for records and files, asked for when one is made.

    Returns
    -------
    Several
        What a notebook cell shows: the question, then the notes, the record and the files.
    """
    end = _TakeAway(sitting, today)
    return Several(question_part(sitting, end.did), end.page.widget)


class _TakeAway:
    def __init__(self, sitting: Sitting, today: Callable[[], date]) -> None:
        self.sitting = sitting
        self.today = today
        self.asked_to_delete = False
        self.waiting: ProgressFile | None = None
        self.page = Page(sitting.store, draw=self.draw, act=self.act)

    def text(self, name: str) -> str:
        """Return a text the reader typed."""
        kept = self.sitting.store.values.get(name)
        return kept if isinstance(kept, str) else ""

    def draw(self, page: Page) -> Markup:
        sitting = self.sitting
        lesson = sitting.lesson
        return render(
            "lesson-take-away",
            lesson=lesson,
            matching=matching_parts(lesson, "../"),
            notes=self._notes(),
            name_box=self._name(),
            reader=self.text("reader").strip(),
            upload=sitting.id("upload"),
            limit=_LARGEST_FILE,
            steps=[(name, self._progress_with(name)) for name in lesson.steps],
            finished=day_of(self.text("finished")),
            delete=sitting.id("delete"),
            asked=self.asked_to_delete,
            waiting=self.waiting,
            replace=sitting.id("replace"),
        )

    def _progress_with(self, step: str) -> str:
        if step in self.sitting.done:
            return _("done")
        return _("to go further") if step in self.sitting.plain.time.further else _("still to do")

    def _notes(self) -> Markup:
        care = _(
            "Leave out names and anything confidential: notes about council work can be asked for "
            "under freedom of information."
        )
        hint = Markup("{} {}").format(kept(_("Kept in this browser only.")), care)
        return component(
            "textarea",
            {
                "name": "notes",
                "id": self.sitting.id("notes"),
                "label": {"text": _("My notes"), "classes": "govuk-label--s"},
                "hint": {"html": hint},
                "value": self.text("notes"),
                "attributes": {"data-live": "yes"},
            },
        )

    def _name(self) -> Markup:
        return component(
            "input",
            {
                "name": "reader",
                "id": self.sitting.id("reader"),
                "label": {"text": _("Your name, if you want it on the record")},
                "hint": {"html": stays_here()},
                "value": self.text("reader"),
                "classes": "govuk-input--width-20",
                "autocomplete": "name",
                "attributes": {"maxlength": str(_NAME_LENGTH), "data-live": "yes"},
            },
        )

    def act(self, page: Page, event: Event) -> None:
        asked, self.asked_to_delete = self.asked_to_delete, False
        match event:
            case Event("action", "download-notes"):
                page.download(self._file("notes", "md"), self._notes_file(), "text/markdown")
            case Event("action", "save-progress"):
                page.download(self._file("progress", "json"), self._progress(), "application/json")
            case Event("upload", "progress", {"filename": filename, "text": text}):
                self._load(page, str(filename), str(text))
            case Event("action", "replace-yes") if self.waiting:
                self._take_over(page, self.waiting)
            case Event("action", "replace-no"):
                self.waiting = None
                page.notice(_("Nothing on this page was changed."))
            case Event("action", "delete"):
                self.asked_to_delete = True
                page.focus(self.sitting.id("delete"))
            case Event("action", "delete-yes") if asked:
                self._delete()
                page.notice(_("Your answers and notes for this lesson are deleted."))
            case Event("action", "delete-no"):
                page.focus(self.sitting.id("delete-ask"))
            case Event("change", "notes"):
                self.did()

    def did(self) -> None:
        """Note that the reader has taken something away, and on which day."""
        self.sitting.did(STEP)
        if not self.text("finished"):
            self.sitting.store.set("finished", self.today().isoformat())

    def _notes_file(self) -> str:
        return notes_as_markdown(self.sitting, self.text("notes"), self.today())

    def _questions(self) -> dict[str, Json]:
        """Return the questions kept from this lesson; they are part of what it keeps."""
        return {one.name: one.text for one in kept_questions(self.course, self.sitting.plain.id)}

    @property
    def course(self) -> dict[str, Json]:
        """What the browser keeps of the whole course."""
        return self.sitting.course.values

    def _delete(self) -> None:
        self.sitting.course.update(dict.fromkeys(self._questions()))
        self.sitting.course.redraw()
        self.sitting.store.forget()

    def _progress(self) -> str:
        store, saved = self.sitting.store, self.today().isoformat()
        values = {**store.values, **self._questions()}
        return write_progress(ProgressFile(store.document, store.version, values, saved))

    def _load(self, page: Page, filename: str, text: str) -> None:
        store = self.sitting.store
        try:
            progress = parse_progress(text, store.document, store.version, filename)
        except ContentError as error:
            page.notice(
                _("{sentence} Nothing on this page was changed.").format(sentence=error.sentence)
            )
            return
        if progress.version != store.version:
            page.notice(_(OLDER_FILE).format(filename=filename))
        elif store.values or self._questions():
            self.waiting = progress
            page.focus(self.sitting.id("replace"))
        else:
            self._take_over(page, progress)

    def _take_over(self, page: Page, progress: ProgressFile) -> None:
        self.waiting = None
        store = self.sitting.store
        asked = {
            one.name: one.text for one in kept_questions(progress.values, self.sitting.plain.id)
        }
        mine = {name: value for name, value in progress.values.items() if name not in asked}
        self.sitting.course.update({**dict.fromkeys(self._questions()), **asked})
        self.sitting.course.redraw()
        store.update({**dict.fromkeys(store.values), **mine})
        page.notice(_("Your progress was loaded from the file."))

    def _file(self, what: str, ending: str) -> str:
        return f"{what}-lesson-{self.sitting.plain.number}-{self.sitting.plain.id}.{ending}"
