"""Draw a finding: a chart with its sentence, and the same numbers as a table and as a file."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from toolkit.finding import Finding, Series
from toolkit.views.page import Page
from toolkit.views.template import render

__all__ = ["bars", "give_numbers", "show_finding"]

# Dark blue and burnt orange: apart in lightness, so that they are told apart with any kind of
# colour vision and in grey. Every second one is striped as well.
_COLOURS = ("#12436d", "#c4501b", "#28a197", "#801650")
_INK = "#0b0c0c"
_GRID = "#b1b4b6"
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
# One step of the vertical axis is one pixel, so that names fit above their bars on any screen.
_LINE, _BAR, _GAP, _AXIS = 22, 28, 14, 30
_NAME_WIDTH = 32  # characters: what 320 pixels hold


def show_finding(page: Page, finding: Finding, name: str, *, level: int = 3) -> Markup:
    """Put a finding on a page.

    Parameters
    ----------
    page : Page
        The page that is being drawn; the chart is added to its figures.
    finding : Finding
        What to show.
    name : str
        The name of this chart, unique in the document, for example ``try-it``.
    level : int
        The level of its heading.

    Returns
    -------
    markupsafe.Markup
        A ``<figure>``: heading, chart, sentence, and the numbers as a table to unfold. Its
        button sends the action ``numbers``, which `give_numbers` answers.
    """
    page.figures[name] = bars(finding)
    keys = [
        {"colour": _COLOURS[index % len(_COLOURS)], "striped": index % 2, "name": series.name}
        for index, series in enumerate(finding.series)
    ]
    return render("finding", finding=finding, chart=name, level=level, keys=keys)


def give_numbers(page: Page, finding: Finding, name: str) -> None:
    """Give the visitor a finding's numbers as a CSV file.

    Parameters
    ----------
    page : Page
        The page the visitor is on.
    finding : Finding
        Whose numbers.
    name : str
        The name of the chart, which becomes the file's.
    """
    sample = f"-sample-{finding.seed}" if finding.seed is not None else ""
    page.download(f"{name}{sample}.csv", finding.csv(), "text/csv")


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
    labels = [_label("<br>".join(lines), top) for lines, top in zip(names, tops, strict=True)]
    return {"data": traces, "layout": _layout(sum(heights), finding.unit, labels)}


def _traces(
    series: Series, index: int, places: list[float], shown: Callable[[float], str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the bars of one series, and their numbers, which stand clear of the range lines."""
    ends = series.high or series.values
    bar = {
        "type": "bar",
        "orientation": "h",
        "name": series.name,
        "x": list(series.values),
        "y": places,
        "width": _BAR - 6,
        "marker": _marker(index),
        "error_x": _ranges(series),
    }
    text = {
        "type": "scatter",
        "mode": "text",
        "x": list(map(max, ends, series.values)),
        "y": places,
        "text": [f" {shown(value)}" for value in series.values],
        "textposition": "middle right",
        "cliponaxis": False,
    }
    return bar, text


def _marker(index: int) -> dict[str, Any]:
    colour = _COLOURS[index % len(_COLOURS)]
    stripes = {"shape": "/", "fgcolor": colour, "bgcolor": "#ffffff", "size": 7, "solidity": 0.45}
    return {
        "color": colour,
        "line": {"color": colour, "width": 2},
        **({"pattern": stripes} if index % 2 else {}),
    }


def _ranges(series: Series) -> dict[str, Any]:
    if not series.low:
        return {"visible": False}
    up = [high - value for high, value in zip(series.high, series.values, strict=True)]
    down = [value - low for low, value in zip(series.low, series.values, strict=True)]
    return {
        "type": "data",
        "symmetric": False,
        # A value outside the range of other samples has no line on that side.
        "array": [max(0, step) for step in up],
        "arrayminus": [max(0, step) for step in down],
        "color": _INK,
        "thickness": 1.5,
        "width": 5,
    }


def _label(text: str, top: float) -> dict[str, Any]:
    return {
        "text": text, "x": 0, "xshift": 4, "y": top, "xref": "paper", "showarrow": False,
        "xanchor": "left", "yanchor": "top", "align": "left", "borderpad": 0,
    }  # fmt: skip


def _layout(height: float, unit: str, labels: list[dict[str, Any]]) -> dict[str, Any]:
    percent = unit == "%"
    across = {"range": [0, 100]} if percent else {"rangemode": "tozero"}
    return {
        "height": height + _AXIS,
        "margin": {"l": 2, "r": 52, "t": 0, "b": _AXIS},
        "barmode": "overlay",
        "font": {"family": _FONT, "size": 16, "color": _INK},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "dragmode": False,
        "hovermode": False,
        "showlegend": False,
        "annotations": labels,
        "xaxis": {
            **across, "fixedrange": True, "ticksuffix": "%" if percent else "", "nticks": 5,
            "gridcolor": _GRID, "zeroline": True, "zerolinecolor": _INK,
        },
        "yaxis": {"range": [height, 0], "fixedrange": True, "visible": False},
    }  # fmt: skip
