"""A second implementation of SurveyJS's visibility and of the AIA's score, made differently.

It reads the survey's JSON itself, evaluates expressions with a stack instead of a tree, and
shares nothing with the toolkit. Slow and plain on purpose: it is what the tests compare with.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# Canada's survey, which is no part of this repository: beside it, or where AIA_SURVEY says.
BESIDE = HERE.parents[1] / "shared" / "reference" / "aia" / "survey-enfr.json"
REFERENCE = Path(os.environ.get("AIA_SURVEY") or BESIDE)
TEA = HERE / "data" / "tea-survey.json"

PATTERN = re.compile(r"""\{([^}]+)\}|"([^"]*)"|'([^']*)'|(<>|!=|=|[()\[\],])|([a-z]+)""")
BINDS = {"or": 1, "and": 2, "=": 3, "<>": 3, "!=": 3, "contains": 3, "anyof": 3}


def elements(survey: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any], list[str]]]:
    """Yield each question with what is directly around it, and every condition on it."""
    waiting = [(page, None, []) for page in survey["pages"]]
    while waiting:
        part, around, conditions = waiting.pop(0)
        conditions = [*conditions, *([part["visibleIf"]] if part.get("visibleIf") else [])]
        if "elements" in part:
            waiting[:0] = [(inner, part, conditions) for inner in part["elements"]]
        elif part["type"] != "html":
            yield part, around, conditions


def is_true(expression: str, answers: dict[str, Any]) -> bool:
    """Evaluate an expression from left to right with two stacks."""
    values: list[Any] = []
    marks: list[str] = []
    collected: list[str] | None = None

    def reduce() -> None:
        right, left = values.pop(), values.pop()
        values.append(compare(marks.pop(), left, right))

    for name, double, single, mark, word in PATTERN.findall(expression):
        sign = mark or word
        if name:
            values.append(answers.get(name))
        elif sign == "[":
            collected = []
        elif sign == "]":
            values.append(collected)
            collected = None
        elif sign in ("empty", "notempty"):
            values.append((values.pop() in (None, "", [])) == (sign == "empty"))
        elif sign == "(":
            marks.append(sign)
        elif sign == ")":
            while marks[-1] != "(":
                reduce()
            marks.pop()
        elif sign in BINDS:
            while marks and marks[-1] != "(" and BINDS[marks[-1]] >= BINDS[sign]:
                reduce()
            marks.append(sign)
        elif sign != ",":
            text = double or single
            values.append(text) if collected is None else collected.append(text)
    while marks:
        reduce()
    return bool(values[0])


def compare(mark: str, left: Any, right: Any) -> bool:
    """Return what one comparison comes to."""
    if mark in ("and", "or"):
        return (left and right) if mark == "and" else (left or right)
    if mark in ("=", "<>", "!="):
        return (left == right) == (mark == "=")
    wanted = right if isinstance(right, list) else [right]
    if mark == "anyof":
        return bool(set(wanted) & set(left if isinstance(left, list) else [left]))
    if isinstance(left, str | list):
        return all(one in left for one in wanted)
    return False


def shown(survey: dict[str, Any], answers: dict[str, Any]) -> list[str]:
    """Return the names of the questions that are shown."""
    return [
        question["name"]
        for question, _, conditions in elements(survey)
        if all(is_true(condition, answers) for condition in conditions)
    ]


def handed_in(survey: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """Return the answers that are left on completion."""
    names = {question["name"] for question, _, _ in elements(survey)}
    left = {name: value for name, value in answers.items() if name in names}
    for question, _, _ in elements(survey):
        name = question["name"]
        if "choices" in question and name in left:
            offered = [c["value"] if isinstance(c, dict) else c for c in question["choices"]]
            if isinstance(left[name], list):
                left[name] = [one for one in left[name] if one in offered]
            if left[name] == [] or (not isinstance(left[name], list) and left[name] not in offered):
                del left[name]
    for question, _, conditions in elements(survey):
        if not all(is_true(condition, left) for condition in conditions):
            left.pop(question["name"], None)
    return left


def worth(value: Any) -> float:
    """Return the weight of an answer."""
    if isinstance(value, list):
        return sum(map(worth, value))
    if isinstance(value, str):
        figures = value.split("-")[-1] if "-" in value else ""
        return float(figures) if figures.isdecimal() else 0
    return value if isinstance(value, int | float) else 0


def class_of(question: dict[str, Any], around: dict[str, Any]) -> str:
    """Return R, M or nothing."""
    if question["type"] not in ("radiogroup", "dropdown", "checkbox"):
        return ""
    for name in (question["name"], around["name"]):
        if name[-3:] in ("-RS", "-MS", "-NS"):
            return name[-2].replace("N", "")
    return ""


def maxima(survey: dict[str, Any]) -> tuple[float, float]:
    """Return the highest raw and mitigation score."""
    most = {"R": 0.0, "M": 0.0, "": 0.0}
    for question, around, _ in elements(survey):
        choices = [c["value"] if isinstance(c, dict) else c for c in question.get("choices", [])]
        found = [worth(choice) for choice in choices]
        whole = sum(found) if question["type"] == "checkbox" else max([0, *found])
        most[class_of(question, around)] += whole
    return most["R"], most["M"] / 2


def score(survey: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """Return raw, mitigation, total and level."""
    points = {"R": 0.0, "M": 0.0, "": 0.0}
    for question, around, _ in elements(survey):
        points[class_of(question, around)] += worth(answers.get(question["name"]))
    raw, mitigation = points["R"], points["M"]
    max_raw, max_mitigation = maxima(survey)
    cut = mitigation >= 0.8 * max_mitigation
    total = math.floor(0.85 * raw + 0.5) if cut else raw
    level = 1 + sum(total > share * max_raw for share in (0.25, 0.5, 0.75))
    names = ["", "I", "II", "III", "IV"]
    return {"raw": raw, "mitigation": mitigation, "total": total, "level": names[level]}


def expected(survey: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """Return the live and the completed result."""
    done = handed_in(survey, answers)
    return {
        "live": score(survey, answers) | {"visible": shown(survey, answers)},
        "completed": score(survey, done) | {"visible": shown(survey, done)},
    }
