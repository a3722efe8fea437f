"""A finding: one sentence, the numbers behind it and where they come from, in one object.

The chart, the table, the text alternative and what a screen reader hears are all made from
the same finding, so that they cannot disagree.
"""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from typing import Literal

from toolkit.language import _

__all__ = ["Figure", "Finding", "Series", "WordTable", "number", "percent", "reaches"]

Figure = Literal["bars", "lines", "points", "spans"]


@dataclass(frozen=True)
class Series:
    """One set of numbers in a finding, one for each row.

    Parameters
    ----------
    name : str
        What the numbers are, in the reader's words.
    values : tuple of float
        In the finding's unit.
    low, high : tuple of float
        The ends of each number's range, or empty where there is none to show.
    """

    name: str
    values: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()


@dataclass(frozen=True)
class WordTable:
    """Words in rows and columns, shown in the open under a finding's sentence.

    Parameters
    ----------
    title : str
        What the table shows.
    header : tuple of str
        The headings, left to right; the first heads the rows' names.
    rows : tuple of tuple of str
        The cells, as many in each row as there are headings.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.header):
                raise ValueError(
                    f"'{self.title}' has {len(row)} cells under {len(self.header)} headings"
                )


@dataclass(frozen=True)
class Finding:
    """What was found, in words and in numbers; without numbers there is no chart.

    Parameters
    ----------
    title : str
        What the numbers are about, in a few words.
    sentence : str
        The finding itself: caption, text alternative and announcement.
    rows_are : str
        The heading over the rows, for example ``Measure``.
    rows : tuple of str
        What each row is.
    series : tuple of Series
        The numbers: one series is one column of the table and one colour of the chart.
    unit : str
        ``%``, or a word such as ``hours``.
    made_up : bool
        Whether the numbers come from an invented world.
    seed : int, optional
        The sample, so that the same numbers can be had again.
    range_is : str
        What the ends of the ranges are, where there are any.
    notes : tuple of str
        More sentences for those who read on.
    figure : str
        ``bars``: a bar for each number. ``lines`` and ``points``: one place from left to right
        for each row. ``spans``: for each row a line from the first series, its low end, to the
        third, its high end; the second is where it is now.
    places : tuple of float
        Where each row stands from left to right; evenly where left out. For lines and points.
    tables : tuple of WordTable
        What the numbers are about, in words.
    decimals : int
        How many figures after the point a reader sees.
    """

    title: str
    sentence: str
    rows_are: str = ""
    rows: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    unit: str = ""
    made_up: bool = True
    seed: int | None = None
    range_is: str = ""
    notes: tuple[str, ...] = ()
    figure: Figure = "bars"
    places: tuple[float, ...] = ()
    tables: tuple[WordTable, ...] = ()
    decimals: int = 0

    def __post_init__(self) -> None:
        if self.places and len(self.places) != len(self.rows):
            raise ValueError(f"{len(self.places)} places for {len(self.rows)} rows")
        for series in self.series:
            for numbers in (series.values, series.low or series.values, series.high or series.low):
                if numbers and len(numbers) != len(self.rows):
                    raise ValueError(
                        f"'{series.name}' has {len(numbers)} numbers for {len(self.rows)} rows"
                    )

    @property
    def origin(self) -> str:
        """Say where the numbers come from, for beside the chart."""
        sample = _("sample {seed}").format(seed=self.seed) if self.seed else ""
        parts = [_("made-up data") if self.made_up else "", sample]
        return ", ".join(part for part in parts if part).capitalize()

    @property
    def header(self) -> tuple[str, ...]:
        """The headings of the table, left to right."""
        beside = f" ({self.unit})" if self.unit not in ("", "%") else ""
        unit = f"{self.unit} ".casefold()  # a name that begins with its unit has told it
        ends = ("" if f"{s.name} ".casefold().startswith(unit) else beside for s in self.series)
        return (self.rows_are, *(s.name + end for s, end in zip(self.series, ends, strict=True)))

    @property
    def table(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the table as text, ranges in brackets."""
        return tuple(
            (row, *(self._cell(series, index) for series in self.series))
            for index, row in enumerate(self.rows)
        )

    def shown(self, value: float) -> str:
        """Return a number as the chart and the table show it."""
        return number(value, self.unit, self.decimals)

    def csv(self) -> str:
        """Return the numbers as a CSV file that says itself whether they are made up."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([self.rows_are, "series", "value", "unit", "lowest", "highest", "origin"])
        for one in self.series:
            for index, row in enumerate(self.rows):
                value, low, high = (_plain(some, index) for some in (one.values, one.low, one.high))
                writer.writerow([row, one.name, value, self.unit, low, high, self.origin])
        return text.getvalue()

    def _cell(self, series: Series, index: int) -> str:
        text = self.shown(series.values[index])
        if not series.low:
            return text
        low, high = (self.shown(end[index]) for end in (series.low, series.high))
        return _("{value} ({low} to {high})").format(value=text, low=low, high=high)


def number(value: float, unit: str = "", decimals: int = 0) -> str:
    """Return a number as a reader sees it: rounded, halves up, thousands parted, a real minus.

    Parameters
    ----------
    value : float
        In `unit`.
    unit : str
        Only ``%`` is written after the number; other units stand in the heading.
    decimals : int
        How many figures after the point.

    Returns
    -------
    str
        The number.

    Examples
    --------
    >>> number(1339.5), number(84.5, "%"), number(3.65, decimals=1), number(-4.2)
    ('1,340', '85%', '3.7', '−4')
    """
    parts = 10**decimals
    # A ten-millionth makes up for halves that have no exact form, such as 3.65.
    rounded = math.floor(value * parts + 0.5 + 1e-7) / parts
    return f"{rounded:,.{decimals}f}{'%' if unit == '%' else ''}".replace("-", "−")


def percent(share: float) -> str:
    """Return a share between 0 and 1 as a whole percentage.

    Parameters
    ----------
    share : float
        Between 0 and 1.

    Returns
    -------
    str
        The percentage.

    Examples
    --------
    >>> percent(0.166)
    '17%'
    """
    return number(100 * share, "%")


def reaches(share: float, bar: int) -> bool:
    """Say whether a share reaches a bar, as a reader sees them: both in whole per cent.

    Parameters
    ----------
    share : float
        Between 0 and 1.
    bar : int
        In per cent.

    Returns
    -------
    bool
        True where the percentage shown is at least the bar.

    Examples
    --------
    >>> percent(0.246), reaches(0.246, 25), reaches(0.244, 25)
    ('25%', True, False)
    """
    return math.floor(100 * share + 0.5) >= bar


def _plain(values: tuple[float, ...], index: int) -> str:
    return f"{values[index]:.2f}".rstrip("0").rstrip(".") if values else ""
