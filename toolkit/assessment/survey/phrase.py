"""What a questionnaire comes to, in words."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.assessment.survey.form import Item, Survey
from toolkit.assessment.survey.markup import words_of
from toolkit.assessment.survey.score import SurveyResult, survey_of
from toolkit.assessment.written import written
from toolkit.errors import Problem
from toolkit.full_stop import full_stop
from toolkit.language import _, ngettext
from toolkit.yamlfile import Json

__all__ = [
    "answer_text",
    "gap_sentence",
    "level_name",
    "live_words",
    "score_sentences",
    "unused_words",
]

MOST_UNUSED = 20  # values are named one by one


def level_name(result: SurveyResult) -> str:
    """Return the level that is reported.

    Parameters
    ----------
    result : SurveyResult
        The result.

    Returns
    -------
    str
        For example ``Level II``; empty without rules.
    """
    score = result.completed.score
    return _("Level {name}").format(name=score.level.name) if score else ""


def score_sentences(result: SurveyResult) -> tuple[str, ...]:
    """Return how the score comes about.

    Parameters
    ----------
    result : SurveyResult
        The result.

    Returns
    -------
    tuple of str
        A sentence or two each; empty for a questionnaire without rules.
    """
    score, most = result.completed.score, result.highest
    rules = survey_of(result.instrument).rules
    if score is None or most is None or rules is None:
        return ()
    needed = _("{number} points").format(
        number=written(round(rules.from_share * most.mitigation, 2))
    )
    share, kept = f"{rules.from_share:.0%}", f"{rules.keep:.0%}"
    enough = score.mitigation >= rules.from_share * most.mitigation
    cut = (
        _("That is at least {share} of them ({needed}), so {kept} of the risk counts.").format(
            share=share, needed=needed, kept=kept
        )
        if enough
        else _("Below {share} of them ({needed}), mitigation takes nothing off the risk.").format(
            share=share, needed=needed
        )
    )
    return (
        _("Risk: {risk} of {most} points.").format(risk=written(score.raw), most=written(most.raw)),
        _("Mitigation: {taken} of {most} points. {cut}").format(
            taken=written(score.mitigation), most=written(most.mitigation), cut=cut
        ),
        _("Total: {total} points, which is level {name}.").format(
            total=written(score.total), name=score.level.name
        ),
    )


def gap_sentence(result: SurveyResult) -> str:
    """Return why the score while typing differs from the one that is reported.

    Parameters
    ----------
    result : SurveyResult
        The result.

    Returns
    -------
    str
        Empty where it does not.
    """
    live, done = result.live.score, result.completed.score
    if live is None or done is None or live == done:
        return ""
    return _(
        "While you type, it stands at {total} points, level {name}. That still counts "
        "answers to questions that are no longer shown. They are left out of the "
        "result."
    ).format(total=written(live.total), name=live.level.name)


def live_words(result: SurveyResult) -> str:
    """Return how things stand, in one breath.

    Parameters
    ----------
    result : SurveyResult
        The result.

    Returns
    -------
    str
        A few short sentences.
    """
    left = len(result.unanswered)
    questions = ngettext(
        "{left} question left.",
        "{left} questions left.",
        left,
    ).format(left=left)
    live, done = result.live.score, result.completed.score
    if live is None or done is None:
        return questions
    now = _("Level {name}, {total} points so far.").format(
        name=live.level.name, total=written(live.total)
    )
    other = _(" Handed in now: level {name}, {total} points.").format(
        name=done.level.name, total=written(done.total)
    )
    return f"{now}{other if live != done else ''} {questions}"


def answer_text(survey: Survey, item: Item, answer: Json, language: str) -> tuple[str, ...]:
    """Return an answer as its question words it.

    Parameters
    ----------
    survey : Survey
        The questionnaire.
    item : Item
        The question.
    answer : Json
        Its answer.
    language : str
        The code of the language to word it in.

    Returns
    -------
    tuple of str
        One text for each choice; a choice that is not offered as it was given.
    """
    given = answer if isinstance(answer, list) else [answer]
    found = []
    for one in given:
        option = item.by_option.get(written(one))
        found.append(words_of(survey.said(option.text, language)[0]) if option else written(one))
    return tuple(text for text in found if text)


def unused_words(problems: Sequence[Problem], stray: Sequence[Problem]) -> str:
    """Return what of a file of answers is not used.

    Parameters
    ----------
    problems : sequence of Problem
        What could not be read.
    stray : sequence of Problem
        Choices that are not offered.

    Returns
    -------
    str
        A few sentences, however many there are; empty where all is used.
    """
    told = (
        _listed(_("Not used"), problems),
        _listed(_("Not offered, so left out in the end"), stray),
    )
    return " ".join(filter(None, told))


def _listed(heading: str, problems: Sequence[Problem]) -> str:
    if not problems:
        return ""
    more = len(problems) - MOST_UNUSED
    named = " ".join(full_stop(str(problem)) for problem in problems[:MOST_UNUSED])
    return f"{heading}: {named}{f' And {more} more.' if more > 0 else ''}"
