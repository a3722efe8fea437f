"""Compare two files of saved answers to one self-assessment."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import ContentError, Problem
from toolkit.serving.jobs import OK

if TYPE_CHECKING:
    from toolkit.document.blocks import Document

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "compare two files of saved answers: before and after, or a draft and the final one"
ENDINGS = (".md", ".html", ".docx")


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("then", type=Path, help="the file saved first")
    job.add_argument("now", type=Path, help="the file saved last")
    job.add_argument("--instrument", help="a self-assessment's file, if it is not one of ours")
    job.add_argument(
        "--report",
        type=_report,
        help="write to this file: .md, .html or .docx; printed if not given",
    )
    job.add_argument("--on", type=_day, help="the report's date; today if not given")


def run(asked: Namespace) -> int:
    """Print or write the comparison."""
    from toolkit.assessment.comparison import compare_runs
    from toolkit.assessment.comparison_document import comparison_document
    from toolkit.assessment.instrument import load_instrument, read_instrument
    from toolkit.assessment.run import read_run
    from toolkit.progress import document_of

    then, now = _read(asked.then), _read(asked.now)
    instrument = (
        read_instrument(Path(asked.instrument))
        if asked.instrument
        else load_instrument(document_of(then, asked.then.name))
    )
    runs = (
        read_run(text, instrument, path.name)
        for text, path in ((then, asked.then), (now, asked.now))
    )
    found = compare_runs(instrument, *runs)
    on = asked.on or date.today()
    _write(comparison_document(found, on=on), asked.report, on)
    return OK


def _write(document: Document, report: Path | None, on: date) -> None:
    from toolkit.document.html import as_html
    from toolkit.document.markdown import as_markdown
    from toolkit.document.word import as_word

    if report is None:
        print(as_markdown(document), end="")
    elif report.suffix == ".docx":
        report.write_bytes(as_word(document, on=on))
    else:
        write = as_html if report.suffix == ".html" else as_markdown
        report.write_text(write(document), encoding="utf-8")


def _report(text: str) -> Path:
    path = Path(text)
    if path.suffix not in ENDINGS:
        raise ArgumentTypeError(f"give it a name that ends in {', '.join(ENDINGS)}")
    return path


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("write a date like 2026-11-22") from None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem("file", "is not text", "choose the file that the page saved")
        raise ContentError(path, [problem]) from None
