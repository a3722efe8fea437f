"""The page that frameworks are compared on: a table, ten controls, a chart, a button that answers.

Made of plain ipywidgets, as any council's own notebook might be, with a chart as in our apps.
"""

from __future__ import annotations

from collections.abc import Iterable

from ipywidgets import HTML, Button, IntSlider, VBox
from markupsafe import Markup

from toolkit.views.page import Page
from toolkit.views.store import Store

__all__ = ["show"]

TOWNS = {"Ashby": 12, "Barrow": 30, "Corby": 22, "Derby": 41, "Exeter": 17}
FIGURE = {
    "data": [{"type": "bar", "x": list(TOWNS), "y": list(TOWNS.values())}],
    "layout": {"height": 300},
}


def show() -> VBox:
    """Show the page."""
    sliders = [IntSlider(value=number, description=f"Amount {number}") for number in range(10)]
    button, told = Button(description="Answer"), HTML()

    def tell(_button: Button) -> None:
        told.value = _answer(slider.value for slider in sliders)

    button.on_click(tell)
    chart = Page(Store("comparison", version=1), draw=_chart).widget
    return VBox([HTML(_table()), *sliders, chart, button, told])


def _chart(page: Page) -> Markup:
    page.figures["calls"] = FIGURE
    return Markup('<div data-figure="calls"></div>')


def _table() -> str:
    """Return a table of fifty rows as HTML."""
    rows = [f"<tr><td>{town} {n}</td><td>{value + n}</td></tr>" for n in range(10)
            for town, value in TOWNS.items()]  # fmt: skip
    return f"<table><tr><th>Place</th><th>Calls</th></tr>{''.join(rows)}</table>"


def _answer(amounts: Iterable[float]) -> str:
    """Return what the button says; the browser waits for its first two words."""
    return f"Python answers {sum(amounts):.0f}"
