"""Write a condition as instrument files have it."""

from __future__ import annotations

import json

from toolkit.assessment.condition import (
    Answered,
    AtLeast,
    Both,
    Condition,
    Contains,
    Either,
    Includes,
    Is,
    Not,
    comparisons,
)
from toolkit.assessment.condition_parser import KEYWORDS, WORD

__all__ = ["write_condition"]


def write_condition(condition: Condition) -> str:
    """Return a condition as `parse_condition` reads it.

    Parameters
    ----------
    condition : Condition
        The condition.

    Returns
    -------
    str
        In words.

    Examples
    --------
    >>> write_condition(Not(Both((Is("A1", "yes"), Contains("A2", "two words")))))
    'not (A1 is yes and A2 contains "two words")'
    """
    match condition:
        case Not(part):
            return f"not {_bracketed(part)}"
        case Both(parts):
            return " and ".join(_bracketed(part) for part in parts)
        case Either(parts):
            return " or ".join(
                _bracketed(part) if isinstance(part, Either) else write_condition(part)
                for part in parts
            )
        case Is(question, choice):
            return f"{_quoted(question)} is {_quoted(choice)}"
        case AtLeast(question, step):
            return f"{_quoted(question)} at least {step}"
        case Contains(question, text):
            return f"{_quoted(question)} contains {_quoted(text)}"
        case Includes(question, choice):
            return f"{_quoted(question)} includes {_quoted(choice)}"
        case Answered(question):
            return f"{_quoted(question)} answered"


def _bracketed(part: Condition) -> str:
    single = len(comparisons(part)) == 1
    return write_condition(part) if single else f"({write_condition(part)})"


def _quoted(word: str) -> str:
    plain = WORD.fullmatch(word) and word not in KEYWORDS
    return word if plain else json.dumps(word, ensure_ascii=False)
