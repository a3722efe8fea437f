"""Lines and points: what happens from left to right, for each series of a finding."""

from __future__ import annotations

from typing import Any

from toolkit.finding import Finding, Series
from toolkit.views.chart_look import COLOURS, GRID, INK, layout, ranges

__all__ = ["lines"]

_HEIGHT = 340
_DASHES = ("solid", "dash", "dot", "dashdot")
_SYMBOLS = ("circle", "square-open", "diamond", "triangle-up-open")
_MOST_TICKS = 7  # as many names of rows as fit under 320 pixels


def lines(finding: Finding) -> dict[str, Any]:
    """Return lines or points as a plotly figure in plain JSON values.

    Parameters
    ----------
    finding : Finding
        One row is one place from left to right, one series one line of its own colour, dashes
        and marks. Points are the marks alone.

    Returns
    -------
    dict
        ``data`` and ``layout``. No toolbar, nothing to drag, no motion; the last number of each
        series is written beside it.
    """
    places = list(finding.places or range(len(finding.rows)))
    traces = [_trace(series, index, places, finding) for index, series in enumerate(finding.series)]
    return {"data": traces, "layout": _axes(finding, places)}


def _trace(series: Series, index: int, places: list[float], finding: Finding) -> dict[str, Any]:
    colour = COLOURS[index % len(COLOURS)]
    drawn = "lines+markers" if finding.figure == "lines" else "markers"
    last = [""] * (len(places) - 1) + [f" {finding.shown(series.values[-1])}"]
    return {
        "type": "scatter",
        "mode": f"{drawn}+text",
        "name": series.name,
        "x": places,
        "y": list(series.values),
        "line": {"color": colour, "width": 3, "dash": _DASHES[index % len(_DASHES)]},
        "marker": {"color": colour, "size": 9, "symbol": _SYMBOLS[index % len(_SYMBOLS)],
                   "line": {"color": colour, "width": 2}},
        "error_y": ranges(series),
        "text": last,
        "textposition": "middle right",
        "cliponaxis": False,
    }  # fmt: skip


def _axes(finding: Finding, places: list[float]) -> dict[str, Any]:
    percent = finding.unit == "%"
    upwards = {"range": [0, 100]} if percent else {"rangemode": "tozero"}
    named = _named(places)
    return layout(
        _HEIGHT,
        margin={"l": 52, "r": 56, "t": 12, "b": 56},
        xaxis={
            "tickvals": [places[row] for row in named], "tickangle": 0,
            "ticktext": [finding.rows[row] for row in named],
            "title": {"text": finding.rows_are}, "fixedrange": True, "showgrid": False,
            "linecolor": INK, "zeroline": False,
        },
        yaxis={
            **upwards, "ticksuffix": "%" if percent else "", "nticks": 5, "fixedrange": True,
            "gridcolor": GRID, "zeroline": True, "zerolinecolor": INK,
        },
    )  # fmt: skip


def _named(places: list[float]) -> list[int]:
    """Return the rows whose names fit beside each other, from the left."""
    apart = (max(places) - min(places)) / _MOST_TICKS
    named: list[int] = []
    for row in sorted(range(len(places)), key=lambda row: places[row]):
        if not named or places[row] - places[named[-1]] >= apart:
            named.append(row)
    return named
