"""The parts a lesson is made of, apart from its quiz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Choice", "Choices", "Matching", "TakeAway", "parse_choices"]


@dataclass(frozen=True)
class Choice:
    """One answer to choose.

    Parameters
    ----------
    id : str
        What is kept when it is chosen.
    text, hint : str
        What a reader sees.
    """

    id: str
    text: str
    hint: str = ""


@dataclass(frozen=True)
class Choices:
    """A question without a wrong answer: the prediction, or which fixes to try.

    Parameters
    ----------
    question : str
        The question.
    options : tuple of Choice
        What can be chosen.
    """

    question: str
    options: tuple[Choice, ...]

    def text_of(self, choice_id: object) -> str:
        """Return an answer's text, empty where there is no such answer."""
        return next((choice.text for choice in self.options if choice.id == choice_id), "")


@dataclass(frozen=True)
class Matching:
    """A part of a self-assessment that asks about what a lesson teaches.

    Parameters
    ----------
    instrument, section : str
        The ids of the self-assessment and of its part.
    """

    instrument: str
    section: str

    @property
    def address(self) -> str:
        """The part's place on the page of the self-assessments, as a fragment."""
        return f"#instrument={self.instrument}&section={self.section}"


@dataclass(frozen=True)
class TakeAway:
    """What a reader leaves with.

    Parameters
    ----------
    sentence : str
        What to remember.
    question : str
        What to ask at the next meeting.
    why : str
        How the question serves the lesson's principle.
    """

    sentence: str
    question: str
    why: str


def parse_choices(raw: Mapping[str, Any]) -> Choices:
    """Return the question that a piece of front matter holds.

    Parameters
    ----------
    raw : mapping
        Checked against the schema of lessons.

    Returns
    -------
    Choices
        The question and its answers.
    """
    return Choices(raw["question"], tuple(Choice(**option) for option in raw["options"]))
