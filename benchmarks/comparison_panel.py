"""The comparison page for Panel: ``panel serve benchmarks/comparison_panel.py``."""

from __future__ import annotations

import panel as pn
from comparison_numbers import TOWNS, answer, table

pn.extension("plotly")

sliders = [pn.widgets.IntSlider(name=f"Amount {number}", value=number) for number in range(10)]
told = pn.pane.HTML()
button = pn.widgets.Button(name="Answer")
button.on_click(lambda _event: setattr(told, "object", answer(one.value for one in sliders)))
bar = {"type": "bar", "x": list(TOWNS), "y": list(TOWNS.values())}
chart = pn.pane.Plotly({"data": [bar], "layout": {"height": 300}}, height=300)
pn.Column("# Comparison", pn.pane.HTML(table()), *sliders, chart, button, told).servable()
