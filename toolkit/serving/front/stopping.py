"""Stop: take nobody new, tell the open pages, end every kernel, all within a bound."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

import psutil
from tornado.httpserver import HTTPServer

__all__ = ["end_children", "stop_serving"]

KERNELS = 10.0  # seconds for all kernels to end by themselves
ANSWERS = 2.0  # seconds for answers that are on their way
GOING_AWAY = 1001  # the code that a websocket closes with (RFC 6455, section 7.4.1)


async def stop_serving(server: HTTPServer, application: Any, kernels: Any) -> None:
    """Stop a server, its open pages and its kernels.

    Parameters
    ----------
    server : HTTPServer
        It listens no longer afterwards.
    application : Front
        It refuses what still comes on connections that are open.
    kernels : jupyter_server.services.kernels.kernelmanager.AsyncMappingKernelManager
        None of them runs afterwards, or is about to be killed by `end_children`.
    """
    application.stopping = True
    server.stop()
    for page in tuple(application.settings["toolkit_sockets"]):
        page.close(GOING_AWAY, "The toolkit is stopping.")
    for work, seconds in (
        (kernels.shutdown_all(now=True), KERNELS),
        (server.close_all_connections(), ANSWERS),
    ):
        # Not `wait_for`: that also waits until what is given up has noticed it.
        done, _ = await asyncio.wait([asyncio.ensure_future(work)], timeout=seconds)
        for task in done:
            task.exception()  # looked at, so that it is not told of: `end_children` does the rest


def end_children(seconds: float = 2.0) -> None:
    """End every process this one has started, by force where it must be."""
    children = psutil.Process().children(recursive=True)
    for child in children:
        with contextlib.suppress(psutil.NoSuchProcess):
            child.terminate()
    _, left = psutil.wait_procs(children, timeout=seconds)
    for child in left:
        with contextlib.suppress(psutil.NoSuchProcess):
            child.kill()
