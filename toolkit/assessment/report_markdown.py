"""An assessment in Markdown, to read, to print and to put into committee papers.

Whatever a person typed is shown as they typed it and does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.phrase import (
    EFFORT,
    SCOPE,
    change_sentence,
    day,
    named,
    number,
    step_effect,
)
from toolkit.assessment.proposal_markdown import proposal_markdown
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.question import Question
from toolkit.assessment.result import AreaResult, Result
from toolkit.assessment.step import by_role, step_sentence
from toolkit.document.inert import inert

__all__ = ["STATES", "report_markdown"]

MOST_STEPS = 10
STATES = {
    "unanswered": "Not answered",
    "unknown": "Don't know",
    "not_applicable": "Not applicable",
}


def report_markdown(
    result: Result | ProposalResult, answers: Answers, *, on: date, notices: str = ""
) -> str:
    """Return a result and the answers behind it as Markdown.

    Parameters
    ----------
    result : Result or ProposalResult
        As `toolkit.assessment.assess.assess` returns it.
    answers : mapping of str to Answer
        The answers it comes from.
    on : date
        The date of the report.
    notices : str
        What the reader must know about the answers first, for example what was not used.

    Returns
    -------
    str
        Markdown without any HTML in it.
    """
    middle = (
        (proposal_markdown(result, answers),)
        if isinstance(result, ProposalResult)
        else (_result(result), _steps(result), _changes(result))
    )
    parts = (_head(result, on, notices), *middle, _answers(result, answers))
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _head(result: Result | ProposalResult, on: date, notices: str) -> Iterator[str]:
    instrument, counts = result.instrument, result.counts
    yield f"# {inert(instrument.title)}"
    yield (
        f"Report of {day(on)}. Version {instrument.version} of the questions "
        f"(fingerprint {instrument.fingerprint})."
    )
    yield SCOPE
    yield inert(instrument.status)
    yield (
        f"{counts.asked} questions: {counts.answered} answered, {counts.unknown} “don't know”, "
        f"{counts.not_applicable} not applicable, {counts.unanswered} not answered."
    )
    if notices:
        yield f"**Please note.** {inert(notices)}"


def _result(result: Result) -> Iterator[str]:
    if result.stage:
        yield "## Result"
        yield f"**Stage: {inert(result.stage.stage.title)}.** {inert(result.stage.stage.meaning)}"
        yield inert(result.stage.reason)
    yield "## Scores"
    yield (
        "“Counted” is the cautious score: only what evidence supports, and what is not known at "
        "its worst. “Could be” is the same with what is not known at its best."
    )
    yield "\n".join(
        [
            "| Part | Counted | Could be | As claimed | Answered |",
            "|---|---|---|---|---|",
            *(_row(area) for area in result.areas),
        ]
    )
    for area in result.areas:
        yield f"- {inert(area.reason)}"
        if area.too_few_apply:
            yield (
                f"- Take care: {area.counts.not_applicable} of {area.counts.asked} questions in "
                f"{inert(area.area.title)} do not apply, so its score rests on few answers."
            )
    if result.gates:
        yield "## What must be in place"
        yield "\n".join(
            f"- {inert(gate.gate.name)} ({gate.question.id}): "
            + ("in place" if gate.met else "claimed, not shown" if gate.claimed else "missing")
            for gate in result.gates
        )


def _row(area: AreaResult) -> str:
    cells = (
        inert(area.area.title),
        number(area.evidenced.low),
        number(area.evidenced.high),
        number(area.claimed.low),
        f"{area.counts.answered} of {area.counts.asked}",
    )
    return f"| {' | '.join(cells)} |"


def _steps(result: Result) -> Iterator[str]:
    yield "## Next steps"
    if result.counts.unanswered:
        yield f"Answer the {result.counts.unanswered} questions that are left first."
    if not result.next_steps:
        return
    yield "The most useful steps, by who can lead. Each was scored alone."
    for role, steps in by_role(result.next_steps[:MOST_STEPS]).items():
        yield f"### {inert(role)}"
        yield "\n".join(
            f"- {inert(step_sentence(step))} ({step.question.id}; takes {EFFORT[step.effort]}) "
            f"{inert(step_effect(step))}"
            for step in steps
        )


def _changes(result: Result) -> Iterator[str]:
    if result.stage:
        yield "## What would change the stage"
        lines = [f"- {inert(change_sentence(change))}" for change in result.changes]
        yield "\n".join(lines) or "No change of a single answer would."


def _answers(result: Result | ProposalResult, answers: Answers) -> Iterator[str]:
    yield "## Answers"
    asked = set(result.asked)
    for area in result.instrument.areas:
        yield f"### {inert(area.title)}"
        for question in result.instrument.by_area[area.id]:
            if question.id in asked or question.id in result.set_aside:
                aside = question.id not in asked
                yield from _answer(question, answers.get(question.id, Answer()), result, aside)


def _answer(
    question: Question, answer: Answer, result: Result | ProposalResult, aside: bool
) -> Iterator[str]:
    yield f"#### {inert(named(question))}"
    yield inert(question.text)
    if answer.state == "answered":
        choice = question.by_choice[answer.choice]
        words = [choice.label] if choice.label == choice.text else [choice.label, choice.text]
        lines = [f"- Answer: {inert(': '.join(words))}"]
    else:
        lines = [f"- Answer: {STATES[answer.state]}"]
    if aside:
        lines.append("- No longer asked, given the other answers, so it does not count.")
    if answer.reason:
        lines += ["- Why it does not apply:", _quoted(answer.reason)]
    if result.instrument.grades and answer.state == "answered" and question.points:
        lines.append(f"- Evidence: {inert(result.instrument.grades[answer.evidence].label)}")
    if answer.note:
        lines += ["- Note:", _quoted(answer.note)]
    yield "\n".join(lines)


def _quoted(text: str) -> str:
    """Return a person's words, line for line, inside the list entry above them."""
    lines = inert(text).splitlines() or [""]
    return "\n".join(["", *(f"  > {line}  " for line in lines), ""])
