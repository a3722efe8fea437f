"""The answers to a questionnaire: our own saved files, and SurveyJS's ``{question: value}``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.survey.form import Item, Survey
from toolkit.assessment.survey.rules import BEYOND
from toolkit.assessment.survey.score import survey_of
from toolkit.assessment.survey.visible import not_offered
from toolkit.assessment.written import written
from toolkit.errors import ContentError, Problem, nearest
from toolkit.language import N_, _
from toolkit.progress import FORMAT, LARGEST, parse_progress
from toolkit.yamlfile import Json

__all__ = [
    "carry_over_survey",
    "parse_survey_answers",
    "read_survey_answers",
    "stray_choices",
]

MOST_STRANGERS = 10  # are named one by one
UNWANTED = {
    "damaged": (N_("is damaged, or is not a file of answers"), N_("choose the file you saved")),
    "large": (N_("is too large to be a file of answers"), N_("choose the file you saved")),
    "shape": (N_("holds no answers"), N_("it should look like this: {\"question1\": \"item2\"}")),
}  # fmt: skip


def parse_survey_answers(
    text: str, instrument: Instrument, file: str = "The file"
) -> tuple[dict[str, Json], tuple[Problem, ...]]:
    """Return the answers that a file holds, and what of it could not be used.

    Parameters
    ----------
    text : str
        A file saved here, or the answers that SurveyJS saves: names and values, by themselves
        or under ``data``.
    instrument : Instrument
        The questionnaire.
    file : str
        The file's name, for messages.

    Returns
    -------
    dict, tuple of Problem
        The answers by question; a value that cannot be used is left out, and the others are
        kept.

    Raises
    ------
    ContentError
        Where the file is damaged, too large, holds no answers or belongs to something else.
    """
    survey = survey_of(instrument)
    lost: tuple[Problem, ...] = ()
    content = _load(text, file)
    if content.get("format") == FORMAT:
        saved = parse_progress(text, instrument.id, instrument.version, file)
        content, lost = carry_over_survey(instrument, saved.version, saved.values)
    elif isinstance(content.get("data"), dict) and "data" not in survey.by_id:
        content = content["data"]
    answers, problems = read_survey_answers(survey, content)
    return answers, (*lost, *problems)


def carry_over_survey(
    instrument: Instrument, version: int, values: Mapping[str, Json]
) -> tuple[dict[str, Json], tuple[Problem, ...]]:
    """Return values kept for an older version as this version needs them.

    Parameters
    ----------
    instrument : Instrument
        The version of the questionnaire in use now.
    version : int
        The version the values were kept for.
    values : mapping
        By question.

    Returns
    -------
    dict, tuple of Problem
        The values under their new names, and why others do not count any more.
    """
    kept, lost = dict(values), []
    for step in instrument.migrations:
        if step.to > version:
            kept = {step.renamed.get(name, name): value for name, value in kept.items()}
            lost += [Problem(name, why) for name, why in step.dropped.items() if name in kept]
            kept = {name: value for name, value in kept.items() if name not in step.dropped}
    return kept, tuple(lost)


def read_survey_answers(
    survey: Survey, values: Mapping[str, Json]
) -> tuple[dict[str, Json], tuple[Problem, ...]]:
    """Return the answers that names and values hold, and what could not be used.

    Parameters
    ----------
    survey : Survey
        The questionnaire.
    values : mapping
        A text, a number or a list of them by question.

    Returns
    -------
    dict, tuple of Problem
        The answers by question, without empty ones. Choices that are not offered stay in:
        they count until the questionnaire is handed in.
    """
    answers: dict[str, Json] = {}
    problems = _strangers(survey, values)
    for item in survey.items:
        answer, wrong = _read(item, values.get(item.id))
        problems += [Problem(item.id, wrong)] if wrong else []
        if answer not in (None, "", []):
            answers[item.id] = answer
    return answers, tuple(problems)


def stray_choices(survey: Survey, answers: Mapping[str, Json]) -> tuple[Problem, ...]:
    """Return the answers that name a choice which their question does not offer.

    Parameters
    ----------
    survey : Survey
        The questionnaire.
    answers : mapping
        The answers by question.

    Returns
    -------
    tuple of Problem
        One for each.
    """
    return tuple(
        Problem(name, _("‘{stray}’ is not one of its choices").format(stray=stray[:60]))
        for name, answer in answers.items()
        for stray in not_offered(survey.by_id[name], answer)
    )


def _strangers(survey: Survey, values: Mapping[str, Json]) -> list[Problem]:
    """Report names that are no questions; a whole file of them in a few lines."""
    names = [name for name in values if name not in survey.by_id]
    found = []
    for name in names[:MOST_STRANGERS]:
        meant = nearest(name[:80], survey.by_id)
        advice = _("did you mean ‘{meant}’?").format(meant=meant) if meant else ""
        found.append(Problem(_whole(name[:80]), _("there is no such question"), advice))
    if names[MOST_STRANGERS:]:
        more = _("{count} more names").format(count=len(names) - MOST_STRANGERS)
        found.append(Problem(more, _("there are no such questions")))
    return found


def _read(item: Item, value: Json) -> tuple[Json, str]:
    """Return what can be used of a value, and what is wrong with the rest."""
    if value is None or value == "":
        return None, ""
    if isinstance(value, list) and item.picks:
        kept = [_typed(item, one) for one in value if _single(one)]
        return kept, "" if len(kept) == len(value) else _("holds what is neither text nor a number")
    if not _single(value):
        return None, (
            _("is neither text nor a number nor a list of them")
            if item.picks
            else _("is neither text nor a number")
        )
    if item.kind != "number":
        return _typed(item, value), ""
    number = _number(value)
    return number, _("‘{value}’ is not a number").format(
        value=written(value)[:40]
    ) if number is None else ""


def _single(value: Json) -> bool:
    if isinstance(value, str):
        return _whole(value) == value
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < BEYOND


def _whole(text: str) -> str:
    """Return a text without halves of characters, which no file and no page could show."""
    return text.encode(errors="replace").decode()


def _typed(item: Item, value: Json) -> Json:
    """Return a choice as the questionnaire has it: a browser hands a number over as text."""
    option = item.by_option.get(value) if isinstance(value, str) else None
    return option.value if option else value


def _number(value: Json) -> int | float | None:
    try:
        number = float(str(value).strip())
    except ValueError:
        return None
    if not abs(number) < BEYOND:
        return None
    return int(number) if number.is_integer() else number


def _load(text: str, file: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise _refuse(file, "large")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise _refuse(file, "damaged") from None
    if not isinstance(content, dict):
        raise _refuse(file, "shape")
    return content


def _refuse(file: str, reason: str) -> ContentError:
    what, remedy = UNWANTED[reason]
    return ContentError(file, [Problem("file", _(what), _(remedy))])
