"""Which published bars the figures hold, and which they miss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from contender import AUDIENCE, OURS, PANEL, Contender
from figures import Measure

__all__ = ["Bar", "bars", "held"]

COMPARED = "Comparison page"


@dataclass(frozen=True)
class Bar:
    """A figure and the most it may be; None where it was not measured."""

    what: str
    unit: str
    most: float
    found: float | None

    def told(self) -> str:
        """Return whether it holds, in a word."""
        if self.found is None:
            return "not measured"
        return "held" if self.found <= self.most else "**missed**"


def bars(
    measures: Sequence[Measure], visitor_megabytes: float, runs: Mapping[str, Mapping[str, Any]]
) -> list[Bar]:
    """Return every bar with the figure that was found.

    Parameters
    ----------
    measures : sequence of Measure
        What was measured.
    visitor_megabytes : float
        The memory that one more idle visitor takes.
    runs : mapping
        The figures of longer runs, as `long_runs.read_long_runs` has them.

    Returns
    -------
    list of Bar
        In the order in which a visitor meets them.
    """
    seen = _Seen({one.what: one.found for one in measures})
    crowd = "30 at once with `--audience 30`"
    apps = [page for page in seen.pages() if page != COMPARED]
    return [
        Bar("First text, slowest of all pages", "s", 1, seen.worst("first text")),
        Bar(
            "Comparison page usable, as a share of Panel's time",
            "",
            0.6,
            seen.beside_panel(COMPARED),
        ),
        *(
            Bar(f"{app} usable, as a share of that time", "", 0.8, seen.beside_panel(app))
            for app in apps
        ),
        Bar("First visit, largest page", "kB", 1200, seen.worst("sent on a first visit")),
        Bar("Second visit, largest page", "kB", 60, seen.worst("sent on a second visit")),
        Bar(
            f"{crowd}: 95 of 100 answered within",
            "s",
            5,
            seen.of(AUDIENCE, "30 at once: 95 of 100 answered within"),
        ),
        Bar(f"{crowd}: got nothing", "people", 0, seen.of(AUDIENCE, "30 at once: got nothing")),
        Bar(
            "100 at once: neither answered nor told their place",
            "people",
            0,
            seen.of(OURS, "100 at once: got nothing"),
        ),
        Bar("Memory of one more idle visitor", "MB", 45, visitor_megabytes),
        *_long(runs),
    ]


def _long(runs: Mapping[str, Mapping[str, Any]]) -> list[Bar]:
    """Return the bars of longer runs, each with how long it was and its day."""
    soak, visits = runs.get("soak", {}), runs.get("visits", {})
    of_loads = f"{soak['loads']:,} loads of all apps ({soak['measured']})" if soak else "500 loads"
    of_visits = (
        f"{visits['visits']:,} visits in a row ({visits['measured']})" if visits else "1,000 visits"
    )
    change = visits.get("memory_change_percent")
    return [
        Bar(f"{of_loads}: never finished", "", 0, soak.get("unfinished")),
        Bar(f"{of_visits}: got nothing", "", 0, visits.get("in_vain")),
        Bar(
            f"{of_visits}: memory after, more or less",
            "%",
            5,
            None if change is None else abs(change),
        ),
    ]


@dataclass(frozen=True)
class _Seen:
    """All figures, by what was measured and then by contender."""

    found: Mapping[str, Mapping[str, tuple[float, ...]]]

    def of(self, contender: Contender, what: str) -> float | None:
        """Return the middle figure."""
        figures = self.found.get(what, {}).get(contender.name)
        return median(figures) if figures else None

    def pages(self) -> list[str]:
        """Return the names of the pages that were loaded."""
        ending = ": usable"
        return [what.removesuffix(ending) for what in self.found if what.endswith(ending)]

    def worst(self, ending: str) -> float | None:
        """Return the largest middle figure of all our pages."""
        figures = (self.of(OURS, f"{page}: {ending}") for page in self.pages())
        return max((one for one in figures if one is not None), default=None)

    def beside_panel(self, page: str) -> float | None:
        """Return how long a page takes, as a share of the comparison page in Panel."""
        ours, panels = self.of(OURS, f"{page}: usable"), self.of(PANEL, f"{COMPARED}: usable")
        return ours / panels if ours and panels else None


def held(found: Sequence[Bar]) -> list[str]:
    """Return the lines of a table in Markdown that says which bars are held."""
    rows = (
        f"| {one.what} | {_with_unit(one.found, one.unit)} | {_with_unit(one.most, one.unit)} "
        f"| {one.told()} |"
        for one in found
    )
    return ["| What | Found | At most | |", "|---|---|---|---|", *rows]


def _with_unit(figure: float | None, unit: str) -> str:
    if figure is None:
        return "–"
    number = f"{figure:,.0f}" if figure >= 20 else f"{round(figure, 2):g}"
    return f"{number} {unit}".rstrip()
