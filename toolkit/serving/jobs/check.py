"""Check the content."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import ContentError
from toolkit.serving.jobs import OK, PROBLEMS

if TYPE_CHECKING:
    from toolkit.checking import FileReport

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "say what is wrong in the content, where, and what to do"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument(
        "path", nargs="*", type=Path, help="a file or folder; all content if not given"
    )


def run(asked: Namespace) -> int:
    """Print every problem in the content; advice alone is no failure."""
    from toolkit.added import added_folder
    from toolkit.checking import check_content
    from toolkit.place import content_root

    root, added, today = content_root(), added_folder(), date.today()
    found: dict[str, FileReport] = {}
    for path in asked.path or [None]:
        inside = added and path and path.resolve().is_relative_to(added)
        if not inside:
            reports = check_content(root, today=today, under=path)
            found |= {report.file: report for report in reports}
        if added and (inside or path is None):
            whole = path.resolve() if path else None
            reports = check_content(added, today=today, under=whole, added_to=root)
            named = (replace(one, file=(added / one.file).as_posix()) for one in reports)
            found |= {report.file: report for report in named}
    for report in found.values():
        print(_told(report), end="")
    wrong = sum(bool(report.errors) for report in found.values())
    files = f"{len(found)} file{'' if len(found) == 1 else 's'}"
    print(f"{files} checked: {wrong or 'none'} with problems.")
    return PROBLEMS if wrong else OK


def _told(report: FileReport) -> str:
    """Return what was found in one file; nothing where nothing was."""
    lines = [str(ContentError(report.file, report.errors))] if report.errors else []
    if report.warnings:
        lines.append(f"{report.file}: worth a second look:")
        lines += [f"  - {problem}" for problem in report.warnings]
    return "".join(f"{line}\n" for line in lines)
