"""Score a self-assessment: one call, used by the pages, the command line and the tests."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.assessment.advice import NextStep
from toolkit.assessment.answer import Answers
from toolkit.assessment.instrument import Area, Instrument
from toolkit.assessment.measure import Measure, measure
from toolkit.assessment.reason import area_reasons, stage_reasons
from toolkit.assessment.result import AreaResult, GateResult, Range, Result, StageResult
from toolkit.assessment.step import step_sentence
from toolkit.assessment.tally import tally
from toolkit.assessment.what_if import changes, next_steps
from toolkit.language import _

__all__ = ["score"]


def score(instrument: Instrument, answers: Answers) -> Result:
    """Return what a set of answers comes to.

    Parameters
    ----------
    instrument : Instrument
        The questions and the judgements.
    answers : mapping of str to Answer
        The answers by question, as `toolkit.assessment.answer.read_answers` returns them. A
        question without an entry is unanswered.

    Returns
    -------
    Result
        Scores as ranges, the cautious stage, why, and what to do next.

    Raises
    ------
    ValueError
        Where an answer is to a question the instrument does not have.
    """
    strangers = sorted(set(answers) - set(instrument.by_id))
    if strangers:
        raise ValueError(f"{instrument.id} has no question {', '.join(strangers)}")
    now = measure(instrument, answers)
    steps = next_steps(instrument, answers, now)
    ids = {question.id for question in now.asked}
    return Result(
        instrument,
        asked=tuple(question.id for question in now.asked),
        set_aside=tuple(q.id for q in instrument.questions if q.id not in ids and q.id in answers),
        areas=tuple(
            _area(area, instrument, answers, now, steps)
            for area in instrument.areas
            if area.id in instrument.limits
        ),
        overall=now.overall,
        counts=tally(now.asked, answers),
        counts_by_area={
            area.id: tally([q for q in now.asked if q.area == area.id], answers)
            for area in instrument.areas
        },
        stage=_stage(instrument, answers, now),
        gates=tuple(
            GateResult(
                gate,
                instrument.by_id[gate.question],
                met=gate.question in now.met,
                claimed=gate.question in now.claimed_met,
                possible=gate.question in now.possible,
            )
            for gate in instrument.gates
        ),
        changes=changes(instrument, answers, now),
        next_steps=steps,
    )


def _area(
    area: Area,
    instrument: Instrument,
    answers: Answers,
    now: Measure,
    steps: Sequence[NextStep],
) -> AreaResult:
    questions = [question for question in now.asked if question.area == area.id]
    counts = tally(questions, answers)
    scored = [question for question in questions if question.points]
    reasons = area_reasons(area, scored, answers, now.evidenced[area.id], counts)
    best = next((step for step in steps if step.question.area == area.id), None)
    share = counts.not_applicable / counts.asked if counts.asked else 0.0
    return AreaResult(
        area,
        Range(*instrument.limits[area.id]),
        now.claimed[area.id],
        now.evidenced[area.id],
        counts,
        too_few_apply=share > instrument.warn_not_applicable_above,
        reasons=(*reasons, _("Best next step: {best}").format(best=step_sentence(best)))
        if best
        else reasons,
    )


def _stage(instrument: Instrument, answers: Answers, now: Measure) -> StageResult | None:
    if instrument.stages is None:
        return None
    steps = instrument.stages.steps
    return StageResult(
        steps[now.stage],
        could_be=steps[now.could_be],
        claimed=steps[now.claimed_stage],
        reasons=stage_reasons(instrument, answers, now),
    )
