"""Check an instrument's rules: gates, stages, and what becomes of older answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from toolkit.assessment.instrument_parts import Raw, pairs, parts, steps_of, where, words
from toolkit.errors import Problem, did_you_mean
from toolkit.language import _

__all__ = ["check_history", "check_rules"]


def check_rules(raw: Raw) -> Iterator[Problem]:
    """Yield everything wrong with the gates, stages and history of an instrument file.

    Parameters
    ----------
    raw : dict
        What the file holds.

    Yields
    ------
    Problem
        One for each thing that is wrong.
    """
    yield from _gates(raw)
    yield from _stages(raw)
    current = {str(question.get("id")) for question in parts(raw, "questions")}
    yield from check_history(raw, current)


def _stage_steps(raw: Raw) -> list[Raw]:
    stages = raw.get("stages")
    return parts(stages, "steps") if isinstance(stages, dict) else []


def _gates(raw: Raw) -> Iterator[Problem]:
    questions = {str(question.get("id")): question for question in parts(raw, "questions")}
    stages = [str(stage.get("id")) for stage in _stage_steps(raw)]
    for number, gate in enumerate(parts(raw, "gates")):
        place = where("gates", number, gate)
        if "caps_at" in gate and gate["caps_at"] not in stages:
            what = _("there is no stage '{name}'").format(name=gate["caps_at"])
            advice = did_you_mean(str(gate["caps_at"]), stages) if stages else _("add 'stages'")
            yield Problem(f"{place}, caps_at", what, advice)
        name = str(gate.get("question"))
        if name in questions:
            yield from _gate_question(gate, questions[name], raw, place)
        elif "question" in gate:
            advice = did_you_mean(name, questions)
            what = _("there is no question '{name}'").format(name=name)
            yield Problem(f"{place}, question", what, advice)


def _gate_question(gate: Raw, question: Raw, raw: Raw, place: str) -> Iterator[Problem]:
    """A gate that can be skipped is no gate."""
    name = gate["question"]
    if question.get("not_applicable"):
        advice = _("take 'not_applicable' out of {name}").format(name=name)
        what = _("'{name}' may be answered 'not applicable'").format(name=name)
        yield Problem(f"{place}, question", what, advice)
    if "show_if" in question:
        advice = _("take 'show_if' out of {name}").format(name=name)
        what = _("'{name}' is not always asked").format(name=name)
        yield Problem(f"{place}, question", what, advice)
    values = steps_of(question, raw)
    if values is None:
        values = [choice.get("points") for choice in parts(question, "choices")]
    if "at_least" in gate and gate["at_least"] not in values:
        what = _("'{name}' has no step {step}").format(name=name, step=gate["at_least"])
        yield Problem(f"{place}, at_least", what)


def _stages(raw: Raw) -> Iterator[Problem]:
    stages = raw.get("stages")
    if not isinstance(stages, dict):
        return
    areas = [str(area.get("id")) for area in parts(raw, "areas")]
    for name in words(stages, "weakest_of"):
        if name not in areas:
            advice = did_you_mean(name, areas)
            what = _("there is no area '{name}'").format(name=name)
            yield Problem("stages, weakest_of", what, advice)
        elif not any(_scores(question) for question in parts(raw, "questions")
                     if question.get("area") == name):  # fmt: skip
            advice = _("take it out, or give its questions points")
            what = _("no question in '{name}' has points").format(name=name)
            yield Problem("stages, weakest_of", what, advice)
    steps = _stage_steps(raw)
    ids = [step.get("id") for step in steps]
    for number, step in enumerate(steps):
        if "id" in step and step["id"] in ids[:number]:
            yield Problem(f"stages, {where('steps', number, step)}", _("its id is used twice"))
    yield from _stage_scores(steps, raw)


def _scores(question: Raw) -> bool:
    return "anchors" in question or any("points" in choice for choice in parts(question, "choices"))


def _stage_scores(steps: list[Raw], raw: Raw) -> Iterator[Problem]:
    """Every score leads to a stage, and a better score never to a lower one."""
    scores = [step.get("from") for step in steps]
    known = [score for score in scores if isinstance(score, int | float)]
    if known != sorted(known):
        yield Problem("stages, steps", _("are not in order"), _("write the lowest 'from' first"))
    values = [
        step["value"]
        for scale in parts(raw, "scales")
        for step in parts(scale, "steps")
        if isinstance(step.get("value"), int)
    ]
    first = steps[0] if steps else {}
    if values and known and known[0] > min(values):
        what = _("starts at {score}, so a lower score has no stage").format(score=known[0])
        advice = _("write: from: {least}").format(least=min(values))
        yield Problem("stages, first step", what, advice)
    if "every_area" in first:
        yield Problem("stages, first step", _("has a rule of its own"), _("take 'every_area' out"))


def check_history(raw: Raw, current: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong in what a file says of its own past.

    Parameters
    ----------
    raw : dict
        What the file holds.
    current : collection of str
        The ids of its questions.

    Yields
    ------
    Problem
        One for each thing that is wrong.
    """
    retired = set(words(raw, "retired"))
    for name in sorted(retired.intersection(current)):
        advice = _("give the question a new id: old answers would count for it")
        yield Problem("retired", _("'{name}' is used again").format(name=name), advice)
    version = raw.get("version")
    for number, step in enumerate(parts(raw, "migrations")):
        place = where("migrations", number, step)
        to = step.get("to")
        if isinstance(to, int) and isinstance(version, int) and to > version:
            what = _("is {to}, but the version is {version}").format(to=to, version=version)
            yield Problem(f"{place}, to", what)
        for old, new in pairs(step, "renamed").items():
            if old not in retired:
                what = _("'{name}' is not retired").format(name=old)
                yield Problem(f"{place}, renamed", what, _("add it to 'retired'"))
            if new not in current and new not in retired:
                advice = did_you_mean(new, current)
                what = _("there is no question '{name}'").format(name=new)
                yield Problem(f"{place}, renamed", what, advice)
