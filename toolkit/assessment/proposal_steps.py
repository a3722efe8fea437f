"""What to do next about a proposal: each open action scored alone, and the best two together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.claim import claim_of
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_rules import OUTCOMES, OutcomeId
from toolkit.assessment.question import Action, Question
from toolkit.assessment.step import Kind, Step
from toolkit.assessment.weighing import Weighing, rules_of, weigh

__all__ = ["ProposalStep", "best_pair", "proposal_steps"]

Rank = tuple[float, ...]


@dataclass(frozen=True)
class ProposalStep(Step):
    """Something to do next, and what it would change if done and shown, and nothing else.

    Parameters
    ----------
    kind, question, action
        As `Step` has them.
    after : Answer
        The answer there would be.
    outcome : str
        The outcome there would be.
    better : bool
        Whether that is a better one than now.
    lines : tuple of str
        The red lines it would close.
    conditions : int
        By how many the required safeguards that are missing would fall.
    tier : int
        By how much the tier would fall.
    residual, fit : float
        By how much the risk that is left would fall, and the fit rise.
    """

    after: Answer
    outcome: OutcomeId
    better: bool
    lines: tuple[str, ...]
    conditions: int
    tier: int
    residual: float
    fit: float


def proposal_steps(
    instrument: Instrument, answers: Answers, stage: str | None = None
) -> tuple[ProposalStep, ...]:
    """Return everything that can be done next, the most useful first.

    Parameters
    ----------
    instrument : Instrument
        An instrument about a proposal.
    answers : mapping of str to Answer
        The answers by question.
    stage : str, optional
        The id of the council's stage of readiness.

    Returns
    -------
    tuple of ProposalStep
        First what gives a better outcome, then what closes red lines, meets conditions, lowers
        the tier, lowers the risk that is left, lifts the fit and takes least effort. Questions
        that are not answered have no next step but an answer.
    """
    now = weigh(instrument, answers, stage)
    if now.not_needed:
        return ()
    steps = []
    for question in now.asked:
        for kind, action, changed in _open(instrument, question, answers.get(question.id)):
            after = weigh(instrument, {**answers, question.id: changed}, stage)
            steps.append(_step(kind, question, action, changed, now, after))
    return tuple(sorted(steps, key=lambda step: (*_rank(step), step.effort)))


def best_pair(
    instrument: Instrument,
    answers: Answers,
    steps: tuple[ProposalStep, ...],
    stage: str | None = None,
) -> tuple[ProposalStep, ProposalStep, OutcomeId] | None:
    """Return the two actions on different questions that do most together.

    Parameters
    ----------
    instrument : Instrument
        An instrument about a proposal.
    answers : mapping of str to Answer
        The answers by question.
    steps : tuple of ProposalStep
        As `proposal_steps` returns them.
    stage : str, optional
        The id of the council's stage of readiness.

    Returns
    -------
    tuple of ProposalStep, ProposalStep, str, or None
        The pair and the outcome there would be; None where there are not two.
    """
    now = weigh(instrument, answers, stage)
    # Of several actions on one question the one that goes furthest: no other can gain more.
    furthest: dict[str, ProposalStep] = {}
    for step in sorted(steps, key=lambda s: _merit(instrument, s.question, s.after.choice)):
        furthest[step.question.id] = step
    useful = list(furthest.values())
    best: tuple[Rank, ProposalStep, ProposalStep, OutcomeId] | None = None
    for one, two in combinations(useful, 2):
        changed = {**answers, one.question.id: one.after, two.question.id: two.after}
        after = weigh(instrument, changed, stage)
        rank = (*_gain(now, after), one.effort + two.effort)
        if best is None or rank < best[0]:
            best = (rank, one, two, after.outcome)
    return best[1:] if best else None


def _open(
    instrument: Instrument, question: Question, answer: Answer | None
) -> Iterator[tuple[Kind, Action | None, Answer]]:
    """Give every next step that a question leaves open, with the answer it leads to."""
    if answer is None or answer.counts_as not in ("answered", "unknown"):
        return
    grade = question.evidence.grade if question.evidence else 0
    shown = replace(answer, state="answered", evidence=max(answer.evidence, grade))
    if answer.state == "unknown":
        yield "find out", None, answer
    elif claim_of(question, answer) != claim_of(question, shown):
        yield "show", None, shown
    here = _merit(instrument, question, answer.choice)
    for action in question.actions:
        if _merit(instrument, question, action.reaches) > here:
            yield "do", action, replace(shown, choice=action.reaches)


def _merit(instrument: Instrument, question: Question, choice: str) -> float:
    """Return how good a choice is: little risk, early in a list of uses, or many points."""
    if choice not in question.by_choice:
        return float("-inf")
    points = question.by_choice[choice].points
    if points is None:
        return -float(list(question.by_choice).index(choice))
    return -points if question.id in rules_of(instrument).risks else points


def _step(
    kind: Kind,
    question: Question,
    action: Action | None,
    changed: Answer,
    now: Weighing,
    after: Weighing,
) -> ProposalStep:
    return ProposalStep(
        kind,
        question,
        action,
        changed,
        after.outcome,
        better=after.place > now.place,
        lines=tuple(line for line in now.open_lines if line not in after.open_lines),
        conditions=len(now.missing) - len(after.missing),
        tier=now.tier - after.tier,
        residual=now.residual.high - after.residual.high,
        fit=_fit(after) - _fit(now),
    )


def _rank(step: ProposalStep) -> Rank:
    gains = (len(step.lines), step.conditions, step.tier, step.residual, step.fit)
    place = OUTCOMES.index(step.outcome) if step.better else -1
    return (-place, *(-round(gain, 9) for gain in gains))


def _gain(now: Weighing, after: Weighing) -> Rank:
    """Return what a change gains, smaller for more, as `_rank` does for a single step."""
    gains = (
        len(now.open_lines) - len(after.open_lines),
        len(now.missing) - len(after.missing),
        now.tier - after.tier,
        now.residual.high - after.residual.high,
        _fit(after) - _fit(now),
    )
    return (-after.place, *(-round(gain, 9) for gain in gains))


def _fit(weighing: Weighing) -> float:
    return weighing.fit.low if weighing.fit else 0.0
