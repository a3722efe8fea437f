"""The steps of the form: start, copy, list of topics, one topic, preview, check, and the rest."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from toolkit.cases.field import Topic
from toolkit.language import N_, _
from toolkit.views.adapt.answers import draw_answers
from toolkit.views.adapt.field import draw_field
from toolkit.views.adapt.sheet import Found, Sheet
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = [
    "HEADINGS",
    "draw_check",
    "draw_topic",
    "draw_topics",
    "error_summary",
    "heading_of",
    "upload_box",
]

HEADINGS = {
    "start": N_("Before you start"),
    "copy": N_("Choose a case to start from"),
    "from": N_("Start from a copy"),
    "tasks": N_("Your case study"),
    "preview": N_("Preview"),
    "check": N_("Check your answers"),
    "publish": N_("Before you publish"),
    "delete": N_("Delete your draft"),
    "replace": N_("Replace your draft"),
    "fill": N_("Answers from a link"),
}
TAGS = {
    "not started": (N_("Not started"), "grey"),
    "in progress": (N_("In progress"), "blue"),
    "completed": (N_("Completed"), "green"),
}
LARGEST_FILE = 5_000_000  # bytes; larger files do not reach Python over the page's connection


def heading_of(section: str, topics: tuple[Topic, ...]) -> tuple[str, str]:
    """Return the name and the heading of a step; for an unknown name, those of the start.

    Parameters
    ----------
    section : str
        The name in the address.
    topics : tuple of Topic
        What is asked.

    Returns
    -------
    str, str
        Name and heading.
    """
    titles = {topic.id: topic.title for topic in topics}
    name = section if section in titles or section in HEADINGS else "start"
    return name, titles[name] if name in titles else _(HEADINGS[name])


def error_summary(sheet: Sheet, errors: tuple[Found, ...]) -> Markup:
    """Return the list of mistakes at the top of a step, each with a link to its field.

    Parameters
    ----------
    sheet : Sheet
        The draft.
    errors : tuple of Found
        The mistakes; nothing is shown where there are none, or before somebody tried to go on.

    Returns
    -------
    Markup
        A component that can have the focus.
    """
    if not errors or not sheet.tried:
        return Markup("")
    return component(
        "error-summary",
        {
            "titleText": _("There is a problem") if len(errors) == 1 else _("There are problems"),
            "errorList": [_link(sheet, error) for error in errors],
            "attributes": {"id": "adapt-errors", "tabindex": "-1"},
        },
    )


def _link(sheet: Sheet, error: Found) -> dict[str, Any]:
    topics = (topic for topic in sheet.topics if sheet.about(topic, (error,)))
    section = next((topic.id for topic in topics), "publish")
    return {
        "text": error.words,
        "href": sheet.address(section=section, field=error.name),
        "attributes": {"data-action": "open", "data-value": f"{section} {error.name}"},
    }


def draw_topics(sheet: Sheet) -> Markup:
    """Return the list of topics, each with how far it is.

    Parameters
    ----------
    sheet : Sheet
        The draft.

    Returns
    -------
    Markup
        Its HTML.
    """
    statuses = [sheet.status(topic) for topic in sheet.topics]
    items = [_task(sheet, *pair) for pair in zip(sheet.topics, statuses, strict=True)]
    return render(
        "adapt-tasks",
        sheet=sheet,
        done=statuses.count("completed"),
        tasks=component("task-list", {"idPrefix": "adapt-task", "items": items}),
        upload=upload_box("adapt-upload"),
    )


def _task(sheet: Sheet, topic: Topic, status: str) -> dict[str, Any]:
    label, colour = TAGS[status]
    return {
        "title": {"text": topic.title},
        "href": sheet.address(section=topic.id),
        "hint": {"text": topic.summary},
        "status": {"tag": {"text": _(label), "classes": f"govuk-tag--{colour}"}},
    }


def draw_topic(sheet: Sheet, preview: Markup, undo: str) -> Markup:
    """Return the page of one topic: its fields, and the preview beside them.

    Parameters
    ----------
    sheet : Sheet
        The draft; its section is the topic.
    preview : Markup
        The case as it will look.
    undo : str
        What was just removed and can be put back; empty where nothing was.

    Returns
    -------
    Markup
        Its HTML.
    """
    ids = [topic.id for topic in sheet.topics]
    number = ids.index(sheet.section)
    topic = sheet.topics[number]
    return render(
        "adapt-topic",
        sheet=sheet,
        topic=topic,
        number=number + 1,
        fields=[draw_field(sheet, field) for field in topic.fields],
        summary=error_summary(sheet, sheet.about(topic, sheet.errors)),
        warnings=sheet.about(topic, sheet.warnings),
        copied=topic in sheet.unseen,
        onward=sheet.topics[number + 1].title if number + 1 < len(ids) else _("check your answers"),
        preview=preview,
        undo=undo,
    )


def draw_check(sheet: Sheet) -> Markup:
    """Return every answer, with what is wrong and a way to change it.

    Parameters
    ----------
    sheet : Sheet
        The draft.

    Returns
    -------
    Markup
        Its HTML.
    """
    parts = [(topic, draw_answers(sheet, topic)) for topic in sheet.topics]
    return render(
        "adapt-check", sheet=sheet, parts=parts, summary=error_summary(sheet, sheet.errors)
    )


def upload_box(name: str) -> Markup:
    """Return the control that loads a draft from a file.

    Parameters
    ----------
    name : str
        The id of the control.

    Returns
    -------
    Markup
        Its HTML.
    """
    return component(
        "file-upload",
        {
            "id": name,
            "name": "",
            "label": {"text": _("Load a draft or a notebook")},
            "hint": {"text": _("A draft that you saved here (.json), or a case study (.ipynb).")},
            "attributes": {
                "accept": ".json,.ipynb,application/json",
                "data-upload": "draft",
                "data-limit": str(LARGEST_FILE),
            },
        },
    )
