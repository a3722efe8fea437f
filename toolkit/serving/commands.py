"""What each command does, once the command line has been understood.

Each imports what it needs when it is run, so that `toolkit --help` answers at once.
"""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import ContentError, Problem

if TYPE_CHECKING:
    from toolkit.assessment.report import Form
    from toolkit.checking import FileReport

__all__ = ["OK", "PROBLEMS", "WRONG_USE", "assess", "check", "new", "serve"]

OK, PROBLEMS, WRONG_USE = 0, 1, 2


def serve(asked: Namespace) -> int:
    """Serve the apps until told to stop."""
    from toolkit import serving

    serving.serve(host=asked.host, port=asked.port, open_browser=not asked.no_browser)
    return OK


def check(asked: Namespace) -> int:
    """Print every problem in the content; advice alone is no failure."""
    from toolkit.checking import check_content
    from toolkit.place import content_root

    root, today = content_root(), date.today()
    found = {
        report.file: report
        for path in asked.path or [None]
        for report in check_content(root, today=today, under=path)
    }
    for report in found.values():
        print(_told(report), end="")
    wrong = sum(bool(report.errors) for report in found.values())
    files = f"{len(found)} file{'' if len(found) == 1 else 's'}"
    print(f"{files} checked: {wrong or 'none'} with problems.")
    return PROBLEMS if wrong else OK


def new(asked: Namespace) -> int:
    """Copy a template under a name of its own, and say what to do with it."""
    from toolkit.new_notebook import new_case_study, new_lesson

    write = new_case_study if asked.kind == "case" else new_lesson
    path = write(asked.slug)
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    print(f"Written: {shown}\nOpen it in JupyterLab, fill it in, then run: toolkit check {shown}")
    return OK


def assess(asked: Namespace) -> int:
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


def _told(report: FileReport) -> str:
    """Return what was found in one file; nothing where nothing was."""
    lines = [str(ContentError(report.file, report.errors))] if report.errors else []
    if report.warnings:
        lines.append(f"{report.file}: worth a second look:")
        lines += [f"  - {problem}" for problem in report.warnings]
    return "".join(f"{line}\n" for line in lines)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem("file", "is not text", "choose the file that the page saved")
        raise ContentError(path, [problem]) from None
