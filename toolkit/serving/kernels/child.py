"""What a process does that was just split off, until it is a kernel like any other.

It shares everything with its siblings but what is put apart here: session, signals, environment,
folder, and the state of NumPy's generator (Python's own `random` starts afresh by itself after a
fork; identifiers and keys are drawn from the operating system each time). Text and bytes hash
alike in all kernels of one server, which matters only where one visitor could choose another's.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import signal
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from socket import socket
from threading import Thread

__all__ = ["Order", "become_kernel", "read_order"]

WIDGETS = "ipywidgets"
CONNECTION = "-f"  # what ipykernel calls the file that says where to listen


@dataclass(frozen=True)
class Order:
    """What a kernel is to be.

    Parameters
    ----------
    connection_file : str
        The file that says where it listens, and with which key.
    folder : str
        The folder it works in.
    environment : dict of str to str
        Its whole environment.
    """

    connection_file: str
    folder: str
    environment: dict[str, str]

    def line(self) -> bytes:
        """Return the order as it is sent: one line of JSON."""
        return json.dumps(asdict(self)).encode() + b"\n"


def become_kernel(life: socket) -> None:
    """Be the kernel that is ordered over `life`, for as long as the other end stays open.

    Parameters
    ----------
    life : socket
        The order comes over it; then our process number goes back. Nothing is said after that.
        It closes when either side ends, and so tells the other.
    """
    order = read_order(life)
    os.setsid()
    for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(order.environment)
    os.chdir(order.folder)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    sys.argv = ["ipykernel_launcher", CONNECTION, order.connection_file]
    life.sendall(b"%d\n" % os.getpid())
    Thread(target=_end_with, args=(life,), name="life", daemon=True).start()
    # Nobody looks back at what a page ran; the file for it is shared, and so waited for.
    options = [CONNECTION, order.connection_file, "--HistoryManager.enabled=False"]
    if WIDGETS in sys.modules:
        # It makes itself known to a kernel when it is imported; there was none then.
        options.append(f"--IPKernelApp.extra_extensions={WIDGETS}")
    application = importlib.import_module("ipykernel.kernelapp").IPKernelApp
    application.launch_instance(options)
    # Its farewell has one thread wait for another that waits for a third, which may have ended:
    # the server would lose patience only after seconds. There is nobody left to say farewell to.
    atexit.unregister(application.instance().close)
    application.instance().reset_io()


def read_order(life: socket) -> Order:
    """Return the order that comes first over a socket.

    Parameters
    ----------
    life : socket
        Where it comes from.

    Returns
    -------
    Order
        What is asked for.

    Raises
    ------
    FileNotFoundError
        Where there is no such file: the kernel has been given up meanwhile.
    """
    with life.makefile("rb", buffering=0) as lines:
        order = Order(**json.loads(lines.readline()))
    if not Path(order.connection_file).is_file():
        raise FileNotFoundError(order.connection_file)
    return order


def _end_with(life: socket) -> None:
    """End at once when the server is gone, whatever this kernel is doing."""
    while life.recv(64):
        pass
    os._exit(1)
