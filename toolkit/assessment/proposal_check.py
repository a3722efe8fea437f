"""Check the rules of an instrument about a proposal: all they name exists, no answer falls out.

A rule that can be skipped, or a higher tier that asks for less, would make a worse answer look
better; so these are reported too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.assessment.condition import comparisons
from toolkit.assessment.condition_parser import ConditionError, parse_condition
from toolkit.assessment.instrument_parts import Raw, parts, steps_of, where, words
from toolkit.errors import Problem, did_you_mean
from toolkit.language import _

__all__ = ["check_proposal"]


def check_proposal(raw: Raw) -> Iterator[Problem]:
    """Yield everything wrong with the rules about a proposal.

    Parameters
    ----------
    raw : dict
        What the file holds.

    Yields
    ------
    Problem
        One for each thing that is wrong; nothing for an instrument without such rules.
    """
    rules = raw.get("proposal")
    if not isinstance(rules, dict):
        return
    questions = {str(question.get("id")): question for question in parts(raw, "questions")}
    yield from _stop(rules, questions)
    yield from _lists(rules, questions, raw)
    yield from _parts(rules, questions, raw)
    yield from _matrix(rules, questions)
    yield from _required(rules)
    yield from _stability(rules)


def _section(rules: Raw, name: str) -> Raw:
    found = rules.get(name)
    return found if isinstance(found, dict) else {}


def _stop(rules: Raw, questions: dict[str, Raw]) -> Iterator[Problem]:
    text, place = rules.get("stop_if"), "proposal, stop_if"
    if not isinstance(text, str) or not text.strip():
        return
    try:
        named = comparisons(parse_condition(text))
    except ConditionError as error:
        yield Problem(place, str(error), _("write it like this: T1 is no-ai and T2 is drafting"))
        return
    for test in named:
        yield from _question(test.question, questions, place)


def _question(name: str, questions: dict[str, Raw], place: str) -> Iterator[Problem]:
    if name not in questions:
        advice = did_you_mean(name, questions)
        yield Problem(place, _("there is no question '{name}'").format(name=name), advice)
    elif questions[name].get("not_applicable"):
        what = _("'{name}' may be answered 'not applicable', so the rule could be skipped").format(
            name=name
        )
        yield Problem(place, what, _("take 'not_applicable' out of {name}").format(name=name))


def _lists(rules: Raw, questions: dict[str, Raw], raw: Raw) -> Iterator[Problem]:
    """Report questions that are named in a list and are not there, or have no points."""
    decision = _section(rules, "decision")
    role = decision.get("question")
    if isinstance(role, str):
        yield from _question(role, questions, "proposal, decision, question")
        if "show_if" in questions.get(role, {}):
            what = _("'{name}' is not always asked").format(name=role)
            yield Problem(
                "proposal, decision, question",
                what,
                _("take 'show_if' out of {name}").format(name=role),
            )
    for place, names in (
        ("proposal, decision, severity", words(decision, "severity")),
        *(
            (f"proposal, {name}, questions", words(_section(rules, name), "questions"))
            for name in ("inherent", "safeguards", "fit")
        ),
    ):
        for name in names:
            yield from _question(name, questions, place)
            if name in questions and steps_of(questions[name], raw) is None:
                yield Problem(
                    place,
                    _("'{name}' is not answered on a scale").format(name=name),
                    _("name another one"),
                )
    in_use = _section(rules, "safeguards").get("in_use")
    for name in words(_section(rules, "safeguards"), "questions"):
        steps = steps_of(questions.get(name, {}), raw) if name in questions else None
        if isinstance(in_use, int) and steps and in_use not in steps:
            yield Problem(
                "proposal, safeguards, in_use",
                _("'{name}' has no step {step}").format(name=name, step=in_use),
            )


def _parts(rules: Raw, questions: dict[str, Raw], raw: Raw) -> Iterator[Problem]:
    """Report triggers and red lines that look at an answer that is not there."""
    looked_at = [
        (f"proposal, {where('triggers', number, trigger)}", trigger)
        for number, trigger in enumerate(parts(rules, "triggers"))
    ]
    seen: set[str] = set()
    for number, line in enumerate(parts(rules, "red_lines")):
        place = f"proposal, {where('red_lines', number, line)}"
        if str(line.get("id")) in seen:
            yield Problem(place, _("its id is used twice"), _("choose a new one"))
        seen.add(str(line.get("id")))
        looked_at += [(place, part) for part in parts(line, "open_when")]
    for place, part in looked_at:
        name = part.get("question")
        if not isinstance(name, str):
            continue
        yield from _question(name, questions, place)
        known = _choices(questions[name], raw) if name in questions else []
        for choice in part.get("choices") or []:
            if known and str(choice) not in known:
                what = _("'{name}' has no choice '{choice}'").format(name=name, choice=choice)
                yield Problem(place, what, did_you_mean(str(choice), known))


def _choices(question: Raw, raw: Raw) -> list[str]:
    steps = steps_of(question, raw)
    if steps is not None:
        return [str(step) for step in steps]
    return [str(choice.get("id")) for choice in parts(question, "choices")]


def _matrix(rules: Raw, questions: dict[str, Raw]) -> Iterator[Problem]:
    """Every role has a row, and more harm never gives a lower tier."""
    decision, place = _section(rules, "decision"), "proposal, decision, matrix"
    matrix = _section(decision, "matrix")
    roles = [
        str(choice.get("id"))
        for choice in parts(questions.get(str(decision.get("question")), {}), "choices")
    ]
    for role in roles:
        if role not in matrix:
            yield Problem(
                place, _("has no row for '{role}'").format(role=role), _("write five tiers for it")
            )
    for role, row in matrix.items():
        if roles and role not in roles:
            yield Problem(
                place, _("there is no choice '{name}'").format(name=role), did_you_mean(role, roles)
            )
        if _whole(row) and row != sorted(row):
            yield Problem(f"{place}, {role}", _("falls with more harm"), _("let tiers only rise"))


def _whole(row: Any) -> bool:
    return isinstance(row, list) and all(isinstance(cell, int) for cell in row)


def _required(rules: Raw) -> Iterator[Problem]:
    safeguards = _section(rules, "safeguards")
    known, place = words(safeguards, "questions"), "proposal, safeguards, required"
    found = safeguards.get("required")
    tiers = [row for row in found if isinstance(row, list)] if isinstance(found, list) else []
    for number, row in enumerate(tiers, start=1):
        for name in row:
            if name not in known:
                what = _("tier {number} names '{name}', which is not one of the safeguards").format(
                    number=number, name=name
                )
                yield Problem(place, what, did_you_mean(str(name), known))
        fewer = [name for name in (tiers[number - 2] if number > 1 else []) if name not in row]
        if fewer:
            what = _("tier {number} leaves out {names} of the tier below").format(
                number=number, names=", ".join(map(str, fewer))
            )
            yield Problem(place, what, _("a higher tier requires no fewer safeguards"))


def _stability(rules: Raw) -> Iterator[Problem]:
    for name in ("weights", "most_off", "fit_below"):
        pair = _section(rules, "stability").get(name)
        numbers = isinstance(pair, list) and all(isinstance(n, int | float) for n in pair)
        if isinstance(pair, list) and numbers and pair != sorted(pair):
            place = f"proposal, stability, {name}"
            yield Problem(place, _("is not in order"), _("write the lower number first"))
