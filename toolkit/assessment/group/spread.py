"""How far people's answers to one question lie apart: median, agreement, gap between roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.assessment.question import Choice, Question

__all__ = ["Gap", "agreement", "gap", "median"]


@dataclass(frozen=True)
class Gap:
    """The two roles whose middle answers lie furthest apart.

    Parameters
    ----------
    size : float
        In points of the scale; 0 where all medians are the same.
    low, high : str
        The role with the lowest and the one with the highest median.
    """

    size: float
    low: str
    high: str


def median(question: Question, counts: Sequence[int]) -> tuple[Choice, Choice] | None:
    """Return the answers in the middle: half of the people are at or below, half at or above.

    Parameters
    ----------
    question : Question
        The question.
    counts : sequence of int
        How many people picked each choice, in the order of the question's choices.

    Returns
    -------
    tuple of Choice, Choice, or None
        The lower and the upper middle, mostly the same. None where nobody picked any, or where
        the choices have no order.
    """
    total = sum(counts)
    if not total or not _ordered(question):
        return None
    ranked = sorted(
        zip(question.choices, counts, strict=True), key=lambda pair: pair[0].points or 0.0
    )
    return _at(ranked, (total - 1) // 2), _at(ranked, total // 2)


def agreement(question: Question, counts: Sequence[int]) -> float | None:
    """Return how far people agree.

    One less the mean distance from the median, as a share of half the scale: the most it can
    be. Where choices have no order, an answer is at distance 0 or 1 from the one that most
    people picked. The mean distance is then a share of what it is when answers are spread evenly
    over all choices, which again is the most it can be.

    Parameters
    ----------
    question : Question
        The question.
    counts : sequence of int
        How many people picked each choice, in the order of the question's choices.

    Returns
    -------
    float or None
        1 where all say the same; 0 where they are split between both ends, or spread evenly over
        choices without an order. None with fewer than two answers: nobody can agree alone.

    Examples
    --------
    >>> from toolkit.assessment.question import Source
    >>> steps = tuple(Choice(str(n), "…", "…", float(n)) for n in range(5))
    >>> question = Question("B1", "B", "…", "…", "…", "", Source("…"), steps, ())
    >>> agreement(question, [1, 0, 0, 0, 1]), agreement(question, [0, 1, 1, 0, 0])
    (0.0, 0.75)
    """
    total = sum(counts)
    if total < 2:
        return None
    if not _ordered(question):
        most = 1 - 1 / len(counts)
        return min(max(1 - (1 - max(counts) / total) / most, 0.0), 1.0) if most else 1.0
    half = (question.points[-1] - question.points[0]) / 2
    middle = _middle(question, counts)
    if not half or middle is None:
        return 1.0
    pairs = zip(question.choices, counts, strict=True)
    distance = sum(count * abs((choice.points or 0.0) - middle) for choice, count in pairs) / total
    # The mean distance from a median is half the scale at most; rounding may go a hair beyond.
    return min(max(1 - distance / half, 0.0), 1.0)


def gap(question: Question, splits: Sequence[tuple[str, Sequence[int]]]) -> Gap | None:
    """Return how far the middle answers of roles lie apart.

    Parameters
    ----------
    question : Question
        The question.
    splits : sequence of (str, sequence of int)
        Each role that may be shown, with how many of its people picked each choice.

    Returns
    -------
    Gap or None
        None with fewer than two roles, or where the choices have no order.
    """
    middles = [(_middle(question, counts), role) for role, counts in splits]
    found = [(middle, role) for middle, role in middles if middle is not None]
    if len(found) < 2:
        return None
    low, high = (pick(found, key=lambda pair: pair[0]) for pick in (min, max))
    return Gap(high[0] - low[0], low[1], high[1])


def _middle(question: Question, counts: Sequence[int]) -> float | None:
    found = median(question, counts)
    return None if found is None else sum(choice.points or 0.0 for choice in found) / 2


def _ordered(question: Question) -> bool:
    return bool(question.choices) and all(choice.points is not None for choice in question.choices)


def _at(ranked: Sequence[tuple[Choice, int]], place: int) -> Choice:
    """Return the choice of the person at a place, counted from 0, once all stand in order."""
    passed = 0
    for choice, count in ranked:
        passed += count
        if place < passed:
            return choice
    raise ValueError(f"there is no person {place}")
