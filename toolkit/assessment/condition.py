"""When a question is asked: what has to be true of the answers to other questions.

A question without an answer that counts makes a comparison false. How conditions are written
is the part of `toolkit.assessment.condition_parser`. Answers are the ids of choices, except in
questionnaires brought from elsewhere, where they may be lists, texts and numbers too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assessment.written import among, written
from toolkit.yamlfile import Json

__all__ = [
    "Answered",
    "AtLeast",
    "Both",
    "Comparison",
    "Condition",
    "Contains",
    "Either",
    "Includes",
    "Is",
    "Not",
    "comparisons",
    "holds",
]


@dataclass(frozen=True)
class Is:
    """The answer to a question is one choice.

    Parameters
    ----------
    question, choice : str
        Their ids.
    """

    question: str
    choice: str


@dataclass(frozen=True)
class AtLeast:
    """The answer to a question is a step or a higher one.

    Parameters
    ----------
    question : str
        Its id.
    step : int
        The step's value.
    """

    question: str
    step: int


@dataclass(frozen=True)
class Contains:
    """The answer has a text in it: as one of a list, or anywhere within a single answer.

    Parameters
    ----------
    question, text : str
        The question's id, and the text.
    """

    question: str
    text: str


@dataclass(frozen=True)
class Includes:
    """A choice is among the answer: one of a list, or the whole of a single answer.

    Parameters
    ----------
    question, choice : str
        Their ids.
    """

    question: str
    choice: str


@dataclass(frozen=True)
class Answered:
    """The question has any answer.

    Parameters
    ----------
    question : str
        Its id.
    """

    question: str


@dataclass(frozen=True)
class Not:
    """A condition does not hold.

    Parameters
    ----------
    part : Condition
        That condition.
    """

    part: Condition


@dataclass(frozen=True)
class Both:
    """Every one of some conditions holds.

    Parameters
    ----------
    parts : tuple of Condition
        Those conditions.
    """

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Either:
    """At least one of some conditions holds.

    Parameters
    ----------
    parts : tuple of Condition
        Those conditions.
    """

    parts: tuple[Condition, ...]


Comparison = Is | AtLeast | Contains | Includes | Answered
Condition = Comparison | Not | Both | Either


def holds(condition: Condition, chosen: Mapping[str, Json]) -> bool:
    """Return whether a condition holds for what was chosen.

    Parameters
    ----------
    condition : Condition
        As `parse_condition` returns it.
    chosen : mapping
        Question id to the id of the choice, only for answers that count. In questionnaires
        brought from elsewhere also to a list, a text or a number.

    Returns
    -------
    bool
        True where it holds.

    Examples
    --------
    >>> holds(Either((AtLeast("A1", 2), Is("A2", "no"))), {"A1": "3"})
    True
    """
    match condition:
        case Is(question, choice):
            found = chosen.get(question)
            return found == choice or (isinstance(found, int | float) and written(found) == choice)
        case AtLeast(question, step):
            return question in chosen and int(str(chosen[question])) >= step
        case Contains(question, text):
            found = chosen.get(question)
            within = bool(text) and text in written(found)
            return among(text, found) if isinstance(found, list) else within
        case Includes(question, choice):
            found = chosen.get(question)
            return among(choice, found if isinstance(found, list) else [found])
        case Answered(question):
            return chosen.get(question) not in (None, "", [])
        case Not(part):
            return not holds(part, chosen)
        case Both(parts):
            return all(holds(part, chosen) for part in parts)
        case Either(parts):
            return any(holds(part, chosen) for part in parts)


def comparisons(condition: Condition) -> tuple[Comparison, ...]:
    """Return the single comparisons that a condition is made of.

    Parameters
    ----------
    condition : Condition
        The condition.

    Returns
    -------
    tuple of Comparison
        In the order they are written.
    """
    match condition:
        case Is() | AtLeast() | Contains() | Includes() | Answered():
            return (condition,)
        case Not(part):
            return comparisons(part)
        case Both(parts) | Either(parts):
            return tuple(one for part in parts for one in comparisons(part))
