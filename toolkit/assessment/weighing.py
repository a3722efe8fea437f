"""Numbers for one set of answers about a proposal: the part of scoring that what-if repeats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assessment.answer import Answers
from toolkit.assessment.claim import Claim, claim_of
from toolkit.assessment.condition import Condition, comparisons, holds
from toolkit.assessment.cover import residual_range
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.measure import asked, doubtful
from toolkit.assessment.outcome import Facts, outcome_of
from toolkit.assessment.proposal_rules import OUTCOMES, OutcomeId, ProposalRules
from toolkit.assessment.question import Question
from toolkit.assessment.result import Range
from toolkit.assessment.sums import sum_up

__all__ = ["Weighing", "rules_of", "stage_allows", "weigh"]


@dataclass(frozen=True)
class Weighing:
    """Numbers only; `toolkit.assessment.proposal` puts them into words.

    Parameters
    ----------
    asked : tuple of Question
        The questions that are asked, given the answers.
    claims : dict of str to Claim
        What their answers may be.
    doubtful : frozenset of str
        Those that are asked only because something else is not known.
    not_needed : bool
        Whether the assessment ends early.
    tier, best_tier : int
        The tier that counts, and what it is with what is not known at its best.
    inherent, residual, cover, claimed_cover : Range
        Scores out of 100, and shares.
    fit : Range or None
        None where no question on fit is asked.
    open_lines, sure_lines : tuple of str
        The red lines that count as open, and those that are open whatever turns out.
    missing, best_missing : tuple of str
        Required safeguards not in use, with what is not known at its worst and at its best.
    outcome, best_outcome : str
        The outcome that counts, and with what is not known at its best. Whether the assessment
        is needed at all goes only by what is known.
    """

    asked: tuple[Question, ...]
    claims: dict[str, Claim]
    doubtful: frozenset[str]
    not_needed: bool
    tier: int
    best_tier: int
    inherent: Range
    residual: Range
    cover: Range
    claimed_cover: Range
    fit: Range | None
    open_lines: tuple[str, ...]
    sure_lines: tuple[str, ...]
    missing: tuple[str, ...]
    best_missing: tuple[str, ...]
    outcome: OutcomeId
    best_outcome: OutcomeId

    @property
    def place(self) -> int:
        """The place of the outcome, 0 for the worst."""
        return OUTCOMES.index(self.outcome)


def rules_of(instrument: Instrument) -> ProposalRules:
    """Return an instrument's rules for a proposal.

    Parameters
    ----------
    instrument : Instrument
        The instrument.

    Returns
    -------
    ProposalRules
        Its rules.

    Raises
    ------
    ValueError
        Where the instrument is not about a proposal.
    """
    if instrument.proposal is None:
        raise ValueError(f"{instrument.id} is not about a proposal")
    return instrument.proposal


def stage_allows(rules: ProposalRules, stage: str | None) -> int | None:
    """Return the highest tier that the council's stage allows.

    Parameters
    ----------
    rules : ProposalRules
        What each stage allows.
    stage : str or None
        The id of the stage; None where it is not known.

    Returns
    -------
    int or None
        0 where it allows none; None where no stage is given.

    Raises
    ------
    ValueError
        Where there is no such stage.
    """
    if stage is None:
        return None
    if stage not in rules.allows:
        raise ValueError(f"there is no stage '{stage}'; use one of: {', '.join(rules.allows)}")
    return rules.allows[stage]


def weigh(instrument: Instrument, answers: Answers, stage: str | None = None) -> Weighing:
    """Return the numbers for one set of answers about a proposal.

    Parameters
    ----------
    instrument : Instrument
        An instrument about a proposal.
    answers : mapping of str to Answer
        The answers by question.
    stage : str or None
        The id of the council's stage of readiness, where it is known.

    Returns
    -------
    Weighing
        The numbers.
    """
    rules = rules_of(instrument)
    questions = asked(instrument, answers)
    claims = {question.id: claim_of(question, answers.get(question.id)) for question in questions}
    doubts = doubtful(instrument, questions, answers)
    worst = best = sum_up(instrument, rules, claims)
    if doubts:
        # At best, what is asked only because something is not known turns out not to be asked.
        sure = {name: claim for name, claim in claims.items() if name not in doubts}
        best = sum_up(instrument, rules, sure)
    inherent = Range(best.inherent.low, worst.inherent.high)
    cover = Range(worst.cover.low, best.cover.high)
    fit = _widest(worst.fit, best.fit)
    low, high = (fit.low, fit.high) if fit else (float("inf"), float("inf"))
    needless, allowed = _stopped(rules.stop_if, claims), stage_allows(rules, stage)
    red, lacking = bool(worst.open_lines), bool(worst.missing)
    at_worst = Facts(needless, red, worst.tier, lacking, _below(rules, low), allowed)
    red, lacking = bool(best.sure_lines), bool(best.best_missing)
    at_best = Facts(needless, red, best.best_tier, lacking, _below(rules, high), allowed)
    return Weighing(
        questions,
        claims,
        doubts,
        needless,
        worst.tier,
        best.best_tier,
        inherent,
        residual_range(rules, inherent, cover),
        cover,
        Range(worst.claimed_cover.low, best.claimed_cover.high),
        fit,
        worst.open_lines,
        best.sure_lines,
        worst.missing,
        best.best_missing,
        outcome_of(at_worst, rules.pilot_up_to),
        outcome_of(at_best, rules.pilot_up_to),
    )


def _widest(all_asked: Range | None, surely_asked: Range | None) -> Range | None:
    """Return the fit from the worst of all that is asked to the best of what surely is."""
    if all_asked is None or surely_asked is None:
        return all_asked
    return Range(all_asked.low, max(all_asked.high, surely_asked.high))


def _below(rules: ProposalRules, fit: float) -> bool:
    return fit < rules.rethink_below - 1e-9  # what only rounding keeps below is not below


def _stopped(stop_if: Condition, claims: Mapping[str, Claim]) -> bool:
    """Return whether the stop holds, going only by answers that are known."""
    names = {test.question for test in comparisons(stop_if)}
    known = {name: claims[name] for name in names if name in claims and claims[name].known}
    return holds(stop_if, {name: claim.choices[0] for name, claim in known.items()})
