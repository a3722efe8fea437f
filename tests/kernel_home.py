"""Real kernels in a folder of their own, asked as a page asks them."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from collections.abc import Callable, Coroutine
from typing import Any

import psutil
from jupyter_client.asynchronous import AsyncKernelClient

from toolkit.serving.kernels import warm
from toolkit.serving.kernels.served import Kernels, ServedKernel

LONG = 60  # seconds; nothing here takes as long, whatever else the machine does


class Quick(Kernels):
    """Kernels whose parent is warm soon, for what has nothing to do with what it imports."""

    packages = ()


class Home:
    """Some kernels, and what they have to say."""

    def __init__(self, kind: type[Kernels] = Quick) -> None:
        self.kind = kind
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.mkdtemp(prefix="toolkit_test_")
        self.kernels = self.run(self._make())

    async def _make(self) -> Kernels:
        return self.kind(connection_dir=self.folder)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(asyncio.wait_for(work, LONG))

    def start(self, **options: Any) -> str:
        return str(self.run(self.kernels.start_kernel(**options)))

    def kernel(self, name: str) -> ServedKernel:
        kernel = self.kernels.get_kernel(name)
        assert isinstance(kernel, ServedKernel)
        return kernel

    def process(self, name: str) -> psutil.Process:
        return psutil.Process(self.kernel(name).provisioner.pid)

    def is_forked(self, name: str) -> bool:
        return type(self.kernel(name).provisioner.process) is warm.Born

    def ask(self, name: str, code: str) -> str:
        return str(self.run(self._ask(name, code)))

    async def _ask(self, name: str, code: str) -> str:
        client = await self.client(name)
        said: list[str] = []
        await client.execute_interactive(
            code, output_hook=lambda message: said.append(message["content"].get("text", ""))
        )
        client.stop_channels()
        return "".join(said).strip()

    async def client(self, name: str) -> AsyncKernelClient:
        client = self.kernel(name).client()
        client.start_channels()
        await client.wait_for_ready(timeout=LONG)
        return client

    def end(self, name: str) -> None:
        self.run(self.kernels.shutdown_kernel(name, now=True))

    def close(self) -> None:
        self.run(self.kernels.shutdown_all(now=True))
        self.loop.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def wait_until(holds: Callable[[], bool]) -> bool:
    """Return whether something comes true in time."""
    until = time.monotonic() + LONG
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.05)
    return False


def gone(pid: int) -> bool:
    """Return whether a process has ended and been buried."""
    return not psutil.pid_exists(pid)
