"""Published figures: numbers others have published, each with its caveat and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.csvfile import Value
from toolkit.dataset import load_dataset
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.language import _

__all__ = ["FigureSource", "PublishedFigure", "load_published_figures", "pick_figures"]


@dataclass(frozen=True)
class FigureSource:
    """A page a number was read on.

    Parameters
    ----------
    title, publisher : str
        What it is.
    published : str
        When, as the page says it; empty where it does not.
    url : str
        Its address; empty where only a copy or a summary was seen.
    """

    title: str
    publisher: str
    published: str = ""
    url: str = ""


@dataclass(frozen=True)
class PublishedFigure:
    """A number to quote, and what has to be said with it.

    Parameters
    ----------
    id : str
        A short name that never changes.
    claim : str
        One sentence to show.
    caveat : str
        What has to stand beside it.
    value : float or None
        The number, in `unit`.
    unit : str
        What it counts.
    measured_how : str
        How it came about, for example ``self-reported survey``.
    organisation : str
        Who measured it, or whom it is about.
    sources : tuple of FigureSource
        Where it was read.
    low, high : float or None
        The ends of its range.
    n : int or None
        People, cases or bodies behind it.
    year : int or None
        When it was published.
    used_for : str
        What it helps to think about.
    """

    id: str
    claim: str
    caveat: str
    value: float | None
    unit: str
    measured_how: str
    organisation: str
    sources: tuple[FigureSource, ...]
    low: float | None = None
    high: float | None = None
    n: int | None = None
    year: int | None = None
    used_for: str = ""


def load_published_figures(root: Path | None = None) -> tuple[PublishedFigure, ...]:
    """Return the figures of the data set ``published-figures``.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of PublishedFigure
        In the order of the file.

    Raises
    ------
    ContentError
        Where the data set is wrong, a figure has no source, or a source no figure.
    """
    dataset = load_dataset("published-figures", root)
    figures, sources = dataset["figures"].rows, dataset["sources"].rows
    problems = _loose_ends(figures, sources)
    if problems:
        raise ContentError("data/published-figures/sources.csv", problems)
    return tuple(_figure(row, sources) for row in figures)


def pick_figures(figures: Iterable[PublishedFigure], *ids: str) -> tuple[PublishedFigure, ...]:
    """Return the figures with the given ids, in that order.

    Parameters
    ----------
    figures : iterable of PublishedFigure
        What to pick from.
    *ids : str
        Their ids.

    Returns
    -------
    tuple of PublishedFigure
        One for each id.

    Raises
    ------
    LookupError
        Where there is no such figure; the nearest id is given.
    """
    by_id = {figure.id: figure for figure in figures}
    for name in ids:
        if name not in by_id:
            told = _("There is no figure '{name}'; {advice}")
            raise LookupError(told.format(name=name, advice=did_you_mean(name, by_id)))
    return tuple(by_id[name] for name in ids)


_Row = Mapping[str, Value]


def _loose_ends(figures: tuple[_Row, ...], sources: tuple[_Row, ...]) -> list[Problem]:
    have = [str(row["id"]) for row in figures]
    named = [str(row["figure"]) for row in sources]
    return [
        *(Problem(name, "has no source", "add a line") for name in have if name not in named),
        *(
            Problem(name, "is not a figure", did_you_mean(name, have))
            for name in dict.fromkeys(named)
            if name not in have
        ),
    ]


def _figure(row: _Row, sources: tuple[_Row, ...]) -> PublishedFigure:
    fields: dict[str, Any] = {**row, "sources": _sources_of(row["id"], sources)}
    return PublishedFigure(**fields)


def _sources_of(figure: Value, sources: tuple[_Row, ...]) -> tuple[FigureSource, ...]:
    names = ("title", "publisher", "published", "url")
    return tuple(
        FigureSource(*(str(row[name] or "") for name in names))
        for row in sources
        if row["figure"] == figure
    )
