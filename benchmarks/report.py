"""The benchmarks' report: a table in Markdown and a chart in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from figures import Measure, ratio, said

__all__ = ["chart", "markdown"]

WIDTH, LABEL, ROW = 760, 330, 24
BLUE, GREY = "#1b5e8c", "#505a5f"


def markdown(
    measures: Sequence[Measure],
    to: str,
    *,
    about: Sequence[str],
    chart_file: str,
    bars: Sequence[str] = (),
) -> str:
    """Return a report.

    Parameters
    ----------
    measures : sequence of Measure
        What was measured.
    to : str
        The contender that the others are compared with.
    about : sequence of str
        Paragraphs on when, where and how this was measured.
    chart_file : str
        The chart's file beside the report.
    bars : sequence of str
        A table that says which bars are held.

    Returns
    -------
    str
        Markdown. Every figure is a middle with its spread, then its ratio to `to`.
    """
    names = _names(measures, to)
    header = ["What", *(f"{name}" if name == to else f"{name}, ratio" for name in names)]
    rows = [_row(measure, names, to) for measure in measures]
    notes = [f"- {one.what}: {one.note}" for one in measures if one.note]
    return "\n".join(
        [
            "# Benchmarks",
            "",
            *(line for paragraph in about for line in (paragraph, "")),
            *(["## Bars", "", *bars, "", "## Figures", ""] if bars else []),
            f"![Each figure as a ratio to {to}. The table has the same numbers.]({chart_file})",
            "",
            "| " + " | ".join(header) + " |",
            "|---" * len(header) + "|",
            *rows,
            "",
            *(["Notes:", "", *notes, ""] if notes else []),
        ]
    )


def chart(measures: Sequence[Measure], to: str) -> str:
    """Return the ratios to one contender as bars, one group for each measure, in SVG.

    Bars end at the edge where a ratio is above 2, and say so in words like all others.
    """
    drawn, y = [], 40
    for measure in (one for one in measures if one.drawn):
        shown = [name for name in _names(measures, to)[1:] if ratio(measure, name, to) is not None]
        if not shown:
            continue
        drawn.append(_text(0, y + 16, measure.what, weight="bold"))
        y += ROW
        for place, name in enumerate(shown):
            drawn.append(_bar(y, name, ratio(measure, name, to) or 0.0, faint=place % 2 == 1))
            y += ROW
    one = LABEL + _length(1)
    line = f'<line x1="{one}" x2="{one}" y1="30" y2="{y}" stroke="{GREY}" stroke-dasharray="4 3"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y + 10}" role="img" '
        f'font-family="Arial, sans-serif" font-size="14">'
        f"<title>Each figure as a ratio to {escape(to)}; shorter is better</title>"
        f'<rect width="100%" height="100%" fill="white"/>'
        f"{_text(one - 60, 20, f'1 = {to}', colour=GREY)}{line}{''.join(drawn)}</svg>\n"
    )


def _names(measures: Sequence[Measure], to: str) -> list[str]:
    found = dict.fromkeys(name for measure in measures for name in measure.found)
    return [to, *(name for name in found if name != to)]


def _row(measure: Measure, names: Sequence[str], to: str) -> str:
    cells = [f"{measure.what}, {measure.unit}"]
    for name in names:
        share = None if name == to else ratio(measure, name, to)
        cell = said(measure.found.get(name, ()))
        cells.append(cell if share is None else f"{cell}, **{share:.2f}**")
    return "| " + " | ".join(cells) + " |"


def _length(share: float) -> float:
    return round(min(share, 2.0) / 2 * (WIDTH - LABEL - 60), 1)


def _bar(y: int, name: str, share: float, *, faint: bool) -> str:
    fill = "#8fb8d6" if faint else BLUE
    end = LABEL + _length(share)
    return (
        f"{_text(16, y + 16, name)}"
        f'<rect x="{LABEL}" y="{y + 3}" width="{_length(share)}" height="{ROW - 8}" fill="{fill}"/>'
        f"{_text(end + 6, y + 16, f'{share:.2f}')}"
    )


def _text(x: float, y: int, text: str, *, colour: str = "#0b0c0c", weight: str = "normal") -> str:
    halo = 'stroke="white" stroke-width="4" paint-order="stroke"'  # where it crosses the line
    look = f'fill="{colour}" font-weight="{weight}" {halo}'
    return f'<text x="{x}" y="{y}" {look}>{escape(text)}</text>'
