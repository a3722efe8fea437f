"""A visitor without a browser: fetches a page, connects to its kernel, and asks what is on it.

This is what a page does until its controls are live, less the work of the browser itself. Many of
them can visit at once from one process.
"""

from __future__ import annotations

import asyncio
import json
import re
import struct
import time
import uuid
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.simple_httpclient import SimpleAsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

__all__ = ["Visit", "visit", "visit_at_once"]

KERNEL = re.compile(r'"kernelId"\s*:\s*"([0-9a-f-]{36})"')
ASK_AGAIN = 1.0  # seconds, for somebody who was told to wait
GIVE_UP = 20.0  # seconds in a queue: those who have a place stay longer than that
LARGEST_MESSAGE = 100_000_000  # bytes


@dataclass(frozen=True)
class Visit:
    """How one visit went. Times are in seconds from the first request.

    `waited` says that there was a queue, `queued` that it was left before its end.
    """

    page: float = 0.0
    answered: float = 0.0
    waited: bool = False
    queued: bool = False
    trouble: str = ""


class StillQueuedError(Exception):
    """Somebody left a queue before its end."""


async def visit_at_once(
    addresses: Sequence[str], patience: float, stay: AsyncExitStack
) -> list[Visit]:
    """Visit several pages at the same moment, and stay on them until `stay` is closed."""
    client = SimpleAsyncHTTPClient(force_instance=True, max_clients=len(addresses) + 1)
    visits = await asyncio.gather(*(visit(one, patience, stay, client) for one in addresses))
    client.close()
    return list(visits)


async def visit(
    address: str, patience: float, stay: AsyncExitStack, client: AsyncHTTPClient | None = None
) -> Visit:
    """Visit a page, and stay connected until `stay` is closed."""
    client = client or SimpleAsyncHTTPClient(force_instance=True)
    start = time.monotonic()
    try:
        async with asyncio.timeout(patience):
            html, waited = await _fetch(client, address, patience)
            page = time.monotonic() - start
            await _connect(address, KERNEL.findall(html)[-1], stay)
    except StillQueuedError:
        return Visit(time.monotonic() - start, waited=True, queued=True)
    except (OSError, TimeoutError, ValueError) as error:
        told = str(error) or "nothing came in time"
        return Visit(time.monotonic() - start, trouble=f"{type(error).__name__}: {told}")
    return Visit(page, time.monotonic() - start, waited)


async def _fetch(client: AsyncHTTPClient, address: str, patience: float) -> tuple[str, bool]:
    """Return a page that has a kernel, and whether there was a queue before it."""
    start, waited = time.monotonic(), False
    while True:
        request = HTTPRequest(address, request_timeout=patience, connect_timeout=patience)
        response = await client.fetch(request, raise_error=False)
        if response.code == 599:  # tornado's own: no answer at all
            raise OSError(str(response.error))
        html = response.body.decode()
        if KERNEL.search(html):
            return html, waited
        if response.code not in (200, 429, 503):
            raise ValueError(f"the server answered {response.code}")
        if waited and time.monotonic() - start > GIVE_UP:
            raise StillQueuedError
        waited = True
        address = response.effective_url  # which may hold the place in a queue
        await asyncio.sleep(ASK_AGAIN)


async def _connect(address: str, kernel: str, stay: AsyncExitStack) -> None:
    """Ask a kernel for the state of its widgets, and wait for the answer."""
    base = address.replace("http", "ws", 1).partition("/voila/")[0]
    session, comm = uuid.uuid4().hex, uuid.uuid4().hex
    socket = await websocket_connect(
        f"{base}/api/kernels/{kernel}/channels?session_id={session}",
        max_message_size=LARGEST_MESSAGE,
    )
    stay.push_async_callback(_say_farewell, address, kernel)
    stay.callback(socket.close)  # first, as when a browser leaves
    target = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
    await socket.write_message(_message(session, "comm_open", target))
    ask = {"comm_id": comm, "data": {"method": "request_states"}}
    await socket.write_message(_message(session, "comm_msg", ask))
    await _wait_for_states(socket, comm)


async def _say_farewell(address: str, kernel: str) -> None:
    """Tell the server that the page was left, as browsers do."""
    base = address.partition("/voila/")[0]
    farewell = HTTPRequest(f"{base}/voila/api/shutdown/{kernel}", method="POST", body="")
    await SimpleAsyncHTTPClient(force_instance=True).fetch(farewell, raise_error=False)


async def _wait_for_states(socket: WebSocketClientConnection, comm: str) -> None:
    while True:
        raw = await socket.read_message()
        if raw is None:
            raise OSError("the connection was closed")
        content = _decode(raw).get("content", {})
        if content.get("comm_id") == comm and "update_states" in str(content.get("data", "")):
            return


def _message(session: str, kind: str, content: dict[str, Any]) -> str:
    header = {"msg_id": uuid.uuid4().hex, "username": "", "session": session, "msg_type": kind}
    return json.dumps(
        {
            "header": {**header, "version": "5.3"},
            "parent_header": {},
            "metadata": {"version": "1.0.0"},
            "content": content,
            "channel": "shell",
            "buffers": [],
        }
    )


def _decode(raw: str | bytes) -> dict[str, Any]:
    """Return a message, without the binary parts that may follow it."""
    if isinstance(raw, bytes):
        [count] = struct.unpack_from("!i", raw)
        offsets = (*struct.unpack_from(f"!{count}i", raw, 4), len(raw))
        raw = raw[offsets[0] : offsets[1]].decode()
    return dict(json.loads(raw))
