"""Make a report from saved answers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import ContentError, Problem
from toolkit.serving.jobs import OK
from toolkit.serving.jobs.options import day, named_instrument

if TYPE_CHECKING:
    from toolkit.assessment.instrument import Instrument
    from toolkit.report.form import FormId
    from toolkit.report.press import Made

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "make a report from a file of saved answers"
KINDS = ("summary", "committee", "atrs")
ENDINGS: dict[str, FormId] = {
    ".docx": "word",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".json": "json",
    ".csv": "csv",
}
ENDS = """\
what a report's name may end with, and so its form:
  .docx  a Word file        .html  a web page to print    .md    Markdown
  .json  answers and result, to load again
  .csv   a table of the answers, to load again

exit codes:
  0  the report is made
  1  the answers or the self-assessment cannot be used; every problem is listed
  2  wrong use: no such file, no such self-assessment, no such report or form

The outcome of an assessment is no error: a report of 'do not proceed' ends with 0."""


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.formatter_class = RawDescriptionHelpFormatter
    job.epilog = ENDS
    job.add_argument("instrument", help="a self-assessment's id, or its file")
    job.add_argument("answers", type=Path, help="the answers that its page saved, .json or .csv")
    job.add_argument("--report", type=Path, help="write the report to this file")
    job.add_argument(
        "--kind",
        choices=KINDS,
        default="summary",
        help="summary: the whole report; committee: a draft report to committee; atrs: a draft "
        "transparency record; the summary if not given",
    )
    forms = tuple(dict.fromkeys(ENDINGS.values()))
    job.add_argument("--format", choices=forms, help="otherwise as the report's name ends")
    job.add_argument(
        "--readiness",
        type=Path,
        help="for a proposal: the council's saved answers on readiness, which bear on the outcome",
    )
    job.add_argument("--on", type=day, help="the report's date; today if not given")


def run(asked: Namespace) -> int:
    """Print or write the report on a file of saved answers."""
    form, read = _form(asked.report, asked.format), named_instrument(asked.instrument)
    content = _questionnaire(asked, read, form) if read.survey else _made(asked, read, form).content
    if asked.report is None:
        print(content, end="")
    elif isinstance(content, bytes):
        asked.report.write_bytes(content)
    else:
        asked.report.write_text(content, encoding="utf-8", newline="")
    return OK


def _questionnaire(asked: Namespace, instrument: Instrument, form: FormId) -> str | bytes:
    from toolkit.assessment.survey.report import survey_report

    if form == "csv" or asked.kind != "summary":
        raise LookupError(
            f"‘{instrument.title}’ is a questionnaire. Its report is a summary, as a Word file, a "
            "web page, Markdown or JSON."
        )
    text, on = _read(asked.answers), asked.on or date.today()
    return survey_report(text, instrument, on=on, form=form, file=asked.answers.name)


def _made(asked: Namespace, instrument: Instrument, form: FormId) -> Made:
    from toolkit.assessment.assess import assess
    from toolkit.assessment.run import example_notice
    from toolkit.report.material import Material
    from toolkit.report.press import Press
    from toolkit.report.saved import read_saved

    saved = read_saved(_read(asked.answers), {instrument.id: instrument}, asked.answers.name)
    stage, told = _stage(instrument, asked.readiness, saved.example)
    unused = f"Not used: {saved.notices}" if saved.notices else ""
    result = assess(instrument, saved.answers, stage)
    notes = " ".join(text for text in (example_notice(saved.example), unused, told) if text)
    on = asked.on or date.today()
    material = Material(result, saved.answers, on, notes, saved.example, saved.beside)
    return Press().make(material, asked.kind, form)


def _stage(instrument: Instrument, path: Path | None, example: str) -> tuple[str | None, str]:
    """Return the council's stage, and what a reader must know about it.

    The stage of a made-up council says nothing about a real proposal, nor the other way round.
    """
    if path is None:
        return None, ""
    from toolkit.assessment.instrument import load_instrument
    from toolkit.assessment.readiness import stage_for
    from toolkit.report.saved import read_saved

    rules = instrument.proposal
    if rules is None or not rules.readiness:
        raise LookupError(
            f"--readiness is for a proposal, and ‘{instrument.title}’ is about something else."
        )
    council = load_instrument(rules.readiness)
    saved = read_saved(_read(path), {council.id: council}, path.name)
    if saved.example != example:
        whose = f"the made-up {saved.example}" if saved.example else "a real council"
        about = "a real proposal" if saved.example else "a made-up one"
        return None, f"The readiness file is about {whose} and plays no part for {about}."
    stage, told = stage_for(instrument, council, saved.answers)
    unused = f"Not used of the readiness file: {saved.notices}" if saved.notices else ""
    return stage, " ".join(text for text in (told, unused) if text)


def _form(report: Path | None, wanted: FormId | None) -> FormId:
    if wanted == "word" and report is None:
        raise LookupError("A Word file cannot be shown here. Add: --report report.docx")
    if wanted and report:
        by_name = ENDINGS.get(report.suffix.lower(), wanted)
        if by_name != wanted:
            raise LookupError(
                f"The name '{report.name}' says {by_name} and --format says {wanted}. "
                "Change the name, or leave --format out."
            )
    if wanted:
        return wanted
    if report is None:
        return "markdown"
    ending = report.suffix.lower()
    if ending not in ENDINGS:
        raise LookupError(
            f"A report's name ends with one of {', '.join(ENDINGS)}, and '{report.name}' does not. "
            "Change its name, or add --format."
        )
    return ENDINGS[ending]


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem("file", "is not text", "choose the file that the page saved")
        raise ContentError(path, [problem]) from None
