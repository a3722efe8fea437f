"""What the assessment of a proposal comes to: frozen, the same for every page and report."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_rules import Outcome, RedLine, Tier
from toolkit.assessment.question import Question
from toolkit.assessment.result import Counts, Range

__all__ = ["FitResult", "ProposalResult", "RedLineResult", "SafeguardResult", "TierResult"]


@dataclass(frozen=True)
class TierResult:
    """The tier, and how far it is known.

    Parameters
    ----------
    number, could_be : int
        The tier that counts, with what is not known at its worst; and at its best.
    tier : Tier
        What the tier asks for.
    reasons : tuple of str
        Why, naming the answers behind it.
    """

    number: int
    could_be: int
    tier: Tier
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class RedLineResult:
    """Whether a red line is open.

    Parameters
    ----------
    line : RedLine
        The red line.
    questions : tuple of Question
        The questions it looks at.
    open, certain : bool
        Whether it counts as open; whether it is open for certain, and not only not known.
    """

    line: RedLine
    questions: tuple[Question, ...]
    open: bool
    certain: bool


@dataclass(frozen=True)
class SafeguardResult:
    """How one safeguard stands.

    Parameters
    ----------
    question : Question
        The question on it.
    asked, required : bool
        Whether it is called for at all; whether this tier requires it.
    claimed, shown : bool
        Whether it is said to be in use; whether that counts with its evidence.
    known : bool
        Whether the question is answered.
    """

    question: Question
    asked: bool
    required: bool
    claimed: bool
    shown: bool
    known: bool


@dataclass(frozen=True)
class FitResult:
    """How the proposal goes with one co-operative principle.

    Parameters
    ----------
    question : Question
        The question.
    score : Range
        -2 to 2; a single value where it is known.
    label : str
        The answer in words.
    worst : bool
        Whether it surely works against the principle as strongly as can be.
    """

    question: Question
    score: Range
    label: str
    worst: bool


@dataclass(frozen=True)
class ProposalResult:
    """What the assessment of a proposal comes to.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    asked, set_aside : tuple of str
        The ids of the questions that are asked; of those that are not, but have an answer.
    counts : Counts
        How all the questions stand.
    counts_by_area : dict of str to Counts
        How the questions of each area stand.
    outcome, could_be : Outcome
        The outcome that counts, and the one with what is not known at its best.
    reasons : tuple of str
        Why, naming the answers behind it; a sentence or two each.
    tier : TierResult
        The tier.
    inherent, residual : Range
        Risk before and after safeguards, 0 to 100; the high end is the cautious one.
    cover, claimed_cover : Range
        Share of all safeguards in use or not called for, with evidence and as claimed.
    safeguards : tuple of SafeguardResult
        Every safeguard.
    fit : tuple of FitResult
        The principles that were asked about, the strongest minus first.
    fit_mean : Range or None
        The mean of them.
    red_lines : tuple of RedLineResult
        Every red line.
    stage : str or None
        The council's stage of readiness, where it was given.
    heaviest : tuple of Question
        The risks that set the inherent score: the highest answers, or not known; none where
        there is no risk.
    """

    instrument: Instrument
    asked: tuple[str, ...]
    set_aside: tuple[str, ...]
    counts: Counts
    counts_by_area: dict[str, Counts]
    outcome: Outcome
    could_be: Outcome
    reasons: tuple[str, ...]
    tier: TierResult
    inherent: Range
    residual: Range
    cover: Range
    claimed_cover: Range
    safeguards: tuple[SafeguardResult, ...]
    fit: tuple[FitResult, ...]
    fit_mean: Range | None
    red_lines: tuple[RedLineResult, ...]
    stage: str | None = None
    heaviest: tuple[Question, ...] = ()

    @property
    def open_lines(self) -> tuple[RedLineResult, ...]:
        """The red lines that count as open."""
        return tuple(line for line in self.red_lines if line.open)

    @property
    def conditions(self) -> tuple[SafeguardResult, ...]:
        """The safeguards that are required and not shown to be in use."""
        return tuple(s for s in self.safeguards if s.required and not s.shown)
