"""Score again with one thing changed: what would change the stage, and what to do first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from toolkit.assessment.advice import Change, NextStep
from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.measure import Measure, measure, worth
from toolkit.assessment.question import Action, Choice, Question
from toolkit.assessment.step import Kind

__all__ = ["changes", "next_steps"]

Evidence = Literal["needed", "lost", "same"]


def changes(instrument: Instrument, answers: Answers, now: Measure) -> tuple[Change, ...]:
    """Return every change of one answer that would change the stage.

    Parameters
    ----------
    instrument : Instrument
        The questions.
    answers : mapping of str to Answer
        The answers by question.
    now : Measure
        Their measure.

    Returns
    -------
    tuple of Change
        For each question the smallest change that leads to a higher stage, and the smallest
        that leads to a lower one; in the order of the instrument.
    """
    if instrument.stages is None:
        return ()
    found: list[Change] = []
    for question in now.asked:
        answer = answers.get(question.id, Answer())
        seen: dict[bool, Change] = {}
        for choice, evidence, changed in _nearby(question, answer):
            place = measure(instrument, {**answers, question.id: changed}).stage
            better = place > now.stage
            if place != now.stage and better not in seen:
                stage = instrument.stages.steps[place]
                seen[better] = Change(question, choice, evidence, stage, better)
            if len(seen) == 2:
                break
        found += seen.values()
    return tuple(found)


def next_steps(instrument: Instrument, answers: Answers, now: Measure) -> tuple[NextStep, ...]:
    """Return everything that can be done next, the most useful first.

    Each is scored alone, as done and shown. First comes what raises the stage, then what meets
    a gate, what lifts the weakest deciding area, what lifts the mean of the areas, what narrows
    the range, and what takes least effort. Unanswered questions have no next step but an answer.

    Parameters
    ----------
    instrument : Instrument
        The questions.
    answers : mapping of str to Answer
        The answers by question.
    now : Measure
        Their measure.

    Returns
    -------
    tuple of NextStep
        The most useful first; in the order of the instrument where nothing else decides.
    """
    steps = []
    for question in now.asked:
        answer = answers.get(question.id, Answer())
        for kind, action, changed in _open(question, answer):
            after = measure(instrument, {**answers, question.id: changed})
            steps.append(_step(kind, question, action, instrument, now, after))
    return tuple(sorted(steps, key=lambda step: _rank(step, instrument)))


def _nearby(question: Question, answer: Answer) -> Iterator[tuple[Choice, Evidence, Answer]]:
    """Give every other answer, the nearest first, as it would count if shown."""
    rule, here = question.evidence, _points(question, answer)
    choices = sorted(question.choices, key=lambda choice: abs((choice.points or 0.0) - here))
    for choice in choices:
        needed = rule is not None and choice.points is not None and choice.points > rule.above
        grade = rule.grade if rule is not None and needed else 0
        changed = replace(
            answer, state="answered", choice=choice.id, evidence=max(grade, answer.evidence)
        )
        if changed != answer:
            yield choice, "needed" if answer.evidence < grade else "same", changed
        elif grade:
            yield choice, "lost", replace(answer, evidence=0)


def _points(question: Question, answer: Answer) -> float:
    """Return the points an answer claims; the worst where it claims none."""
    found = question.by_choice.get(answer.choice)
    if found is None or found.points is None:
        return question.points[0] if question.points else 0.0
    return found.points


def _open(question: Question, answer: Answer) -> Iterator[tuple[Kind, Action | None, Answer]]:
    """Give every next step that a question leaves open, with the answer it leads to."""
    state = answer.counts_as
    if not question.points or state in ("unanswered", "not_applicable"):
        return
    if state == "unknown":
        worst = min(question.choices, key=lambda choice: choice.points or 0.0)
        yield "find out", None, Answer("answered", worst.id)
    here = _points(question, answer)
    grade = question.evidence.grade if question.evidence else 0
    shown = replace(answer, state="answered", evidence=max(answer.evidence, grade))
    if state == "answered" and worth(question, answer) != worth(question, shown):
        yield "show", None, shown
    for action in question.actions:
        if state == "unknown" or (question.by_choice[action.reaches].points or 0.0) > here:
            yield "do", action, replace(shown, choice=action.reaches)


def _step(
    kind: Kind,
    question: Question,
    action: Action | None,
    instrument: Instrument,
    now: Measure,
    after: Measure,
) -> NextStep:
    higher = instrument.stages is not None and after.stage > now.stage
    narrowing = _width(now) - _width(after)
    return NextStep(
        kind,
        question,
        action,
        stage=instrument.stages.steps[after.stage] if instrument.stages and higher else None,
        gates=tuple(gate for gate in instrument.gates if gate.question in after.met - now.met),
        weakest_gain=_weakest(instrument, after) - _weakest(instrument, now),
        overall_gain=after.overall.low - now.overall.low,
        narrowing=narrowing,
    )


def _rank(step: NextStep, instrument: Instrument) -> tuple[float, ...]:
    stages = instrument.stages
    place = stages.place(step.stage.id) if stages and step.stage else -1
    # Rounded, so that sums taken in another order do not decide which step comes first.
    gains = (step.weakest_gain, step.overall_gain, step.narrowing)
    return (-place, -len(step.gates), *(-round(gain, 9) for gain in gains), step.effort)


def _weakest(instrument: Instrument, found: Measure) -> float:
    areas = instrument.stages.weakest_of if instrument.stages else ()
    return min((found.evidenced[area].low for area in areas), default=0.0)


def _width(found: Measure) -> float:
    return found.overall.high - found.overall.low
