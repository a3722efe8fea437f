"""The parts that the facts of a case study are made of, as its schema names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["CcinPrinciple", "DataUsed", "Lesson", "Outcome", "Review", "Source"]


@dataclass(frozen=True)
class Outcome:
    """One result, and who stands behind it. `value` is None where a source gives only words."""

    measure: str
    value: float | None
    unit: str | None
    text: str
    kind: str
    source: int


@dataclass(frozen=True)
class Lesson:
    """What others can learn; `flag` says whether a source draws it or we do."""

    text: str
    flag: str
    source: int | None = None


@dataclass(frozen=True)
class Source:
    """One page that the case rests on, numbered from 1.

    `link_ok` is False for a copy or a summary: its address is kept but not shown.
    """

    id: int
    title: str
    publisher: str
    url: str
    date: str | None = None
    link_ok: bool = False
    kind: str | None = None
    quality: str | None = None

    @property
    def link(self) -> str:
        """The address to show, empty where it should not be shown."""
        return self.url if self.link_ok else ""


@dataclass(frozen=True)
class CcinPrinciple:
    """How a case meets, and does not meet, one of the network's principles: our reading."""

    id: str
    met: str
    not_met: str


@dataclass(frozen=True)
class DataUsed:
    """Data that a system uses, and what is known to be missing from it."""

    name: str
    source: str
    personal: str
    gaps: str


@dataclass(frozen=True)
class Review:
    """When a case was last looked over, and by whom."""

    on: date
    by: str
