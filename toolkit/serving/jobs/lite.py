"""Make a copy in which lessons and self-assessment run in the visitor's own browser."""

from __future__ import annotations

import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from toolkit.serving.jobs import OK
from toolkit.serving.jobs.options import day, must_exist, say_exit_codes
from toolkit.serving.jobs.site import MARK, about, empty, refuse_others

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "write lessons and self-assessment to run in the visitor's own browser"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("folder", type=Path, help="where to write; it is made if it is not there")
    job.add_argument("--on", type=day, help="the date to put on it; today if not given")
    job.add_argument("--pyodide", type=Path, metavar="FOLDER", help="a Pyodide to serve with it")
    job.add_argument("--wheels", type=Path, metavar="FOLDER", help="packages laid by before")
    say_exit_codes(
        job,
        "the copy is written",
        "content cannot be used; it is named",
        "the folder holds something else, or JupyterLite or a package is missing",
    )


def run(asked: Namespace) -> int:
    """Write the copy."""
    from toolkit.place import content_root
    from toolkit.static_site.lite import build_lite

    for folder in filter(None, (asked.pyodide, asked.wheels)):
        must_exist(folder, "folder")
    refuse_others(asked.folder)
    built = asked.on or date.today()
    with tempfile.TemporaryDirectory() as folder:
        copy, work = Path(folder) / "copy", Path(folder) / "work"
        work.mkdir()
        offered = build_lite(
            content_root(),
            copy,
            work,
            built=built,
            wheels=asked.wheels and asked.wheels.resolve(),
            pyodide=asked.pyodide and asked.pyodide.resolve(),
        )
        empty(asked.folder)
        shutil.copytree(copy, asked.folder, dirs_exist_ok=True)
    (asked.folder / MARK).write_bytes(about(built, "lite"))
    print(f"Written to {asked.folder}: {len(offered)} notebooks. Serve it with any web server.")
    return OK
