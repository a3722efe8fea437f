"""The part of `rpds` that `jsonschema` uses, in plain Python.

The real one is compiled and comes with Pyodide, but not with the core of it that tests can have.
"""

from __future__ import annotations

from typing import Any


class HashTrieMap(dict[Any, Any]):
    """A dictionary that is copied instead of changed."""

    @classmethod
    def convert(cls, value: Any) -> HashTrieMap:
        """Return a value as one of these."""
        return value if isinstance(value, cls) else cls(value)

    def insert(self, key: Any, value: Any) -> HashTrieMap:
        """Return it with one thing more."""
        return HashTrieMap({**self, key: value})

    def update(self, *others: Any, **more: Any) -> HashTrieMap:  # type: ignore[override]
        """Return it with others taken in."""
        return HashTrieMap({**self, **dict(*others, **more)})

    def remove(self, key: Any) -> HashTrieMap:
        """Return it without one thing."""
        return HashTrieMap({name: value for name, value in self.items() if name != key})

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self))


class HashTrieSet(frozenset[Any]):
    """A set that is copied instead of changed."""

    def insert(self, value: Any) -> HashTrieSet:
        """Return it with one thing more."""
        return HashTrieSet(self | {value})

    def update(self, values: Any) -> HashTrieSet:
        """Return it with others taken in."""
        return HashTrieSet(self | set(values))


class List(tuple[Any, ...]):
    """A list that is copied instead of changed."""

    def __new__(cls, *values: Any) -> List:
        return super().__new__(cls, values[0] if values else ())

    def push_front(self, value: Any) -> List:
        """Return it with one thing in front."""
        return List((value, *self))
