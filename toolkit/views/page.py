"""A page: Python says what is on it, the bridge shows it, events come back here.

A view makes a `Page` from two functions, one that draws and one that acts, and returns its
widget. Everything a visitor typed is in ``page.store.values`` before ``act`` is called.
"""

from __future__ import annotations

import logging
from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from markupsafe import Markup

from toolkit.language import _
from toolkit.views.bridge import Bridge
from toolkit.views.event import Event
from toolkit.views.notice import draw_notice, notice_id
from toolkit.views.served import Served, served_from
from toolkit.views.store import Store
from toolkit.views.words import TOO_LARGE, TROUBLE, WENT_WRONG, WENT_WRONG_UNKEPT
from toolkit.yamlfile import Json

__all__ = ["Event", "Page"]

log = logging.getLogger(__name__)


class Page:
    """One HTML page inside a notebook, served or in JupyterLab.

    Parameters
    ----------
    store : Store
        What the visitor's browser keeps; pages that share a store redraw together.
    draw : callable
        Given the page, returns its HTML. Called after every event.
    act : callable, optional
        Given the page and an `Event`, changes what the page is about.
    owns_place : bool
        True for the one page of a notebook that follows the address fragment.

    Attributes
    ----------
    widget : Bridge
        What a notebook cell shows.
    place : dict
        The fragment ``#section=2&case=x`` as names and values. Change it with `go`.
    title : str
        The browser's title for this step; empty leaves it alone.
    served : str
        Where the page comes from, as `toolkit.views.served` has it.
    figures : dict
        Plotly figures as dicts, by the name their place in the HTML has in ``data-figure``.
    """

    def __init__(
        self,
        store: Store,
        *,
        draw: Callable[[Page], str],
        act: Callable[[Page, Event], None] | None = None,
        owns_place: bool = False,
    ) -> None:
        self.store = store
        self.place: dict[str, str] = {}
        self.title = ""
        self.served: Served = served_from("")
        self.figures: dict[str, Any] = {}
        self._draw = draw
        self._act = act
        self._owns_place = owns_place
        self._notice = ""
        self._answers = 0
        self._first: list[dict[str, Any]] = []
        self._afterwards: list[dict[str, Any]] = []
        self.widget = Bridge(
            self._receive, document=store.document, version=store.version, screen=self._screen()
        )
        self.widget.page = self
        store.join(self._redraw, self._forget)

    # -- what a view may ask for ---------------------------------------------------------------

    def go(self, *, replace: bool = False, **place: str) -> None:
        """Move to another place in the document; the Back button returns."""
        self.place = {name: value for name, value in place.items() if value != ""}
        text = urlencode(self.place, safe=",/")
        message = {"kind": "place", "text": text, "replace": replace}
        if self._owns_place:
            self._afterwards.append(message)

    def announce(self, text: str) -> None:
        """Have a screen reader say `text`."""
        self._afterwards.append({"kind": "announce", "text": text})

    def focus(self, element_id: str) -> None:
        """Move the focus to an element once the page is redrawn."""
        self._afterwards.append({"kind": "focus", "id": element_id})

    def download(self, name: str, content: str | bytes, media_type: str = "text/plain") -> None:
        """Give the visitor a file; text is written as UTF-8."""
        if isinstance(content, str):
            content, media_type = content.encode(errors="replace"), f"{media_type};charset=utf-8"
        message = {"kind": "download", "name": name, "type": media_type}
        self._afterwards.append(message | {"base64": b64encode(content).decode()})

    def notice(self, text: str) -> None:
        """Show `text` in a banner at the top of the page until it is dismissed."""
        self._notice = text
        self._afterwards.append({"kind": "focus", "id": notice_id(self.store.document)})

    def rehearse(self, kept: Mapping[str, Json], *events: dict[str, Any]) -> dict[str, Any]:
        """Return the screen after events, with what is ``said`` then, and leave all as it is."""
        values, place = dict(self.store.values), self.place
        self.store.values.clear()
        self.store.values.update(kept)
        try:
            for event in events:
                self._take(event)
            said = [one["text"] for one in self._afterwards if one["kind"] == "announce"]
            return self._screen() | {"said": "".join(said[-1:])}
        finally:
            self._afterwards, self._notice, self.place = [], "", place
            self.store.values.clear()
            self.store.values.update(values)

    # -- events ----------------------------------------------------------------------------------

    def _receive(self, message: dict[str, Any]) -> None:
        # The outermost place of every event: whatever goes wrong below must leave a page that
        # still answers, so this is the one catch-all. The log gets the details.
        try:
            self._take(message)
        except Exception:
            log.exception("could not carry out %s %s", message["kind"], message.get("name", ""))
            self.notice(_(WENT_WRONG_UNKEPT if self.store.trouble else WENT_WRONG))
        self._answers = message.get("number", self._answers)
        self.store.redraw()

    def _take(self, message: dict[str, Any]) -> None:
        match message:
            case {"kind": "hello", "saved": saved, "place": place}:
                self.served = served_from(str(message.get("host", "")))
                self._restore(saved)
                if place:
                    self._move(place)
            case {"kind": "elsewhere", "saved": saved}:
                if not self.store.trouble:  # otherwise this tab holds what no browser keeps
                    self.store.values.clear()
                self._restore(saved)
            case {"kind": "place", "value": place}:
                self._move(place)
            case {"kind": "change", "name": name, "value": value, "keep": keep}:
                if keep:
                    self.store.set(name, value)
                self._do(Event("change", name, value))
            case {"kind": "action", "name": "start-again"}:  # for the next group in the room
                self._notice = ""
                self.store.forget()
            case {"kind": "action", "name": "dismiss-notice"}:
                self._notice = ""
            case {"kind": "action", "name": name, "value": value}:
                self._do(Event("action", name, value))
            case {"kind": "upload", "name": name, "value": value}:
                self._take_file(name, value)
            case {"kind": "trouble", "value": "damaged"}:
                self.notice(_(TROUBLE["damaged"]))
            case {"kind": "trouble", "value": value} if not self.store.trouble:
                self.store.trouble = value
                self.notice(_(TROUBLE[value]))

    def _restore(self, saved: dict[str, Any] | None) -> None:
        explanation = self.store.restore(saved)
        if explanation:
            self.notice(explanation)
        self._do(Event("restored", value=explanation or None))

    def _move(self, place: str) -> None:
        if self._owns_place:
            self.place = dict(parse_qsl(place))
            self._do(Event("place"))

    def _take_file(self, name: str, value: dict[str, Any]) -> None:
        if "text" in value or "files" in value:
            self._do(Event("upload", name, value))
        else:
            size, limit = (round(value[key] / 1000) for key in ("size", "limit"))
            self.notice(_(TOO_LARGE).format(size=size, limit=limit))

    def _do(self, event: Event) -> None:
        if self._act is not None:
            self._act(self, event)

    # -- drawing ---------------------------------------------------------------------------------

    def _screen(self) -> dict[str, Any]:
        drawn = Markup(self._draw(self))
        # Where another self-assessment is open, the banner waits until this one is opened.
        html = draw_notice(self.store.document, self._notice) + drawn if drawn else drawn
        return {
            "html": html,
            "title": self.title,
            "figures": dict(self.figures),
            "kept": dict(self.store.values),
            "answers": self._answers,
        }

    def _redraw(self) -> None:
        first, self._first = self._first, []
        for message in first:
            self.widget.send(message)
        try:
            self.widget.screen = self._screen()
        except Exception:  # as in _receive: a page that cannot be drawn keeps its last screen
            log.exception("could not draw %s", self.store.document)
            screen = self.widget.screen
            self.widget.screen = {**screen, "answers": self._answers, "kept": self._kept()}
        messages, self._afterwards = self._afterwards, []
        for message in messages:
            if message["kind"] == "place":  # the browser ignores it if the visitor has moved on
                message["answers"] = self._answers
            self.widget.send(message)

    def _kept(self) -> dict[str, Json]:
        return dict(self.store.values)

    def _forget(self, everything: bool) -> None:
        # Before the screen is: one that says "deleted" must not be seen until it is true.
        self._first.append({"kind": "forget", "everything": everything})
