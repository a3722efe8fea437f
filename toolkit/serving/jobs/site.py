"""Make a copy of the toolkit that needs no server."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from toolkit.serving.jobs import OK
from toolkit.serving.jobs.options import day, say_exit_codes

__all__ = ["MARK", "SUMMARY", "about", "add", "empty", "refuse_others", "run"]

SUMMARY = "write the toolkit as plain pages that need no server"
MARK = "toolkit-site.txt"  # a folder with it was made by this command, and may be made again


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("folder", type=Path, help="where to write; it is made if it is not there")
    job.add_argument("--on", type=day, help="the date to put on it; today if not given")
    job.add_argument("--live", default="", metavar="ADDRESS", help="where the toolkit is served")
    job.add_argument("--zip", type=Path, metavar="FILE", help="pack it as well, for a talk")
    job.add_argument("--no-search", action="store_true", help="leave out the search of the cases")
    say_exit_codes(
        job,
        "the copy is written",
        "a lesson cannot be run; it is named",
        "the folder holds something else, or Pagefind is not installed",
    )


def run(asked: Namespace) -> int:
    """Write every page, then the index that its search needs."""
    from toolkit.place import content_root
    from toolkit.static_site.build import make_files, write_zip
    from toolkit.static_site.search import index_pages

    refuse_others(asked.folder)
    built = asked.on or date.today()
    live = f"{asked.live.rstrip('/')}/" if asked.live else ""
    files = make_files(content_root(), built=built, live=live)
    empty(asked.folder)
    for name, content in {**files, MARK: about(built, "site")}.items():
        path = asked.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if not asked.no_search:
        index_pages(asked.folder)
    pages = sum(name.endswith(".html") for name in files)
    print(f"Written to {asked.folder}: {pages} pages. Open {asked.folder / 'index.html'}")
    if asked.zip:
        write_zip(asked.folder, asked.zip, built)
        print(f"Packed in {asked.zip}: {asked.zip.stat().st_size / 1e6:.1f} MB")
    return OK


def refuse_others(folder: Path) -> None:
    """Stop where a folder holds anything but a copy made before.

    Parameters
    ----------
    folder : Path
        Where a copy is to be written.

    Raises
    ------
    LookupError
        Where it holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise LookupError(f"The folder '{folder}' holds something else. Name an empty one.")


def empty(folder: Path) -> None:
    """Take away the copy made before, once the new one is there; nothing else is ever removed.

    Parameters
    ----------
    folder : Path
        Where a copy is to be written.
    """
    if (folder / MARK).is_file():
        shutil.rmtree(folder)


def about(built: date, command: str) -> bytes:
    """Return what a copy says of itself to whoever finds its folder.

    Parameters
    ----------
    built : date
        The day it was made.
    command : str
        What made it.

    Returns
    -------
    bytes
        A few lines.
    """
    return (
        f"Made by `toolkit {command}` on {built.isoformat()}. Open index.html in a browser.\n"
        "The command replaces this whole folder when it is run again.\n"
    ).encode()
