"""Kernels that are split off from a warm parent: real processes, asked over their own sockets."""

import asyncio
import logging
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from kernel_home import LONG, Home, gone, wait_until
from tornado.web import HTTPError

from toolkit.serving.executor import wait_until_heard
from toolkit.serving.kernels import warm
from toolkit.serving.kernels.provisioner import order_for
from toolkit.serving.kernels.served import Kernels, ServedKernel
from toolkit.serving.kernels.warm import with_ipython_in

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")

AT_ONCE = 10  # visitors


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    made = Home(Kernels)
    yield made
    made.close()


@pytest.fixture
def own_home() -> Iterator[Home]:
    """Kernels of a test that does them harm."""
    made = Home()
    yield made
    made.close()


@pytest.fixture
def kernel(home: Home) -> Iterator[str]:
    name = home.start()
    yield name
    if name in home.kernels:
        home.end(name)


def test_a_kernel_comes_from_the_warm_parent_and_answers(home: Home, kernel: str) -> None:
    assert home.is_forked(kernel)
    assert home.process(kernel).ppid() == home.kernels.warm.process.pid
    assert home.ask(kernel, "print(6 * 7)") == "42"


def test_it_works_where_and_with_what_it_is_told(home: Home, tmp_path: Path) -> None:
    name = home.start(env={"WHO": "me", "HOME": str(tmp_path)}, cwd=str(tmp_path))
    assert home.ask(name, "import os; print(os.getcwd(), os.environ['WHO'])") == f"{tmp_path} me"
    assert home.ask(name, "print('PATH' in os.environ, 'OMP_NUM_THREADS' in os.environ)") == (
        "False False"
    )
    home.end(name)


def test_nothing_is_kept_in_the_home_of_whoever_runs_the_server(home: Home, kernel: str) -> None:
    code = "from IPython.paths import get_ipython_dir\nprint(get_ipython_dir())"
    assert home.ask(kernel, code) == f"{home.folder}/ipython"
    assert with_ipython_in(Path("a"), {"IPYTHONDIR": "/own"}) == {"IPYTHONDIR": "/own"}
    assert with_ipython_in(Path("a"), None)["PATH"] == os.environ["PATH"]


def test_no_two_kernels_draw_the_same_numbers(home: Home, kernel: str) -> None:
    other = home.start()
    code = "import random, uuid, numpy; print({}, flush=True)"
    for draw in ("numpy.random.rand()", "random.random()", "uuid.uuid4()"):
        assert home.ask(kernel, code.format(draw)) != home.ask(other, code.format(draw))
    assert home.kernel(kernel).session.key != home.kernel(other).session.key
    home.end(other)


def test_what_a_kernel_imports_for_a_page_is_already_there(home: Home, kernel: str) -> None:
    code = "import sys; print({'numpy', 'pandas', 'toolkit.views.page'} <= set(sys.modules))"
    assert home.ask(kernel, code) == "True"


def test_the_templates_of_pages_are_compiled_once_for_all_kernels(home: Home, kernel: str) -> None:
    code = (
        "import jinja2\njinja2.Environment.compile = None\n"
        "from toolkit.views.form import component\nprint(component('tag', {'text': 'Pilot'}))"
    )
    assert "Pilot" in home.ask(kernel, code)


def test_a_kernel_tells_the_state_of_its_widgets_when_a_page_asks(home: Home, kernel: str) -> None:
    # ipywidgets makes itself known to a kernel as it is imported, which was before the kernel was.
    async def ask() -> dict[str, object]:
        client = await home.client(kernel)
        await client.execute_interactive("import ipywidgets\ntext = ipywidgets.Text('x')")
        control = {"comm_id": "control", "data": {}, "target_name": "jupyter.widget.control"}
        request = {"comm_id": "control", "data": {"method": "request_states"}}
        for kind, content in (("comm_open", control), ("comm_msg", request)):
            message = client.session.msg(kind, content, metadata={"version": "1.0.0"})
            client.shell_channel.send(message)
        while (answer := await client.get_iopub_msg())["msg_type"] != "comm_msg":
            pass
        client.stop_channels()
        return dict(answer["content"]["data"]["states"])

    states = home.run(ask())
    assert "'value': 'x'" in str(states)


