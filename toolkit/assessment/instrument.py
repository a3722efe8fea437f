"""A self-assessment as its file states it: areas, questions, gates, stages.

Reading one checks it whole; what comes out needs no more checking. How answers become a result
is the part of `toolkit.assessment.scoring`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from toolkit.added import ADDED, content_files, is_added
from toolkit.assessment.area import Area, Grade, Migration
from toolkit.assessment.condition import comparisons
from toolkit.assessment.instrument_check import check_instrument
from toolkit.assessment.proposal_build import build_proposal_rules
from toolkit.assessment.proposal_rules import ProposalRules
from toolkit.assessment.question import Question, build_question
from toolkit.assessment.stage import Gate, Stages, build_stages
from toolkit.assessment.survey.build import build_survey
from toolkit.assessment.survey.form import Survey
from toolkit.errors import ContentError, did_you_mean
from toolkit.language import _
from toolkit.yamlfile import Json, parse_yaml, read_yaml

__all__ = [
    "Area",
    "Grade",
    "Instrument",
    "Migration",
    "instrument_paths",
    "load_instrument",
    "parse_instrument",
    "read_instrument",
]


@dataclass(frozen=True)
class Instrument:
    """A self-assessment, checked.

    Parameters
    ----------
    id, title, summary, use, status : str
        As the file gives them.
    version, minutes : int
        As the file gives them.
    fingerprint : str
        Twelve characters that change with any change to the content.
    areas, questions, grades, gates, migrations : tuple
        In the order of the file.
    retired : tuple of str
        Ids of questions that are gone.
    stages : Stages or None
        None for an instrument that shows scores without a stage.
    warn_not_applicable_above : float
        The share of an area's questions, 0 to 1.
    proposal : ProposalRules or None
        How answers about one proposal become an outcome; None for other instruments.
    survey : Survey or None
        The pages of a questionnaire, which has no areas and questions of the other kind.
    """

    id: str
    title: str
    summary: str
    use: str
    status: str
    version: int
    minutes: int
    fingerprint: str
    areas: tuple[Area, ...]
    questions: tuple[Question, ...]
    grades: tuple[Grade, ...] = ()
    gates: tuple[Gate, ...] = ()
    migrations: tuple[Migration, ...] = ()
    retired: tuple[str, ...] = ()
    stages: Stages | None = None
    warn_not_applicable_above: float = 1.0
    proposal: ProposalRules | None = None
    survey: Survey | None = None

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """The questions by their id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def by_area(self) -> dict[str, tuple[Question, ...]]:
        """The questions of each area, by the area's id."""
        return {
            area.id: tuple(question for question in self.questions if question.area == area.id)
            for area in self.areas
        }

    @cached_property
    def asked_after(self) -> frozenset[str]:
        """The ids of the questions that decide whether another is asked."""
        return frozenset(
            test.question
            for question in self.questions
            if question.show_if
            for test in comparisons(question.show_if)
        )

    @cached_property
    def limits(self) -> dict[str, tuple[float, float]]:
        """The lowest and highest score of each area that has any, by the area's id."""
        found = {}
        for area, questions in self.by_area.items():
            points = [question.points for question in questions if question.points]
            if points:
                found[area] = (min(low[0] for low in points), max(high[-1] for high in points))
        return found


def read_instrument(path: Path) -> Instrument:
    """Return the self-assessment that a file holds.

    Parameters
    ----------
    path : Path
        A YAML file.

    Returns
    -------
    Instrument
        The self-assessment.

    Raises
    ------
    ContentError
        Where anything in the file cannot be used; every problem is listed.
    """
    instrument = _build(read_yaml(path), path)
    return (
        replace(instrument, status=f"{ADDED} {instrument.status}") if is_added(path) else instrument
    )


def parse_instrument(text: str, file: Path | str, *, any_name: bool = False) -> Instrument:
    """Return what a text holds, with `any_name` whatever its id; see `read_instrument`."""
    return _build(parse_yaml(text, file), file, any_name)


def load_instrument(slug: str, root: Path | None = None) -> Instrument:
    """Return a self-assessment by its id.

    Parameters
    ----------
    slug : str
        Its id.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Instrument
        The self-assessment.

    Raises
    ------
    LookupError
        Where there is none of that name; the nearest name is given.
    ContentError
        Where its file cannot be used.
    """
    by_slug = {path.stem: path for path in instrument_paths(root)}
    if slug not in by_slug:
        told = _("There is no self-assessment '{name}'; {advice}")
        raise LookupError(told.format(name=slug, advice=did_you_mean(slug, by_slug)))
    return read_instrument(by_slug[slug])


def instrument_paths(root: Path | None = None) -> tuple[Path, ...]:
    """Return the files of the self-assessments in a content folder.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of Path
        By name.
    """
    return tuple(file.path for file in content_files("data/instruments", root))


def _build(raw: dict[str, Any], file: Path | str, any_name: bool = False) -> Instrument:
    stem = str(raw.get("id")) if any_name else Path(file).stem
    problems = check_instrument(raw, stem)
    if problems:
        raise ContentError(file, problems)
    scales = {scale["id"]: scale for scale in raw.get("scales", ())}
    names = ("id", "version", "title", "summary", "minutes", "use", "status")
    return Instrument(
        **{name: raw[name] for name in names},
        fingerprint=_fingerprint(raw),
        areas=tuple(Area(**area) for area in raw.get("areas", ())),
        questions=tuple(build_question(question, scales) for question in raw.get("questions", ())),
        grades=tuple(Grade(**grade) for grade in raw.get("evidence_grades", ())),
        gates=tuple(Gate(**gate) for gate in raw.get("gates", ())),
        stages=build_stages(raw["stages"]) if "stages" in raw else None,
        migrations=tuple(
            Migration(step["to"], step.get("renamed", {}), step.get("dropped", {}))
            for step in sorted(raw.get("migrations", ()), key=lambda step: int(step["to"]))
        ),
        retired=tuple(raw.get("retired", ())),
        warn_not_applicable_above=raw.get("warn_not_applicable_above", 1.0),
        proposal=build_proposal_rules(raw["proposal"]) if "proposal" in raw else None,
        survey=build_survey(raw) if "pages" in raw else None,
    )


def _fingerprint(raw: dict[str, Json]) -> str:
    content = json.dumps(raw, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:12]
