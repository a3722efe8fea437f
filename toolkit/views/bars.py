"""Horizontal bars: one group for each row of a finding, one bar in it for each series."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from toolkit.finding import Finding, Series
from toolkit.views.chart_look import COLOURS, GRID, INK, label, layout, ranges

__all__ = ["bars"]

# One step of the vertical axis is one pixel, so that names fit above their bars on any screen.
_LINE, _BAR, _GAP, _AXIS = 22, 28, 14, 30
_FEW = 5  # counts up to this are marked one by one: nobody is half a person
_NAME_WIDTH = 32  # characters: what 320 pixels hold


def bars(finding: Finding) -> dict[str, Any]:
    """Return horizontal bars as a plotly figure in plain JSON values.

    Parameters
    ----------
    finding : Finding
        One row is one group of bars under its name, one series one colour and pattern.

    Returns
    -------
    dict
        ``data`` and ``layout``. No toolbar, nothing to drag, no motion, every bar labelled.
    """
    names = [textwrap.wrap(row, _NAME_WIDTH) for row in finding.rows]
    heights = [len(lines) * _LINE + len(finding.series) * _BAR + _GAP for lines in names]
    tops = [sum(heights[:index]) for index in range(len(heights))]
    first = [top + len(lines) * _LINE for top, lines in zip(tops, names, strict=True)]
    traces = [
        trace
        for index, series in enumerate(finding.series)
        for trace in _traces(
            series, index, [top + (index + 0.5) * _BAR for top in first], finding.shown
        )
    ]
    labels = [label("<br>".join(lines), top) for lines, top in zip(names, tops, strict=True)]
    return {"data": traces, "layout": _axes(sum(heights), finding, labels)}


def _traces(
    series: Series, index: int, places: list[float], shown: Callable[[float], str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the bars of one series, and their numbers.

    A number stands clear of the range line, and right of zero where its bar goes to the left.
    """
    ends = series.high or series.values
    bar = {
        "type": "bar",
        "orientation": "h",
        "name": series.name,
        "x": list(series.values),
        "y": places,
        "width": _BAR - 6,
        "marker": _marker(index),
        "error_x": ranges(series),
    }
    text = {
        "type": "scatter",
        "mode": "text",
        "x": [max(0, end, value) for end, value in zip(ends, series.values, strict=True)],
        "y": places,
        "text": [f" {shown(value)}" for value in series.values],
        "textposition": "middle right",
        "cliponaxis": False,
    }
    return bar, text


def _marker(index: int) -> dict[str, Any]:
    colour = COLOURS[index % len(COLOURS)]
    stripes = {"shape": "/", "fgcolor": colour, "bgcolor": "#ffffff", "size": 7, "solidity": 0.45}
    return {
        "color": colour,
        "line": {"color": colour, "width": 2},
        **({"pattern": stripes} if index % 2 else {}),
    }


def _axes(height: float, finding: Finding, labels: list[dict[str, Any]]) -> dict[str, Any]:
    percent = finding.unit == "%"
    values = [value for series in finding.series for value in series.values]
    few = max(map(abs, values)) <= _FEW and all(value == round(value) for value in values)
    across = {"range": [0, 100]} if percent else {"rangemode": "tozero"}
    return layout(
        height + _AXIS,
        margin={"l": 2, "r": 52, "t": 0, "b": _AXIS},
        barmode="overlay",
        annotations=labels,
        xaxis={
            **across, **({"dtick": 1} if few else {}), "fixedrange": True,
            "ticksuffix": "%" if percent else "", "nticks": 5,
            "gridcolor": GRID, "zeroline": True, "zerolinecolor": INK,
        },
        yaxis={"range": [height, 0], "fixedrange": True, "visible": False},
    )  # fmt: skip
