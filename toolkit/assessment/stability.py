"""How firm an outcome is: which single answers, and which judgements of ours, would change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.draws import judgements
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_rules import OutcomeId, ProposalRules
from toolkit.assessment.question import Choice, Question
from toolkit.assessment.result import Range
from toolkit.assessment.tier import cell_of, firing
from toolkit.assessment.weighing import Weighing, rules_of, weigh
from toolkit.language import _

__all__ = ["CutOff", "Stability", "Switch", "stability", "switches"]

FIT_STEP = 0.5


@dataclass(frozen=True)
class Switch:
    """One answer that would change the outcome.

    Parameters
    ----------
    question : Question
        The question.
    to : Choice
        The answer it would have, shown with evidence where that is needed.
    outcome : str
        The outcome there would be.
    better : bool
        Whether that is a better one.
    """

    question: Question
    to: Choice
    outcome: OutcomeId
    better: bool


@dataclass(frozen=True)
class CutOff:
    """A judgement of ours that, moved by one step, would change the outcome.

    Parameters
    ----------
    name : str
        Which one, and how it is moved.
    outcome : str
        The outcome there would be.
    """

    name: str
    outcome: OutcomeId


@dataclass(frozen=True)
class Stability:
    """How firm an outcome is.

    Parameters
    ----------
    switches : tuple of Switch
        Every single answer that would change it: for each question the nearest, up and down.
    share : float
        The share of draws over our judgements that keep it, 0 to 1.
    close_call : bool
        Whether that share is below what the file asks for.
    cut_offs : tuple of CutOff
        Judgements that would change it if they were moved by one step.
    residual : Range
        What is left of the risk in the middle 90 % of the draws, 0 to 100.
    """

    switches: tuple[Switch, ...]
    share: float
    close_call: bool
    cut_offs: tuple[CutOff, ...]
    residual: Range


def stability(instrument: Instrument, answers: Answers, stage: str | None = None) -> Stability:
    """Return how firm the outcome of a set of answers is.

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
    Stability
        The same for the same answers, as the draws start from a fixed number.
    """
    rules, now = rules_of(instrument), weigh(instrument, answers, stage)
    same, residual = judgements(instrument, now, stage)
    share = float(same.mean())
    low, high = np.quantile(residual, [0.05, 0.95])
    return Stability(
        switches(instrument, answers, stage),
        share,
        close_call=share < rules.spread.close_call_below,
        cut_offs=tuple(_cut_offs(instrument, answers, now, stage)),
        residual=Range(float(low), float(high)),
    )


def switches(
    instrument: Instrument, answers: Answers, stage: str | None = None
) -> tuple[Switch, ...]:
    """Return the single answers that would change the outcome.

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
    tuple of Switch
        For each question that is asked the nearest answer with a better outcome, and the
        nearest with a worse one.
    """
    now = weigh(instrument, answers, stage)
    found: list[Switch] = []
    for question in now.asked:
        answer = answers.get(question.id, Answer())
        ids = [choice.id for choice in question.choices]
        here = ids.index(answer.choice) if answer.choice in ids else 0
        seen: dict[bool, Switch] = {}
        for choice in sorted(question.choices, key=lambda c: abs(ids.index(c.id) - here)):
            grade = question.evidence.grade if question.evidence else 0
            changed = replace(
                answer, state="answered", choice=choice.id, evidence=max(answer.evidence, grade)
            )
            after = weigh(instrument, {**answers, question.id: changed}, stage)
            better = after.place > now.place
            if after.place != now.place and better not in seen:
                seen[better] = Switch(question, choice, after.outcome, better)
        found += seen.values()
    return tuple(found)


def _cut_offs(
    instrument: Instrument, answers: Answers, now: Weighing, stage: str | None
) -> Iterator[CutOff]:
    """Score again with each cut-off that plays a part moved by one step."""
    for name, rules in _moved(rules_of(instrument), now, stage):
        after = weigh(replace(instrument, proposal=rules), answers, stage)
        if after.outcome != now.outcome:
            yield CutOff(name, after.outcome)


def _moved(
    rules: ProposalRules, now: Weighing, stage: str | None
) -> Iterator[tuple[str, ProposalRules]]:
    (role, harm), cell = cell_of(rules, now.claims, worst=True)
    for step, word in ((1, "higher"), (-1, "lower")):
        row = tuple(
            min(max(c + step, 1), 4) if h == harm else c for h, c in enumerate(rules.matrix[role])
        )
        yield (
            _("the tier for this role and harm one step {word}").format(word=word),
            replace(rules, matrix={**rules.matrix, role: row}),
        )
        for trigger in firing(rules, now.claims):
            tier = min(max(trigger.tier + step, 1), 4)
            changed = tuple(replace(t, tier=tier) if t == trigger else t for t in rules.triggers)
            yield (
                _("the tier because {name} one step {word}").format(name=trigger.name, word=word),
                replace(rules, triggers=changed),
            )
        yield (
            _("the step from which a safeguard is in use one step {word}").format(word=word),
            replace(rules, in_use=rules.in_use + step),
        )
        yield (
            _("the lowest fit half a point {word}").format(word=word),
            replace(rules, rethink_below=rules.rethink_below + step * FIT_STEP),
        )
        yield (
            _("the highest tier for a pilot one step {word}").format(word=word),
            replace(rules, pilot_up_to=rules.pilot_up_to + step),
        )
        if stage is not None:
            allows = {**rules.allows, stage: rules.allows[stage] + step}
            yield (
                _("what readiness allows one tier {word}").format(word=word),
                replace(rules, allows=allows),
            )
