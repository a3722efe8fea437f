"""Report on a group: from a folder of people's files, or from a sitting that was saved."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.serving.jobs import OK, PROBLEMS
from toolkit.serving.jobs.options import (
    DOCUMENT_ENDINGS,
    day,
    must_exist,
    named_instrument,
    no_questionnaire,
    save_document,
    say_exit_codes,
)

if TYPE_CHECKING:
    from toolkit.assessment.group.record import Record
    from toolkit.assessment.group.role import Roles
    from toolkit.assessment.instrument import Instrument

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "report on a group, from a folder of people's files or from a saved sitting"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("instrument", help="a self-assessment's id, or its file")
    job.add_argument("people", type=Path, help="the folder with a file per person, or a sitting")
    job.add_argument(
        "--report", type=_report, help="write to this file: .md, .html, .docx, or .json to load"
    )
    job.add_argument("--on", type=day, help="the report's date; today if not given")
    say_exit_codes(
        job,
        "the report is made",
        "a file cannot be used, and the report leaves it out; each is named",
        "no such file or folder, no such self-assessment, or a questionnaire",
    )


def run(asked: Namespace) -> int:
    """Print or write the report on a group; name every file that could not be used."""
    from toolkit.assessment.group.record import write_record
    from toolkit.assessment.group.report import group_document
    from toolkit.assessment.group.role import load_roles
    from toolkit.document.markdown import as_markdown

    read = no_questionnaire(named_instrument(asked.instrument), "It has no scale to count on.")
    roles, on = load_roles(), asked.on or date.today()
    look = _saved_sitting if must_exist(asked.people, "file or folder").is_file() else _counted
    record, ending = look(asked.people, read, roles)
    if record is None:
        return ending
    document = group_document(record, read, roles, on=on)
    if asked.report is None:
        print(as_markdown(document))
    elif asked.report.suffix == ".json":
        asked.report.write_text(write_record(record, read, on.isoformat()), encoding="utf-8")
    else:
        save_document(document, asked.report, on)
    return ending


def _counted(folder: Path, instrument: Instrument, roles: Roles) -> tuple[Record | None, int]:
    """Return the sitting that a folder begins, and how the command ends."""
    from toolkit.assessment.group.count import count
    from toolkit.assessment.group.gather import gather, read_folder
    from toolkit.assessment.group.record import Record

    found = gather(read_folder(folder), instrument, roles)
    for words in (*(error.sentence for error in found.refused), *found.notices):
        print(words, file=sys.stderr)
    ending = PROBLEMS if found.refused else OK
    if not found.ballots:
        return None, ending
    return Record(count(instrument, found.ballots, roles, found.subject)), ending


def _saved_sitting(path: Path, instrument: Instrument, roles: Roles) -> tuple[Record, int]:
    """Return the sitting that a file holds, and how the command ends."""
    from toolkit.assessment.group.record import parse_record

    text = path.read_text(encoding="utf-8-sig", errors="replace")
    record, told = parse_record(text, instrument, roles, path.name)
    if told:
        print(told, file=sys.stderr)
    return record, OK


def _report(text: str) -> Path:
    path, endings = Path(text), (*DOCUMENT_ENDINGS, ".json")
    if path.suffix not in endings:
        raise ArgumentTypeError(f"end its name in one of {', '.join(endings)}")
    return path
