"""Lessons and self-assessment in the visitor's own browser: JupyterLite with our package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from toolkit.contents import read_contents
from toolkit.language import N_, _, speaking
from toolkit.serving.site import STATIC_FOLDERS
from toolkit.static_site.address import RENDER
from toolkit.static_site.browser_wheel import write_wheel
from toolkit.static_site.packages import fetch_packages
from toolkit.static_site.site import StaticSite
from toolkit.static_site.still import with_addresses

__all__ = ["KERNEL", "MISSING", "Lite", "build_lite", "prepared"]

MISSING = (
    "JupyterLite makes this copy, and it is not installed. "
    "Install the group 'site' of pyproject.toml."
)
EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "anywidget",
              "@jupyterlite/pyodide-kernel-extension")  # fmt: skip
APPS = ("notebooks",)
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
WELCOME = N_(
    "**This page runs in your own browser.** Choose *Run*, then *Run All Cells*. The first start "
    "takes up to a minute, because Python itself is fetched. What you type never leaves this "
    "device."
)
START = 'import piplite\n\nawait piplite.install("council-ai-toolkit")'


class Lite:
    """What goes into the build, in a folder of its own.

    Parameters
    ----------
    root : Path
        The content folder.
    work : Path
        An empty folder to work in.
    built : date
        The day to date the copy with.
    """

    def __init__(self, root: Path, work: Path, built: date) -> None:
        self.site = StaticSite(root, built=built)
        self.work = work

    @property
    def notebooks(self) -> tuple[str, ...]:
        """The notebooks it offers, from the content folder: lessons and self-assessment."""
        entries = (entry for group in read_contents(self.site.root) for entry in group.entries)
        return tuple(
            one.path
            for one in entries
            if not one.problem
            and not one.added
            and (one.kind == "lesson" or Path(one.path).stem == "self-assessment")
        )

    def prepare(self, wheels: Path | None, pyodide: Path | None) -> None:
        """Write notebooks, packages and settings.

        Parameters
        ----------
        wheels : Path or None
            A folder with packages; they are fetched where it is None.
        pyodide : Path or None
            A folder with Pyodide, to be served with the copy; the build's own default for None.

        Raises
        ------
        LookupError
            Where a package cannot be had.
        """
        for name in self.notebooks:
            path = self.work / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            source = json.loads((self.site.root / name).read_text(encoding="utf-8"))
            path.write_text(json.dumps(prepared(source), indent=1), encoding="utf-8")
        packages = self.work / "pypi"
        packages.mkdir()
        write_wheel(self.site.root, packages, self.site.built)
        fetch_packages(packages, self.site.root / "requirements.lock", wheels)
        if pyodide is not None:
            shutil.copytree(pyodide, self.work / "static" / "pyodide")
        self._write_settings()

    def _write_settings(self) -> None:
        folder = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
        build = {
            "apps": list(APPS),
            "contents": ["files"],
            "ignore_sys_prefix": ["federated_extensions"],
            "federated_extensions": [str(folder / name) for name in EXTENSIONS],
            "no_sourcemaps": True,
        }
        settings = {"jupyter-lite-schema-version": 0, "jupyter-config-data": {
            "appName": self.site.identity().name,
            "litePluginSettings": {KERNEL: {"disablePyPIFallback": True}},
        }}  # fmt: skip
        (self.work / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": build}))
        (self.work / "jupyter-lite.json").write_text(json.dumps(settings))

    def build(self, folder: Path) -> None:
        """Run JupyterLite, then put a page of ours in front.

        Parameters
        ----------
        folder : Path
            Where to write.

        Raises
        ------
        LookupError
            Where JupyterLite fails.
        """
        day = datetime.combine(self.site.built, datetime.min.time(), UTC)
        command = [sys.executable, "-m", "jupyterlite_core", "build", "--output-dir", str(folder)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(day.timestamp()))}
        done = subprocess.run(
            command, cwd=self.work, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise LookupError(f"JupyterLite could not make the copy: {done.stderr.strip()[-2000:]}")
        page = self.site.page("static-lite.html", lessons=self._offered())
        assets = {
            name: file for name in ("style.css", "icon.svg", "page.js") for file in [_asset(name)]
        }
        (folder / "toolkit").mkdir()
        for name, file in assets.items():
            shutil.copy(file, folder / "toolkit" / name)
        html = with_addresses(page, self._address)
        (folder / "index.html").write_text(html, encoding="utf-8", newline="\n")

    def _offered(self) -> list[Any]:
        groups = read_contents(self.site.root)
        return [one for group in groups for one in group.entries if one.path in self.notebooks]

    def _address(self, link: str) -> str:
        """Return an address as our page in front has to write it."""
        if link.startswith(RENDER):
            return f"notebooks/index.html?path={link.removeprefix(RENDER)}"
        if link.startswith(self.site.assets):
            return f"toolkit/{link.removeprefix(self.site.assets)}"
        return "index.html" if link.startswith("/") else link


def build_lite(
    root: Path, folder: Path, work: Path, *, built: date, wheels: Path | None, pyodide: Path | None
) -> tuple[str, ...]:
    """Write the copy that runs in the browser.

    Parameters
    ----------
    root, folder, work : Path
        The content folder, where to write, and an empty folder to work in.
    built : date
        The day to date it with.
    wheels, pyodide : Path or None
        As `Lite.prepare` takes them.

    Returns
    -------
    tuple of str
        The notebooks it offers.

    Raises
    ------
    LookupError
        Where something that it needs is not there.
    """
    if find_spec("jupyterlite_core") is None:
        raise LookupError(MISSING)
    lite = Lite(root, work, built)
    with speaking(lite.site.language):
        lite.prepare(wheels, pyodide)
        lite.build(folder)
    return lite.notebooks


def prepared(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook that fetches our package before anything else.

    Parameters
    ----------
    notebook : dict
        As the repository has it.

    Returns
    -------
    dict
        The same with two cells in front, and nothing that is for authors.
    """
    hidden = {"front-matter", "author-note"}
    cells = [
        one for one in notebook["cells"] if not hidden.intersection(one["metadata"].get("tags", []))
    ]
    kernel = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}
    return {
        **notebook,
        "cells": [
            {"cell_type": "markdown", "id": "in-the-browser", "metadata": {}, "source": _(WELCOME)},
            {"cell_type": "code", "id": "get-the-toolkit", "metadata": {}, "source": START,
             "outputs": [], "execution_count": None},
            *cells,
        ],
        "metadata": {**notebook["metadata"], "kernelspec": kernel},
    }  # fmt: skip


def _asset(name: str) -> Path:
    return next(folder / name for folder in STATIC_FOLDERS if (folder / name).is_file())
