"""The steps of a self-assessment: start, list of parts, one part, check, delete, replace."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from toolkit.assessment.group.role import load_roles
from toolkit.assessment.instrument import Area, Instrument
from toolkit.assessment.phrase import SCOPE, named
from toolkit.assessment.proposal_phrase import live_words
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.question import Question
from toolkit.views.assessment.about import about_item, draw_about
from toolkit.views.assessment.paper import Paper
from toolkit.views.assessment.proposal import draw_proposal
from toolkit.views.assessment.question import answer_words, draw_question
from toolkit.views.assessment.result import draw_bars, draw_result
from toolkit.views.assessment.share import draw_share
from toolkit.views.assessment.take_away import draw_take_away
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["TAGS", "draw_step", "step_of"]

HEADINGS = {
    "start": "Before you start",
    "tasks": "The parts",
    "check": "Check your answers",
    "result": "Your result",
    "take": "Take it with you",
    "delete": "Delete your answers",
    "replace": "Replace your answers",
    "compare": "Then and now",
    "about": "Name, owner and review date",
    "share": "Save for a group",
}
TAGS = {
    "not started": ("Not started", "grey"),
    "in progress": ("In progress", "blue"),
    "completed": ("Completed", "green"),
}
LARGEST_FILE = 5_000_000  # bytes; larger files do not reach Python over the page's connection


def step_of(instrument: Instrument, section: str) -> tuple[str, str]:
    """Return the name and the heading of a step; for an unknown name, those of the start.

    Parameters
    ----------
    instrument : Instrument
        The self-assessment.
    section : str
        The name in the address: ``start``, ``tasks``, the id of an area, and so on.

    Returns
    -------
    str, str
        Name and heading.
    """
    headings = HEADINGS | {area.id: area.title for area in instrument.areas}
    return (section, headings[section]) if section in headings else ("start", HEADINGS["start"])


def draw_step(paper: Paper) -> Markup:
    """Return the step a visitor is on.

    Parameters
    ----------
    paper : Paper
        What it shows.

    Returns
    -------
    Markup
        Its HTML.
    """
    draw: dict[str, Callable[[Paper], Markup]] = {
        "about": draw_about,
        "share": lambda paper: draw_share(paper, load_roles()),
        "start": _start,
        "tasks": _tasks,
        "check": _check,
        "result": draw_proposal if paper.instrument.proposal else draw_result,
        "take": draw_take_away,
        "delete": lambda paper: render("assessment-delete", paper=paper),
        "replace": lambda paper: render("assessment-replace", paper=paper, waiting=paper.waiting),
    }
    return draw.get(paper.section, _part)(paper)


def _start(paper: Paper) -> Markup:
    return render(
        "assessment-start",
        paper=paper,
        scope=SCOPE,
        begun=bool(paper.answers),
        fewer=any(question.show_if for question in paper.instrument.questions),
        upload=_upload(paper),
    )


def _tasks(paper: Paper) -> Markup:
    items = [about_item(paper)] if paper.instrument.proposal else []
    for area in paper.instrument.areas:
        counts = paper.counts(area)
        label, colour = TAGS[counts.status]
        done = f" {counts.asked - counts.unanswered} of {counts.asked} answered."
        started = counts.status == "in progress"
        items.append(
            {
                "title": {"text": area.title},
                "href": paper.address(section=area.id),
                "hint": {"text": area.summary + (done if started else "")},
                "status": {"tag": {"text": label, "classes": f"govuk-tag--{colour}"}},
            }
        )
    return render(
        "assessment-tasks",
        paper=paper,
        tasks=component("task-list", {"idPrefix": paper.id("task"), "items": items}),
        upload=_upload(paper),
    )


def _part(paper: Paper) -> Markup:
    areas = paper.instrument.areas
    number = [area.id for area in areas].index(paper.section)
    area = areas[number]
    onward = areas[number + 1] if number + 1 < len(areas) else None
    score = paper.score(area)
    return render(
        "assessment-part",
        paper=paper,
        area=area,
        number=number + 1,
        questions=[draw_question(paper, question) for question in paper.shown(area)],
        bar=draw_bars([score]) if score else "",
        counts=paper.counts(area),
        lessons=paper.lessons.get(area.id, ()),
        stage=None if isinstance(paper.result, ProposalResult) else paper.result.stage,
        standing=live_words(paper.result) if isinstance(paper.result, ProposalResult) else "",
        back=areas[number - 1] if number else None,
        onward=onward,
    )


def _check(paper: Paper) -> Markup:
    parts = [(area, _answers(paper, area)) for area in paper.instrument.areas]
    return render("assessment-check", paper=paper, parts=parts)


def _answers(paper: Paper, area: Area) -> Markup:
    rows = [_row(paper, question) for question in paper.shown(area)]
    return component("summary-list", {"rows": rows})


def _row(paper: Paper, question: Question) -> dict[str, Any]:
    href = paper.address(section=question.area, question=question.id)
    return {
        "key": {"text": named(question)},
        "value": {"html": answer_words(paper, question)},
        "actions": {
            "items": [{"href": href, "text": "Change", "visuallyHiddenText": named(question)}]
        },
    }


def _upload(paper: Paper) -> Markup:
    return component(
        "file-upload",
        {
            "id": paper.id("upload"),
            "name": "",
            "label": {"text": "Load answers from a file"},
            "hint": {"text": "A JSON or CSV file you saved here earlier, for these questions."},
            "attributes": {
                "accept": ".json,application/json,.csv,text/csv",
                "data-upload": "answers",
                "data-limit": str(LARGEST_FILE),
            },
        },
    )
