"""What an assessment comes to: frozen, so that every page and report shows the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from toolkit.assessment.advice import Change, NextStep
from toolkit.assessment.instrument import Area, Instrument
from toolkit.assessment.question import Question
from toolkit.assessment.stage import Gate, Stage

__all__ = [
    "AreaResult",
    "Counts",
    "GateResult",
    "Range",
    "Result",
    "StageResult",
]


@dataclass(frozen=True)
class Range:
    """The worst and the best a score can be, given what is not known.

    Parameters
    ----------
    low, high : float
        In points of the scale.
    """

    low: float
    high: float


@dataclass(frozen=True)
class Counts:
    """How many questions were asked, and how they stand.

    Parameters
    ----------
    asked, answered, unknown, unanswered, not_applicable : int
        The last four add up to the first. "Not applicable" without a reason is unanswered.
    """

    asked: int
    answered: int
    unknown: int
    unanswered: int
    not_applicable: int

    @property
    def status(self) -> Literal["not started", "in progress", "completed"]:
        """How far the questions have been answered; "don't know" is an answer."""
        if self.unanswered == 0:
            return "completed"
        return "not started" if self.unanswered == self.asked else "in progress"


@dataclass(frozen=True)
class AreaResult:
    """What one area comes to.

    Parameters
    ----------
    area : Area
        The area.
    limits : Range
        The lowest and the highest score there is.
    claimed, evidenced : Range
        The score as answered, and counting only what evidence supports. The cautious result,
        the one that is shown, is ``evidenced.low``.
    counts : Counts
        How its questions stand.
    too_few_apply : bool
        True where more questions than the instrument allows are "not applicable".
    reasons : tuple of str
        Why the score is what it is, naming the answers behind it; a sentence each.
    """

    area: Area
    limits: Range
    claimed: Range
    evidenced: Range
    counts: Counts
    too_few_apply: bool
    reasons: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The reasons as one text."""
        return " ".join(self.reasons)

    def percent(self, score: float) -> float:
        """Return where a score lies between the lowest and the highest, 0 to 100."""
        width = self.limits.high - self.limits.low
        return 100 * (score - self.limits.low) / width if width else 100.0


@dataclass(frozen=True)
class GateResult:
    """Whether a gate is met.

    Parameters
    ----------
    gate : Gate
        The gate.
    question : Question
        The question it looks at.
    met : bool
        The answer is there with the evidence it needs.
    claimed : bool
        It would be met without asking for evidence.
    possible : bool
        It is met, or could be once what is not known is known.
    """

    gate: Gate
    question: Question
    met: bool
    claimed: bool
    possible: bool


@dataclass(frozen=True)
class StageResult:
    """The stage, and how far it can be relied on.

    Parameters
    ----------
    stage : Stage
        The cautious result: evidenced, and don't-knows at their worst.
    could_be : Stage
        The same with don't-knows at their best.
    claimed : Stage
        The cautious result if no evidence were asked for.
    reasons : tuple of str
        Why, naming the answers behind it; a sentence or two each.
    """

    stage: Stage
    could_be: Stage
    claimed: Stage
    reasons: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The reasons as one text."""
        return " ".join(self.reasons)


@dataclass(frozen=True)
class Result:
    """What an assessment comes to.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    asked : tuple of str
        The ids of the questions that are asked, given the answers.
    set_aside : tuple of str
        The ids of questions that are no longer asked but still have an answer; it is kept and
        does not count.
    areas : tuple of AreaResult
        Every area with a score, in order.
    overall : Range
        The mean of the areas, evidenced: one number, only for comparing over time.
    counts : Counts
        How all the questions stand.
    counts_by_area : dict of str to Counts
        How the questions of each area stand, also of areas without a score.
    stage : StageResult or None
        None for an instrument without stages.
    gates : tuple of GateResult
        Every gate.
    changes : tuple of Change
        Every change of one answer that would change the stage, the smallest for each question
        and direction.
    next_steps : tuple of NextStep
        The most useful first.
    """

    instrument: Instrument
    asked: tuple[str, ...]
    set_aside: tuple[str, ...]
    areas: tuple[AreaResult, ...]
    overall: Range
    counts: Counts
    counts_by_area: dict[str, Counts]
    stage: StageResult | None
    gates: tuple[GateResult, ...]
    changes: tuple[Change, ...]
    next_steps: tuple[NextStep, ...]
