"""What every grammar of conditions has in common: parts joined by ``and`` and ``or``."""

from __future__ import annotations

from abc import ABC, abstractmethod

from toolkit.assessment.condition import Both, Condition, Either

__all__ = ["Joined"]


class Joined(ABC):
    """Reads tokens from left to right; each method reads one level of the grammar.

    ``and`` binds closer than ``or``. A grammar says what stands between the two in `one`, and
    how a word is taken in `take`.
    """

    @abstractmethod
    def take(self, word: str) -> bool:
        """Step over a word if it comes next; say whether it did."""

    @abstractmethod
    def one(self, depth: int) -> Condition:
        """Read one part: a comparison, or a condition in brackets."""

    def either(self, depth: int) -> Condition:
        """Read parts joined by ``or``."""
        parts = [self.both(depth)]
        while self.take("or"):
            parts.append(self.both(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def both(self, depth: int) -> Condition:
        """Read parts joined by ``and``."""
        parts = [self.one(depth)]
        while self.take("and"):
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))
