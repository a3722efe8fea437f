"""Make what a report is made from, in one line of a test."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from toolkit.assessment.answer import Answers, read_answers
from toolkit.assessment.assess import assess
from toolkit.assessment.instrument import Instrument, load_instrument
from toolkit.report.material import Material

__all__ = ["DRAFTING", "GOOD", "ON", "loaded", "material_of", "reported"]

ON = date(2026, 11, 2)
# A tool that only drafts, on trial, under a contract.
DRAFTING = {
    "T1": "drafts",
    "T2": "drafting",
    "T3": "staff",
    "T4": "personal",
    "T5": "contract",
    "T6": "productivity",
    "T7": "trial",
    "T8": "compared",
}


@cache
def loaded(slug: str) -> Instrument:
    """Return a shipped self-assessment, read once."""
    return load_instrument(slug)


def reported(instrument: Instrument, found: Answers, stage: str | None = None) -> Material:
    """Return what a report on these answers is made from."""
    return Material(assess(instrument, found, stage), found, ON)


def material_of(slug: str, stage: str | None = None, **values: Any) -> Material:
    """Return the same for a shipped self-assessment, from values as a page keeps them.

    Two underscores stand for the dot in a name: ``S1__note="…"``.
    """
    instrument = loaded(slug)
    kept = {name.replace("__", "."): value for name, value in values.items()}
    found, problems = read_answers(instrument, kept)
    if problems:
        raise ValueError(problems)
    return reported(instrument, found, stage)


def _good() -> dict[str, str]:
    """Return a proposal with every safeguard in use and shown, little risk and a fair fit."""
    values = dict(DRAFTING)
    for question in loaded("proposal").questions:
        if question.points:
            step = {"S": "3", "R": "0", "F": "1"}[question.area]
            values |= {question.id: step, f"{question.id}__evidence": "2"}
    return values


GOOD = _good()
