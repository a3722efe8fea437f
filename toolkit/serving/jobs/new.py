"""Start a case study or a lesson."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from toolkit.serving.jobs import OK

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "start a case study or a lesson from its template"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("kind", choices=("case", "lesson"))
    job.add_argument("slug", help="its name in addresses, for example: leeds-phone-helper")


def run(asked: Namespace) -> int:
    """Copy a template under a name of its own, and say what to do with it."""
    from toolkit.new_notebook import new_case_study, new_lesson

    write = new_case_study if asked.kind == "case" else new_lesson
    path = write(asked.slug)
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    print(f"Written: {shown}\nOpen it in JupyterLab, fill it in, then run: toolkit check {shown}")
    return OK
