"""Start a case study or a lesson."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from toolkit.serving.jobs import OK

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "start a case study, a lesson or a spreadsheet of cases from its template"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("kind", choices=("case", "lesson", "case-spreadsheet"))
    job.add_argument("slug", help="its name in addresses, for example: leeds-phone-helper")


def run(asked: Namespace) -> int:
    """Copy a template under a name of its own, and say what to do with it."""
    from toolkit.new_notebook import new_case_study, new_lesson

    if asked.kind == "case-spreadsheet":
        return _spreadsheet(Path(asked.slug).with_suffix(".csv"))
    write = new_case_study if asked.kind == "case" else new_lesson
    path = write(asked.slug)
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    print(f"Written: {shown}\nOpen it in JupyterLab, fill it in, then run: toolkit check {shown}")
    return OK


def _spreadsheet(path: Path) -> int:
    """Write an empty spreadsheet into the working folder; no file is ever replaced."""
    from toolkit.cases.spreadsheet_columns import spreadsheet_template
    from toolkit.errors import ContentError, Problem
    from toolkit.vocabulary import load_vocabulary

    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(spreadsheet_template(load_vocabulary()))
    except FileExistsError:
        raise ContentError(path, [Problem("name", "is taken", "choose another")]) from None
    print(f"Written: {path}\nFill in one row for each case, then run: toolkit import {path}")
    return OK
