"""Take away: what to remember, what to ask, notes, a record, and the files to keep them in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache

from markupsafe import Markup

from toolkit.course import part_title
from toolkit.day import day_in_words
from toolkit.errors import ContentError
from toolkit.language import _
from toolkit.lesson import Lesson
from toolkit.progress import ProgressFile, parse_progress, write_progress
from toolkit.views.bridge import Bridge
from toolkit.views.form import component
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.page import Event, Page
from toolkit.views.template import render
from toolkit.views.words import OLDER_FILE

__all__ = ["notes_as_markdown", "show_take_away"]

STEP = "Take away"
_NAME_LENGTH = 80
_LARGEST_FILE = 1_000_000  # bytes


def show_take_away(sitting: Sitting, *, today: Callable[[], date] = date.today) -> Bridge:
    """Return the end of a lesson.

    Parameters
    ----------
    sitting : Sitting
        What `open_lesson` returned.
    today : callable
        Returns the date for records and files, asked for when one is made.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return _TakeAway(sitting, today).page.widget


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
            id=sitting.id("take-away"),
            lesson=lesson,
            matching=_matching(lesson),
            notes=self._notes(),
            name_box=self._name(),
            reader=self.text("reader").strip(),
            upload=sitting.id("upload"),
            limit=_LARGEST_FILE,
            steps=[(name, name in sitting.done) for name in lesson.steps],
            finished=_day(self.text("finished")),
            delete=sitting.id("delete"),
            asked=self.asked_to_delete,
            waiting=self.waiting,
            replace=sitting.id("replace"),
        )

    def _notes(self) -> Markup:
        hint = (
            "Kept in this browser only. Leave out names and anything confidential: "
            "notes about council work can be asked for under freedom of information."
        )
        return component(
            "textarea",
            {
                "name": "notes",
                "id": self.sitting.id("notes"),
                "label": {"text": "My notes", "classes": "govuk-label--s"},
                "hint": {"text": hint},
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
                "label": {"text": "Your name, if you want it on the record"},
                "hint": {"text": "It stays in this browser. Nothing is sent anywhere."},
                "value": self.text("reader"),
                "classes": "govuk-input--width-20",
                "autocomplete": "name",
                "attributes": {"maxlength": str(_NAME_LENGTH), "data-live": "yes"},
            },
        )

    def act(self, page: Page, event: Event) -> None:
        asked, self.asked_to_delete = self.asked_to_delete, False
        match event:
            case Event("action", "add-question"):
                self._add_question(page)
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
                page.notice("Nothing on this page was changed.")
            case Event("action", "delete"):
                self.asked_to_delete = True
                page.focus(self.sitting.id("delete"))
            case Event("action", "delete-yes") if asked:
                self.sitting.store.forget()
                page.notice("Your answers and notes for this lesson are deleted.")
            case Event("action", "delete-no"):
                page.focus(self.sitting.id("delete-ask"))
            case Event("change", "notes"):
                self._did()

    def _did(self) -> None:
        self.sitting.did(STEP)
        if not self.text("finished"):
            self.sitting.store.set("finished", self.today().isoformat())

    def _add_question(self, page: Page) -> None:
        question, notes = self.sitting.lesson.take_away.question, self.text("notes")
        if question not in notes:
            self.sitting.store.set("notes", f"{notes.rstrip()}\n\n{question}".strip())
        self._did()
        page.announce("The question is in your notes.")
        page.focus(self.sitting.id("notes"))

    def _notes_file(self) -> str:
        return notes_as_markdown(self.sitting, self.text("notes"), self.today())

    def _progress(self) -> str:
        store = self.sitting.store
        saved = self.today().isoformat()
        return write_progress(ProgressFile(store.document, store.version, store.values, saved))

    def _load(self, page: Page, filename: str, text: str) -> None:
        store = self.sitting.store
        try:
            progress = parse_progress(text, store.document, store.version, filename)
        except ContentError as error:
            page.notice(f"{error.sentence} Nothing on this page was changed.")
            return
        if progress.version != store.version:
            page.notice(_(OLDER_FILE).format(filename=filename))
        elif store.values:
            self.waiting = progress
            page.focus(self.sitting.id("replace"))
        else:
            self._take_over(page, progress)

    def _take_over(self, page: Page, progress: ProgressFile) -> None:
        self.waiting = None
        store = self.sitting.store
        store.update({**dict.fromkeys(store.values), **progress.values})
        page.notice("Your progress was loaded from the file.")

    def _file(self, what: str, ending: str) -> str:
        return f"{what}-lesson-{self.sitting.plain.number}-{self.sitting.plain.id}.{ending}"


def _matching(lesson: Lesson) -> list[tuple[str, str]]:
    """Return the parts of self-assessments to go on with; one that is not there is left out."""
    found = []
    for part in lesson.assess:
        with suppress(LookupError, ContentError):  # `toolkit check` tells whoever edits
            found.append((_title(part), f"../self-assessment.ipynb{part.address}"))
    return found


_title = cache(part_title)


def notes_as_markdown(sitting: Sitting, notes: str, today: date) -> str:
    """Return a reader's notes on a lesson as a Markdown file.

    Parameters
    ----------
    sitting : Sitting
        The lesson they are about.
    notes : str
        What the reader typed, kept as it is.
    today : date
        The day of the file.

    Returns
    -------
    str
        The lesson's sentence and question, and the notes below them.
    """
    lesson = sitting.lesson
    parts = [
        f"# Notes on lesson {lesson.number}: {lesson.title}",
        f"{_day(today.isoformat())}. The numbers are those of sample {sitting.sample} of a "
        "made-up example.",
        f"To remember: {lesson.take_away.sentence}",
        f"To ask: {lesson.take_away.question}",
        "## My notes",
        notes.strip() or "None yet.",
    ]
    return "\n\n".join(parts) + "\n"


def _day(iso: str) -> str:
    """Return ``2026-11-02`` as 2 November 2026, and nothing for what is not a date."""
    try:
        return day_in_words(date.fromisoformat(iso))
    except ValueError:
        return ""
