"""Put the front of the house together, and look after it while it is open."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from tornado.web import RequestHandler

import toolkit
from toolkit.serving.front.health import Health, Memory, Numbers
from toolkit.serving.front.limits import MESSAGE, Pace
from toolkit.serving.front.logs import tell
from toolkit.serving.front.memory import PER_VISITOR, RESERVED, enough_for
from toolkit.serving.front.metrics import Metrics
from toolkit.serving.front.options import Options
from toolkit.serving.front.places import Places
from toolkit.serving.front.sign_in import Gate
from toolkit.serving.front.waiting import Door, Turn
from toolkit.serving.site import Site

__all__ = ["House", "advice"]

LEAST_PACE = 120  # pages a minute from one address, which may be a whole council's
LEAST_QUEUE = 200  # people who may wait
GIGABYTE = 1024**3


class House:
    """Places, queue, gate and numbers of one server.

    Parameters
    ----------
    site : Site
        What is served.
    options : Options
        What whoever started the server chose.
    kernels : jupyter_server.services.kernels.kernelmanager.AsyncMappingKernelManager
        Who runs the kernels.
    memory : int
        What this computer has, in bytes.
    """

    def __init__(self, site: Site, options: Options, kernels: Any, memory: int) -> None:
        self.options = options
        self.site = site
        self.kernels = kernels
        number = options.places(memory)
        self.places = Places(number, kernels.__contains__, max(LEAST_QUEUE, 4 * number))
        self.metrics = Metrics(toolkit.__version__)
        self.metrics.watch(
            kernels=lambda: len(kernels.list_kernel_ids()),
            taken=lambda: self.places.taken,
            free=lambda: max(0, self.places.number - self.places.taken),
            waiting=lambda: self.places.waiting,
        )
        self._running: set[str] = set()

    def settings(self) -> dict[str, Any]:
        """Return what handlers look up."""
        logo = self.site.context()["logo"]
        options = self.options
        pace = max(LEAST_PACE, 4 * self.places.number)
        return {
            "toolkit_door": Door(self.places, pages=Pace(pace), questions=Pace(pace)),
            "toolkit_gate": Gate(options.password, options.token, self.site.base, logo),
            "toolkit_memory": Memory(),
            "toolkit_metrics": self.metrics,
            "toolkit_sockets": set(),
            "log_function": self.note,
            "websocket_max_message_size": MESSAGE,
        }

    def routes(self) -> list[tuple[str, type]]:
        """Return the routes of what is neither a page nor a part of one."""
        base = self.site.base
        return [
            (f"{base}healthz", Health),
            (f"{base}metrics", Numbers),
            (f"{base}waiting/([A-Za-z0-9_-]+)", Turn),
        ]

    def note(self, handler: RequestHandler) -> None:
        """Tell of a page that was shown, by its own name and not by the address asked for."""
        name, status = getattr(handler, "told_as", ""), handler.get_status()
        seconds = round(handler.request.request_time(), 3)
        if name:
            self.metrics.page(name, status, seconds)
        if name or status >= 500:
            tell("page", page=name or type(handler).__name__, status=status, seconds=seconds)

    async def look_after(self) -> None:
        """Do what is due each second: free places, end kernels nobody uses, tell of the others."""
        now = time.monotonic()
        self.places.tidy(now)
        for kernel in self.places.unseen(self._is_connected, now):
            if kernel in self.kernels:
                tell("kernel let go", kernel=kernel[:8], reason="no browser connected to it")
                with suppress(KeyError):  # it may end by itself meanwhile
                    await self.kernels.shutdown_kernel(kernel, now=True)
        self._tell_of_kernels()

    def _is_connected(self, kernel: str) -> bool:
        return bool(self.kernels._kernel_connections.get(kernel))

    def _tell_of_kernels(self) -> None:
        running = set(self.kernels.list_kernel_ids())
        for event, kernels in (
            ("kernel started", running - self._running),
            ("kernel ended", self._running - running),
        ):
            for kernel in kernels:  # whoever knows the whole name can talk to the kernel
                tell(event, kernel=kernel[:8])
        self.metrics.started.inc(len(running - self._running))
        self._running = running


def advice(options: Options, memory: int) -> Iterator[str]:
    """Say what whoever starts the server should know of the choices made.

    Parameters
    ----------
    options : Options
        What they chose.
    memory : int
        What this computer has, in bytes.

    Yields
    ------
    str
        A sentence.
    """
    needed = RESERVED + options.audience * PER_VISITOR
    if needed > memory:
        yield (
            f"{options.audience} people may need {needed / GIGABYTE:.1f} GB of memory. This"
            f" computer has {memory / GIGABYTE:.1f} GB, enough for about {enough_for(memory)}."
        )
