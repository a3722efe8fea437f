"""A visitor without a browser, against a server that speaks as Jupyter's does."""

from __future__ import annotations

import asyncio
import json
import struct
import uuid
from contextlib import AsyncExitStack

import light_visitor
import pytest
from light_visitor import Visit, visit_at_once
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

KERNEL = str(uuid.uuid4())


class Page(RequestHandler):
    """A page with a kernel; before it, a queue of as many turns as its name says."""

    asked: dict[str, int] = {}

    def get(self, turns: str) -> None:
        """Answer with the page, or with a place in the queue."""
        if turns == "broken":
            self.send_error(500)
            return
        ticket = self.get_query_argument("waiting", "")
        if not ticket and turns != "0":
            self.redirect(f"{self.request.path}?waiting=ticket-{turns}")
            return
        self.asked[ticket] = self.asked.get(ticket, 0) + 1
        ready = self.asked[ticket] > int(turns)
        self.finish(f'<script>{{"kernelId": "{KERNEL}"}}</script>' if ready else "Please wait.")


class Channels(WebSocketHandler):
    """A kernel that tells what is on its page, with a binary part as images have."""

    def on_message(self, message: str | bytes) -> None:
        """Answer the question for all states; say something else first."""
        asked = json.loads(message)
        if asked["header"]["msg_type"] != "comm_msg":
            self.write_message(json.dumps({"content": {"execution_state": "busy"}}))
            return
        data = {"method": "update_states", "states": {}}
        content = {"comm_id": asked["content"]["comm_id"], "data": data}
        body = json.dumps({"content": content}).encode()
        start = 4 + 2 * 4
        offsets = struct.pack("!3i", 2, start, start + len(body))
        self.write_message(offsets + body + b"\x00\xff", binary=True)


class Shutdown(RequestHandler):
    """Where pages say that they were left."""

    left: list[str] = []

    def post(self, kernel: str) -> None:
        """Note whose kernel can be ended."""
        self.left.append(kernel)


def visits(monkeypatch: pytest.MonkeyPatch, *names: str) -> list[Visit]:
    """Visit pages of the tiny server at once."""
    monkeypatch.setattr(light_visitor, "ASK_AGAIN", 0.01)
    monkeypatch.setattr(light_visitor, "GIVE_UP", 0.2)

    async def all_of_them() -> list[Visit]:
        routes = [
            (r"/voila/render/(\w+)", Page),
            (r"/api/kernels/.*/channels", Channels),
            (r"/voila/api/shutdown/(.*)", Shutdown),
        ]
        socket, port = bind_unused_port()
        server = HTTPServer(Application(routes))
        server.add_socket(socket)
        addresses = [f"http://127.0.0.1:{port}/voila/render/{name}" for name in names]
        async with AsyncExitStack() as stay:
            found = await visit_at_once(addresses, 10, stay)
        server.stop()
        return found

    Page.asked, Shutdown.left = {}, []
    return asyncio.run(all_of_them())


def test_a_visit_ends_when_the_kernel_has_told_what_is_on_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    [one] = visits(monkeypatch, "0")
    assert (one.waited, one.queued, one.trouble) == (False, False, "")
    assert 0 < one.page < one.answered


def test_whoever_leaves_says_so_as_browsers_do(monkeypatch: pytest.MonkeyPatch) -> None:
    visits(monkeypatch, "0", "0", "broken")
    assert Shutdown.left == [KERNEL, KERNEL]


def test_somebody_who_is_told_to_wait_keeps_their_place(monkeypatch: pytest.MonkeyPatch) -> None:
    [one] = visits(monkeypatch, "3")
    assert one.waited
    assert one.answered > 0
    assert Page.asked == {"ticket-3": 4}


def test_somebody_who_would_wait_too_long_is_in_a_queue_and_not_in_trouble(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    [one] = visits(monkeypatch, "9999")
    assert (one.queued, one.answered, one.trouble) == (True, 0.0, "")


def test_one_visitor_in_trouble_does_not_hold_up_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad, good = visits(monkeypatch, "broken", "0")
    assert bad.trouble == "ValueError: the server answered 500"
    assert good.answered > 0
