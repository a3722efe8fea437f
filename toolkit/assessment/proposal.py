"""Score a proposal: one call, used by the pages, the command line and the tests."""

from __future__ import annotations

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_reason import outcome_reasons, tier_reasons
from toolkit.assessment.proposal_result import (
    FitResult,
    ProposalResult,
    RedLineResult,
    SafeguardResult,
    TierResult,
)
from toolkit.assessment.proposal_rules import RedLine
from toolkit.assessment.question import Question
from toolkit.assessment.result import Range
from toolkit.assessment.stage import reaches
from toolkit.assessment.tally import tally
from toolkit.assessment.weighing import Weighing, rules_of, weigh
from toolkit.language import N_, _

__all__ = ["score_proposal"]

NOT_KNOWN = {"unknown": N_("Don't know"), "unanswered": N_("Not answered"), "not_applicable": ""}


def score_proposal(
    instrument: Instrument, answers: Answers, readiness_stage: str | None = None
) -> ProposalResult:
    """Return what a set of answers about a proposal comes to.

    Parameters
    ----------
    instrument : Instrument
        An instrument about a proposal.
    answers : mapping of str to Answer
        The answers by question, as `toolkit.assessment.answer.read_answers` returns them.
    readiness_stage : str, optional
        The id of the council's stage of readiness; without one, the stage plays no part.

    Returns
    -------
    ProposalResult
        The cautious outcome, how far it is known, and why.

    Raises
    ------
    ValueError
        Where the instrument is not about a proposal, has no such question or no such stage.
    """
    strangers = sorted(set(answers) - set(instrument.by_id))
    if strangers:
        raise ValueError(f"{instrument.id} has no question {', '.join(strangers)}")
    rules, now = rules_of(instrument), weigh(instrument, answers, readiness_stage)
    ids = {question.id for question in now.asked}
    return ProposalResult(
        instrument,
        asked=tuple(question.id for question in now.asked),
        set_aside=tuple(q.id for q in instrument.questions if q.id not in ids and q.id in answers),
        counts=tally(now.asked, answers),
        counts_by_area={
            area.id: tally([q for q in now.asked if q.area == area.id], answers)
            for area in instrument.areas
        },
        outcome=rules.outcomes[now.outcome],
        could_be=rules.outcomes[now.best_outcome],
        reasons=outcome_reasons(instrument, now, readiness_stage),
        tier=TierResult(
            now.tier, now.best_tier, rules.tiers[now.tier - 1], tier_reasons(instrument, now)
        ),
        inherent=now.inherent,
        residual=now.residual,
        cover=now.cover,
        claimed_cover=now.claimed_cover,
        safeguards=tuple(_safeguard(instrument, now, name) for name in rules.safeguards),
        fit=_fit(instrument, answers, now),
        fit_mean=now.fit,
        red_lines=tuple(_line(instrument, now, line) for line in rules.red_lines),
        stage=readiness_stage,
        heaviest=_heaviest(instrument, now),
    )


def _heaviest(instrument: Instrument, now: Weighing) -> tuple[Question, ...]:
    found = {n: now.claims[n].high for n in rules_of(instrument).risks if n in now.claims}
    worst = max(found.values(), default=0.0)
    return tuple(instrument.by_id[n] for n, high in found.items() if worst and high == worst)


def _safeguard(instrument: Instrument, now: Weighing, name: str) -> SafeguardResult:
    rules, claim = rules_of(instrument), now.claims.get(name)
    return SafeguardResult(
        instrument.by_id[name],
        asked=claim is not None,
        required=claim is not None and name in rules.required[now.tier - 1],
        claimed=claim is not None and reaches(claim.claimed_low, rules.in_use),
        shown=claim is not None and reaches(claim.low, rules.in_use),
        known=claim is not None and claim.known,
    )


def _fit(instrument: Instrument, answers: Answers, now: Weighing) -> tuple[FitResult, ...]:
    found = []
    for name in rules_of(instrument).fit:
        if name not in now.claims:
            continue
        question, claim = instrument.by_id[name], now.claims[name]
        answer = answers.get(name, Answer())
        choice = question.by_choice.get(answer.choice)
        label = choice.label if choice else _(NOT_KNOWN[answer.counts_as])
        worst = claim.known and claim.high == question.points[0]
        found.append(FitResult(question, Range(claim.low, claim.high), label, worst))
    # What surely works against a principle comes first, so that no plus hides it.
    return tuple(sorted(found, key=lambda fit: not fit.worst))


def _line(instrument: Instrument, now: Weighing, line: RedLine) -> RedLineResult:
    questions = tuple(instrument.by_id[part.question] for part in line.open_when)
    return RedLineResult(line, questions, line.id in now.open_lines, line.id in now.sure_lines)
