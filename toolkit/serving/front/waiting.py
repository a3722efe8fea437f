"""Let a visitor in to a page that runs a kernel, or show them their place in the queue."""

from __future__ import annotations

import asyncio
import hashlib
import time
from typing import Any
from urllib.parse import urlencode

from tornado.web import RequestHandler

from toolkit.serving.front.application import refuse
from toolkit.serving.front.limits import Pace
from toolkit.serving.front.places import Places, Taken, Waiting
from toolkit.serving.front.proxy import is_here

__all__ = ["Claiming", "Door", "Turn"]

TICKET = "waiting"  # the name in an address
LISTEN = 20  # seconds a question for one's turn is left open; proxies end silent ones later
AGAIN = ("max-age=0", "no-cache")  # what browsers say when they load a page again


class Door:
    """Lets visitors in while there are places.

    Parameters
    ----------
    places : Places
        Who has one and who waits.
    pages : Pace
        How many pages one address may open.
    """

    def __init__(self, places: Places, pages: Pace) -> None:
        self.places = places
        self._pages = pages

    def admit(self, handler: RequestHandler) -> Taken | None:
        """Return a place for a page; where there is none, answer in its stead."""
        request, now = handler.request, time.monotonic()
        ticket = handler.get_query_argument(TICKET, "")
        address = request.remote_ip or ""
        known = self.places.turn(ticket, now) is not None
        if not known and not is_here(address) and not self._pages.count(address, now):
            refuse(handler, 429)
            return None
        again = request.headers.get("Cache-Control", "") in AGAIN
        answer = self.places.ask(_who(handler), now, ticket, again)
        if isinstance(answer, Taken):
            return answer
        self._show(handler, answer, ticket)
        return None

    def _show(self, handler: RequestHandler, waiting: Waiting, ticket: str) -> None:
        handler.set_header("Cache-Control", "no-store")
        if waiting.ticket != ticket:  # from now on the address says which place in the queue
            others = [(name, value) for name, value in _query(handler) if name != TICKET]
            query = urlencode([*others, (TICKET, waiting.ticket)])
            handler.redirect(f"{handler.request.path}?{query}", status=303)
            return
        number = self.places.turn(ticket, time.monotonic()) or 1
        handler.set_header("Content-Type", "text/html; charset=UTF-8")
        handler.finish(handler.settings["toolkit_site"].waiting(ticket, number))


class Turn(RequestHandler):
    """Tell somebody who waits when their number changes."""

    async def get(self, ticket: str) -> None:
        """Answer when the number is another than the one known, or after a while."""
        places: Places = self.settings["toolkit_door"].places
        known = self.get_query_argument("known", "")
        self.closed = False
        for _ in range(LISTEN):
            number = places.turn(ticket, time.monotonic())
            if self.closed:
                return
            if str(number) != known:
                break
            await asyncio.sleep(1)
        self.set_header("Cache-Control", "no-store")
        self.finish({"number": number})

    def on_connection_close(self) -> None:
        """Ask no more for somebody who has gone."""
        self.closed = True


class Claiming:
    """The kernels of a server, for one page: the one it starts goes with its place."""

    def __init__(self, kernels: Any, place: Taken) -> None:
        self._kernels = kernels
        self._place = place

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kernels, name)

    async def start_kernel(self, **options: Any) -> str:
        """Start a kernel, and note whose it is."""
        self._place.kernel = await self._kernels.start_kernel(**options)
        return self._place.kernel


def _query(handler: RequestHandler) -> list[tuple[str, str]]:
    arguments = handler.request.query_arguments
    return [(name, value.decode("utf-8", "replace")) for name in arguments
            for value in arguments[name]]  # fmt: skip


def _who(handler: RequestHandler) -> str:
    """Return what tells one browser on one page from others, and tells nobody else anything."""
    request = handler.request
    told = (request.remote_ip, request.headers.get("User-Agent"), request.path)
    return hashlib.sha256(repr(told).encode()).hexdigest()