def test_a_kernel_has_no_debugger_to_offer(home: Home, kernel: str) -> None:
    assert home.ask(kernel, "import sys; print('debugpy' in sys.modules)") == "False"


def test_a_busy_kernel_can_be_interrupted_and_goes_on(home: Home, kernel: str) -> None:
    async def interrupt() -> str:
        client = await home.client(kernel)
        sent = client.execute("import time\nprint('begun', flush=True)\ntime.sleep(60)")
        while (await client.get_iopub_msg())["msg_type"] != "stream":
            pass
        await home.kernels.interrupt_kernel(kernel)
        while (reply := await client.get_shell_msg())["parent_header"].get("msg_id") != sent:
            pass
        client.stop_channels()
        return str(reply["content"]["ename"])

    assert home.run(interrupt()) == "KeyboardInterrupt"
    assert home.ask(kernel, "print('still here')") == "still here"


def test_a_kernel_that_is_started_again_is_a_new_process_from_the_same_parent(
    home: Home, kernel: str
) -> None:
    before = home.process(kernel).pid
    home.ask(kernel, "remembered = 1")
    home.run(home.kernels.restart_kernel(kernel))
    assert home.is_forked(kernel)
    assert home.ask(kernel, "print('remembered' in globals())") == "False"
    assert wait_until(lambda: gone(before))


def test_a_kernel_that_is_ended_leaves_nothing_behind(home: Home) -> None:
    name = home.start()
    pid = home.process(name).pid
    assert [path for path in Path(home.folder).iterdir() if name in path.name]
    home.run(home.kernels.shutdown_kernel(name))
    assert wait_until(lambda: gone(pid))
    assert [path for path in Path(home.folder).iterdir() if name in path.name] == []


def test_a_kernel_that_was_killed_is_known_to_be_dead(home: Home, kernel: str) -> None:
    kernel_manager = home.kernel(kernel)
    kernel_manager.stop_restarter()
    os.kill(home.process(kernel).pid, signal.SIGKILL)
    assert wait_until(lambda: not home.run(kernel_manager.is_alive()))


def test_kernels_listen_where_nobody_else_may_look(home: Home, kernel: str) -> None:
    def channels() -> set[Path]:
        sockets = home.process(kernel).net_connections("unix")
        return {Path(one.laddr) for one in sockets if "-ipc-" in str(one.laddr)}

    assert home.kernel(kernel).transport == "ipc"
    assert wait_until(lambda: len(channels()) == 5)
    assert {path.parent for path in channels()} == {Path(home.folder)}
    assert stat.S_IMODE(os.stat(home.folder).st_mode) & 0o077 == 0


def test_a_folder_with_too_long_a_name_is_done_without() -> None:
    fits, longer = ServedKernel(connection_file="/t/a.json"), "/t/" + "a" * 100 + ".json"
    assert (fits.transport, fits.transport_encryption) == ("ipc", "disabled")
    without = ServedKernel(connection_file=longer)
    assert (without.transport, without.transport_encryption) == ("tcp", "auto")


@pytest.mark.parametrize(
    "command",
    [
        ["R", "-e", "IRkernel::main()", "file.json"],
        [sys.executable, "-m", "xeus_python", "-f", "file.json"],
        [sys.executable, "-I", "-m", "ipykernel_launcher", "-f", "file.json"],
        ["/another/python", "-m", "ipykernel_launcher", "-f", "file.json"],
    ],
)
def test_another_kind_of_kernel_is_not_asked_for(command: list[str]) -> None:
    assert order_for(command, {}) is None


