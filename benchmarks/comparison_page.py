"""The page that frameworks are compared on: a table, ten controls, a chart, a button that answers.

Made of plain ipywidgets, as any council's own notebook might be, with a chart as in our apps.
"""

from __future__ import annotations

from comparison_facts import FIGURE, SLIDERS, answer, table
from ipywidgets import HTML, Button, IntSlider, VBox
from markupsafe import Markup

from toolkit.views.page import Page
from toolkit.views.store import Store

__all__ = ["show"]


def show() -> VBox:
    """Show the page."""
    sliders = [IntSlider(value=start, description=name) for name, start in SLIDERS]
    button, told = Button(description="Answer"), HTML()

    def tell(_button: Button) -> None:
        told.value = answer(slider.value for slider in sliders)

    button.on_click(tell)
    chart = Page(Store("comparison", version=1), draw=_chart).widget
    return VBox([HTML(table()), *sliders, chart, button, told])


def _chart(page: Page) -> Markup:
    page.figures["calls"] = FIGURE
    return Markup('<div data-figure="calls"></div>')
