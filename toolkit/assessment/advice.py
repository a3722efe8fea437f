"""What could be different: changes that alter the stage, and steps to take next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from toolkit.assessment.question import Choice, Question
from toolkit.assessment.stage import Gate, Stage
from toolkit.assessment.step import Step

__all__ = ["Change", "NextStep"]


@dataclass(frozen=True)
class Change:
    """A change of one answer that changes the stage.

    Parameters
    ----------
    question : Question
        The question.
    to : Choice
        The answer it would have.
    evidence : str
        ``needed`` where the new answer has to be shown, ``lost`` where the same answer no longer
        had its evidence, ``same`` otherwise.
    stage : Stage
        What the stage would be.
    better : bool
        Whether that is a higher stage.
    """

    question: Question
    to: Choice
    evidence: Literal["needed", "lost", "same"]
    stage: Stage
    better: bool


@dataclass(frozen=True)
class NextStep(Step):
    """Something to do next, and what it would change if done and shown, and nothing else.

    Parameters
    ----------
    kind, question, action
        As `Step` has them.
    stage : Stage or None
        The stage there would be, where that is a higher one.
    gates : tuple of Gate
        The gates it would meet.
    weakest_gain, overall_gain : float
        By how much the weakest deciding area and the mean of all areas would rise.
    narrowing : float
        By how much the range of the mean would narrow.
    """

    stage: Stage | None
    gates: tuple[Gate, ...]
    weakest_gain: float
    overall_gain: float
    narrowing: float
