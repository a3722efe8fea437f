"""Serve a copy of the repository's content, and visit it as a person would."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page
from tiny_site import kernels_of

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
CONTENT = ("notebooks", "casestudies", "data")
FILES = ("voila.json", "ACCESSIBILITY.md", "README.md")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Server:
    """A running toolkit: its address, the folder it serves, its process if we started it."""

    url: str
    content: Path
    process: subprocess.Popen[bytes] | None

    def kernels(self) -> list[int]:
        """Return the process numbers of the kernels it runs."""
        return [] if self.process is None else kernels_of(self.process.pid)


def copy_content(folder: Path) -> Path:
    """Copy what the toolkit serves into `folder`."""
    for name in CONTENT:
        shutil.copytree(ROOT / name, folder / name)
    for name in FILES:
        if (ROOT / name).is_file():
            shutil.copy(ROOT / name, folder / name)
    return folder


def write_notebook(path: Path, *cells: str, title: str = "Test page") -> None:
    """Write an app notebook whose cells are the code given; text that starts with # is prose."""
    facts = f"kind: app\ntitle: {title}\nsummary: A page for tests.\nminutes: 1\ngroup: host"
    front_matter = f"---\n{facts}\norder: 99\n---"
    made = [_cell(0, "raw", front_matter, ["front-matter"]), _cell(1, "markdown", f"# {title}")]
    for number, source in enumerate(cells, 2):
        made.append(_cell(number, "markdown" if source.startswith("#") else "code", source))
    spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook = {"cells": made, "metadata": {"kernelspec": spec}}
    path.write_text(json.dumps({**notebook, "nbformat": 4, "nbformat_minor": 5}), "utf-8")


def _cell(number: int, kind: str, source: str, tags: list[str] | None = None) -> dict[str, object]:
    cell: dict[str, object] = {"id": f"cell-{number}", "cell_type": kind, "source": source}
    cell["metadata"] = {"tags": tags} if tags else {}
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def free_port() -> int:
    """Return a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(content: Path, log: Path, *flags: str, port: int | None = None) -> Server:
    """Serve `content` with the command people use, and wait until it answers."""
    port = port or free_port()
    command = [sys.executable, "-m", "toolkit", "serve", "--port", str(port), "--no-browser"]
    command += flags
    paths = os.pathsep.join([str(ROOT), str(HERE)])
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=content,
            env={**os.environ, "PYTHONPATH": paths, "TOOLKIT_ROOT": str(content)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Server(f"http://127.0.0.1:{port}", content, process)
    for _ in range(240):
        try:
            urllib.request.urlopen(server.url + "/healthz", timeout=5).read()
            return server
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.25)
    raise RuntimeError(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


def stop_server(server: Server) -> None:
    """Stop a server that we started, as Ctrl+C does."""
    assert server.process is not None
    server.process.terminate()
    try:
        server.process.wait(20)
    except subprocess.TimeoutExpired:
        server.process.kill()


def app_address(server: Server, notebook: str, place: str = "") -> str:
    """Return where a notebook is served as an app."""
    return f"{server.url}/voila/render/{notebook}" + (f"#{place}" if place else "")


def open_app(page: Page, server: Server, notebook: str, place: str = "") -> None:
    """Visit a notebook and wait until its controls are live."""
    page.goto(app_address(server, notebook, place))
    wait_until_live(page)


def wait_until_live(page: Page) -> None:
    """Wait until every bridge on the page answers."""
    page.wait_for_selector(".toolkit-app[data-ready]", state="attached")
    page.wait_for_function(
        "() => document.querySelectorAll('.toolkit-app:not([data-ready])').length === 0"
    )


def violations(page: Page) -> list[str]:
    """Return axe's serious and critical findings, with the elements they are about."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['html'][:150] for node in one['nodes']]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def scrolls_sideways(page: Page) -> bool:
    """Return whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def press_until_focused(page: Page, target: Locator, key: str = "Tab", limit: int = 200) -> None:
    """Press a key until `target` has the focus, as somebody without a mouse does."""
    for _ in range(limit):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{target} was not reached with {limit} times {key}")


def press(page: Page, target: Locator, key: str = "Enter") -> None:
    """Reach `target` with the Tab key, then press `key` on it."""
    press_until_focused(page, target)
    page.keyboard.press(key)
