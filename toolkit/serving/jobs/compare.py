"""Compare two files of saved answers to one self-assessment."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import ContentError, Problem
from toolkit.serving.jobs import OK
from toolkit.serving.jobs.options import (
    day,
    document_file,
    named_instrument,
    no_questionnaire,
    save_document,
    say_exit_codes,
)

if TYPE_CHECKING:
    from toolkit.assessment.instrument import Instrument
    from toolkit.assessment.run import Run

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "compare two files of saved answers: before and after, or a draft and the final one"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("then", type=Path, help="the file saved first, .json or .csv")
    job.add_argument("now", type=Path, help="the file saved last, .json or .csv")
    job.add_argument("--instrument", help="a self-assessment's file, if it is not one of ours")
    job.add_argument(
        "--report",
        type=document_file,
        help="write to this file: .md, .html or .docx; printed if not given",
    )
    job.add_argument("--on", type=day, help="the report's date; today if not given")
    say_exit_codes(
        job,
        "the comparison is made",
        "a file of answers or the self-assessment cannot be used; every problem is listed",
        "no such file, no such self-assessment, or a questionnaire",
    )


def run(asked: Namespace) -> int:
    """Print or write the comparison."""
    from toolkit.assessment.comparison import compare_runs
    from toolkit.assessment.comparison_document import comparison_document
    from toolkit.document.markdown import as_markdown

    then, now = _read(asked.then), _read(asked.now)
    instrument = no_questionnaire(
        named_instrument(asked.instrument or _document(then, asked.then)),
        "Two files of its answers cannot be compared here.",
    )
    runs = (_run(text, instrument, path) for text, path in ((then, asked.then), (now, asked.now)))
    found, on = compare_runs(instrument, *runs), asked.on or date.today()
    document = comparison_document(found, on=on)
    if asked.report is None:
        print(as_markdown(document), end="")
    else:
        save_document(document, asked.report, on)
    return OK


def _document(text: str, path: Path) -> str:
    """Return the id of the self-assessment that a file of answers names."""
    from toolkit.progress import document_of
    from toolkit.report.answer_sheet import read_answer_sheet

    if _is_table(path):
        return read_answer_sheet(text, path.name).instrument
    return document_of(text, path.name)


def _run(text: str, instrument: Instrument, path: Path) -> Run:
    from toolkit.assessment.assess import assess
    from toolkit.assessment.run import Run, read_run
    from toolkit.report.saved import read_saved

    if not _is_table(path):
        return read_run(text, instrument, path.name)
    saved = read_saved(text, {instrument.id: instrument}, path.name)
    result = assess(instrument, saved.answers)
    notices = f"Not used: {saved.notices}" if saved.notices else ""
    return Run(path.name, "", saved.answers, result, notices, saved.example)


def _is_table(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem("file", "is not text", "choose the file that the page saved")
        raise ContentError(path, [problem]) from None
