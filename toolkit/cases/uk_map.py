"""An outline of the UK and where on it cases lie. It knows nothing of how either is drawn."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import cast

from toolkit.cases.case_study import CaseStudy, real_cases
from toolkit.cases.facet import NATIONS, places
from toolkit.dataset import load_dataset

__all__ = ["HEIGHT", "WIDTH", "Land", "Spot", "load_outline", "place_on_map", "spots"]

# The window on the world, in degrees: Scilly to Shetland, Belfast to Lowestoft.
_WEST, _EAST, _SOUTH, _NORTH = -8.6, 2.2, 49.8, 60.95
HEIGHT = 560.0  # units of the drawing; about one pixel each on a small screen
_SCALE = HEIGHT / (_NORTH - _SOUTH)
# A degree of longitude is shorter than one of latitude; this is right in the middle of the map.
_NARROW = math.cos(math.radians((_SOUTH + _NORTH) / 2))
WIDTH = round((_EAST - _WEST) * _NARROW * _SCALE, 1)
APART = 27.0  # closer than this, the marks of two places would lie over one another


@dataclass(frozen=True)
class Land:
    """One island or mainland.

    Parameters
    ----------
    name : str
        Whose land it is.
    points : tuple of (float, float)
        Its coast, in units of the drawing from the top left.
    """

    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Spot:
    """Places that lie so close together that one mark stands for all of them.

    Parameters
    ----------
    x, y : float
        One of them that has most cases, in units of the drawing from the top left.
    places : tuple of str
        Their names, each once, from A to Z.
    cases : int
        How many cases they have.
    """

    x: float
    y: float
    places: tuple[str, ...]
    cases: int


def place_on_map(lon: float, lat: float) -> tuple[float, float]:
    """Return where a point lies on the drawing.

    Parameters
    ----------
    lon, lat : float
        Degrees east and north.

    Returns
    -------
    tuple of (float, float)
        Units of the drawing, from the left and from the top.

    Examples
    --------
    >>> place_on_map(-8.6, 60.95)
    (0.0, 0.0)
    """
    return round((lon - _WEST) * _NARROW * _SCALE, 1), round((_NORTH - lat) * _SCALE, 1)


def load_outline(root: Path | None = None) -> tuple[Land, ...]:
    """Return the coasts of the UK and its neighbours.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of Land
        One for each island or mainland of the data set ``uk-outline``.

    Raises
    ------
    ContentError
        Where the data set is damaged.
    """
    rows = load_dataset("uk-outline", root)["outline"].rows
    return tuple(
        Land(
            str(name),
            tuple(place_on_map(cast(float, p["lon"]), cast(float, p["lat"])) for p in points),
        )
        for (name, _), points in groupby(rows, key=lambda row: (row["land"], row["part"]))
    )


def spots(cases: Sequence[CaseStudy]) -> tuple[Spot, ...]:
    """Return the marks on the map, from north to south.

    Parameters
    ----------
    cases : sequence of CaseStudy
        Cases that are not at one place in one nation of the UK are left out, and made-up ones.

    Returns
    -------
    tuple of Spot
        No two so close that their marks would overlap.
    """
    counts = Counter(_points(cases))
    marks: list[tuple[float, float]] = []
    for x, y, _ in sorted(counts, key=lambda point: (-counts[point], point)):
        if all(math.dist(mark, (x, y)) >= APART for mark in marks):
            marks.append((x, y))
    near: dict[tuple[float, float], list[tuple[float, float, str]]] = {}
    for x, y, place in sorted(counts, key=lambda point: (point[2], point)):
        mark = min(marks, key=lambda mark: math.dist(mark, (x, y)))
        near.setdefault(mark, []).append((x, y, place))
    return tuple(
        Spot(*mark, tuple(dict.fromkeys(point[2] for point in near[mark])),
             sum(counts[point] for point in near[mark]))
        for mark in sorted(marks, key=lambda mark: (mark[1], mark[0]))
    )  # fmt: skip


def _points(cases: Sequence[CaseStudy]) -> Iterator[tuple[float, float, str]]:
    for case in real_cases(cases):
        nationwide = case.place == case.country or case.country not in NATIONS
        if nationwide or case.lat is None or case.lon is None or not places(case):
            continue
        yield (*place_on_map(case.lon, case.lat), places(case)[0])
