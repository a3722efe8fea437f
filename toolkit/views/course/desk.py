"""What the parts of the course page share: every lesson, and what this browser keeps of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from markupsafe import Markup

from toolkit.course import Standing, load_course, standing
from toolkit.errors import ContentError
from toolkit.lesson import Lesson
from toolkit.views.lesson.sitting import COURSE
from toolkit.views.page import Event, Page
from toolkit.views.store import Store

__all__ = ["Desk", "open_course"]


def open_course(root: Path | None = None, *, today: Callable[[], date] = date.today) -> Desk:
    """Return the course, for the parts of its notebook to share.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.
    today : callable
        Returns the date for records and files.

    Returns
    -------
    Desk
        What `show_path` and the other parts take.

    Raises
    ------
    ContentError
        Where the words that lessons may use cannot be read. A damaged lesson is named on the
        page, and the others work.
    """
    return Desk(*load_course(root), today)


class Desk:
    """Holds the store of every lesson beside the one of the course itself.

    Parameters
    ----------
    lessons : tuple of Lesson
        In the order of the course.
    errors : tuple of ContentError
        Why other lessons cannot be used.
    today : callable
        Returns the date.
    """

    def __init__(
        self,
        lessons: tuple[Lesson, ...],
        errors: tuple[ContentError, ...],
        today: Callable[[], date],
    ) -> None:
        self.lessons = lessons
        self.errors = errors
        self.today = today
        self.store = Store(*COURSE)
        self.stores = {
            lesson.id: Store(f"lesson-{lesson.id}", lesson.version) for lesson in lessons
        }
        # One page without words for each lesson: the bridge hands over what the browser keeps.
        self.readers = tuple(
            Page(store, draw=lambda page: Markup("")) for store in self.stores.values()
        )
        for store in self.stores.values():
            store.join(self.store.redraw, lambda everything: None)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How far the reader has come with each lesson."""
        return tuple(standing(one, self.stores[one.id].values) for one in self.lessons)

    def text(self, name: str) -> str:
        """Return a text the reader typed on the course page."""
        kept = self.store.values.get(name)
        return kept if isinstance(kept, str) else ""

    def part(
        self, draw: Callable[[Page], Markup], act: Callable[[Page, Event], None] | None = None
    ) -> Page:
        """Return a page for one part of the course page."""
        return Page(self.store, draw=draw, act=act)
