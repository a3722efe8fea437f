"""Which questions of a questionnaire are shown, and which answers are left once it is done."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.assessment.condition import Condition, holds
from toolkit.assessment.survey.form import Item, Survey
from toolkit.assessment.written import written
from toolkit.yamlfile import Json

__all__ = ["completed", "not_offered", "shows", "visible"]


def shows(conditions: tuple[Condition, ...], answers: Mapping[str, Json]) -> bool:
    """Return whether a part is shown.

    Parameters
    ----------
    conditions : tuple of Condition
        The part's.
    answers : mapping
        The answers by question, whether those questions are shown or not.

    Returns
    -------
    bool
        True where all of them hold.
    """
    return all(holds(condition, answers) for condition in conditions)


def visible(survey: Survey, answers: Mapping[str, Json]) -> tuple[str, ...]:
    """Return the questions that are shown.

    Parameters
    ----------
    survey : Survey
        The questionnaire.
    answers : mapping
        The answers by question.

    Returns
    -------
    tuple of str
        Their names, in the order of the file.
    """
    return tuple(item.id for item in survey.items if shows(item.conditions, answers))


def completed(survey: Survey, answers: Mapping[str, Json]) -> dict[str, Json]:
    """Return the answers that are left when the questionnaire is handed in.

    First every choice that is not offered goes. Then, question after question in the order of
    the file, the answer of a question that is not shown goes, given the answers left by then.

    Parameters
    ----------
    survey : Survey
        The questionnaire.
    answers : mapping
        The answers by question.

    Returns
    -------
    dict
        The answers that count.
    """
    left = {
        item.id: _offered(item, answers[item.id]) for item in survey.items if item.id in answers
    }
    for item in survey.items:
        if left.get(item.id) is None or not shows(item.conditions, left):
            left.pop(item.id, None)
    return left


def not_offered(item: Item, answer: Json) -> tuple[str, ...]:
    """Return what an answer holds that is not among the choices of its question.

    Parameters
    ----------
    item : Item
        The question.
    answer : Json
        Its answer.

    Returns
    -------
    tuple of str
        As text; empty for a question that is not answered by picking.
    """
    if not item.picks:
        return ()
    found = answer if isinstance(answer, list) else [answer]
    return tuple(written(one) for one in found if written(one) not in item.by_option)


def _offered(item: Item, answer: Json) -> Json:
    if not item.picks:
        return answer
    if isinstance(answer, list):
        return [one for one in answer if written(one) in item.by_option] or None
    return answer if written(answer) in item.by_option else None
