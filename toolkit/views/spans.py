"""Spans: for each row of a finding a line from its low end to its high end, and where it is now."""

from __future__ import annotations

import textwrap
from typing import Any

from toolkit.finding import Finding, Series
from toolkit.views.chart_look import COLOURS, INK, label, layout

__all__ = ["spans"]

# One step of the vertical axis is one pixel, so that names fit above their spans on any screen.
_LINE, _SPAN, _GAP, _AXIS = 22, 30, 14, 30
_BESIDE = 76  # pixels left and right of the lines, for the number at each end
_NAME_WIDTH = 32  # characters: what 320 pixels hold


def spans(finding: Finding) -> dict[str, Any]:
    """Return spans as a plotly figure in plain JSON values.

    Parameters
    ----------
    finding : Finding
        One row is one span under its name. The series are the low end, now, and the high end; the
        low end stands on the right where it gives the larger number.

    Returns
    -------
    dict
        ``data`` and ``layout``. No toolbar, nothing to drag, no motion, every mark labelled.
    """
    names = [textwrap.wrap(row, _NAME_WIDTH) for row in finding.rows]
    # The line over each span is for the number now.
    heads = [(len(lines) + 1) * _LINE for lines in names]
    tops = [sum(heads[:index]) + index * (_SPAN + _GAP) for index in range(len(heads))]
    places = [top + head + _SPAN / 2 for top, head in zip(tops, heads, strict=True)]
    labels = [
        label("<br>".join(lines), top, left=_BESIDE) for lines, top in zip(names, tops, strict=True)
    ]
    low, now, high = finding.series
    traces = [
        _reach(low, high, places),
        _end(low, high, places, finding, filled=False),
        _end(high, low, places, finding, filled=True),
        _now(now, places, finding),
    ]
    return {"data": traces, "layout": _axes(sum(heads) + len(heads) * (_SPAN + _GAP), labels)}


def _reach(low: Series, high: Series, places: list[float]) -> dict[str, Any]:
    """Return the line of each span; a gap stands between two of them."""
    ends = zip(low.values, high.values, places, strict=True)
    points = [point for one, other, y in ends for point in ((one, y), (other, y), (None, None))]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, __ in points],
        "y": [y for __, y in points],
        "line": {"color": INK, "width": 4},
    }


def _end(
    series: Series, other: Series, places: list[float], finding: Finding, *, filled: bool
) -> dict[str, Any]:
    """Return the marks at one end, each with its number on the side where no line is."""
    colour = COLOURS[2 if filled else 0]
    right = [
        value > beyond or (value == beyond and filled)
        for value, beyond in zip(series.values, other.values, strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": series.name,
        "x": list(series.values),
        "y": places,
        "marker": {"symbol": "circle", "size": 14, "color": colour if filled else "#ffffff",
                   "line": {"color": colour, "width": 3}},
        "text": [f"  {text}" if on_right else f"{text}  "
                 for text, on_right in zip(map(finding.shown, series.values), right, strict=True)],
        "textposition": ["middle right" if one else "middle left" for one in right],
        "cliponaxis": False,
    }  # fmt: skip


def _now(series: Series, places: list[float], finding: Finding) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": series.name,
        "x": list(series.values),
        "y": places,
        "marker": {"symbol": "line-ns", "size": 12, "line": {"color": COLOURS[1], "width": 5}},
        "text": [finding.shown(value) for value in series.values],
        "textposition": "top center",
        "cliponaxis": False,
    }


def _axes(height: float, labels: list[dict[str, Any]]) -> dict[str, Any]:
    """Return axes on which zero alone is marked, since every mark has its number beside it."""
    return layout(
        height + _AXIS,
        margin={"l": _BESIDE, "r": _BESIDE, "t": 0, "b": _AXIS},
        annotations=labels,
        xaxis={
            "rangemode": "tozero", "fixedrange": True, "tickvals": [0], "showgrid": False,
            "zeroline": True, "zerolinecolor": INK,
        },
        yaxis={"range": [height, 0], "fixedrange": True, "visible": False},
    )  # fmt: skip
