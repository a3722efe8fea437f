"""What a visitor answered, and how answers are kept: names and values, nothing else.

Unanswered, "don't know" and "not applicable" are three different things here and in every
result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from toolkit.assessment.beside import beside, is_beside
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.question import Question
from toolkit.errors import Problem, did_you_mean
from toolkit.language import _
from toolkit.yamlfile import Json

__all__ = ["Answer", "Answers", "State", "carry_over", "keep_answers", "read_answers"]

State = Literal["unanswered", "answered", "unknown", "not_applicable"]

# What is kept under a question's id where no choice was picked.
WITHOUT_CHOICE: dict[str, State] = {"unknown": "unknown", "na": "not_applicable"}
EXTRAS = ("evidence", "note", "reason")
MOST_STRANGERS = 10
LONGEST_SHOWN = 40  # characters


@dataclass(frozen=True)
class Answer:
    """The answer to one question.

    Parameters
    ----------
    state : str
        ``unanswered``, ``answered``, ``unknown`` (don't know) or ``not_applicable``.
    choice : str
        The id of the choice; empty unless answered.
    evidence : int
        The grade of the evidence, 0 for none.
    note, reason : str
        The visitor's own words: about the answer; why the question does not apply.
    """

    state: State = "unanswered"
    choice: str = ""
    evidence: int = 0
    note: str = ""
    reason: str = ""

    @property
    def counts_as(self) -> State:
        """The state that scoring uses: without a reason, "not applicable" is no answer yet."""
        if self.state == "not_applicable" and not self.reason.strip():
            return "unanswered"
        return self.state


Answers = Mapping[str, Answer]


def read_answers(
    instrument: Instrument, values: Mapping[str, Json]
) -> tuple[dict[str, Answer], tuple[Problem, ...]]:
    """Return the answers that kept values hold, and what could not be used.

    Parameters
    ----------
    instrument : Instrument
        What the answers are to.
    values : mapping
        For example ``{"B1": "3", "B1.evidence": "2", "B1.note": "Cabinet, 4 May"}``.

    Returns
    -------
    dict of str to Answer, tuple of Problem
        The answers by question; a value that cannot be used is reported and left out, and
        the other values are kept.
    """
    answers = {}
    problems = list(_strangers(instrument, values))
    for question in instrument.questions:
        answer, wrong = _read(question, values, len(instrument.grades))
        problems.extend(wrong)
        if answer != Answer():
            answers[question.id] = answer
    return answers, tuple(problems)


def keep_answers(answers: Answers) -> dict[str, Json]:
    """Return answers as names and values; `read_answers` turns them back exactly.

    Parameters
    ----------
    answers : mapping of str to Answer
        The answers by question.

    Returns
    -------
    dict
        Text by name; nothing is kept for what is empty.

    Examples
    --------
    >>> keep_answers({"B1": Answer("answered", "3", evidence=2)})
    {'B1': '3', 'B1.evidence': '2'}
    """
    without_choice = {state: kept for kept, state in WITHOUT_CHOICE.items()}
    values: dict[str, Json] = {}
    for name, answer in answers.items():
        kept = {
            name: without_choice.get(answer.state, answer.choice),
            f"{name}.evidence": str(answer.evidence) if answer.evidence else "",
            f"{name}.note": answer.note,
            f"{name}.reason": answer.reason,
        }
        values.update({key: value for key, value in kept.items() if value})
    return values


def carry_over(
    instrument: Instrument, version: int, values: Mapping[str, Json]
) -> tuple[dict[str, Json], str]:
    """Return values kept for an older version as this version needs them.

    Parameters
    ----------
    instrument : Instrument
        The version in use now.
    version : int
        The version the values were kept for.
    values : mapping
        As `read_answers` takes them.

    Returns
    -------
    dict, str
        The values that still count, with all that is kept beside the answers, and a sentence
        for the visitor about the others; empty where nothing was lost.
    """
    kept, lost = dict(values), []
    for step in instrument.migrations:
        if step.to > version:
            kept = {_renamed(name, step.renamed): value for name, value in kept.items()}
            lost += [f"{name}: {why}" for name, why in step.dropped.items() if name in kept]
            kept = {name: v for name, v in kept.items() if name.split(".")[0] not in step.dropped}
    answers, problems = read_answers(instrument, kept)
    lost += [f"{problem.where}: {problem.what}." for problem in problems]
    carried = keep_answers(answers) | beside(values)
    if not lost:
        return carried, ""
    explanation = _(
        "These questions have changed since you answered them (version {version} then, "
        "version {newer} now). Some answers could not be carried over. "
    ).format(version=version, newer=instrument.version)
    return carried, explanation + " ".join(lost)


def _renamed(name: str, renamed: Mapping[str, str]) -> str:
    question, dot, extra = name.partition(".")
    return f"{renamed.get(question, question)}{dot}{extra}"


def _strangers(instrument: Instrument, values: Mapping[str, Json]) -> list[Problem]:
    """Report values that belong to no question; of very many, the first few and how many more."""
    strangers = []
    unknown = [
        name
        for name in values
        if name.partition(".")[0] not in instrument.by_id and not is_beside(name)
    ]
    for name in unknown[:MOST_STRANGERS]:
        advice = did_you_mean(_short(name.partition(".")[0]), instrument.by_id)
        strangers.append(Problem(_short(name), _("there is no such question"), advice))
    if len(unknown) > MOST_STRANGERS:
        more = len(unknown) - MOST_STRANGERS
        strangers.append(
            Problem(
                "file", _("{more:,} more of its values belong to no question").format(more=more)
            )
        )
    for name in values:
        question, dot, extra = name.partition(".")
        if is_beside(name):
            continue
        if question in instrument.by_id and dot and extra not in EXTRAS:
            strangers.append(Problem(_short(name), _("is not something an answer has")))
    return strangers


def _short(value: Json) -> str:
    """Return a value so that a message about it stays readable, however long it is."""
    text = str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _read(
    question: Question, values: Mapping[str, Json], grades: int
) -> tuple[Answer, list[Problem]]:
    problems = []
    state, choice = _choice(question, values.get(question.id))
    if state == "unanswered" and values.get(question.id) not in (None, ""):
        what = _("'{values}' is not one of its answers").format(values=_short(values[question.id]))
        problems.append(
            Problem(
                question.id,
                what,
                _("use one of: {by_choice}").format(by_choice=", ".join(question.by_choice)),
            )
        )
    grade = str(values.get(f"{question.id}.evidence") or "0")
    if not (grade.isascii() and grade.isdecimal() and int(grade[:9]) < max(grades, 1)):
        what = _("'{grade}' is not a grade of evidence").format(grade=_short(grade))
        problems.append(
            Problem(
                f"{question.id}.evidence", what, _("use 0 to {grades}").format(grades=grades - 1)
            )
        )
        grade = "0"
    texts = {}
    for extra in ("note", "reason"):
        text = values.get(f"{question.id}.{extra}") or ""
        if not isinstance(text, str):
            problems.append(
                Problem(f"{question.id}.{extra}", _("is not text"), _("put it in quotes"))
            )
        texts[extra] = text if isinstance(text, str) else ""
    return Answer(state, choice, int(grade), **texts), problems


def _choice(question: Question, value: Json) -> tuple[State, str]:
    # A whole number in a file somebody wrote by hand is as good as its text.
    kept = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if kept in question.by_choice:
        return "answered", kept
    state = WITHOUT_CHOICE.get(kept, "unanswered")
    if state == "not_applicable" and not question.not_applicable:
        return "unanswered", ""
    return state, ""
