"""A browser's line to its kernel: open only when the kernel is heard, and gone when closed."""

import asyncio
import gc
import weakref
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from jupyter_client.session import Session
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.ioloop import PeriodicCallback

from toolkit.serving.front.sockets import Socket
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


async def lives() -> bool:
    return True


def line_to_a_kernel_that_answers(base: type[Any]) -> Any:
    class Line(base):  # type: ignore[misc]
        kernel_manager = SimpleNamespace(is_alive=lives, session=Session())
        multi_kernel_manager = SimpleNamespace(kernel_info_timeout=60.0)
        kernel_id = "a kernel"

        async def _register_session(self) -> None:
            pass

        def request_kernel_info(self) -> asyncio.Future[dict[str, str]]:
            answer = asyncio.get_running_loop().create_future()
            answer.set_result({})
            return answer

    return Line.__new__(Line)


async def stays(base: type[Any]) -> bool:
    line = line_to_a_kernel_that_answers(base)
    await line.prepare()
    assert line.kernel_info_timeout == 60
    left = weakref.ref(line)
    del line
    await asyncio.sleep(0.05)
    gc.collect()
    return left() is not None


def test_nothing_holds_on_to_a_line_that_nobody_needs() -> None:
    assert not asyncio.run(stays(Connection))


def test_without_the_cure_it_stays_for_a_minute() -> None:
    # Should this fail one day, jupyter_server has been put right and the cure can go.
    assert asyncio.run(stays(ZMQChannelsWebsocketConnection))


def test_a_kernel_that_never_says_what_it_is_is_given_up() -> None:
    async def given_up() -> None:
        line = line_to_a_kernel_that_answers(Connection)
        never: asyncio.Future[dict[str, str]] = asyncio.get_running_loop().create_future()
        line.request_kernel_info = lambda: never
        line.multi_kernel_manager = SimpleNamespace(kernel_info_timeout=0.05)
        await asyncio.wait_for(line.prepare(), 1)
        assert never.result() == {}

    asyncio.run(given_up())


def test_pings_end_with_the_page() -> None:
    async def closed() -> bool:
        page = Socket.__new__(Socket)
        page.application = SimpleNamespace(settings={"toolkit_sockets": set()})
        page.connection = SimpleNamespace(disconnect=lambda: None)
        page.ping_callback = PeriodicCallback(lambda: None, 30_000)
        page.ping_callback.start()
        page.on_close()
        return not page.ping_callback.is_running()

    assert asyncio.run(closed())
