"""A questionnaire in JSON: the saved answers, which load again, with the result beside them."""

from __future__ import annotations

from datetime import date

from toolkit.assessment.phrase import SCOPE
from toolkit.assessment.survey.score import Standing, SurveyResult
from toolkit.language import _
from toolkit.progress import ProgressFile, write_progress
from toolkit.yamlfile import Json

__all__ = ["survey_as_data", "survey_json"]


def survey_json(result: SurveyResult, *, on: date, notices: str = "") -> str:
    """Return a result and the answers behind it as JSON.

    Parameters
    ----------
    result : SurveyResult
        The result.
    on : date
        The date of the report.
    notices : str
        What the reader must know about the answers first.

    Returns
    -------
    str
        A file that the page of the questionnaire loads again.
    """
    instrument = result.instrument
    found = survey_as_data(result)
    extra: dict[str, Json] = {
        "instrument": {
            "title": instrument.title,
            "status": instrument.status,
            "fingerprint": instrument.fingerprint,
        },
        "scope": _(SCOPE),
        "notices": notices,
        "result": found,
        # Also at the top, where a program that compares scores looks first.
        "live": found["live"],
        "completed": found["completed"],
    }
    values = dict(result.live.answers)
    return write_progress(
        ProgressFile(instrument.id, instrument.version, values, on.isoformat(), extra)
    )


def survey_as_data(result: SurveyResult) -> dict[str, Json]:
    """Return a result as names and values that JSON can hold.

    Parameters
    ----------
    result : SurveyResult
        The result.

    Returns
    -------
    dict
        ``live`` and ``completed``, each with ``raw``, ``mitigation``, ``total``, ``level`` and
        ``visible``; ``highest``; ``unanswered``. Without rules, points and level are None.
    """
    most = result.highest
    return {
        "live": _standing(result.live),
        "completed": _standing(result.completed),
        "highest": {"raw": _whole(most.raw), "mitigation": _whole(most.mitigation)}
        if most
        else None,
        "unanswered": list(result.unanswered),
    }


def _standing(standing: Standing) -> Json:
    score = standing.score
    return {
        "raw": _whole(score.raw) if score else None,
        "mitigation": _whole(score.mitigation) if score else None,
        "total": _whole(score.total) if score else None,
        "level": score.level.name if score else None,
        "visible": list(standing.visible),
    }


def _whole(number: float) -> int | float:
    """Return a whole number without its point."""
    return int(number) if number == int(number) else number
