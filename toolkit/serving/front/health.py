"""How the server is, for whoever watches over it: `healthz` and `metrics`."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import psutil
from tornado.web import HTTPError, RequestHandler

import toolkit
from toolkit.serving.front.memory import memory_of

__all__ = ["Health", "Memory", "Numbers"]

FRESH = 5.0  # seconds for which memory is not measured again; a hundred kernels take a while


class Memory:
    """What the server and its kernels use, measured at most every few seconds."""

    def __init__(self) -> None:
        self._used = {"server": 0, "kernels": 0}
        self._measured = 0.0
        self._lock = asyncio.Lock()

    async def used(self) -> dict[str, int]:
        """Return the bytes in use, without keeping visitors waiting while they are counted."""
        async with self._lock:
            if time.monotonic() - self._measured > FRESH:
                self._used = await asyncio.to_thread(_measure)
                self._measured = time.monotonic()
        return self._used


class Health(RequestHandler):
    """Say that the server is alive, in few words and without a kernel."""

    async def get(self) -> None:
        """Answer with a few numbers."""
        places = self.settings["toolkit_door"].places
        ready = self.settings.get("toolkit_ready")
        used = await self.settings["toolkit_memory"].used()
        self.set_header("Cache-Control", "no-store")
        self.finish(
            {
                "status": "ok",
                "version": toolkit.__version__,
                "kernels": len(self.settings["kernel_manager"].list_kernel_ids()),
                "places": {"all": places.number, "taken": places.taken},
                "waiting": places.waiting,
                "pages_ready": ready.number if ready else 0,
                "memory_bytes": used,
            }
        )


class Numbers(RequestHandler):
    """The numbers, for this computer itself and for programs that know the token."""

    async def get(self) -> None:
        """Answer as Prometheus reads it."""
        from_here = getattr(self.request, "toolkit_from_here", False)
        if not from_here and not self.settings["toolkit_gate"].knows_token(self.request):
            raise HTTPError(403)
        metrics = self.settings["toolkit_metrics"]
        for part, used in (await self.settings["toolkit_memory"].used()).items():
            metrics.memory.labels(part).set(used)
        self.set_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(metrics.text())

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say who may read them."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish("Only this computer, or a program that sends the token, may read this.\n")


def _measure() -> dict[str, int]:
    server = psutil.Process()
    kernels = sum(memory_of(child) for child in server.children(recursive=True))
    return {"server": memory_of(server), "kernels": kernels}
