"""Count a folder of people's files, and report on the group."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from toolkit.serving.jobs import OK, PROBLEMS
from toolkit.serving.jobs.options import DOCUMENT_ENDINGS, day, write_document

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "count the answers of a group, from a folder with a file for each person"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("instrument", help="a self-assessment's id, or its file")
    job.add_argument("folder", type=Path, help="the folder with the files that people saved")
    job.add_argument(
        "--report", type=_report, help="write to this file: .md, .html, .docx, or .json to load"
    )
    job.add_argument("--on", type=day, help="the report's date; today if not given")


def run(asked: Namespace) -> int:
    """Print or write the report on a group; name every file that could not be used."""
    from toolkit.assessment.group.count import count
    from toolkit.assessment.group.gather import gather, read_folder
    from toolkit.assessment.group.record import Record, write_record
    from toolkit.assessment.group.report import group_document
    from toolkit.assessment.group.role import load_roles
    from toolkit.assessment.instrument import load_instrument, read_instrument
    from toolkit.document.markdown import as_markdown

    is_file = asked.instrument.endswith((".yaml", ".yml"))
    read = read_instrument(Path(asked.instrument)) if is_file else load_instrument(asked.instrument)
    roles, on = load_roles(), asked.on or date.today()
    found = gather(read_folder(asked.folder), read, roles)
    _tell((*(error.sentence for error in found.refused), *found.notices))
    if not found.ballots:
        return PROBLEMS
    record = Record(count(read, found.ballots, roles, found.subject))
    document = group_document(record, read, roles, on=on)
    if asked.report is None:
        print(as_markdown(document))
    elif asked.report.suffix == ".json":
        asked.report.write_text(write_record(record, read, on.isoformat()), encoding="utf-8")
    else:
        write_document(document, asked.report, on)
    return PROBLEMS if found.refused else OK


def _tell(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        print(sentence, file=sys.stderr)


def _report(text: str) -> Path:
    path, endings = Path(text), (*DOCUMENT_ENDINGS, ".json")
    if path.suffix not in endings:
        raise ArgumentTypeError(f"end its name in one of {', '.join(endings)}")
    return path
