"""The parts that the facts of a case study are made of, as its schema names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["CcinPrinciple", "DataUsed", "Lesson", "Outcome", "Review", "Source"]


_ROUGHLY = ("about", "at least", "more than", "nearly", "up to")


@dataclass(frozen=True)
class Outcome:
    """One result, and who stands behind it.

    Parameters
    ----------
    measure : str
        What was measured.
    value : float or None
        The number; None where a source gives only words.
    unit : str or None
        What the number counts, with "(about)" or the like behind it.
    text : str
        The result in a sentence.
    kind : str
        Who stands behind it, a word of the group ``evidence_kind``.
    source : int
        The id of its source.
    """

    measure: str
    value: float | None
    unit: str | None
    text: str
    kind: str
    source: int

    @property
    def figure(self) -> str:
        """Number and unit as a reader sees them: ``39%``, ``about 20 people``; empty without."""
        if self.value is None:
            return ""
        number = f"{self.value:,}".removesuffix(".0")
        unit, _, roughly = (self.unit or "").partition(" (")
        roughly = roughly.removesuffix(")")
        figure = number + unit if unit.startswith("%") else f"{number} {unit}".rstrip()
        if roughly in _ROUGHLY:
            return f"{roughly} {figure}"
        return f"{figure} ({roughly})" if roughly else figure


@dataclass(frozen=True)
class Lesson:
    """What others can learn.

    Parameters
    ----------
    text : str
        The lesson in a sentence.
    flag : str
        ``source`` where a cited page draws it, ``editorial`` where we do.
    source : int or None
        The id of that page.
    """

    text: str
    flag: str
    source: int | None = None


@dataclass(frozen=True)
class Source:
    """One page that the case rests on.

    Parameters
    ----------
    id : int
        Its number in the text, counted from 1.
    title, publisher : str
        What it is called and who published it.
    url : str
        Its address.
    date : str or None
        Year, month or day of publication, as ISO text.
    link_ok : bool
        False for a copy or a summary, whose address is kept but not shown.
    kind : str or None
        Who publishes there, a word of the group ``source_kind``.
    quality : str or None
        A remark on it.
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
    """How a case meets one of the network's principles, and how not: our reading.

    Parameters
    ----------
    id : str
        A word of the group ``ccin_principles``.
    met, not_met : str
        A sentence each, or "not known".
    """

    id: str
    met: str
    not_met: str


@dataclass(frozen=True)
class DataUsed:
    """Data that a system uses.

    Parameters
    ----------
    name, source : str
        What it is and where it comes from.
    personal : str
        Whether it is about people: "yes", "no" or "not known".
    gaps : str
        Who or what is missing from it.
    """

    name: str
    source: str
    personal: str
    gaps: str


@dataclass(frozen=True)
class Review:
    """When a case was last looked over.

    Parameters
    ----------
    on : date
        The day.
    by : str
        Who did; "not reviewed by a person" is an honest answer.
    """

    on: date
    by: str
