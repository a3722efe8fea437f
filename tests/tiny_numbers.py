"""Published numbers made up for a test."""

from __future__ import annotations

from typing import Any

from toolkit.comparisons.published_number import PublishedNumber


def numbers(**values: float | tuple[float, int]) -> dict[str, PublishedNumber]:
    """Return numbers by name, ``_`` for ``-``; a pair is a count and what it is out of."""
    return {name.replace("_", "-"): _number(name, value) for name, value in values.items()}


def _number(name: str, value: Any) -> PublishedNumber:
    count, of = value if isinstance(value, tuple) else (value, None)
    return PublishedNumber(name, name.capitalize(), count, "", "said", "us", (), of, of)
