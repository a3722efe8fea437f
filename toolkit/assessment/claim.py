"""What an answer may be, given what is known and what is shown: the worst and the best of it."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.answer import Answer
from toolkit.assessment.question import Question

__all__ = ["Claim", "claim_of"]


@dataclass(frozen=True)
class Claim:
    """What the answer to one question that is asked may be.

    Parameters
    ----------
    choices : tuple of str
        The ids of the choices it may be; one where it is known.
    low, high : float
        The fewest and the most points it may be worth, as far as it is shown.
    claimed_low, claimed_high : float
        The same if no evidence were asked for.
    known : bool
        Whether it is answered with a choice.
    """

    choices: tuple[str, ...]
    low: float
    high: float
    claimed_low: float
    claimed_high: float
    known: bool

    def may_be(self, choices: frozenset[str]) -> bool:
        """Return whether it is, or may turn out to be, one of these."""
        return any(choice in choices for choice in self.choices)

    def is_surely(self, choices: frozenset[str]) -> bool:
        """Return whether it is one of these, whatever turns out."""
        return all(choice in choices for choice in self.choices)


def _unknown(question: Question) -> Claim:
    low, high = (question.points[0], question.points[-1]) if question.points else (0.0, 0.0)
    return Claim(tuple(question.by_choice), low, high, low, high, known=False)


def claim_of(question: Question, answer: Answer | None) -> Claim:
    """Return what an answer may be.

    Parameters
    ----------
    question : Question
        The question.
    answer : Answer or None
        Its answer; None where there is none.

    Returns
    -------
    Claim
        Where it is not known, every choice.
    """
    if answer is None or answer.counts_as != "answered":
        return _unknown(question)
    choice = question.by_choice[answer.choice]
    points = choice.points or 0.0
    rule = question.evidence
    if rule is not None and points > rule.above and answer.evidence < rule.grade:
        shown = next(c.id for c in question.choices if c.points == rule.above)
        return Claim((shown,), rule.above, rule.above, points, points, known=True)
    return Claim((choice.id,), points, points, points, points, known=True)
