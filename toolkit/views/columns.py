"""Upright columns for a finding whose rows follow one another, such as years."""

from __future__ import annotations

from typing import Any

from toolkit.finding import Finding, number

__all__ = ["columns"]

_COLOUR, _INK, _GRID = "#12436d", "#0b0c0c", "#b1b4b6"
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_HEIGHT = 300  # pixels


def columns(finding: Finding) -> dict[str, Any]:
    """Return the first series of a finding as upright columns, a plotly figure in plain JSON.

    Parameters
    ----------
    finding : Finding
        One row is one column, left to right.

    Returns
    -------
    dict
        ``data`` and ``layout``. No toolbar, nothing to drag, no motion, every column labelled.
    """
    values = finding.series[0].values
    column = {
        "type": "bar",
        "x": list(finding.rows),
        "y": list(values),
        "text": [number(value, finding.unit) if value else "" for value in values],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": _COLOUR},
    }
    return {"data": [column], "layout": _layout(max(values, default=0))}


def _layout(highest: float) -> dict[str, Any]:
    return {
        "height": _HEIGHT,
        "margin": {"l": 30, "r": 4, "t": 24, "b": 54},
        "bargap": 0.2,
        "font": {"family": _FONT, "size": 16, "color": _INK},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "dragmode": False,
        "hovermode": False,
        "showlegend": False,
        # As words: as numbers, a year could become 2,020 or 2020.5.
        "xaxis": {"type": "category", "fixedrange": True, "tickangle": -90},
        "yaxis": {
            "fixedrange": True, "range": [0, max(highest, 1) * 1.05], "nticks": 5,
            "gridcolor": _GRID, "zeroline": True, "zerolinecolor": _INK, "tickformat": "d",
        },
    }  # fmt: skip
