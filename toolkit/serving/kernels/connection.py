"""A browser's line to its kernel, on which no answer is lost and after which nothing is left.

Jupyter makes sure that a kernel is heard before it lets a browser ask something, but not if the
kernel is busy. A page that connects while a cell runs could so ask for the state of its widgets,
and miss the answer.

Jupyter also never calls off the limit it sets on a kernel's first answer. For a minute that limit
held on to each line, and with it to all that a visitor who had left needed.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

__all__ = ["Connection"]

PATIENCE = 10.0  # seconds; kernels older than ipykernel 7 do not greet those who begin to listen


class Connection(ZMQChannelsWebsocketConnection):
    """A line that waits for a busy kernel, too, to be heard, and is let go of once it is closed."""

    async def prepare(self) -> None:
        """Wait for the kernel's first answer, so that Jupyter's own limit on it ends at once."""
        limit = self.multi_kernel_manager.kernel_info_timeout
        if await ensure_async(self.kernel_manager.is_alive()):
            self.session.key = self.kernel_manager.session.key
            await asyncio.wait([self.request_kernel_info()], timeout=limit)
            self.kernel_info_timeout = 0.0
        await super().prepare()
        self.kernel_info_timeout = limit

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
