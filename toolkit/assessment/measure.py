"""Areas, gates and stage for one set of answers: the part of scoring that what-if repeats."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.condition import comparisons, holds
from toolkit.assessment.condition_doubt import may_fail
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.question import Question
from toolkit.assessment.result import Range
from toolkit.assessment.stage import reaches, stage_reached

__all__ = ["Measure", "asked", "doubtful", "measure", "worth"]

UNANSWERED = Answer()


@dataclass(frozen=True)
class Measure:
    """Numbers only; `toolkit.assessment.scoring` puts them into words.

    Parameters
    ----------
    asked : tuple of Question
        The questions that are asked, given the answers.
    claimed, evidenced : dict of str to Range
        Each scored area's score by the area's id.
    overall : Range
        The mean of the areas, evidenced.
    met, claimed_met, possible : frozenset of str
        Questions whose gate is met; would be without evidence; could be met.
    stage, claimed_stage, could_be : int
        Places of stages; 0 where there are none.
    """

    asked: tuple[Question, ...]
    claimed: dict[str, Range]
    evidenced: dict[str, Range]
    overall: Range
    met: frozenset[str]
    claimed_met: frozenset[str]
    possible: frozenset[str]
    stage: int
    claimed_stage: int
    could_be: int


def asked(instrument: Instrument, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that are asked, given the answers.

    Parameters
    ----------
    instrument : Instrument
        The questions.
    answers : mapping of str to Answer
        The answers by question. Those to questions that are not asked play no part.

    Returns
    -------
    tuple of Question
        In the order of the instrument.
    """
    chosen: dict[str, str] = {}
    # A condition looks only at questions before the first that has it, so once it is decided it
    # stays so for every other question that has the same one.
    decided: dict[int, bool] = {id(None): True}
    found = []
    for question in instrument.questions:
        condition = question.show_if
        if condition is not None and id(condition) not in decided:
            decided[id(condition)] = holds(condition, chosen)
        if decided[id(condition)]:
            found.append(question)
            answer = answers.get(question.id)
            if answer is not None and answer.choice:
                chosen[question.id] = answer.choice
    rules = instrument.proposal
    if rules is not None and holds(rules.stop_if, chosen):
        enough = {test.question for test in comparisons(rules.stop_if)}
        return tuple(question for question in found if question.id in enough)
    return tuple(found)


def doubtful(
    instrument: Instrument, questions: tuple[Question, ...], answers: Answers
) -> frozenset[str]:
    """Return the questions that are asked, but only because something is not known.

    Parameters
    ----------
    instrument : Instrument
        The questions.
    questions : tuple of Question
        Those that are asked, as `asked` returns them.
    answers : mapping of str to Answer
        The answers by question.

    Returns
    -------
    frozenset of str
        Their ids. Once more is known they may turn out not to be asked.
    """
    chosen = {q.id: answers.get(q.id, UNANSWERED).choice for q in questions}
    if all(chosen.get(name) for name in instrument.asked_after & chosen.keys()):
        return frozenset()
    found: set[str] = set()
    possible: dict[str, tuple[str, ...]] = {}
    decided: dict[int, bool] = {id(None): False}  # as in `asked`
    for question in questions:
        condition = question.show_if
        if condition is not None and id(condition) not in decided:
            decided[id(condition)] = may_fail(condition, possible)
        if decided[id(condition)]:
            found.add(question.id)
        choice = chosen[question.id]
        choices = (choice,) if choice else tuple(question.by_choice)
        possible[question.id] = (*choices, "") if question.id in found else choices
    return frozenset(found)


def worth(question: Question, answer: Answer) -> tuple[Range, Range] | None:
    """Return what an answer is worth as claimed and as evidenced.

    Parameters
    ----------
    question : Question
        A question with points.
    answer : Answer
        Its answer.

    Returns
    -------
    tuple of Range, or None
        None for "not applicable". What is not known runs from the worst choice to the best.
    """
    state = answer.counts_as
    if state == "not_applicable" and question.not_applicable:
        return None
    if state != "answered":
        unknown = Range(question.points[0], question.points[-1])
        return unknown, unknown
    points = question.by_choice[answer.choice].points or 0.0
    rule = question.evidence
    shown = points
    if rule is not None and points > rule.above and answer.evidence < rule.grade:
        shown = rule.above
    return Range(points, points), Range(shown, shown)


def measure(instrument: Instrument, answers: Answers) -> Measure:
    """Return the numbers for one set of answers.

    Parameters
    ----------
    instrument : Instrument
        The questions.
    answers : mapping of str to Answer
        The answers by question.

    Returns
    -------
    Measure
        The numbers.
    """
    questions = asked(instrument, answers)
    worths = {
        question.id: worth(question, answers.get(question.id, UNANSWERED))
        for question in questions
        if question.points
    }
    claimed, evidenced = {}, {}
    for area, limits in instrument.limits.items():
        rows = [
            (question.weight, found)
            for question in instrument.by_area[area]
            if (found := worths.get(question.id)) is not None
        ]
        # Where nothing applies there is no finding, so anything may be true.
        claimed[area] = _mean([(weight, row[0]) for weight, row in rows]) or Range(*limits)
        evidenced[area] = _mean([(weight, row[1]) for weight, row in rows]) or Range(*limits)
    return _with_stage(instrument, questions, worths, claimed, evidenced)


def _with_stage(
    instrument: Instrument,
    questions: tuple[Question, ...],
    worths: dict[str, tuple[Range, Range] | None],
    claimed: dict[str, Range],
    evidenced: dict[str, Range],
) -> Measure:
    met: set[str] = set()
    claimed_met: set[str] = set()
    possible: set[str] = set()
    for gate in instrument.gates:
        found = worths[gate.question]
        if found is None:
            continue
        as_claimed, as_evidenced = found
        for group, points in (
            (met, as_evidenced.low),
            (claimed_met, as_claimed.low),
            (possible, as_evidenced.high),
        ):
            if reaches(points, gate.at_least):
                group.add(gate.question)
    return Measure(
        questions,
        claimed,
        evidenced,
        overall=_mean([(1.0, area) for area in evidenced.values()]) or Range(0, 0),
        met=frozenset(met),
        claimed_met=frozenset(claimed_met),
        possible=frozenset(possible),
        stage=_stage(instrument, {area: found.low for area, found in evidenced.items()}, met),
        claimed_stage=_stage(
            instrument, {area: found.low for area, found in claimed.items()}, claimed_met
        ),
        could_be=_stage(
            instrument, {area: found.high for area, found in evidenced.items()}, possible
        ),
    )


def _stage(instrument: Instrument, scores: dict[str, float], met: set[str]) -> int:
    if instrument.stages is None:
        return 0
    return stage_reached(instrument.stages, instrument.gates, scores, met)


def _mean(rows: list[tuple[float, Range]]) -> Range | None:
    """Return the mean of ranges by their weights; None where there are none."""
    weight = sum(row[0] for row in rows)
    if not rows:
        return None
    low = sum(row[0] * row[1].low for row in rows) / weight
    return Range(low, sum(row[0] * row[1].high for row in rows) / weight)
