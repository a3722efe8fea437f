"""Score a questionnaire: as it stands while it is filled in, and as it is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.survey.form import Survey
from toolkit.assessment.survey.rules import Highest, Level, weight
from toolkit.assessment.survey.visible import completed, visible
from toolkit.yamlfile import Json

__all__ = ["Score", "Standing", "SurveyAnswers", "SurveyResult", "score_survey", "survey_of"]

SurveyAnswers = Mapping[str, Json]


@dataclass(frozen=True)
class Score:
    """What answers score.

    Parameters
    ----------
    raw, mitigation, total : float
        Points of risk, points of mitigation, and the risk that is left.
    level : Level
        The level of the total.
    """

    raw: float
    mitigation: float
    total: float
    level: Level


@dataclass(frozen=True)
class Standing:
    """How a questionnaire stands with a set of answers.

    Parameters
    ----------
    answers : mapping
        The answers that count.
    visible : tuple of str
        The names of the questions that are shown.
    score : Score or None
        None where the questionnaire has no rules.
    """

    answers: SurveyAnswers
    visible: tuple[str, ...]
    score: Score | None


@dataclass(frozen=True)
class SurveyResult:
    """What a questionnaire comes to.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    live : Standing
        With every stored answer, also those of questions that are no longer shown.
    completed : Standing
        With the answers that are left when it is handed in: this is the result to report.
    highest : Highest or None
        The highest scores; None where it has no rules.
    """

    instrument: Instrument
    live: Standing
    completed: Standing
    highest: Highest | None

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions that are shown and have no answer."""
        given = self.completed.answers
        return tuple(name for name in self.completed.visible if given.get(name) in (None, "", []))


def survey_of(instrument: Instrument) -> Survey:
    """Return the questionnaire of an instrument.

    Parameters
    ----------
    instrument : Instrument
        An instrument with pages.

    Returns
    -------
    Survey
        Its questionnaire.

    Raises
    ------
    ValueError
        Where the instrument is of another kind.
    """
    if instrument.survey is None:
        raise ValueError(f"{instrument.id} has no pages")
    return instrument.survey


def score_survey(instrument: Instrument, answers: SurveyAnswers) -> SurveyResult:
    """Return what a set of answers comes to.

    Parameters
    ----------
    instrument : Instrument
        An instrument with pages.
    answers : mapping
        The answers by question, as `toolkit.assessment.survey.answers` reads them.

    Returns
    -------
    SurveyResult
        As it stands, and as it is handed in.

    Raises
    ------
    ValueError
        Where the instrument is of another kind.
    """
    survey = survey_of(instrument)
    return SurveyResult(
        instrument,
        live=_standing(survey, answers),
        completed=_standing(survey, completed(survey, answers)),
        highest=survey.highest,
    )


def _standing(survey: Survey, answers: SurveyAnswers) -> Standing:
    return Standing(answers, visible(survey, answers), _score(survey, answers))


def _score(survey: Survey, answers: SurveyAnswers) -> Score | None:
    rules, most = survey.rules, survey.highest
    if rules is None or most is None:
        return None
    raw, mitigation = (
        sum(weight(answers.get(item.id)) for item in survey.items if item.counts_as == kind)
        for kind in ("risk", "mitigation")
    )
    total = rules.total(raw, mitigation, most.mitigation)
    return Score(raw, mitigation, total, rules.level(total, most.raw))
