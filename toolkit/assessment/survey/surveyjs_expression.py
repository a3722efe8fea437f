"""Read the expressions of SurveyJS that say when something is shown; nothing is ever run.

``{question} = "x"``, ``<>``, ``contains``, ``anyof``, ``empty`` and ``notempty``, joined by
``and``, ``or`` and brackets; ``and`` binds closer. Anything else is refused with its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.assessment.condition import (
    Answered,
    Both,
    Condition,
    Contains,
    Either,
    Includes,
    Is,
    Not,
)
from toolkit.assessment.condition_parser import ConditionError
from toolkit.assessment.joined import Joined
from toolkit.language import _

__all__ = ["parse_expression"]

MAX_DEPTH = 20
LONGEST = 4000  # characters

_TOKEN = re.compile(
    r"""\s*(?:
        \{\s*(?P<name>[^{}]*[^{}\s])\s*\}
      | (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
      | (?P<number>-?\d+(?:\.\d+)?(?![\w.]))
      | (?P<mark><>|!=|==|=|&&|\|\||[()\[\],])
      | (?P<word>[A-Za-z]+)
    )""",
    re.VERBOSE,
)
_SAME = {"==": "=", "equal": "=", "!=": "<>", "notequal": "<>", "&&": "and", "||": "or"}


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    place: int


def parse_expression(text: str) -> Condition:
    """Return the condition that an expression of SurveyJS states.

    Parameters
    ----------
    text : str
        For example ``{age} notempty and {plan} contains ["item2"]``.

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
    >>> parse_expression('{plan} = "item1-2"')
    Is(question='plan', choice='item1-2')
    >>> parse_expression("{age} > 17")
    Traceback (most recent call last):
    toolkit.assessment.condition_parser.ConditionError: '>' at character 7 cannot be used here
    """
    if len(text) > LONGEST:
        raise ConditionError(_("is longer than {most} characters").format(most=LONGEST))
    reader = _Reader(_tokens(text))
    condition = reader.either(0)
    reader.end()
    return condition


def _tokens(text: str) -> list[_Token]:
    tokens, at = [], 0
    while text[at:].strip():
        found = _TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            told = _("'{sign}' at character {place} cannot be used here")
            raise ConditionError(told.format(sign=text[start], place=start + 1))
        kind, word = found.lastgroup, found[found.lastgroup]
        place = len(found.group()) - len(found.group().lstrip()) + at + 1
        if kind in ("mark", "word"):
            word = _SAME.get(word.lower(), word.lower())
        tokens.append(_Token("mark" if kind == "word" else kind, word, place))
        at = found.end()
    return tokens


class _Reader(Joined):
    """Reads what stands between ``and`` and ``or``; `Joined` reads the rest."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def one(self, depth: int) -> Condition:
        if depth > MAX_DEPTH:
            raise ConditionError(_("is nested too deeply"))
        if self.take("("):
            inside = self.either(depth + 1)
            if not self.take(")"):
                raise self.error(_("expected '{token}' {found}"), ")")
            return inside
        if self.kind() != "name":
            raise self.error(_("expected a question in braces {found}"))
        return self.test(self.pop().text)

    def test(self, question: str) -> Condition:
        if self.take("empty"):
            return Not(Answered(question))
        if self.take("notempty"):
            return Answered(question)
        if self.take("="):
            return Is(question, self.value())
        if self.take("<>"):
            return Not(Is(question, self.value()))
        if self.take("contains"):
            parts = tuple(Contains(question, value) for value in self.values())
            return parts[0] if len(parts) == 1 else Both(parts)
        if self.take("anyof"):
            some = tuple(Includes(question, value) for value in self.values())
            return some[0] if len(some) == 1 else Either(some)
        told = _("expected '=', '<>', 'contains', 'anyof', 'empty' or 'notempty' {found}")
        raise self.error(told)

    def values(self) -> list[str]:
        if not self.take("["):
            return [self.value()]
        values = [self.value()]
        while self.take(","):
            values.append(self.value())
        if not self.take("]"):
            raise self.error(_("expected '{token}' {found}"), "]")
        return values

    def value(self) -> str:
        if self.kind() == "number":
            number = self.pop().text
            whole, __, rest = number.partition(".")
            return whole if not rest.strip("0") else number.rstrip("0")
        if self.kind() == "text":
            return re.sub(r"\\(.)", r"\1", self.pop().text[1:-1], flags=re.DOTALL)
        raise self.error(_("expected a text in quotes or a number {found}"))

    def kind(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def pop(self) -> _Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def take(self, mark: str) -> bool:
        if self.kind() != "mark" or self.tokens[self.at].text != mark:
            return False
        self.at += 1
        return True

    def end(self) -> None:
        if self.kind():
            raise self.error(_("expected 'and', 'or' or nothing more {found}"))

    def error(self, told: str, token: str = "") -> ConditionError:
        found = _("at the end")
        if self.at < len(self.tokens):
            met = self.tokens[self.at]
            found = _("at character {place}, not '{sign}'").format(
                place=met.place, sign=met.text[:40]
            )
        return ConditionError(told.format(found=found, token=token))
