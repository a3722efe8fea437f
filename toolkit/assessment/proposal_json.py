"""The result of a proposal as data that JSON can hold."""

from __future__ import annotations

from toolkit.assessment.answer import Answers
from toolkit.assessment.proposal_phrase import (
    proposal_step_effect,
    switch_sentence,
)
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.proposal_steps import proposal_steps
from toolkit.assessment.result import Range
from toolkit.assessment.stability import stability
from toolkit.assessment.step import step_sentence
from toolkit.yamlfile import Json

__all__ = ["proposal_as_data"]


def proposal_as_data(result: ProposalResult, answers: Answers) -> dict[str, Json]:
    """Return a result as names and values that JSON can hold.

    Parameters
    ----------
    result : ProposalResult
        As `toolkit.assessment.proposal.score_proposal` returns it.
    answers : mapping of str to Answer
        The answers it comes from.

    Returns
    -------
    dict
        Scores are not rounded.
    """
    return {
        "outcome": {
            "id": result.outcome.id,
            "title": result.outcome.title,
            "could_be": result.could_be.id,
            "reasons": list(result.reasons),
        },
        "tier": {
            "number": result.tier.number,
            "could_be": result.tier.could_be,
            "approval": result.tier.tier.approval,
            "reasons": list(result.tier.reasons),
        },
        "inherent": _range(result.inherent),
        "residual": _range(result.residual),
        "cover": _range(result.cover),
        "claimed_cover": _range(result.claimed_cover),
        "safeguards": _safeguards_data(result),
        "fit": [
            {"question": f.question.id, "score": _range(f.score), "worst": f.worst}
            for f in result.fit
        ],
        "fit_mean": _range(result.fit_mean) if result.fit_mean else None,
        "red_lines": [
            {"id": r.line.id, "name": r.line.name, "open": r.open, "certain": r.certain}
            for r in result.red_lines
        ],
        "stage": result.stage,
        "stability": _stability_data(result, answers),
        "next_steps": _steps_data(result, answers),
        "set_aside": list(result.set_aside),
    }


def _safeguards_data(result: ProposalResult) -> Json:
    return [
        {
            "question": safeguard.question.id,
            "required": safeguard.required,
            "asked": safeguard.asked,
            "claimed": safeguard.claimed,
            "shown": safeguard.shown,
        }
        for safeguard in result.safeguards
    ]


def _stability_data(result: ProposalResult, answers: Answers) -> Json:
    firm = stability(result.instrument, answers, result.stage)
    return {
        "share": firm.share,
        "close_call": firm.close_call,
        "switches": [switch_sentence(switch, result.instrument) for switch in firm.switches],
        "cut_offs": [{"name": c.name, "outcome": c.outcome} for c in firm.cut_offs],
        "residual": _range(firm.residual),
    }


def _steps_data(result: ProposalResult, answers: Answers) -> Json:
    return [
        {
            "question": step.question.id,
            "kind": step.kind,
            "what": step_sentence(step),
            "who": step.role,
            "effort": step.effort,
            "effect": proposal_step_effect(step, result.instrument),
        }
        for step in proposal_steps(result.instrument, answers, result.stage)
    ]


def _range(found: Range) -> Json:
    return {"low": found.low, "high": found.high}
