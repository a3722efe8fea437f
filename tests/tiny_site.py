"""A tiny content folder and a server for it, so that what is expected can be worked out by hand."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).parents[1]
SPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
WARM_PARENT = "toolkit.serving.kernels.parent"


@dataclass(frozen=True)
class Running:
    """A server: its address, its process, and the first line it printed."""

    url: str
    process: subprocess.Popen[str]
    said: str

    def kernels(self) -> list[int]:
        """Return the process numbers of its kernels."""
        return kernels_of(self.process.pid)


def kernels_of(server: int) -> list[int]:
    """Return the kernels of a server: its children, or those of the warm parent it started."""
    found: list[int] = []
    for child in psutil.Process(server).children():
        try:
            warm = WARM_PARENT in child.cmdline()
            found += [one.pid for one in child.children()] if warm else [child.pid]
        except psutil.NoSuchProcess:
            continue  # it has just ended
    return found


def make_site(folder: Path) -> Path:
    """Make a content folder with no page in it."""
    for name in ("notebooks/lessons", "casestudies", "data"):
        (folder / name).mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "schemas", folder / "data" / "schemas")
    shutil.copy(ROOT / "voila.json", folder)
    (folder / "data" / "vocabulary.yaml").write_text("{}", "utf-8")
    write_identity(folder, "name: Tiny toolkit\nrepository: me/tiny\n")
    return folder


def write_identity(folder: Path, text: str) -> None:
    """Write who runs this copy."""
    (folder / "data" / "identity.yaml").write_text(text, "utf-8")


def write_page(folder: Path, name: str, *cells: str, **said: Any) -> Path:
    """Write a notebook: code, or Markdown where a text starts with ``#`` or with ``>``."""
    front = {"kind": "app", "title": "A page", "summary": "About it.", "group": "explore", **said}
    lines = "\n".join(f"{key}: {json.dumps(value)}" for key, value in front.items())
    made = [cell("raw", f"---\n{lines}\n---", "front-matter")]
    made += [cell("markdown" if text[:1] in "#>" else "code", text) for text in cells]
    return write_notebook(folder / "notebooks" / f"{name}.ipynb", made)


def write_notebook(path: Path, cells: list[dict[str, Any]]) -> Path:
    """Write a notebook with the cells given."""
    for number, one in enumerate(cells):
        one["id"] = f"cell-{number}"
    notebook = {"cells": cells, "metadata": {"kernelspec": SPEC}}
    path.write_text(json.dumps({**notebook, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    return path


def cell(kind: str, source: str, *tags: str) -> dict[str, Any]:
    """Return one cell."""
    outputs = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"cell_type": kind, "source": source, "metadata": {"tags": list(tags)}, **outputs}


@contextmanager
def running(
    folder: Path,
    port: int,
    *flags: str,
    cwd: Path | None = None,
    log: Path | None = None,
    python: str = sys.executable,
    user: int | None = None,
    **variables: str,
) -> Iterator[Running]:
    """Serve a content folder for as long as a test takes, and keep what is told in `log`.

    Where a `user` is given, the server runs as that one, in no group but that of the same number.
    """
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    command = [python, "-m", "toolkit", "serve", "--no-browser", "--port", str(port)]
    with (log or Path(os.devnull)).open("w", encoding="utf-8") as told:
        process = subprocess.Popen(
            [*command, *flags],
            cwd=cwd or folder,
            env={**os.environ, "PYTHONPATH": paths, "TOOLKIT_ROOT": str(folder), **variables},
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
        )
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        url = next((word for word in said.split() if word.startswith("http")), "")
        yield Running(url, process, said.strip())
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()
