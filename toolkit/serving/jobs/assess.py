"""Make a report from saved answers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import ContentError, Problem
from toolkit.serving.jobs import OK
from toolkit.serving.jobs.options import day

if TYPE_CHECKING:
    from toolkit.assessment.report import Form

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "make a report from a file of saved answers"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("instrument", help="a self-assessment's id, or its file")
    job.add_argument("answers", type=Path, help="the file of answers that its page saved")
    job.add_argument("--report", type=Path, help="write the report to this file")
    job.add_argument(
        "--format", choices=("markdown", "json"), help="otherwise as the report's name ends"
    )
    job.add_argument("--on", type=day, help="the report's date; today if not given")


def run(asked: Namespace) -> int:
    """Print or write the report on a file of saved answers."""
    from toolkit.assessment.instrument import load_instrument, read_instrument
    from toolkit.assessment.report import report_file

    text = _read(asked.answers)
    is_file = asked.instrument.endswith((".yaml", ".yml"))
    read = read_instrument(Path(asked.instrument)) if is_file else load_instrument(asked.instrument)
    ending = asked.report.suffix if asked.report else ""
    form: Form = asked.format or ("json" if ending == ".json" else "markdown")
    on = asked.on or date.today()
    report = report_file(text, {read.id: read}, on=on, form=form, file=asked.answers.name)
    if asked.report:
        asked.report.write_text(report, encoding="utf-8")
    else:
        print(report)
    return OK


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem("file", "is not text", "choose the file that the page saved")
        raise ContentError(path, [problem]) from None
