"""Bring in a survey made with SurveyJS."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from toolkit.errors import ContentError, Problem
from toolkit.serving.jobs import OK
from toolkit.serving.jobs.options import say_exit_codes

__all__ = ["SUMMARY", "add", "run"]

SUMMARY = "make a self-assessment from a SurveyJS survey"


def add(job: ArgumentParser) -> None:
    """Say what may be typed after the command."""
    job.add_argument("survey", type=Path, help="the survey's JSON file")
    job.add_argument(
        "-o", "--output", type=Path, required=True, help="the file to write, for example tea.yaml"
    )
    job.add_argument(
        "--scoring", choices=("aia",), default="", help="aia: score as Canada's AIA does"
    )
    job.add_argument("--id", help="its short name; as the file to write is called if not given")
    job.add_argument("--title", default="", help="what to call it; the survey's title if not given")
    job.add_argument("--replace", action="store_true", help="write over a file that is there")
    say_exit_codes(
        job,
        "the file is written",
        "the survey cannot be brought in; every problem is listed, and nothing is written",
        "no such file or folder, or a file of that name is there already",
    )


def run(asked: Namespace) -> int:
    """Write the survey as an instrument file, and say what was left out.

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
        Where a file of that name is there already.
    """
    from toolkit.assessment.instrument import parse_instrument
    from toolkit.assessment.survey.surveyjs import survey_from_json
    from toolkit.yaml_text import yaml_text

    if asked.output.exists() and not asked.replace:
        raise LookupError(
            f"There is a file '{asked.output}' already. Give another name after -o, or add "
            "--replace to write over it."
        )
    identity = asked.id or _slug(asked.output.stem)
    content, left_out = survey_from_json(
        _read(asked.survey),
        asked.survey.name,
        identity=identity,
        scoring=asked.scoring,
        title=asked.title,
    )
    text = yaml_text(content)
    made = parse_instrument(text, asked.survey.name, any_name=True)
    asked.output.write_text(text, encoding="utf-8")
    for problem in left_out:
        print(problem)
    questions = len(made.survey.items) if made.survey else 0
    print(f"Written: {asked.output}, with {questions} questions.")
    print(f"To use it in the app, put it into data/instruments as {identity}.yaml.")
    return OK


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "survey"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problem = Problem("file", "is not text", "choose the survey's JSON file")
        raise ContentError(path, [problem]) from None
