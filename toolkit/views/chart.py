"""Draw a finding: a chart with its sentence, and the same numbers as a table and as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from toolkit.finding import Finding
from toolkit.views.bars import bars
from toolkit.views.chart_look import COLOURS
from toolkit.views.lines import lines
from toolkit.views.page import Page
from toolkit.views.spans import spans
from toolkit.views.template import render

__all__ = ["give_numbers", "show_finding"]


def show_finding(
    page: Page,
    finding: Finding,
    name: str,
    *,
    level: int = 3,
    draw: Callable[[Finding], dict[str, Any]] | None = None,
    links: Sequence[Sequence[str]] = (),
) -> Markup:
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
    draw : callable, optional
        Returns the plotly figure; the one that the finding asks for where left out.
    links : sequence of sequence of str
        For each row of the table the address that each of its numbers leads to, empty where it
        leads nowhere. A table with links stands open.

    Returns
    -------
    markupsafe.Markup
        A ``<figure>``: heading, chart, sentence, tables of words, and the numbers as a table to
        unfold. Its button sends the action ``numbers`` with the chart's name, which
        `give_numbers` answers. A finding without numbers has no chart and no such button.
    """
    page.figures.pop(name, None)
    if finding.series:
        page.figures[name] = (draw or _figure)(finding)
    keys = [
        {"colour": COLOURS[index % len(COLOURS)], "place": index, "name": series.name}
        for index, series in enumerate(finding.series)
    ]
    return render(
        "finding", finding=finding, chart=name, level=level, keys=keys, links=tuple(links)
    )


def _figure(finding: Finding) -> dict[str, Any]:
    drawn_by = {"bars": bars, "spans": spans}
    return drawn_by.get(finding.figure, lines)(finding)


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
