"""Bring in case studies from a spreadsheet."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.serving.jobs import OK, PROBLEMS
from toolkit.serving.jobs.options import must_exist, say_exit_codes

if TYPE_CHECKING:
    from toolkit.cases.importing import Imported

__all__ = ["SUMMARY", "add", "run"]

NAME = "import"  # which no module can be called
SUMMARY = "bring in case studies from a spreadsheet saved as CSV"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("file", type=Path, help="the spreadsheet; `toolkit new case-spreadsheet`")
    job.add_argument("--into", type=Path, help="the folder to write to; casestudies if not given")
    job.add_argument(
        "--partly", action="store_true", help="write the sound rows even where others are not"
    )
    say_exit_codes(
        job,
        "every row is written as a notebook",
        "rows have problems; every problem is listed, and nothing is written without --partly",
        "no such file",
    )


def run(asked: Namespace) -> int:
    """Check every row, say what is wrong, and write the notebooks if nothing is."""
    from toolkit.added import added_folder
    from toolkit.cases.importing import read_cases, write_cases
    from toolkit.place import content_root
    from toolkit.vocabulary import load_vocabulary

    shipped, added = content_root() / "casestudies", added_folder()
    into: Path = asked.into or (added / "casestudies" if added else shipped)
    taken = {path.stem for folder in (shipped, into) for path in folder.glob("*.ipynb")}
    cases = read_cases(must_exist(asked.file), load_vocabulary(), taken=taken, today=date.today())
    for case in cases:
        _tell(case)
    wrong = sum(not case.sound for case in cases)
    if wrong and not (asked.partly and wrong < len(cases)):
        print(f"Nothing was written: {wrong} of {len(cases)} rows have problems.")
        return PROBLEMS
    for path in write_cases(cases, into):
        print(f"Written: {path}")
    if wrong:
        print(f"Left out: {wrong} of {len(cases)} rows, which have problems.")
    print("Next: read each one in the explorer, and see to the checklist before you publish.")
    return PROBLEMS if wrong else OK


def _tell(case: Imported) -> None:
    for problem in case.problems:
        print(f"  - {'worth a second look: ' if problem.warning else ''}{problem}")
