"""The record of completion: a name typed here, the lessons, minutes and days. Nothing is sent."""

from __future__ import annotations

from markupsafe import Markup

import toolkit
from toolkit.day import day_in_words
from toolkit.language import _
from toolkit.views.bridge import Bridge
from toolkit.views.course.desk import Desk
from toolkit.views.form import component
from toolkit.views.served import stays_here
from toolkit.views.template import render

__all__ = ["show_record"]

NAME_LENGTH = 80


def show_record(desk: Desk) -> Bridge:
    """Return the record of the lessons that were completed.

    Parameters
    ----------
    desk : Desk
        What `open_course` returned.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    return desk.part(lambda page: _draw(desk)).widget


def _draw(desk: Desk) -> Markup:
    done = [one for one in desk.standings if one.state == "Completed"]
    rows = [
        (
            one.lesson,
            one.minutes_done,
            day_in_words(one.finished) if one.finished else _("not noted"),
        )
        for one in done
    ]
    return render(
        "course-record",
        name_box=_name(desk),
        reader=desk.text("reader").strip(),
        rows=rows,
        minutes=sum(one.minutes_done for one in done),
        total=len(desk.lessons),
        today=day_in_words(desk.today()),
        version=toolkit.__version__,
    )


def _name(desk: Desk) -> Markup:
    return component(
        "input",
        {
            "name": "reader",
            "id": "course-reader",
            "label": {"text": _("Your name, if you want it on the record")},
            "hint": {"html": stays_here()},
            "value": desk.text("reader"),
            "classes": "govuk-input--width-20",
            "autocomplete": "name",
            "attributes": {"maxlength": str(NAME_LENGTH), "data-live": "yes"},
        },
    )
