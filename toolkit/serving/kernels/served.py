"""The kernels of one server: where they listen, how they start, when they are ended."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import zmq
from jupyter_server.services.kernels.kernelmanager import (
    AsyncMappingKernelManager,
    ServerKernelManager,
)
from tornado.web import HTTPError
from traitlets import default

from toolkit.serving.kernels.provisioner import Forked
from toolkit.serving.kernels.warm import WarmParent

__all__ = ["Kernels", "ServedKernel"]

PATIENCE = 3.0  # seconds for kernels that are about to start
LONGEST_ADDRESS = 107  # bytes: `sun_path` of unix(7), less the closing zero


class ServedKernel(ServerKernelManager):
    """One kernel, which listens in the server's private folder rather than on ports.

    A free port can be taken by somebody else before the kernel listens on it, and is, where
    thirty kernels start at once. Files in a folder of our own cannot.
    """

    provisioner: Forked | None = None

    @default("transport")
    def _files_where_they_fit(self) -> str:
        longest = f"{Path(self.connection_file).with_suffix('')}-ipc-5"
        fits = len(longest.encode()) <= LONGEST_ADDRESS
        return "ipc" if sys.platform == "linux" and fits else "tcp"

    @default("transport_encryption")
    def _secret_where_others_can_listen(self) -> str:
        """Encrypt what goes over ports; nobody else can open the files."""
        return "auto" if self.transport == "tcp" and zmq.has("curve") else "disabled"

    async def start_kernel(self, *arguments: Any, **options: Any) -> Any:
        """Start it, asking the warm parent first."""
        if self.provisioner is None:
            self.provisioner = Forked(
                kernel_id=options.get("kernel_id", ""), kernel_spec=self.kernel_spec, parent=self
            )
            self.provisioner.warm = self.parent.warm
        return await super().start_kernel(*arguments, **options)

    def runs(self, pid: int) -> bool:
        """Return whether it is still the process of that number."""
        process = self.provisioner.process if self.provisioner else None
        return process is not None and process.pid == pid and process.poll() is None

    def emit(self, schema_id: str, data: dict[str, Any]) -> None:
        """Tell nobody: there is no listener, and reading the schema takes time at each start."""


class Kernels(AsyncMappingKernelManager):
    """All kernels of one server, and the warm parent they come from."""

    packages: Sequence[str] = (
        "ipywidgets", "anywidget", "numpy", "pandas", "toolkit.views", "toolkit.learners",
    )  # fmt: skip  # what notebooks import

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.closing = False
        self._starting = 0
        self.kept: set[str] = set()  # ready for a visitor who has not come yet
        self.warm = WarmParent(Path(self.connection_dir), self.log, self.packages)
        if self.warm.wanted:
            self.warm.start()

    @default("kernel_manager_class")
    def _served(self) -> str:
        return f"{__name__}.ServedKernel"

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel that nobody uses any more; one that nobody uses yet is kept."""
        if kernel_id not in self.kept:
            await super().cull_kernel_if_idle(kernel_id)

    async def start_kernel(self, **options: Any) -> str:
        """Start a kernel, unless the server is stopping."""
        if self.closing:
            raise HTTPError(503)
        self._starting += 1
        try:
            return str(await super().start_kernel(**options))
        finally:
            self._starting -= 1

    async def shutdown_all(self, now: bool = False) -> None:
        """End all kernels, then let the warm parent go, which ends what is left."""
        self.closing = True
        until = time.monotonic() + PATIENCE
        try:
            # Jupyter does not know a kernel that is about to start, and would stop at that.
            while self._starting and time.monotonic() < until:
                await asyncio.sleep(0.05)
            with suppress(HTTPError):  # one that took longer ends with the warm parent
                await super().shutdown_all(now=now)
        finally:
            self.warm.close()
