"""The numbers an in-depth notebook compares: who stands behind each, and where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from toolkit.cases.catalogue import load_case_study
from toolkit.csvfile import Value
from toolkit.dataset import load_dataset
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.finding import number
from toolkit.language import N_, _
from toolkit.published import FigureSource, PublishedFigure, load_published_figures
from toolkit.statistics import Share, share

__all__ = ["KINDS", "Kind", "Numbers", "PublishedNumber", "load_numbers", "studies_with_numbers"]

Kind = Literal["said", "reported", "found", "forecast"]

KINDS: Mapping[Kind, str] = {
    "said": N_("Said by those who run, sell or use it"),
    "reported": N_("Reported by the press or campaigners"),
    "found": N_("Found by somebody else"),
    "forecast": N_("Expected, not a result"),
}
_FILE = "data/published-figures/numbers.csv"


@dataclass(frozen=True)
class PublishedNumber:
    """One number as it was published.

    Parameters
    ----------
    id : str
        Its name in the notebook.
    label : str
        What it is.
    value : float
        The number, in `unit`.
    unit : str
        What it counts, with "(about)" or the like behind it.
    kind : str
        A key of `KINDS`.
    who : str
        Who stands behind it.
    sources : tuple of FigureSource
        Where it was read.
    of : int or None
        How many people, cases or bodies a count is out of.
    n : int or None
        How many people, cases or bodies any other number rests on.
    notes : tuple of str
        What has to be said with it.
    in_words : str
        How many stand behind it, where a bare number would mislead; empty where it would not.
    """

    id: str
    label: str
    value: float
    unit: str
    kind: Kind
    who: str
    sources: tuple[FigureSource, ...]
    of: int | None = None
    n: int | None = None
    notes: tuple[str, ...] = ()
    in_words: str = ""

    @property
    def total(self) -> int:
        """What it is out of; ValueError where that is not known."""
        if self.of is None:
            raise ValueError(f"nobody has published what '{self.id}' is out of")
        return self.of

    @property
    def share(self) -> Share:
        """A count as a share of what it is out of, with its interval."""
        return share(self.value, self.total)

    @property
    def behind(self) -> str:
        """How many people, cases or bodies stand behind it, in words."""
        total = self.of or self.n
        return self.in_words or (f"{total:,}" if total else _("not seen"))

    @property
    def figure(self) -> str:
        """Number and unit as they were published: ``61 wrongly flagged``, ``39% (about)``."""
        decimals = len(f"{self.value:g}".partition(".")[2]) if self.value < 1000 else 0
        text = number(self.value, decimals=decimals)
        unit = self.unit if self.unit.startswith("%") else f" {self.unit}"
        return f"{text}{unit}"


Numbers = Mapping[str, PublishedNumber]
_Row = Mapping[str, Value]


def load_numbers(study: str, root: Path | None = None) -> Numbers:
    """Return the numbers that an in-depth notebook compares.

    Parameters
    ----------
    study : str
        The notebook's file without its ending, for example ``amsterdam-wrong-flags``.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    mapping of str to PublishedNumber
        By id, in the order of the file.

    Raises
    ------
    LookupError
        Where no number belongs to that notebook; the nearest name is given.
    ContentError
        Where a number names a figure, a case study or a source that is not there.
    """
    rows = load_dataset("published-figures", root)["numbers"].rows
    mine = [row for row in rows if row["study"] == study]
    if not mine:
        advice = did_you_mean(study, [str(row["study"]) for row in rows])
        told = _("No published numbers belong to '{study}'; {advice}")
        raise LookupError(told.format(study=study, advice=advice))
    figures = {figure.id: figure for figure in load_published_figures(root)}
    cases = {
        str(row["case"]): _sources_of_case(str(row["case"]), root) for row in mine if row["case"]
    }
    problems = [problem for row in mine for problem in _problems(row, figures, cases)]
    problems += _repeats(mine)
    if problems:
        raise ContentError(_FILE, problems)
    return {str(row["id"]): _number(row, figures, cases) for row in mine}


def studies_with_numbers(root: Path | None = None) -> tuple[str, ...]:
    """Return the names of the notebooks that numbers were gathered for, each once.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of str
        In the order of the file.
    """
    rows = load_dataset("published-figures", root)["numbers"].rows
    return tuple(dict.fromkeys(str(row["study"]) for row in rows))


_Figures = Mapping[str, PublishedFigure]
_Cases = Mapping[str, Mapping[int, FigureSource] | str]


def _sources_of_case(slug: str, root: Path | None) -> Mapping[int, FigureSource] | str:
    """Return the sources of a case by their numbers, or why there are none."""
    try:
        case = load_case_study(slug, root)
    except LookupError as error:
        return str(error)
    return {
        source.id: FigureSource(source.title, source.publisher, source.date or "", source.link)
        for source in case.sources
    }


def _problems(row: _Row, figures: _Figures, cases: _Cases) -> Iterable[Problem]:
    where = f"{row['study']}, {row['id']}"
    figure, case = row["figure"], row["case"]
    if bool(figure) == bool(case):
        what = _("names a figure and a case study") if figure else _("has no source")
        yield Problem(where, what, _("name a figure, or else a case study and its source"))
    elif figure and figure not in figures:
        what = _("there is no figure '{figure}'").format(figure=figure)
        yield Problem(where, what, did_you_mean(str(figure), figures))
    elif case:
        sources = cases[str(case)]
        if isinstance(sources, str):
            yield Problem(where, sources)
        elif row["source"] not in sources:
            what = _("'{case}' has no source {number}").format(case=case, number=row["source"])
            advice = _("use one of: {known}").format(known=", ".join(map(str, sources)))
            yield Problem(where, what, advice)


def _repeats(rows: list[_Row]) -> Iterable[Problem]:
    ids = [str(row["id"]) for row in rows]
    for name in dict.fromkeys(ids):
        if ids.count(name) > 1:
            yield Problem(f"{rows[0]['study']}, {name}", _("is there twice"), _("rename one"))


def _number(row: _Row, figures: _Figures, cases: _Cases) -> PublishedNumber:
    figure = figures[str(row["figure"])] if row["figure"] else None
    sources = cases[str(row["case"])] if row["case"] else {}
    own = (sources[row["source"]],) if isinstance(sources, Mapping) and sources else ()  # type: ignore[index]
    fields: dict[str, Any] = {
        name: row[name] for name in ("id", "label", "value", "unit", "kind", "who", "of", "n")
    }
    notes = (row["note"], figure.caveat if figure else None)
    return PublishedNumber(
        **fields,
        sources=figure.sources if figure else own,
        notes=tuple(str(note) for note in notes if note),
        in_words=str(row["behind"] or ""),
    )
