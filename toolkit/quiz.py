"""Quizzes: questions with a reason for every answer, and what to revisit; never marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.errors import ContentError, Problem
from toolkit.schema import check
from toolkit.yamlfile import Json

__all__ = ["Option", "Question", "Quiz", "parse_quiz", "quiz_problems"]

ENOUGH_TO_SEE = 3  # questions, before a place that never changes is more than chance


@dataclass(frozen=True)
class Option:
    """One answer to choose from.

    Parameters
    ----------
    id : str
        What is kept when it is chosen.
    text : str
        What a reader sees.
    reason : str
        Why it is right, or what is true instead.
    right : bool
        Whether it is the right answer.
    misconception : str
        The belief that a wrong answer stands for, a word of ``data/misconceptions.yaml``.
    """

    id: str
    text: str
    reason: str
    right: bool = False
    misconception: str = ""


@dataclass(frozen=True)
class Question:
    """One question of a quiz.

    Parameters
    ----------
    id : str
        What its answer is kept under.
    text : str
        The question.
    revisit : str
        The section of the lesson that answers it.
    options : tuple of Option
        The answers, one of them right.
    """

    id: str
    text: str
    revisit: str
    options: tuple[Option, ...]

    def option(self, option_id: Json) -> Option | None:
        """Return the answer with this id, None where there is none or nothing was chosen."""
        return next((option for option in self.options if option.id == option_id), None)


@dataclass(frozen=True)
class Quiz:
    """The questions at the end of a lesson.

    Parameters
    ----------
    questions : tuple of Question
        Two or three.
    """

    questions: tuple[Question, ...]

    def revisit(self, answers: Mapping[str, Json]) -> tuple[Question, ...]:
        """Return the questions whose answer so far is not the right one.

        Parameters
        ----------
        answers : mapping of str to str
            What was chosen, by question. Questions without an answer are left out.

        Returns
        -------
        tuple of Question
            In the order of the quiz; their ``revisit`` says where to look.
        """
        chosen = ((question, question.option(answers.get(question.id))) for question in
                  self.questions)  # fmt: skip
        return tuple(question for question, option in chosen if option and not option.right)

    def is_complete(self, answers: Mapping[str, Json]) -> bool:
        """Say whether every question has an answer, right or not."""
        return all(question.option(answers.get(question.id)) for question in self.questions)


def parse_quiz(content: Json, file: Path | str) -> Quiz:
    """Return the quiz that a list of questions holds.

    Parameters
    ----------
    content : JSON value
        The list under ``quiz`` in a lesson's front matter.
    file : path or str
        Where it came from, for the error message.

    Returns
    -------
    Quiz
        The quiz.

    Raises
    ------
    ContentError
        With everything `quiz_problems` finds.
    """
    problems = quiz_problems(content)
    if problems:
        raise ContentError(file, problems)
    raw: Any = content
    return Quiz(tuple(_question(question) for question in raw))


def quiz_problems(content: Json) -> list[Problem]:
    """Return what is wrong with a list of questions.

    Parameters
    ----------
    content : JSON value
        As `parse_quiz` takes it.

    Returns
    -------
    list of Problem
        Empty where the quiz can be used. In three questions or more, the right answers stand in
        more than one place. Whether a misconception is a known word is for whoever reads the
        whole lesson to say.
    """
    problems = check({"quiz": content}, "quiz")
    if problems:
        return problems
    questions: Any = content
    return [
        *_repeated((question["id"] for question in questions), "quiz"),
        *(problem for question in questions for problem in _question_problems(question)),
        *_place_problems(questions),
    ]


def _place_problems(questions: list[dict[str, Any]]) -> list[Problem]:
    """Return the problem of right answers that a reader can find by their place alone."""
    places = [
        tuple(place for place, option in enumerate(question["options"], 1) if option.get("right"))
        for question in questions
    ]
    if len(places) < ENOUGH_TO_SEE or len(set(places)) > 1 or len(places[0]) != 1:
        return []
    what = f"the right answer is number {places[0][0]} in every question"
    return [Problem("quiz", what, "move it in one of them, so that its place gives nothing away")]


def _question_problems(question: dict[str, Any]) -> list[Problem]:
    where, options = f"quiz, {question['id']}", question["options"]
    right = [option for option in options if option.get("right")]
    problems = _repeated((option["id"] for option in options), where)
    if len(right) != 1:
        what = f"has {len(right)} right answers"
        problems.append(Problem(where, what, "mark exactly one answer with 'right: true'"))
    for option in options:
        place = f"{where}, {option['id']}"
        if option.get("right") and "misconception" in option:
            problems.append(Problem(place, "is right and names a misconception", "drop one"))
        if not option.get("right") and "misconception" not in option:
            problems.append(
                Problem(place, "names no misconception", "say which belief it stands for")
            )
    return problems


def _repeated(ids: Iterable[str], where: str) -> list[Problem]:
    return [
        Problem(where, f"the id '{name}' is used {count} times", "give each its own")
        for name, count in Counter(ids).items()
        if count > 1
    ]


def _question(raw: dict[str, Any]) -> Question:
    options = tuple(Option(**option) for option in raw["options"])
    return Question(raw["id"], raw["text"], raw["revisit"], options)
