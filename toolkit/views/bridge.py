"""The bridge: one widget that shows native HTML and hands back what the visitor does.

It knows nothing of councils, lessons or scores. `toolkit.views.page` is what views use.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from toolkit.views.words import bridge_words

__all__ = ["Bridge"]

STATIC = Path(__file__).parent / "static"
# What is sent where there is no server to fetch it from, by name: the files it is made of.
ASSETS = {
    "bridge.js": ("idiomorph.min.js", "bridge.js"),
    "plotly-basic.min.js": ("plotly-basic.min.js",),
    "style.css": ("style.css",),
}


class Bridge(anywidget.AnyWidget):
    """A widget whose content is HTML and whose events are names and values.

    Parameters
    ----------
    document : str
        What the visitor's answers are kept under in their own browser.
    version : int
        The version of that document: answers to another version are never mixed in.
    screen : dict
        What is shown: ``html``, ``title``, ``figures`` (plotly figures by name), ``kept``
        (values by name, for the visitor's browser to keep) and ``answers`` (the number of the
        last event it takes account of).
    """

    _esm = (STATIC / "bridge-loader.js").read_text(encoding="utf-8")
    document = traitlets.Unicode().tag(sync=True)
    version = traitlets.Int(1).tag(sync=True)
    page: object = None  # what draws it, a `toolkit.views.page.Page`
    words = traitlets.Dict().tag(sync=True)
    screen = traitlets.Dict().tag(sync=True)

    def __init__(self, receive: Callable[[dict[str, Any]], None], **traits: Any) -> None:
        super().__init__(words=bridge_words(), **traits)
        self._receive = receive
        self.on_msg(self._on_message)

    def _on_message(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        if message["kind"] == "ping":
            self.send({"kind": "pong"})
        elif message["kind"] == "asset" and message["name"] in ASSETS:
            name = message["name"]
            text = "\n".join((STATIC / file).read_text(encoding="utf-8") for file in ASSETS[name])
            self.send({"kind": "asset", "name": name, "text": text})
        else:
            self._receive(message)
