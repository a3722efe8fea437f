"""The connection between an open page and its kernel."""

from __future__ import annotations

from typing import Any

from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

__all__ = ["Socket"]


class Socket(VoilaKernelWebsocketHandler):
    """A websocket that the server knows of, so that it can end it when it stops."""

    async def open(self, kernel_id: str) -> None:
        """Remember the page."""
        self.settings["toolkit_sockets"].add(self)
        await super().open(kernel_id)

    def on_close(self, *args: Any) -> None:
        """Forget the page."""
        self.settings["toolkit_sockets"].discard(self)
        super().on_close(*args)
