"""A browser's line to its kernel: open only when the kernel is heard."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from toolkit.serving.kernels import connection
from toolkit.serving.kernels.connection import Connection


class Stream:
    """What everybody hears of a kernel, as Jupyter hands it over."""

    def __init__(self) -> None:
        self.hear: Callable[[Any], None] | None = None

    def on_recv(self, hear: Callable[[Any], None]) -> None:
        self.hear = hear

    def stop_on_recv(self) -> None:
        self.hear = None

    def closed(self) -> bool:
        return False


class ToABusyKernel(Connection):
    kernel_manager = SimpleNamespace(execution_state="busy")
    kernel_id = "a kernel"


class AsJupyterHasIt(ZMQChannelsWebsocketConnection):
    kernel_manager = SimpleNamespace(execution_state="busy")
    kernel_id = "a kernel"


async def is_open(kind: type[Any], stream: Stream, *, speaks: bool) -> bool:
    line = kind.__new__(kind)
    line.channels = {"iopub": stream}
    opened = asyncio.ensure_future(line.nudge())
    await asyncio.sleep(0.01)
    if speaks and stream.hear:
        stream.hear(["a greeting"])
    done, _ = await asyncio.wait([opened], timeout=0.2)
    opened.cancel()
    return bool(done)


def test_a_line_to_a_busy_kernel_opens_when_the_kernel_is_heard() -> None:
    stream = Stream()
    assert not asyncio.run(is_open(ToABusyKernel, stream, speaks=False))
    assert asyncio.run(is_open(ToABusyKernel, stream, speaks=True))
    assert stream.hear is None


def test_without_the_cure_it_opens_before() -> None:
    # Should this fail one day, jupyter_server has been put right and the cure can go.
    assert asyncio.run(is_open(AsJupyterHasIt, Stream(), speaks=False))


def test_a_kernel_that_greets_nobody_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    assert asyncio.run(is_open(ToABusyKernel, Stream(), speaks=False))
