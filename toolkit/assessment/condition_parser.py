"""How conditions are written: a small language that is parsed, never run as code.

``A1 is yes``, ``A2 at least 2``, joined by ``and``, ``or``, ``not`` and brackets; ``and`` binds
closer than ``or``. Questionnaires brought from elsewhere also use ``A1 contains x`` (in a list,
or anywhere in a single answer), ``A1 includes x`` (in a list, or the whole answer) and
``A1 answered``. A word that holds more than letters, figures, ``-`` and ``_`` stands in quotes.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from toolkit.assessment.condition import (
    Answered,
    AtLeast,
    Condition,
    Contains,
    Includes,
    Is,
    Not,
)
from toolkit.assessment.joined import Joined
from toolkit.language import _

__all__ = ["KEYWORDS", "WORD", "ConditionError", "parse_condition"]

KEYWORDS = ("and", "at", "is", "least", "not", "or")
MAX_DEPTH = 20
MOST_DIGITS = 6

WORD = re.compile(r"[A-Za-z0-9_-]+")  # what needs no quotes
_TOKEN = re.compile(rf'\s*(?:{WORD.pattern}|[()]|"(?:[^"\\]|\\.)*")')


class ConditionError(ValueError):
    """A text that is not a condition; the message says at which character and why."""


@lru_cache  # many questions have the same condition, which is then looked at once
def parse_condition(text: str) -> Condition:
    """Return the condition that a text states.

    Parameters
    ----------
    text : str
        For example ``A1 is 2 and not (A2 at least 3)``.

    Returns
    -------
    Condition
        The condition.

    Raises
    ------
    ConditionError
        Where the text says anything else; the message names the place.

    Examples
    --------
    >>> parse_condition("A1 is yes")
    Is(question='A1', choice='yes')
    >>> parse_condition("A1 = 2")
    Traceback (most recent call last):
    toolkit.assessment.condition_parser.ConditionError: '=' at character 4 cannot be used here
    """
    parser = _Parser(_tokens(text))
    condition = parser.either(0)
    parser.expect_end()
    return condition


def _tokens(text: str) -> list[tuple[str, int]]:
    """Return words and brackets with the character each starts at, counted from 1."""
    tokens, at = [], 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        if found is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            told = _("'{sign}' at character {place} cannot be used here")
            raise ConditionError(told.format(sign=text[start], place=start + 1))
        tokens.append((found.group().strip(), found.end() - len(found.group().strip()) + 1))
        at = found.end()
    return tokens


class _Parser(Joined):
    """Reads what stands between ``and`` and ``or``; `Joined` reads the rest."""

    def __init__(self, tokens: list[tuple[str, int]]) -> None:
        self.tokens = tokens
        self.at = 0

    def one(self, depth: int) -> Condition:
        if depth > MAX_DEPTH:
            told = _("is nested too deeply {where}; write it with fewer brackets")
            raise ConditionError(told.format(where=self.where()))
        if self.take("not"):
            return Not(self.one(depth + 1))
        if self.take("("):
            inside = self.either(depth + 1)
            self.expect(")")
            return inside
        return self.test()

    def test(self) -> Condition:
        question = self.word(_("expected a question id {found}"))
        if self.take("contains"):
            return Contains(question, self.word(_("expected a choice {found}")))
        if self.take("includes"):
            return Includes(question, self.word(_("expected a choice {found}")))
        if self.take("answered"):
            return Answered(question)
        if self.take("is"):
            return Is(question, self.word(_("expected a choice {found}")))
        if self.take("at"):
            self.expect("least")
            return AtLeast(question, self.number())
        raise self.error(_("expected 'is' or 'at least' {found}"))

    def number(self) -> int:
        token = self.peek()
        if not token.isdecimal() or len(token) > MOST_DIGITS:
            raise self.error(_("expected a whole number {found}"))
        self.at += 1
        return int(token)

    def word(self, wanted: str) -> str:
        token = self.peek()
        if not token or token in "()" or token in KEYWORDS:
            raise self.error(wanted)
        self.at += 1
        return self.unquoted(token) if token.startswith('"') else token

    def unquoted(self, token: str) -> str:
        try:
            return str(json.loads(token))
        except ValueError:
            place = self.tokens[self.at - 1][1]
            told = _("the quotes at character {place} cannot be read")
            raise ConditionError(told.format(place=place)) from None

    def take(self, token: str) -> bool:
        if self.peek() != token:
            return False
        self.at += 1
        return True

    def expect(self, token: str) -> None:
        if not self.take(token):
            raise self.error(_("expected '{token}' {found}"), token)

    def expect_end(self) -> None:
        if self.peek():
            raise self.error(_("expected 'and', 'or' or nothing more {found}"))

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def where(self) -> str:
        if not self.peek():
            return _("at the end")
        return _("at character {place}").format(place=self.tokens[self.at][1])

    def error(self, told: str, token: str = "") -> ConditionError:
        found = self.where()
        if self.peek():
            place = self.tokens[self.at][1]
            found = _("at character {place}, not '{sign}'").format(place=place, sign=self.peek())
        return ConditionError(told.format(found=found, token=token))
