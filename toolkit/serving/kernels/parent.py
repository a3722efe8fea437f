"""The warm parent: one process that has imported what pages need, and splits off each kernel.

The server starts it with ``python -m toolkit.serving.kernels.parent FD FOLDER PACKAGE…`` and
keeps the other end of the socket FD. For each kernel the server hands over one more socket, which
the child keeps for life (see `toolkit.serving.kernels.child`). Nothing here has a name in the file
system, so nobody else can ask for a kernel.

Whatever a forked process inherits it shares with everybody, so the parent reads no content, has
one thread and opens no socket of ZeroMQ. When the server is gone, however it went, the parent
ends the kernels that are left, removes the server's private FOLDER, and ends.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from socket import recv_fds, socket
from types import FrameType

from toolkit.serving.kernels.child import become_kernel

__all__ = ["main", "modules", "warm_up"]

OURS = "toolkit."
LIBRARIES = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
)
# What ipykernel loads as it starts, in the versions we know; it matters only for the time.
QUICKER = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "faulthandler",
    "tornado.gen",
    "tornado.platform.asyncio",
    "tornado.queues",
)
TEMPLATES = "toolkit.views.template"
DEBUGGER, ITS_USER = "debugpy", "ipykernel.debugger"
GRACE = 2.0  # seconds for a kernel to notice that its server is gone; it needs milliseconds


def main(descriptor: int, folder: Path, packages: Sequence[str]) -> None:
    """Split off kernels until the server is gone; in a kernel, be that kernel.

    Parameters
    ----------
    descriptor : int
        Our end of the server's socket.
    folder : Path
        The server's private folder, to be removed with it.
    packages : sequence of str
        What to import: each with all its modules where it is ours, else as it is.
    """
    asked = socket(fileno=descriptor)
    warm_up(packages)
    life = split_off(asked)
    if life is not None:
        become_kernel(life)
        return
    shutil.rmtree(folder, ignore_errors=True)


def modules(package: str) -> list[str]:
    """Return the name of a package and, if it is one of ours, those of its modules.

    Parameters
    ----------
    package : str
        A name that can be imported.

    Returns
    -------
    list of str
        For example ``["toolkit.learners", "toolkit.learners.inbox", …]``.
    """
    if not package.startswith(OURS):
        return [package]
    path = importlib.import_module(package).__path__
    return [package, *(found.name for found in pkgutil.walk_packages(path, f"{package}."))]


def warm_up(packages: Sequence[str]) -> None:
    """Import everything, and make sure that a copy of this process would be whole.

    Parameters
    ----------
    packages : sequence of str
        What to import besides what every kernel needs.

    Raises
    ------
    RuntimeError
        Where there is a second thread: a forked process would lose it, with what it holds.
    """
    _do_without_debugger()
    for name in [*LIBRARIES, *(name for package in packages for name in modules(package))]:
        importlib.import_module(name)
    for name in QUICKER:
        with suppress(ImportError):
            importlib.import_module(name)
    if TEMPLATES in sys.modules:
        sys.modules[TEMPLATES].compile_templates()  # most of what a page's cells do
    threads = len(os.listdir("/proc/self/task"))
    if threads > 1:
        raise RuntimeError(f"the warm parent has {threads} threads; it needs to have one")
    sys.stdout.flush()
    sys.stderr.flush()
    gc.collect()
    gc.freeze()  # or the first collection in each kernel would copy all of this memory


def _do_without_debugger() -> None:
    """Let ipykernel find no debugger: to load it would be most of the time a kernel takes."""
    sys.modules[DEBUGGER] = None  # type: ignore[assignment]  # as the import system has it
    with suppress(ImportError):
        importlib.import_module(ITS_USER)
    del sys.modules[DEBUGGER]


def split_off(asked: socket) -> socket | None:
    """Fork for each socket that is handed over.

    Returns
    -------
    socket or None
        In a kernel, the socket it was handed; in the parent, None when the server is gone.
    """
    children: set[int] = set()

    def bury(_signal: int, _frame: FrameType | None) -> None:
        with suppress(ChildProcessError):
            while pid := os.waitpid(-1, os.WNOHANG)[0]:
                children.discard(pid)

    signal.signal(signal.SIGCHLD, bury)
    while True:
        said, handed, _, _ = recv_fds(asked, 1, 1)
        if not said:
            break
        if not handed:
            continue  # there was no room for it: the server sees its socket closed
        try:
            pid = os.fork()
        except OSError:  # no memory, or too many processes: the same
            pid = -1
        if pid == 0:
            asked.close()
            return socket(fileno=handed[0])
        os.close(handed[0])
        if pid > 0:
            children.add(pid)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _end(children)
    return None


def _end(children: set[int]) -> None:
    """Wait for kernels to end by themselves, then end those that do not."""
    until = time.monotonic() + GRACE
    while (left := {pid for pid in children if _runs(pid)}) and time.monotonic() < until:
        time.sleep(0.05)
    for pid in left:
        with suppress(OSError):
            os.killpg(pid, signal.SIGKILL)


def _runs(pid: int) -> bool:
    """Return whether a child runs; a number that is no longer our child's is not."""
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == 0
    except ChildProcessError:
        return False


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
