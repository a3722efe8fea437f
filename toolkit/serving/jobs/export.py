"""Write content out in forms that other people's tools can read."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from toolkit.serving.jobs import OK, PROBLEMS
from toolkit.serving.jobs.options import say_exit_codes

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "write the catalogue of case studies as CSV, JSON and datapackage.json"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("what", choices=("cases",))
    job.add_argument("folder", type=Path, help="where to write; it is made if it is not there")
    say_exit_codes(
        job,
        "the files are written",
        "a case cannot be read, and the files leave it out; each is named",
        "nothing of that name to write, or the folder cannot be written to",
    )


def run(asked: Namespace) -> int:
    """Write every case that can be read; the others are told, with the reason."""
    from toolkit import __version__
    from toolkit.cases.catalogue import load_catalogue
    from toolkit.cases.datapackage import catalogue_files
    from toolkit.cases.publication import free_to_copy

    catalogue = load_catalogue()
    files = catalogue_files(catalogue, version=__version__, on=date.today())
    asked.folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (asked.folder / name).write_bytes(text.encode())  # line ends as they are, everywhere
    for error in catalogue.errors:
        print(error, file=sys.stderr)
    count = len(free_to_copy(catalogue.cases))
    cases = f"{count} case stud{'y' if count == 1 else 'ies'}"
    print(f"Written to {asked.folder}: {cases} in {len(files)} files.")
    return PROBLEMS if catalogue.errors else OK
