"""What all charts look like: colours, type, and nothing to drag."""

from __future__ import annotations

from typing import Any

from toolkit.finding import Series

__all__ = ["COLOURS", "GRID", "INK", "label", "layout", "ranges"]

# Dark blue and burnt orange: apart in lightness, so that they are told apart with any kind of
# colour vision and in grey. Every second one is striped or dashed as well.
COLOURS = ("#12436d", "#c4501b", "#28a197", "#801650")
INK = "#0b0c0c"
GRID = "#b1b4b6"
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def label(text: str, top: float, *, left: float = 0) -> dict[str, Any]:
    """Return the name of a row, over what is drawn for it.

    Parameters
    ----------
    text : str
        The name, its lines parted by ``<br>``.
    top : float
        Where it starts, in pixels from the top.
    left : float
        The margin to the left of the drawing, in pixels: the name starts at its left edge.

    Returns
    -------
    dict
        One of plotly's annotations.
    """
    return {
        "text": text, "x": 0, "xshift": 4 - left, "y": top, "xref": "paper", "showarrow": False,
        "xanchor": "left", "yanchor": "top", "align": "left", "borderpad": 0, "bgcolor": "#ffffff",
    }  # fmt: skip


def layout(height: float, **more: Any) -> dict[str, Any]:
    """Return the layout that every chart has, and what is its own.

    Parameters
    ----------
    height : float
        In pixels.
    **more
        What one kind of chart adds, by the names of plotly's layout.

    Returns
    -------
    dict
        No toolbar, nothing to drag, nothing that hovers.
    """
    return {
        "height": height,
        "font": {"family": _FONT, "size": 16, "color": INK},
        "paper_bgcolor": "#ffffff",
        "plot_bgcolor": "#ffffff",
        "dragmode": False,
        "hovermode": False,
        "showlegend": False,
        **more,
    }


def ranges(series: Series) -> dict[str, Any]:
    """Return the thin lines that show each number's range.

    Parameters
    ----------
    series : Series
        The numbers and the ends of their ranges.

    Returns
    -------
    dict
        For plotly's ``error_x`` or ``error_y``.
    """
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
        "color": INK,
        "thickness": 1.5,
        "width": 5,
    }
