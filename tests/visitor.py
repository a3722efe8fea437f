"""A visitor without a browser: fetches a page, opens the line to its kernel, gets one answer."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

AsyncHTTPClient.configure(None, max_clients=1000)
KERNEL = re.compile(r'"kernelId": "([0-9a-f-]+)"')
PATIENCE = 120.0  # seconds


@dataclass
class Visit:
    """A page that somebody has open.

    Parameters
    ----------
    base : str
        The server's address, without a slash at its end.
    path : str
        The notebook.
    """

    base: str
    path: str
    html: str = ""
    kernel: str = ""
    states: dict[str, Any] | None = None
    line: WebSocketClientConnection | None = None

    async def __aenter__(self) -> Visit:
        """Open the page, and wait until the kernel has told the state of its widgets."""
        address = f"{self.base}/voila/render/{self.path}"
        answer = await AsyncHTTPClient().fetch(address, request_timeout=PATIENCE)
        self.html = answer.body.decode()
        found = KERNEL.search(self.html)
        assert found, f"no kernel in {self.html[:200]}"
        self.kernel = found[1]
        where = f"{self.base.replace('http', 'ws', 1)}/api/kernels/{self.kernel}/channels"
        asked = HTTPRequest(f"{where}?session_id={uuid.uuid4().hex}", request_timeout=PATIENCE)
        self.line = await websocket_connect(asked)
        self.states = await self._ask_for_states()
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Leave, as a browser does."""
        if self.line:
            self.line.close()
        leave = HTTPRequest(f"{self.base}/voila/api/shutdown/{self.kernel}", method="POST", body="")
        await AsyncHTTPClient().fetch(leave, raise_error=False)

    async def _ask_for_states(self) -> dict[str, Any]:
        comm = uuid.uuid4().hex
        await self._send(
            "comm_open", {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        )
        asked = await self._send(
            "comm_msg", {"comm_id": comm, "data": {"method": "request_states"}}
        )
        reply = await self.answer(asked, "comm_msg")
        return dict(reply["content"]["data"]["states"])

    async def _send(self, kind: str, content: dict[str, Any]) -> str:
        assert self.line
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "version": "5.3",
                  "username": "", "session": "", "date": ""}  # fmt: skip
        version = {"version": "1.0.0"}  # of ipywidgets' protocol for the state of all widgets
        message = {"channel": "shell", "header": header, "parent_header": {}, "metadata": version}
        await self.line.write_message(json.dumps({**message, "content": content}))
        return header["msg_id"]

    async def answer(self, asked: str, kind: str) -> dict[str, Any]:
        """Return the kernel's first message of a kind about something that was asked."""
        assert self.line
        until = monotonic() + PATIENCE
        while True:
            text = await asyncio.wait_for(self.line.read_message(), until - monotonic())
            assert text is not None, "the line was closed"
            found = as_message(text)
            if found["parent_header"].get("msg_id") == asked and found["msg_type"] == kind:
                return found


def as_message(text: str | bytes) -> dict[str, Any]:
    """Return a message; one with buffers begins with where its parts begin."""
    if isinstance(text, bytes):
        parts = int.from_bytes(text[:4], "big")
        ends = [int.from_bytes(text[4 * n : 4 * n + 4], "big") for n in range(1, parts + 1)]
        text = text[ends[0] : ends[1] if parts > 1 else None].decode()
    return dict(json.loads(text))
