"""The page that frameworks are compared on, as Panel shows it: ``panel serve``.

It runs in an environment of its own, made by ``make bench`` from ``requirements-peers.lock``.
"""

import panel as pn
from comparison_facts import FIGURE, SLIDERS, answer, table

pn.extension("plotly")
sliders = [pn.widgets.IntSlider(name=name, value=start, end=100) for name, start in SLIDERS]
button, told = pn.widgets.Button(name="Answer"), pn.pane.HTML("")
button.on_click(lambda _: setattr(told, "object", answer(slider.value for slider in sliders)))
pn.Column(pn.pane.HTML(table()), *sliders, pn.pane.Plotly(FIGURE), button, told).servable()
