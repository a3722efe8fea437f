"""Bring in a survey made with SurveyJS."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from toolkit.errors import ContentError, Problem
from toolkit.serving.jobs import OK

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


def run(asked: Namespace) -> int:
    """Write the survey as an instrument file, and say what was left out."""
    from toolkit.assessment.instrument import parse_instrument
    from toolkit.assessment.survey.surveyjs import survey_from_json
    from toolkit.yamltext import yaml_text

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
