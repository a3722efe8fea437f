"""A browser's line to its kernel, on which no answer is lost.

Jupyter makes sure that a kernel is heard before it lets a browser ask something, but not if the
kernel is busy. A page that connects while a cell runs could so ask for the state of its widgets,
and miss the answer.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

__all__ = ["Connection"]

PATIENCE = 10.0  # seconds; kernels older than ipykernel 7 do not greet those who begin to listen


class Connection(ZMQChannelsWebsocketConnection):
    """A line that waits for a busy kernel, too, to be heard."""

    def nudge(self) -> Any:
        """Return what is done once the kernel is heard."""
        if self.kernel_manager.execution_state != "busy":
            return super().nudge()
        return asyncio.ensure_future(self._heard())

    async def _heard(self) -> None:
        heard = asyncio.Event()
        everybody = self.channels["iopub"]
        everybody.on_recv(lambda _message: heard.set())
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(heard.wait(), PATIENCE)
        if not everybody.closed():
            everybody.stop_on_recv()
