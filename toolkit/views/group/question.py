"""One question before a group: how people answered, and what the group agrees."""

from __future__ import annotations

from markupsafe import Markup

from toolkit.assessment.group.phrase import (
    agreement_words,
    gap_words,
    median_words,
    no_answer_words,
)
from toolkit.assessment.group.poll import QuestionPoll
from toolkit.assessment.group.record import DISSENT
from toolkit.assessment.question import Question
from toolkit.language import _
from toolkit.views.assessment.question import draw_asked
from toolkit.views.form import component
from toolkit.views.group.table import Table
from toolkit.views.template import render

__all__ = ["draw_question"]


def draw_question(table: Table) -> Markup:
    """Return the page of one question.

    Parameters
    ----------
    table : Table
        The group at work, on a question.

    Returns
    -------
    Markup
        Counts as bars and in words, roles that may be shown, the agreed answer, the dissent.

    Raises
    ------
    ValueError
        Where it is not on a question, or nobody's answers are there.
    """
    question, poll = table.question, table.record.poll
    if question is None or poll is None:
        raise ValueError("there is no question to draw")
    found = next(one for one in poll.questions if one.question.id == question.id)
    order = [one.question for one in table.agenda]
    number = order.index(question) if question in order else -1
    paper = table.paper()
    sentences = (
        _("Agreement: {found}.").format(found=agreement_words(found)),
        median_words(question, found.choices),
        gap_words(found, table.roles),
        no_answer_words(found),
    )
    return render(
        "group-question",
        table=table,
        question=question,
        found=found,
        number=number + 1,
        total=len(order),
        onward=order[number + 1] if number + 1 < len(order) else None,
        bars=_bars(found),
        sentences=[sentence for sentence in sentences if sentence],
        columns=_columns(table, found),
        asked=question.id in paper.result.asked,
        form=draw_asked(paper, question),
        dissent=_dissent(table, question),
    )


def _bars(found: QuestionPoll) -> list[tuple[str, str, float, float]]:
    most = max(found.answered, 1)
    return [
        (choice.label.rstrip("."), str(count), 100 * count / most, 0.0)
        for choice, count in zip(found.question.choices, found.choices, strict=True)
    ]


def _columns(table: Table, found: QuestionPoll) -> list[tuple[str, tuple[int, ...]]]:
    """Return the roles that may be shown beside the total, those apart last."""
    roles = [(table.roles.label(role), counts) for role, counts in found.roles.items()]
    apart = [
        (_("{role} (apart)").format(role=table.roles.label(role)), n)
        for role, n in found.apart.items()
    ]
    return [*roles, *apart]


def _dissent(table: Table, question: Question) -> Markup:
    return component(
        "textarea",
        {
            "id": table.id(f"dissent-{question.id}"),
            "name": DISSENT + question.id,
            "label": {"text": _("Who still disagrees, and why"), "classes": "govuk-label--s"},
            "hint": {
                "text": _(
                    "In their own words, without names. It stays in every report beside "
                    "what the group agreed."
                )
            },
            "rows": "3",
            "value": table.record.dissent.get(question.id, ""),
        },
    )
