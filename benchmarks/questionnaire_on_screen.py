"""How long an answer to a large questionnaire takes, on the kernel's side.

Canada's Algorithmic Impact Assessment where it is at hand (beside the repository, or where
AIA_SURVEY says), else a made-up survey of the same size. Answers every question as the browser
would and measures what the kernel does: keep it, score it, draw the page. Bar: 150 ms for 95 of
100 answers; and 5 ms to score. Ends with 1 where it is missed.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.own_instrument import read_own_instrument
from toolkit.assessment.survey.form import Item
from toolkit.assessment.survey.score import score_survey, survey_of
from toolkit.identity import Identity
from toolkit.views.assessment.desk import Desk
from toolkit.yamlfile import Json

BAR, SCORE_BAR = 150.0, 5.0  # milliseconds
BESIDE = Path(__file__).parents[2] / "shared" / "reference" / "aia" / "survey-enfr.json"


def survey_text() -> str:
    """Return the survey to measure with."""
    path = Path(os.environ.get("AIA_SURVEY") or BESIDE)
    return path.read_text(encoding="utf-8") if path.is_file() else json.dumps(made_up())


def made_up(pages: int = 12, questions: int = 24) -> dict[str, Any]:
    """Return a survey in which every second question depends on the one before it."""

    def question(page: int, number: int) -> dict[str, Any]:
        name = f"p{page}q{number}"
        choices = [{"value": f"item{n}-{n}", "text": f"Answer {n}"} for n in range(4)]
        part = {"type": "radiogroup", "name": f"{name}-RS", "title": name, "choices": choices}
        if number % 2:
            before = f"p{page}q{number - 1}-RS"
            part = {"type": "comment", "name": name, "visibleIf": f"{{{before}}} = 'item3-3'"}
        return part

    return {
        "pages": [
            {"name": f"page{page}", "elements": [question(page, n) for n in range(questions)]}
            for page in range(pages)
        ]
    }


def heaviest(item: Item) -> Json:
    """Return an answer that lets the most be asked."""
    ids: list[Json] = [option.id for option in item.options]
    if not ids:
        return "A sentence in somebody's own words."
    return ids if item.kind == "list" else ids[-1]


def answer_all(instrument: Instrument) -> list[float]:
    """Answer every question that is asked; return how long each took, in milliseconds."""
    desk = Desk((instrument,), (), Identity(), None, lambda: date(2026, 11, 22))
    [sitting] = desk.questionnaires
    took, number = [], 0

    def send(**message: Json) -> float:
        nonlocal number
        number += 1
        start = perf_counter()
        sitting.page.widget._receive({**message, "number": number})
        return (perf_counter() - start) * 1000

    for page in survey_of(instrument).asking:
        send(kind="place", value=f"section={page.id}")
        for item in page.items:
            answer = heaviest(item)
            took.append(send(kind="change", name=item.id, value=answer, keep=True))
    return took


def main() -> int:
    """Print the figures; return 1 where a bar is missed."""
    instrument, _ = read_own_instrument("survey.json", survey_text())
    items = survey_of(instrument).items
    took = sorted(answer_all(instrument))
    late = took[int(len(took) * 0.95)]
    answers = {item.id: heaviest(item) for item in items}
    rounds = []
    for _ in range(50):
        start = perf_counter()
        score_survey(instrument, answers)
        rounds.append((perf_counter() - start) * 1000)
    print(f"{len(items)} questions of “{instrument.title}”")
    print(f"an answer: half up to {median(took):.0f} ms, 95 of 100 up to {late:.0f} of {BAR:g} ms")
    print(f"the score: {min(rounds):.2f} of {SCORE_BAR:g} ms")
    return 0 if late <= BAR and min(rounds) <= SCORE_BAR else 1


if __name__ == "__main__":
    sys.exit(main())
