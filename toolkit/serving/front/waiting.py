"""Let a visitor in to a page that runs a kernel, or show them their place in the queue."""

from __future__ import annotations

import asyncio
import time
from typing import Any
from urllib.parse import urlencode

from tornado.web import RequestHandler

from toolkit.serving.front.application import QUEUE_FULL, refuse
from toolkit.serving.front.limits import Pace
from toolkit.serving.front.places import Places, Taken, Waiting
from toolkit.serving.front.proxy import is_here, network_of

__all__ = ["Claiming", "Door", "Turn"]

TICKET, LEFT = "waiting", "left"  # names in an address; see templates/toolkit/static/back.js
PAUSE = 3  # seconds to wait for whoever asks too often
LISTEN = 20  # seconds a question for one's turn is left open; proxies end silent ones later


class Door:
    """Lets visitors in while there are places.

    Parameters
    ----------
    places : Places
        Who has one and who waits.
    pages : Pace
        How many pages one address may open.
    questions : Pace
        How often one who waits may ask or load their page, and one address ask for turns that
        nobody has.
    """

    def __init__(self, places: Places, pages: Pace, questions: Pace) -> None:
        self.places = places
        self._pages = pages
        self._questions = questions

    def admit(self, handler: RequestHandler) -> Taken | None:
        """Return a place for a page; where there is none, answer in its stead."""
        now, ticket = time.monotonic(), handler.get_query_argument(TICKET, "")
        if not self._count(handler, ticket, self._pages):
            refuse(handler, 429)
            return None
        answer = self.places.ask(now, ticket, handler.get_query_argument(LEFT, ""))
        if isinstance(answer, Taken):
            return answer
        if answer:
            self._show(handler, answer, ticket)
        else:
            refuse(handler, 503, QUEUE_FULL)
        return None

    def hears(self, handler: RequestHandler, ticket: str) -> bool:
        """Return whether a question for somebody's turn may be answered, and count it."""
        return self._count(handler, ticket, self._questions)

    def _count(self, handler: RequestHandler, ticket: str, pace: Pace) -> bool:
        """Count what comes from an address, or from one who waits, wherever they are."""
        address, now = handler.request.remote_ip or "", time.monotonic()
        if self.places.turn(ticket, now) is not None:
            return self._questions.count(ticket, now)
        return is_here(address) or pace.count(network_of(address), now)

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
        door: Door = self.settings["toolkit_door"]
        known = self.get_query_argument("known", "")
        self.closed = False
        self.set_header("Cache-Control", "no-store")
        if not door.hears(self, ticket):
            self.settings["toolkit_metrics"].refused.labels("too many questions").inc()
            self.set_status(429)
            self.set_header("Retry-After", str(PAUSE))
            return
        for _ in range(LISTEN):
            number = door.places.turn(ticket, time.monotonic())
            if self.closed:
                return
            if number is None or str(number) != known:
                break
            await asyncio.sleep(1)
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
