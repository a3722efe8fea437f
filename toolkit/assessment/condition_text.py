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
from toolkit.language import _

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
            return _("not {part}").format(part=_bracketed(part))
        case Both(parts):
            return _(" and ").join(_bracketed(part) for part in parts)
        case Either(parts):
            return _(" or ").join(
                _bracketed(part) if isinstance(part, Either) else write_condition(part)
                for part in parts
            )
        case Is(question, choice):
            return _("{question} is {choice}").format(
                question=_quoted(question), choice=_quoted(choice)
            )
        case AtLeast(question, step):
            return _("{question} at least {step}").format(question=_quoted(question), step=step)
        case Contains(question, text):
            return _("{question} contains {text}").format(
                question=_quoted(question), text=_quoted(text)
            )
        case Includes(question, choice):
            return _("{question} includes {choice}").format(
                question=_quoted(question), choice=_quoted(choice)
            )
        case Answered(question):
            return _("{question} answered").format(question=_quoted(question))


def _bracketed(part: Condition) -> str:
    single = len(comparisons(part)) == 1
    return write_condition(part) if single else f"({write_condition(part)})"


def _quoted(word: str) -> str:
    plain = WORD.fullmatch(word) and word not in KEYWORDS
    return word if plain else json.dumps(word, ensure_ascii=False)
