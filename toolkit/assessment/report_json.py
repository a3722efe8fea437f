"""An assessment in JSON: the saved answers, which load again, with the result beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toolkit.assessment.advice import NextStep
from toolkit.assessment.answer import Answers, keep_answers
from toolkit.assessment.phrase import NOTES, SCOPE, change_sentence, step_effect
from toolkit.assessment.proposal_json import proposal_as_data
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.result import AreaResult, Counts, Range, Result
from toolkit.assessment.step import step_sentence
from toolkit.language import _
from toolkit.progress import ProgressFile, write_progress
from toolkit.yamlfile import Json

__all__ = ["report_json", "result_as_data"]


def report_json(
    result: Result | ProposalResult,
    answers: Answers,
    *,
    on: date,
    notices: str = "",
    example: str = "",
    beside: Mapping[str, Json] | None = None,
) -> str:
    """Return a result and the answers behind it as JSON.

    Parameters
    ----------
    result : Result or ProposalResult
        As `toolkit.assessment.assess.assess` returns it.
    answers : mapping of str to Answer
        The answers it comes from. `toolkit.progress.parse_progress` reads exactly these back.
    on : date
        The date of the report.
    notices : str
        What the reader must know about the answers first.
    example : str
        The made-up body that the answers are a worked example about; empty for a real one.
    beside : mapping, optional
        What is kept beside the answers; see `toolkit.assessment.beside`.

    Returns
    -------
    str
        A file that the page of the assessment loads again.
    """
    instrument = result.instrument
    extra: dict[str, Json] = {
        "instrument": {
            "title": instrument.title,
            "status": instrument.status,
            "fingerprint": instrument.fingerprint,
        },
        "scope": _(SCOPE),
        "notices": notices,
        "notes_warning": _(NOTES),
        "result": proposal_as_data(result, answers)
        if isinstance(result, ProposalResult)
        else result_as_data(result),
    }
    values = {**keep_answers(answers), **(beside or {})}
    return write_progress(
        ProgressFile(instrument.id, instrument.version, values, on.isoformat(), extra, example)
    )


def result_as_data(result: Result) -> dict[str, Json]:
    """Return a result as names and values that JSON can hold.

    Parameters
    ----------
    result : Result
        As `toolkit.assessment.scoring.score` returns it.

    Returns
    -------
    dict
        Scores are not rounded.
    """
    stage = result.stage
    return {
        "stage": None
        if stage is None
        else {
            "id": stage.stage.id,
            "title": stage.stage.title,
            "could_be": stage.could_be.id,
            "claimed": stage.claimed.id,
            "reason": stage.reason,
        },
        "overall": _range(result.overall),
        "counts": _counts(result.counts),
        "areas": [_area(area) for area in result.areas],
        "gates": [
            {
                "question": gate.question.id,
                "name": gate.gate.name,
                "met": gate.met,
                "claimed": gate.claimed,
                "possible": gate.possible,
            }
            for gate in result.gates
        ],
        "changes": [change_sentence(change) for change in result.changes],
        "next_steps": [_step(step) for step in result.next_steps],
        "set_aside": list(result.set_aside),
    }


def _range(found: Range) -> Json:
    return {"low": found.low, "high": found.high}


def _counts(counts: Counts) -> Json:
    return {
        "asked": counts.asked,
        "answered": counts.answered,
        "unknown": counts.unknown,
        "not_applicable": counts.not_applicable,
        "unanswered": counts.unanswered,
    }


def _area(area: AreaResult) -> Json:
    return {
        "id": area.area.id,
        "title": area.area.title,
        "evidenced": _range(area.evidenced),
        "claimed": _range(area.claimed),
        "counts": _counts(area.counts),
        "too_few_apply": area.too_few_apply,
        "reason": area.reason,
    }


def _step(step: NextStep) -> Json:
    return {
        "question": step.question.id,
        "kind": step.kind,
        "what": step_sentence(step),
        "who": step.role,
        "effort": step.effort,
        "effect": step_effect(step),
    }
