"""How cells are run: no reply is missed, and errors are told in plain words."""

import asyncio
import time
from queue import Empty
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
import voila.notebook_renderer
import zmq
import zmq.asyncio
from jupyter_client.session import Session
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbclient.output_widget import OutputWidget

from toolkit.place import content_root
from toolkit.serving.executor import AttentiveOutput, Executor, install, wait_until_heard


async def hears_the_reply(kind: type[OutputWidget]) -> bool:
    """Return whether a reply that arrives just before an output is sent is noticed.

    The output is sent as jupyter_client does it: at once, on the socket the reply is awaited
    on. Looking at the socket's events makes sure that ZeroMQ has told its news by then.
    """
    with (
        zmq.asyncio.Context() as here,
        zmq.Context() as there,
        here.socket(zmq.PAIR) as socket,
        there.socket(zmq.PAIR) as kernel,
    ):
        kernel.connect(f"tcp://127.0.0.1:{socket.bind_to_random_port('tcp://127.0.0.1')}")
        at_once = zmq.Socket.shadow(socket.underlying)

        def send(_message: dict[str, Any]) -> None:
            at_once.send(b"state of the output")
            time.sleep(0.05)
            at_once.get(zmq.EVENTS)

        client = SimpleNamespace(
            session=Session(key=b""), shell_channel=SimpleNamespace(send=send, socket=socket)
        )
        output = kind("an id", {"outputs": []}, client, None)
        output.parent_header = {}
        reply = asyncio.ensure_future(socket.recv())
        await asyncio.sleep(0.05)
        kernel.send(b"reply")
        time.sleep(0.1)
        output.send({})
        heard, _ = await asyncio.wait([reply], timeout=1)
        reply.cancel()
        return bool(heard)


def test_a_reply_that_comes_while_an_output_is_sent_is_noticed() -> None:
    assert asyncio.run(hears_the_reply(AttentiveOutput))


def test_without_the_cure_that_reply_is_missed() -> None:
    # Should this fail one day, nbclient or pyzmq has been put right and the cure can go.
    assert not asyncio.run(hears_the_reply(OutputWidget))


def test_the_cure_does_no_harm_where_pyzmq_has_no_such_method() -> None:
    channel = SimpleNamespace(send=lambda message: None, socket=object())
    client = SimpleNamespace(session=Session(key=b""), shell_channel=channel)
    output = AttentiveOutput("an id", {"outputs": []}, client, None)
    output.parent_header = {}
    output.send({})


def executor() -> Executor:
    return Executor(nbformat.v4.new_notebook())


def test_our_executor_uses_the_cure() -> None:
    registered = executor().widget_registry["@jupyter-widgets/output"]["OutputModel"]
    assert registered is AttentiveOutput


def test_voila_uses_our_executor_once_it_is_installed() -> None:
    install()
    assert voila.notebook_renderer.VoilaExecutor is Executor


def failed(name: str, text: str) -> dict[str, Any]:
    error = nbformat.v4.new_output("error", ename=name, evalue=text, traceback=["line 1: secret"])
    cell = nbformat.v4.new_code_cell("x", outputs=[error])
    output: dict[str, Any] = executor().strip_code_cell_errors(cell)["outputs"][0]
    return output


@pytest.mark.parametrize("name", ["ZeroDivisionError", "TimeoutError", "KeyError"])
def test_of_an_error_in_the_code_nothing_is_told(name: str) -> None:
    output = failed(name, "/home/me/secret")
    assert (output["evalue"], output["traceback"]) == ("", [])


def test_of_a_cell_that_took_too_long_no_setting_is_told() -> None:
    cell = nbformat.v4.new_code_cell("x")
    executor().show_code_cell_timeout(cell)
    (output,) = cell["outputs"]
    assert (output["output_type"], output["evalue"], output["traceback"]) == ("error", "", [])


def test_an_error_in_the_content_is_told_in_its_own_words() -> None:
    output = failed("ContentError", "data/a.yaml has 1 problem:\n  - version: missing")
    assert output["evalue"] == "data/a.yaml has 1 problem:\n  - version: missing"
    assert output["traceback"] == []


