"""One question on the page: its written steps, the evidence, a note, and why it is asked."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from toolkit.assessment.answer import Answer
from toolkit.assessment.question import Question
from toolkit.language import N_, _
from toolkit.report.part import STATES
from toolkit.views.assessment.paper import Paper
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["answer_words", "draw_asked", "draw_question"]

NOTE_HINT = N_(
    "Leave out personal data and what a supplier told you in confidence. People may ask for your "
    "records under freedom of information."
)


def draw_question(paper: Paper, question: Question) -> Markup:
    """Return a question with everything a visitor can say about it.

    Parameters
    ----------
    paper : Paper
        What it is part of.
    question : Question
        The question.

    Returns
    -------
    Markup
        For a question that is no longer asked: its earlier answer, and how to clear it.
    """
    if question.id not in paper.result.asked:
        return render(
            "assessment-aside",
            paper=paper,
            question=question,
            words=answer_words(paper, question),
        )
    return draw_asked(paper, question)


def draw_asked(paper: Paper, question: Question) -> Markup:
    """Return a question to be answered, whether or not the other answers call for it.

    Parameters
    ----------
    paper : Paper
        What it is part of.
    question : Question
        The question.

    Returns
    -------
    Markup
        Choices, reason, evidence, note, and why it is asked.
    """
    answer = paper.answer(question)
    return render(
        "assessment-question",
        paper=paper,
        question=question,
        radios=_radios(paper, question, answer),
        reason=_reason(paper, question, answer),
        evidence=_evidence(paper, question, answer),
        note=_note(paper, question, answer),
        answer=answer,
        links=paper.links(question),
    )


def answer_words(paper: Paper, question: Question) -> Markup:
    """Return an answer in words, with its evidence, reason and note.

    Parameters
    ----------
    paper : Paper
        What it is part of.
    question : Question
        The question.

    Returns
    -------
    Markup
        A few short paragraphs.
    """
    answer = paper.answer(question)
    choice = question.by_choice.get(answer.choice)
    return render(
        "assessment-answer",
        answer=answer,
        choice=choice,
        state="" if choice else _(STATES[answer.state]),
        grade=_grade(paper, question, answer),
    )


def _grade(paper: Paper, question: Question, answer: Answer) -> str:
    grades = paper.instrument.grades
    if not grades or not question.points or answer.state != "answered":
        return ""
    return grades[answer.evidence].label


def _radios(paper: Paper, question: Question, answer: Answer) -> Markup:
    items: list[dict[str, Any]] = [
        {
            "value": choice.id,
            "html": _choice(choice.label, choice.text),
            "checked": choice.id == answer.choice,
        }
        for choice in question.choices
    ]
    items += [
        {"divider": _("or")},
        {"value": "unknown", "text": _("Don't know"), "checked": answer.state == "unknown"},
    ]
    if question.not_applicable:
        checked = answer.state == "not_applicable"
        items.append({"value": "na", "text": _("Does not apply to us"), "checked": checked})
    heading = Markup('<h3 class="govuk-fieldset__heading">{}. {}</h3>')
    return component(
        "radios",
        {
            "idPrefix": paper.id(question.id),
            "name": question.id,
            "fieldset": {
                "legend": {
                    "html": heading.format(question.id, question.text),
                    "classes": "govuk-fieldset__legend--s",
                }
            },
            "hint": {"text": question.help} if question.help else None,
            "items": items,
        },
    )


def _choice(label: str, text: str) -> Markup:
    if label == text:
        return Markup("{}").format(text)
    return Markup("<strong>{}.</strong> {}").format(label, text)


def _reason(paper: Paper, question: Question, answer: Answer) -> Markup:
    if answer.state != "not_applicable":
        return Markup("")
    return component(
        "textarea",
        {
            "id": paper.id(f"{question.id}-reason"),
            "name": f"{question.id}.reason",
            "label": {"text": _("Why does it not apply?"), "classes": "govuk-label--s"},
            "hint": {"text": _("Until you say why, it counts as not answered.")},
            "rows": "2",
            "value": answer.reason,
        },
    )


def _evidence(paper: Paper, question: Question, answer: Answer) -> Markup:
    if not _grade(paper, question, answer):
        return Markup("")
    return component(
        "select",
        {
            "id": paper.id(f"{question.id}-evidence"),
            "name": f"{question.id}.evidence",
            "label": {"text": _("How can you show it?"), "classes": "govuk-label--s"},
            "hint": {"text": question.evidence_prompt},
            "items": [
                {"value": str(number), "text": f"{grade.label}: {grade.meaning}",
                 "selected": number == answer.evidence}
                for number, grade in enumerate(paper.instrument.grades)
            ],
        },
    )  # fmt: skip


def _note(paper: Paper, question: Question, answer: Answer) -> Markup:
    return component(
        "textarea",
        {
            "id": paper.id(f"{question.id}-note"),
            "name": f"{question.id}.note",
            "label": {
                "text": _("Note on {id}").format(id=question.id),
                "classes": "govuk-label--s",
            },
            "hint": {"text": f"{_shows(question)}{_(NOTE_HINT)}"},
            "rows": "3",
            "value": answer.note,
        },
    )


def _shows(question: Question) -> str:
    """Return what would show an answer, where it is not asked for beside the evidence."""
    prompt = question.evidence_prompt
    return (
        ""
        if question.points or not prompt
        else _("What would show it: {prompt} ").format(prompt=prompt)
    )
