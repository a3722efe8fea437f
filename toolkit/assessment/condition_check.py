"""Check when questions are asked: every `show_if` can be read and asks after what came before."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.assessment.condition import AtLeast, Comparison, Is, comparisons
from toolkit.assessment.condition_parser import ConditionError, parse_condition
from toolkit.assessment.instrument_parts import Raw, parts, steps_of, where
from toolkit.errors import Problem, did_you_mean
from toolkit.language import _

__all__ = ["check_conditions"]


def check_conditions(raw: Raw) -> Iterator[Problem]:
    """Yield everything wrong with the conditions of an instrument file.

    Parameters
    ----------
    raw : dict
        What the file holds.

    Yields
    ------
    Problem
        One for each thing that is wrong.
    """
    questions = parts(raw, "questions")
    order = {str(question.get("id")): number for number, question in enumerate(questions)}
    asks: dict[str, list[str]] = {}
    for number, question in enumerate(questions):
        place = f"{where('questions', number, question)}, show_if"
        text = question.get("show_if")
        if not isinstance(text, str) or not text.strip():
            continue
        try:
            named = comparisons(parse_condition(text))
        except ConditionError as error:
            yield Problem(
                place, str(error), _("write it like this: A1 is 2 and not (A2 at least 3)")
            )
            continue
        asks[str(question.get("id"))] = [test.question for test in named]
        for test in named:
            yield from _comparison(test, raw, order, place)
    yield from _order(asks, order, raw)


def _comparison(test: Comparison, raw: Raw, order: dict[str, int], place: str) -> Iterator[Problem]:
    if test.question not in order:
        advice = did_you_mean(test.question, order)
        yield Problem(place, _("there is no question '{name}'").format(name=test.question), advice)
        return
    if not isinstance(test, Is | AtLeast):
        what = _("'contains', 'includes' and 'answered' are for questionnaires with pages")
        yield Problem(place, what, _("write: {question} is …").format(question=test.question))
        return
    asked = parts(raw, "questions")[order[test.question]]
    steps = steps_of(asked, raw)
    if isinstance(test, AtLeast):
        if steps is None:
            what = _("'{question}' has choices, not steps").format(question=test.question)
            yield Problem(place, what, _("write: {question} is …").format(question=test.question))
        elif test.step not in steps:
            yield Problem(
                place,
                _("'{name}' has no step {step}").format(name=test.question, step=test.step),
            )
        return
    known = [choice.get("id") for choice in parts(asked, "choices")] if steps is None else steps
    if test.choice not in map(str, known):
        what = _("'{name}' has no choice '{choice}'").format(name=test.question, choice=test.choice)
        yield Problem(place, what, did_you_mean(test.choice, map(str, known)))


def _order(asks: dict[str, list[str]], order: dict[str, int], raw: Raw) -> Iterator[Problem]:
    """Report circles once, and questions that depend on a later one."""
    questions = parts(raw, "questions")
    reported: set[frozenset[str]] = set()
    for name, others in asks.items():
        place = f"{where('questions', order[name], questions[order[name]])}, show_if"
        circle = _circle(name, asks)
        if circle:
            if frozenset(circle) not in reported:
                path = " → ".join([*circle, circle[0]])
                yield Problem(
                    place,
                    _("goes round in a circle: {path}").format(path=path),
                    _("ask one without the other"),
                )
            reported.add(frozenset(circle))
            continue
        for other in others:
            if order.get(other, -1) > order[name]:
                what = _("'{other}' is asked later").format(other=other)
                yield Problem(
                    place, what, _("move '{other}' above '{name}'").format(other=other, name=name)
                )


def _circle(start: str, asks: dict[str, list[str]]) -> list[str]:
    """Return a way from `start` back to itself, or nothing."""
    ways = [[start]]
    visited: set[str] = set()
    while ways:
        way = ways.pop()
        for other in asks.get(way[-1], []):
            if other == start:
                return way
            if other not in visited:
                visited.add(other)
                ways.append([*way, other])
    return []