def test_a_file_is_named_without_saying_where_the_disk_has_it() -> None:
    told = failed("ContentError", f"{content_root().as_posix()}/data/a.yaml has 1 problem:")
    assert told["evalue"] == "data/a.yaml has 1 problem:"


def test_what_a_cell_shows_besides_an_error_stays() -> None:
    text = nbformat.v4.new_output("stream", text="before the error")
    cell = nbformat.v4.new_code_cell("x", outputs=[text])
    assert executor().strip_code_cell_errors(cell)["outputs"] == [text]


class Kernels(set[str]):
    """A server's kernels, of which each can be ended."""

    async def shutdown_kernel(self, kernel: str, *, now: bool) -> None:
        assert now
        self.remove(kernel)


def executor_of(kernels: Kernels) -> Executor:
    """Return an executor that has started to run cells in the process number 1."""
    made = executor()
    process = SimpleNamespace(pid=1)
    made.km = SimpleNamespace(
        kernel_id="a", parent=kernels, provisioner=process, shutting_down=False
    )
    made._process = 1
    return made


async def dies(cell: Any, index: int, store_history: bool) -> Any:
    raise DeadKernelError("Kernel died")


def test_a_kernel_that_dies_fails_its_cell_and_is_not_used_again() -> None:
    kernels = Kernels({"a", "b"})
    made, cell = executor_of(kernels), nbformat.v4.new_code_cell("x")
    made.async_execute_cell = dies
    with pytest.raises(CellExecutionError):
        asyncio.run(made.execute_cell(cell, None, 0))
    assert kernels == {"b"}
    assert [output["output_type"] for output in cell["outputs"]] == ["error"]


@pytest.mark.parametrize("ending", [False, True])
def test_a_kernel_that_was_let_go_ends_its_page_without_an_alarm(ending: bool) -> None:
    made, cell = executor_of(Kernels({"a"} if ending else ())), nbformat.v4.new_code_cell("x")
    made.km.shutting_down = ending
    made.async_execute_cell = dies
    with pytest.raises(DeadKernelError):
        asyncio.run(made._async_check_alive())
    with pytest.raises(TimeoutError):  # the one error that Voilà does not tell the log of
        asyncio.run(made.execute_cell(cell, None, 0))


def test_a_kernel_that_was_started_anew_does_not_answer_for_the_one_that_died() -> None:
    made = executor_of(Kernels({"a"}))

    async def is_alive() -> bool:
        return True

    made.kc = SimpleNamespace(is_alive=is_alive)
    asyncio.run(made._async_check_alive())
    made.km.provisioner.pid = 2
    with pytest.raises(DeadKernelError):
        asyncio.run(made._async_check_alive())


class Client:
    """A client of a kernel that speaks only when it has been asked so often."""

    allow_stdin = True

    def __init__(self, asked_before: int = 0) -> None:
        self.asked, self.asked_before = 0, asked_before
        self.iopub_channel = self

    def start_channels(self) -> None:
        """Nothing has to be opened."""

    def kernel_info(self) -> None:
        self.asked += 1

    async def is_alive(self) -> bool:
        return True

    async def get_msg(self, timeout: float) -> None:
        if self.asked < self.asked_before:
            await asyncio.sleep(timeout)
            raise Empty


def test_a_kernel_that_was_heard_is_not_taken_for_one_that_starts() -> None:
    made = executor_of(Kernels("a"))
    made.km.client, made.km.execution_state = Client, "starting"
    made.startup_timeout = 10
    asyncio.run(made.async_start_new_kernel_client())
    assert made.km.execution_state == "idle"


def test_a_kernel_whose_greeting_was_missed_is_asked_soon() -> None:
    client = Client(asked_before=2)
    asyncio.run(wait_until_heard(client, 60))
    assert client.asked == 2
    with pytest.raises(RuntimeError, match="silent for 0.2 seconds"):
        asyncio.run(wait_until_heard(Client(asked_before=9), 0.2))
