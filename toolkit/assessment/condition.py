"""When a question is asked: what has to be true of the answers to other questions.

A question without an answer that counts makes a comparison false. How conditions are written
is the part of `toolkit.assessment.condition_parser`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

__all__ = [
    "AtLeast",
    "Both",
    "Condition",
    "Either",
    "Is",
    "Not",
    "comparisons",
    "holds",
    "may_fail",
    "write_condition",
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


Condition = Is | AtLeast | Not | Both | Either


def holds(condition: Condition, chosen: Mapping[str, str]) -> bool:
    """Return whether a condition holds for what was chosen.

    Parameters
    ----------
    condition : Condition
        As `parse_condition` returns it.
    chosen : mapping of str to str
        Question id to the id of the choice, only for answers that count.

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
            return chosen.get(question) == choice
        case AtLeast(question, step):
            return question in chosen and int(chosen[question]) >= step
        case Not(part):
            return not holds(part, chosen)
        case Both(parts):
            return all(holds(part, chosen) for part in parts)
        case Either(parts):
            return any(holds(part, chosen) for part in parts)


def may_fail(condition: Condition, possible: Mapping[str, Collection[str]]) -> bool:
    """Return whether a condition may turn out not to hold, once more is known.

    Parameters
    ----------
    condition : Condition
        As `parse_condition` returns it.
    possible : mapping of str to collection of str
        Question id to the ids of every choice it may turn out to have; an empty id where it may
        turn out to have none.

    Returns
    -------
    bool
        False only where it holds whatever turns out.

    Examples
    --------
    >>> may_fail(Not(Is("A1", "no")), {"A1": ["yes", "no"]})
    True
    >>> may_fail(Not(Is("A1", "no")), {"A1": ["yes"]})
    False
    """
    return _possible(condition, possible)[1]


def _possible(condition: Condition, possible: Mapping[str, Collection[str]]) -> tuple[bool, bool]:
    """Return whether a condition may hold, and whether it may fail."""
    match condition:
        case Is(question, choice):
            found = [chosen == choice for chosen in possible.get(question, ("",))]
        case AtLeast(question, step):
            found = [
                bool(chosen) and int(chosen) >= step for chosen in possible.get(question, ("",))
            ]
        case Not(part):
            may_hold, fails = _possible(part, possible)
            return fails, may_hold
        case Both(parts):
            both = [_possible(part, possible) for part in parts]
            return all(may for may, _ in both), any(fails for _, fails in both)
        case Either(parts):
            either = [_possible(part, possible) for part in parts]
            return any(may for may, _ in either), all(fails for _, fails in either)
    return any(found), not all(found)


def comparisons(condition: Condition) -> tuple[Is | AtLeast, ...]:
    """Return the single comparisons that a condition is made of.

    Parameters
    ----------
    condition : Condition
        The condition.

    Returns
    -------
    tuple of Is or AtLeast
        In the order they are written.
    """
    match condition:
        case Is() | AtLeast():
            return (condition,)
        case Not(part):
            return comparisons(part)
        case Both(parts) | Either(parts):
            return tuple(one for part in parts for one in comparisons(part))


def write_condition(condition: Condition) -> str:
    """Return a condition as it is written in an instrument file.

    Parameters
    ----------
    condition : Condition
        The condition.

    Returns
    -------
    str
        `toolkit.assessment.condition_parser.parse_condition` turns it back.

    Examples
    --------
    >>> write_condition(Not(Both((Is("A1", "no"), AtLeast("B2", 3)))))
    'not (A1 is no and B2 at least 3)'
    """
    match condition:
        case Is(question, choice):
            return f"{question} is {choice}"
        case AtLeast(question, step):
            return f"{question} at least {step}"
        case Not(part):
            return f"not {_bracketed(part, Both, Either)}"
        case Both(parts):
            return " and ".join(_bracketed(part, Both, Either) for part in parts)
        case Either(parts):
            return " or ".join(_bracketed(part, Either) for part in parts)


def _bracketed(part: Condition, *loose: type) -> str:
    return f"({write_condition(part)})" if isinstance(part, loose) else write_condition(part)
