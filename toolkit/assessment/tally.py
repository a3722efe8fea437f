"""Count how the answers to some questions stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.question import Question
from toolkit.assessment.result import Counts

__all__ = ["tally"]


def tally(questions: Iterable[Question], answers: Answers) -> Counts:
    """Return how questions stand.

    Parameters
    ----------
    questions : iterable of Question
        The questions that are asked.
    answers : mapping of str to Answer
        The answers by question.

    Returns
    -------
    Counts
        How many are answered, not known, not applicable and not answered.
    """
    states = Counter(answers.get(question.id, Answer()).counts_as for question in questions)
    return Counts(
        asked=states.total(),
        answered=states["answered"],
        unknown=states["unknown"],
        unanswered=states["unanswered"],
        not_applicable=states["not_applicable"],
    )
