"""The path through the course: what is done, what is left, and how long it takes."""

from __future__ import annotations

import ipywidgets
from markupsafe import Markup

from toolkit.course import Standing, core_minutes_left
from toolkit.language import _
from toolkit.outline import section_id
from toolkit.views.course.desk import Desk
from toolkit.views.lesson.matching import matching_parts
from toolkit.views.page import Page
from toolkit.views.template import render

__all__ = ["show_path"]

COLOURS = {"Completed": "green", "In progress": "light-blue", "Not started": "grey"}


def show_path(desk: Desk) -> ipywidgets.VBox:
    """Return the list of lessons with how far the reader has come.

    Parameters
    ----------
    desk : Desk
        What `open_course` returned.

    Returns
    -------
    ipywidgets.VBox
        What a notebook cell shows. It also holds what reads the lessons' own notes, so every
        course page needs it.
    """
    page = desk.part(lambda page: _draw(desk, page))
    return ipywidgets.VBox([page.widget, *(reader.widget for reader in desk.readers)])


def _draw(desk: Desk, page: Page) -> Markup:
    standings = desk.standings
    return render(
        "course-path",
        rows=[_row(one) for one in standings],
        sentence=path_sentence(standings),
        errors=desk.errors,
    )


def path_sentence(standings: tuple[Standing, ...]) -> str:
    """Return in words how far the reader has come.

    Parameters
    ----------
    standings : tuple of Standing
        One for each lesson.

    Returns
    -------
    str
        One or two sentences.
    """
    done = sum(one.state == "Completed" for one in standings)
    left = core_minutes_left(standings)
    said = _("You have completed {done} of {count} lessons.").format(
        done=done, count=len(standings)
    )
    if not any(one.done or one.notes for one in standings):
        return _("You have not started yet. The core path takes about {left} minutes.").format(
            left=left
        )
    if not left:
        return _("{said} The core path is complete.").format(said=said)
    core = sum(one.lesson.minutes for one in standings if not one.lesson.optional)
    return _("{said} About {left} of the {core} minutes of the core path are left.").format(
        said=said, left=left, core=core
    )


def _time(one: Standing) -> str:
    path = _("Optional") if one.lesson.optional else _("Core path")
    minutes = one.lesson.minutes
    if one.done and one.left:
        return _("{path}, about {minutes_left} of {minutes} minutes left.").format(
            path=path, minutes_left=one.minutes_left, minutes=minutes
        )
    return _("{path}, about {minutes} minutes.").format(path=path, minutes=minutes)


def _row(one: Standing) -> dict[str, object]:
    lesson = one.lesson
    return {
        "one": one,
        "lesson": lesson,
        "address": f"lessons/{lesson.slug}.ipynb",
        "colour": COLOURS[one.state],
        "time": _time(one),
        "further": ", ".join(one.further),
        "matching": [] if one.left else matching_parts(lesson),
        "revisit": [(name, section_id(name, set())) for name in one.revisit],
    }  # fmt: skip
