"""What every report is made from: a result, the answers behind it, and a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.question import Law, Question
from toolkit.assessment.result import Counts
from toolkit.yamlfile import Json

__all__ = ["Material", "Outcome", "laws_of"]


class Outcome(Protocol):
    """What results of every kind of self-assessment have."""

    @property
    def instrument(self) -> Instrument:
        """What was asked."""

    @property
    def asked(self) -> tuple[str, ...]:
        """The ids of the questions that are asked, given the answers."""

    @property
    def set_aside(self) -> tuple[str, ...]:
        """The ids of questions that are no longer asked but still have an answer."""

    @property
    def counts(self) -> Counts:
        """How all the questions stand."""


@dataclass(frozen=True)
class Material:
    """What a report is made from.

    Parameters
    ----------
    result : Outcome
        As `toolkit.assessment.assess.assess` returns it, or another kind of result.
    answers : mapping of str to Answer
        The answers it comes from.
    on : date
        The date of the report.
    notices : str
        What the reader must know about the answers first, for example what was not used.
    example : str
        The made-up body that the answers are a worked example about; empty for a real one.
    beside : mapping
        What is kept beside the answers; see `toolkit.assessment.beside`.
    """

    result: Outcome
    answers: Answers
    on: date
    notices: str = ""
    example: str = ""
    beside: Mapping[str, Json] = field(default_factory=dict)

    @property
    def instrument(self) -> Instrument:
        """What was asked."""
        return self.result.instrument

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that are asked, in the order of the instrument."""
        asked = set(self.result.asked)
        return tuple(question for question in self.instrument.questions if question.id in asked)

    def answer(self, question: Question) -> Answer:
        """Return the answer to a question."""
        return self.answers.get(question.id, Answer())

    def standing(self, *states: str) -> tuple[Question, ...]:
        """Return the questions that are asked and stand at one of these states."""
        return tuple(q for q in self.asked if self.answer(q).counts_as in states)

    def named(self, ids: Iterable[str]) -> tuple[Question, ...]:
        """Return those of the questions named that are asked, in the order they are named."""
        asked = {question.id: question for question in self.asked}
        return tuple(asked[name] for name in ids if name in asked)


def laws_of(questions: Iterable[Question]) -> tuple[Law, ...]:
    """Return the laws that questions name, each once.

    Parameters
    ----------
    questions : iterable of Question
        The questions.

    Returns
    -------
    tuple of Law
        In the order they are first named.
    """
    return tuple(dict.fromkeys(law for question in questions for law in question.laws))