def test_two_hundred_visits_leave_no_file_open_and_no_process(home: Home) -> None:
    parent = psutil.Process(home.kernels.warm.process.pid)

    async def visit() -> None:
        name = await home.kernels.start_kernel()
        client = home.kernel(name).client()
        client.start_channels()
        await wait_until_heard(client, LONG)  # as a page waits
        client.stop_channels()
        await home.kernels.shutdown_kernel(name, now=True)

    async def visits(number: int) -> None:
        await asyncio.gather(*(visit() for _ in range(number)))

    def open_files() -> tuple[int, int]:
        return psutil.Process().num_fds(), parent.num_fds()

    def ours() -> int:
        return len([one for one in psutil.Process().children() if one.pid != parent.pid])

    home.run(visits(AT_ONCE))
    assert wait_until(lambda: parent.children() == [])
    before, processes = open_files(), ours()
    for _ in range(200 // AT_ONCE):
        home.run(visits(AT_ONCE))
    # ZeroMQ closes its files a moment later, in a thread of its own.
    assert wait_until(lambda: open_files() <= before)
    assert parent.children() == []  # nor one that has ended and was not buried
    assert ours() <= processes
    assert [path.name for path in Path(home.folder).iterdir()] == ["ipython"]  # one for all


def test_where_the_parent_dies_kernels_live_on_and_one_line_says_what_happens(
    own_home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    old = own_home.start()
    own_home.ask(old, "remembered = 5")
    os.kill(own_home.kernels.warm.process.pid, signal.SIGKILL)
    with caplog.at_level(logging.ERROR):
        plain = own_home.start()
    assert not own_home.is_forked(plain)
    assert own_home.ask(plain, "print(1)") == "1"
    assert own_home.ask(old, "print(remembered)") == "5"
    (line,) = [record.message for record in caplog.records if "slow way" in record.message]
    assert line.startswith("A kernel is started the slow way: no warm parent (")
    new = own_home.start()
    assert own_home.is_forked(new)


def test_a_parent_that_never_gets_warm_is_given_up(
    own_home: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(warm, "PARENT", "toolkit.serving.kernels.missing")
    own_home.kernels.warm.start()
    for _ in range(3):
        name = own_home.start()
        assert not own_home.is_forked(name)
        own_home.end(name)
    assert len([record for record in caplog.records if "slow way" in record.message]) == 1
    assert not own_home.kernels.warm.wanted


def test_where_no_parent_can_be_started_the_server_does_without(
    own_home: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_command: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(warm.subprocess, "Popen", refuse)
        own_home.kernels.warm.start()
    assert not own_home.is_forked(own_home.start())
    assert len([record for record in caplog.records if "slow way" in record.message]) == 1


def test_a_server_that_stops_while_kernels_start_ends_them_and_starts_no_more(
    own_home: Home,
) -> None:
    async def stop() -> None:
        starting = [asyncio.ensure_future(own_home.kernels.start_kernel()) for _ in range(3)]
        await asyncio.sleep(0)
        await own_home.kernels.shutdown_all(now=True)
        assert all(task.done() for task in starting)

    own_home.ask(own_home.start(), "1")
    parent = psutil.Process(own_home.kernels.warm.process.pid)
    own_home.run(stop())
    assert own_home.kernels.list_kernel_ids() == []
    assert wait_until(lambda: gone(parent.pid))
    with pytest.raises(HTTPError):
        own_home.start()


def test_a_change_of_the_code_is_seen_by_the_next_kernel(
    own_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = own_home.start()
    parent = own_home.kernels.warm.process.pid
    monkeypatch.setattr(own_home.kernels.warm, "_loaded", frozenset())
    second = own_home.start()
    assert own_home.is_forked(second)
    assert own_home.kernels.warm.process.pid != parent
    assert own_home.ask(first, "print(1)") == "1"


# The second kernel is inside C code that lets no other thread have its turn, for years.
HARD_TO_STOP = """
import asyncio, sys
from toolkit.serving.kernels.served import Kernels

async def main():
    Kernels.packages = ()
    kernels = Kernels(connection_dir=sys.argv[1])
    for code in ("", "import re; re.match('(a+)+$', 'a' * 99 + 'b')"):
        name = await kernels.start_kernel()
        kernel = kernels.get_kernel(name)
        client = kernel.client()
        client.start_channels()
        await client.wait_for_ready()
        client.execute(code)
        print(kernel.provisioner.pid, flush=True)
    print(kernels.warm.process.pid, flush=True)
    await asyncio.sleep(600)

asyncio.run(main())
"""


def test_when_the_server_is_killed_no_process_and_no_folder_is_left() -> None:
    folder = tempfile.mkdtemp(prefix="toolkit_test_")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    server = subprocess.Popen(
        [sys.executable, "-c", HARD_TO_STOP, folder],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert server.stdout is not None
    pids = [int(server.stdout.readline()) for _ in range(3)]
    server.kill()
    server.wait()
    server.stdout.close()
    assert wait_until(lambda: all(gone(pid) for pid in pids))
    assert not Path(folder).exists()
