"""The steps of a questionnaire: start, list of pages, one page, check, result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from toolkit.assessment.phrase import SCOPE
from toolkit.assessment.survey.form import Item, Note, SurveyPage
from toolkit.assessment.survey.phrase import (
    gap_sentence,
    level_name,
    live_words,
    score_sentences,
)
from toolkit.assessment.survey.visible import shows
from toolkit.language import N_, _
from toolkit.views.assessment.steps import TAGS
from toolkit.views.assessment.survey.paper import SurveyPaper
from toolkit.views.assessment.survey.question import draw_answer, draw_item, draw_note
from toolkit.views.assessment.survey.upload import draw_upload
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["draw_survey_step", "survey_step_of"]

HEADINGS = {
    "start": N_("Before you start"),
    "tasks": N_("The parts"),
    "check": N_("Check your answers"),
    "result": N_("Your result"),
    "delete": N_("Delete your answers"),
    "replace": N_("Replace your answers"),
}
MOST_MISSING = 20


def survey_step_of(paper: SurveyPaper, section: str) -> tuple[str, str]:
    """Return the name and the heading of a step; for an unknown name, those of the start.

    Parameters
    ----------
    paper : SurveyPaper
        The questionnaire and the language it is read in.
    section : str
        The name in the address: ``start``, ``tasks``, the id of a page, and so on.

    Returns
    -------
    str, str
        Name and heading.
    """
    titles = {page.id: paper.title(page)[0] for page in paper.pages}
    name = section if section in titles or section in HEADINGS else "start"
    return name, titles[name] if name in titles else _(HEADINGS[name])


def draw_survey_step(paper: SurveyPaper) -> Markup:
    """Return the step a visitor is on.

    Parameters
    ----------
    paper : SurveyPaper
        What it shows.

    Returns
    -------
    Markup
        Its HTML.
    """
    draw: dict[str, Callable[[SurveyPaper], Markup]] = {
        "start": _start,
        "tasks": _tasks,
        "check": _check,
        "result": _result,
        "delete": lambda paper: render("assessment-delete", paper=paper),
        "replace": lambda paper: render("assessment-replace", paper=paper, waiting=paper.waiting),
    }
    return draw.get(paper.section, _page)(paper)


def _start(paper: SurveyPaper) -> Markup:
    silent = (page for page in paper.survey.pages if not page.items)
    return render(
        "survey-start",
        paper=paper,
        scope=_(SCOPE),
        languages=_languages(paper),
        notes=[_part(paper, part) for page in silent for part in page.parts],
        upload=draw_upload(paper.id("upload"), "answers"),
    )


def _tasks(paper: SurveyPaper) -> Markup:
    return render(
        "survey-tasks",
        paper=paper,
        languages=_languages(paper),
        tasks=component(
            "task-list",
            {"idPrefix": paper.id("task"), "items": [_task(paper, page) for page in paper.pages]},
        ),
        left=live_words(paper.result),
        upload=draw_upload(paper.id("upload"), "answers"),
    )


def _task(paper: SurveyPaper, page: SurveyPage) -> dict[str, Any]:
    done, asked = paper.answered(page), len(paper.asked(page))
    status = "completed" if done == asked else "in progress" if done else "not started"
    label, colour = TAGS[status]
    title, code = paper.title(page)
    return {
        "title": {"html": Markup('<span lang="{}">{}</span>').format(code, title)},
        "href": paper.address(section=page.id),
        "hint": {"text": _("{done} of {asked} answered.").format(done=done, asked=asked)},
        "status": {"tag": {"text": _(label), "classes": f"govuk-tag--{colour}"}},
    }


def _page(paper: SurveyPaper) -> Markup:
    number = [page.id for page in paper.pages].index(paper.section)
    page = paper.pages[number]
    onward = paper.pages[number + 1] if number + 1 < len(paper.pages) else None
    return render(
        "survey-page",
        paper=paper,
        code=paper.title(page)[1],
        number=number + 1,
        languages=_languages(paper),
        parts=[_part(paper, part) for part in page.parts if _wanted(paper, part)],
        standing=live_words(paper.result),
        done=paper.answered(page),
        asked=len(paper.asked(page)),
        back=paper.pages[number - 1] if number else None,
        onward=onward,
    )


def _wanted(paper: SurveyPaper, part: Item | Note) -> bool:
    """Return whether a part is drawn: it is shown, or it has an answer that is set aside."""
    if isinstance(part, Note):
        return shows(part.conditions, paper.answers)
    return part.id in paper.shown or part.id in paper.answers


def _part(paper: SurveyPaper, part: Item | Note) -> Markup:
    return draw_note(paper, part) if isinstance(part, Note) else draw_item(paper, part)


def _check(paper: SurveyPaper) -> Markup:
    pages = [(*paper.title(page), _summary(paper, page)) for page in paper.pages]
    return render("survey-check", paper=paper, pages=pages, left=len(paper.result.unanswered))


def _summary(paper: SurveyPaper, page: SurveyPage) -> Markup:
    rows = [_row(paper, item) for item in paper.asked(page)]
    return component("summary-list", {"rows": rows})


def _row(paper: SurveyPaper, item: Item) -> dict[str, Any]:
    words, code = paper.phrase(item.text)
    plain = words.striptags()
    return {
        "key": {"html": Markup('<span lang="{}">{}</span>').format(code, words)},
        "value": {"html": draw_answer(paper, item)},
        "actions": {
            "items": [
                {
                    "href": paper.address(section=item.page, question=item.id),
                    "text": _("Change"),
                    "visuallyHiddenText": plain,
                }
            ]
        },
    }


def _result(paper: SurveyPaper) -> Markup:
    result = paper.result
    missing = [paper.survey.by_id[name] for name in result.unanswered]
    links = [
        (paper.address(section=item.page, question=item.id), *paper.phrase(item.text))
        for item in missing[:MOST_MISSING]
    ]
    return render(
        "survey-result",
        paper=paper,
        scope=_(SCOPE),
        level=level_name(result),
        score=result.completed.score,
        live=result.live.score,
        sentences=score_sentences(result),
        gap=gap_sentence(result),
        missing=[(href, words.striptags(), code) for href, words, code in links],
        left=len(missing),
        aside=[name for name in result.live.answers if name not in paper.shown],
    )


def _languages(paper: SurveyPaper) -> Markup:
    """Return a button for each other language."""
    if len(paper.survey.languages) < 2:
        return Markup("")
    return render("survey-languages", paper=paper, languages=paper.survey.languages)
