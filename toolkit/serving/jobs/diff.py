"""Say what changed between two versions of a self-assessment."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import ContentError
from toolkit.serving.jobs import OK, PROBLEMS
from toolkit.serving.jobs.options import must_exist, say_exit_codes

if TYPE_CHECKING:
    from toolkit.assessment.instrument import Instrument

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "say what changed between two versions of a self-assessment (1: answers would be lost)"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("old", type=Path, help="the file as it was")
    job.add_argument("new", type=Path, help="the file as it is now")
    say_exit_codes(
        job,
        "saved answers are looked after, whatever changed",
        "saved answers would be lost, or a file cannot be used; every problem is listed",
        "no such file, or two files that are not about the same self-assessment",
    )


def run(asked: Namespace) -> int:
    """Print what changed; saved answers that nobody looked after are a problem.

    Parameters
    ----------
    asked : Namespace
        What was typed.

    Returns
    -------
    int
        How the command ends.

    Raises
    ------
    LookupError
        Where a file is not there, or the two are not about the same self-assessment.
    """
    from toolkit.assessment.difference import compare_versions, unsettled
    from toolkit.assessment.difference_text import difference_text

    old, new = _read(must_exist(asked.old)), _read(must_exist(asked.new))
    if old.id != new.id:
        raise LookupError(
            f"These are two different self-assessments: '{asked.old}' is ‘{old.id}’, and "
            f"'{asked.new}' is ‘{new.id}’. Name two versions of the same one."
        )
    problems = unsettled(old, new)
    print(difference_text(old, new, compare_versions(old, new), problems), end="")
    return PROBLEMS if problems else OK


def _read(path: Path) -> Instrument:
    """Return the self-assessment in a file, whatever the file is called."""
    from toolkit.assessment.instrument import parse_instrument
    from toolkit.yamlfile import read_yaml

    named = f"{read_yaml(path).get('id', path.stem)}.yaml"
    try:
        return parse_instrument(path.read_text(encoding="utf-8-sig"), named)
    except ContentError as error:
        raise ContentError(path, error.problems) from None
