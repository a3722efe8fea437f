"""The server's side of the warm parent: starts it, asks it for kernels, does without it.

Whatever fails, the caller is told to start a plain kernel, and the log says so once. A parent
that has died is started again; where the second one bears nothing either, there is no third.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from logging import Logger
from pathlib import Path

from toolkit.serving.kernels.child import Order
from toolkit.serving.kernels.files import Stamp, stamp_of

__all__ = ["Born", "WarmParent", "with_ipython_in"]

LAST_WAIT = 4.0  # seconds: longer than the parent's own patience with kernels
PATIENCE = 20.0  # seconds: a plain kernel has started by then on any machine
TRIES = 2
PARENT = "toolkit.serving.kernels.parent"
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
PACKAGE = Path(__file__).parents[2]


class Born:
    """A kernel's process, with those methods of `subprocess.Popen` that Jupyter uses.

    It is not our child, so what it returned is not known: 0 stands for "has ended".
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int, life: socket.socket) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._life = life

    def poll(self) -> int | None:
        """Return None while the process runs: its end of the socket closes with it."""
        if self.returncode is None:
            try:
                ended = not self._life.recv(64)
            except BlockingIOError:
                return None
            except OSError:
                ended = True
            if ended:
                self.returncode = 0
                self._life.close()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until the process has ended."""
        until = time.monotonic() + (timeout or float("inf"))
        while (code := self.poll()) is None:
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired("kernel", timeout or 0)
            time.sleep(0.02)
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal, unless the process has ended."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End the process at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the process to end."""
        self.send_signal(signal.SIGTERM)


class WarmParent:
    """A warm parent for one server.

    Parameters
    ----------
    folder : Path
        The server's private folder.
    log : Logger
        Where it is said once that kernels start the slow way.
    packages : sequence of str
        What it imports, in order.
    """

    def __init__(self, folder: Path, log: Logger, packages: Sequence[str]) -> None:
        self.folder, self.log, self.packages = folder, log, packages
        self.process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._loaded: Stamp | None = None
        self._failures = 0

    @property
    def wanted(self) -> bool:
        """Whether it is worth asking."""
        return sys.platform == "linux" and self._failures < TRIES

    def start(self) -> None:
        """Start it, without waiting until it is warm."""
        self._dismiss()
        self._loaded = stamp_of([PACKAGE])
        try:
            self._start()
        except OSError as error:
            self._do_without(error)

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        self._control = ours
        ours.setblocking(False)
        command = [sys.executable, "-m", PARENT]
        with theirs:
            self.process = subprocess.Popen(
                [*command, str(theirs.fileno()), str(self.folder), *self.packages],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl+C is for the server
                # 1 tells ipykernel not to look for a parent by its number: the socket is better.
                env={
                    **with_ipython_in(self.folder, None),
                    **ONE_THREAD,
                    "JPY_PARENT_PID": "1",
                },
            )

    async def bear(self, order: Order) -> Born | None:
        """Return a kernel; None where a plain one has to do.

        Parameters
        ----------
        order : Order
            What it is to be.

        Returns
        -------
        Born or None
            Its process.
        """
        if not self.wanted:
            return None
        if self.process is None or self._loaded != stamp_of([PACKAGE]):
            self.start()  # nobody should have to restart the server to see a change of the code
        asked = self.process
        try:
            born = await asyncio.wait_for(self._ask(order), PATIENCE)
        except (OSError, TimeoutError) as error:
            if self.process is asked:  # or another request has seen to it already
                self._do_without(error)
            return None
        self._failures = 0
        return born

    async def _ask(self, order: Order) -> Born:
        loop = asyncio.get_running_loop()
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        with contextlib.ExitStack() as undo:
            undo.enter_context(ours)
            with theirs:
                if self._control is None:
                    raise ConnectionError("it is closed")
                socket.send_fds(self._control, [b"."], [theirs.fileno()])
            await loop.sock_sendall(ours, order.line())
            said = await loop.sock_recv(ours, 64)
            if not said:
                raise ConnectionError("it ended")
            undo.pop_all()
        return Born(int(said), ours)

    def _do_without(self, error: Exception) -> None:
        self._failures += 1
        if self._failures == 1:
            reason = str(error) or type(error).__name__
            self.log.error("A kernel is started the slow way: no warm parent (%s).", reason)
        self._dismiss()
        if self.wanted:
            self.start()

    def _dismiss(self) -> None:
        """End the parent alone: the kernels that it has borne live on, and so does the folder."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
        if self._control is not None:
            self._control.close()
            self._control = None

    def close(self) -> None:
        """Tell the parent that the server is going: it ends what is left of it."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(LAST_WAIT)


def with_ipython_in(folder: Path, environment: dict[str, str] | None) -> dict[str, str]:
    """Return an environment in which IPython keeps its profile in the server's private folder.

    Where a user's home cannot be written, IPython would make a new folder for each kernel and
    leave it behind; where it can, what somebody has set for their own work would reach a page.

    Parameters
    ----------
    folder : Path
        The server's private folder.
    environment : dict of str to str, optional
        What the kernel is to have; this process's own where there is none.

    Returns
    -------
    dict of str to str
        With IPYTHONDIR, unless that is set already.
    """
    given = os.environ if environment is None else environment
    return {"IPYTHONDIR": str(folder / "ipython"), **given}
