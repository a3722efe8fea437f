"""The servers that are compared, each started with the command that people would type."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from line import Line
from processes import MARK, marked, memory, processor

__all__ = [
    "AUDIENCE", "COMPARISON", "OURS", "PANEL", "STOCK",
    "Contender", "Running", "available", "free_port", "run", "stop", "wait_for",
]  # fmt: skip

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
PEERS = ROOT / ".venv-peers" / "bin" / "python"  # made by `make bench`
COMPARISON = "notebooks/comparison.ipynb"
QUIET, LONGEST_WAIT = 0.05, 60.0  # share of a processor; seconds


@dataclass(frozen=True)
class Contender:
    """A way to serve pages. `command` is what follows ``python``; {port} stands for a port."""

    name: str
    command: tuple[str, ...]
    settings: bool = True  # whether it reads our voila.json
    python: Path = Path(sys.executable)
    notebooks: bool = True  # otherwise it has the comparison page alone, in its own way

    def has(self, notebook: str) -> bool:
        """Return whether a page can be compared with this one's."""
        return self.notebooks or notebook == COMPARISON


STOCK = Contender("Stock Voilà", ("-m", "voila", "--no-browser", "--port={port}"), settings=False)
OURS = Contender("Toolkit", ("-m", "toolkit", "serve", "--no-browser", "--port", "{port}"))
AUDIENCE = Contender("Toolkit, --audience 30", (*OURS.command, "--audience", "30"))
PANEL = Contender(
    "Panel",
    (
        "-m",
        "panel",
        "serve",
        str(HERE / "peers" / "comparison.py"),
        "--port={port}",
        "--allow-websocket-origin=*",
    ),
    python=PEERS,
    notebooks=False,
)


@dataclass(frozen=True)
class Running:
    """A server that answers, and the mark of its processes."""

    contender: Contender
    url: str
    mark: str
    line: Line  # which counts what the server sends to a browser

    def page(self, notebook: str) -> str:
        """Return where a notebook is served."""
        return f"{self.url}/voila/render/{notebook}"

    def counted(self, notebook: str) -> str:
        """Return where a browser finds a page, so that what is sent is counted."""
        if not self.contender.notebooks:
            return f"{self.line.url}/{Path(notebook).stem}"
        return f"{self.line.url}/voila/render/{notebook}"

    def memory(self) -> float:
        """Return the memory of the server and of all it started, in MB."""
        return memory(marked(self.mark))

    def processor(self) -> float:
        """Return the processor time of the server and of all it started, in seconds."""
        return processor(marked(self.mark))

    def settle(self) -> None:
        """Wait until the server has nothing more to do: ready, or done with what was asked."""
        end = time.monotonic() + LONGEST_WAIT
        before = self.processor()
        while time.monotonic() < end:
            time.sleep(1)
            now = self.processor()
            if now - before < QUIET:
                return
            before = now


def available(contender: Contender) -> bool:
    """Return whether a contender's command is understood here."""
    if contender is AUDIENCE:
        with contextlib.suppress(SystemExit), contextlib.redirect_stderr(io.StringIO()):
            from toolkit.serving.cli import parser

            parser().parse_args(["serve", "--audience", "30"])
            return True
        return False
    if not contender.python.is_file():
        return False
    command = [contender.python, *contender.command[:2], "--version"]
    return (
        subprocess.run(command, capture_output=True, cwd=ROOT, env=_environment()).returncode == 0
    )


@contextlib.contextmanager
def run(contender: Contender, content: Path) -> Iterator[Running]:
    """Serve a copy of `content` until the end of the block."""
    port, mark = free_port(), uuid.uuid4().hex
    folder = content.parent / f"{content.name}-{mark}"
    shutil.copytree(content, folder)
    if not contender.settings:
        (folder / "voila.json").unlink()
    environment = {**_environment(), MARK: mark, "TOOLKIT_ROOT": str(folder)}
    command = [str(contender.python), *(part.format(port=port) for part in contender.command)]
    log = (folder.parent / f"{mark}.log").open("wb")
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        wait_for(port, server)
        line = Line(port)
        yield Running(contender, f"http://localhost:{port}", mark, line)
        line.close()
    finally:
        stop(server, mark)
        log.close()


def free_port() -> int:
    """Return a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _environment() -> dict[str, str]:
    paths = [str(ROOT), str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server listens."""
    for _ in range(240):
        with contextlib.suppress(OSError), socket.create_connection(("localhost", port), 1):
            return
        if server.poll() is not None:
            raise RuntimeError(f"{server.args!r} ended with {server.returncode}")
        time.sleep(0.25)
    raise RuntimeError(f"{server.args!r} did not answer in a minute")


def stop(server: subprocess.Popen[bytes], mark: str) -> None:
    """End a server as Ctrl+C does, then all that it left behind."""
    server.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(20)
    for number in marked(mark):
        with contextlib.suppress(OSError):
            os.kill(number, 9)
    server.wait()
