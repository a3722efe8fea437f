"""Hold an instrument file together: every id it names exists, every step is written out.

What a single value may look like is the business of the schema; this is about how the parts
fit. Every check survives a file that the schema refuses, so that all problems come at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.assessment.condition_check import check_conditions
from toolkit.assessment.condition_parser import KEYWORDS
from toolkit.assessment.instrument_parts import Raw, parts, steps_of, where
from toolkit.assessment.proposal_check import check_proposal
from toolkit.assessment.rule_check import check_rules
from toolkit.assessment.survey.check import check_survey
from toolkit.errors import Problem, did_you_mean
from toolkit.language import _
from toolkit.schema import check

__all__ = ["check_instrument"]

# Kept in the place of a choice where there is none: "don't know" and "not applicable".
RESERVED_CHOICES = ("unknown", "na")
# Other places in the address of the page: an area of that name could not be reached.
RESERVED_AREAS = ("start", "tasks", "check", "result", "delete", "replace", "compare")


def check_instrument(raw: Raw, stem: str) -> list[Problem]:
    """Return everything that keeps a file from being an instrument.

    Parameters
    ----------
    raw : dict
        What the file holds.
    stem : str
        The file's name without its ending, which the id has to equal.

    Returns
    -------
    list of Problem
        Empty where the instrument can be used.
    """
    problems = check(raw, "instrument")
    if "id" in raw and raw["id"] != stem:
        advice = _("make the id and the file's name the same")
        problems.append(
            Problem(
                "id",
                _("is '{id}', but the file is called '{stem}'").format(id=raw["id"], stem=stem),
                advice,
            )
        )
    if "pages" in raw:
        return [*problems, *check_survey(raw)]
    for find in (
        _ids,
        _areas,
        _scales,
        _questions,
        _actions,
        check_conditions,
        check_rules,
        check_proposal,
    ):
        problems.extend(find(raw))
    return problems


def _ids(raw: Raw) -> Iterator[Problem]:
    for name in ("areas", "scales", "questions"):
        yield from _repeated(raw, name)
    for number, question in enumerate(parts(raw, "questions")):
        if str(question.get("id")) in KEYWORDS:
            place = where("questions", number, question)
            yield Problem(
                place,
                _("'{id}' has a meaning in 'show_if'").format(id=question["id"]),
                _("rename it"),
            )


def _areas(raw: Raw) -> Iterator[Problem]:
    for number, area in enumerate(parts(raw, "areas")):
        if area.get("id") in RESERVED_AREAS:
            place = where("areas", number, area)
            yield Problem(
                place,
                _("'{name}' names another page").format(name=area["id"]),
                _("choose another id"),
            )


def _repeated(raw: Raw, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, part in enumerate(parts(raw, name)):
        identity = str(part.get("id"))
        if identity in seen and "id" in part:
            advice = _("ids never repeat and never change meaning: choose a new one")
            yield Problem(where(name, number, part), _("its id is used twice"), advice)
        seen.add(identity)


def _scales(raw: Raw) -> Iterator[Problem]:
    grades = len(parts(raw, "evidence_grades"))
    for number, scale in enumerate(parts(raw, "scales")):
        place = where("scales", number, scale)
        values = [step.get("value") for step in parts(scale, "steps")]
        whole = [value for value in values if isinstance(value, int)]
        if whole != sorted(set(whole)):
            yield Problem(
                f"{place}, steps", _("are not in order"), _("write the lowest value first")
            )
        rule = scale.get("evidence")
        if not isinstance(rule, dict):
            continue
        if "above" in rule and rule["above"] not in values:
            yield Problem(
                f"{place}, evidence, above",
                _("{above} is not a step of it").format(above=rule["above"]),
            )
        grade = rule.get("grade")
        if isinstance(grade, int) and grade >= grades:
            advice = _("write the grades in 'evidence_grades', the first being grade 0")
            yield Problem(
                f"{place}, evidence, grade",
                _("there is no grade {grade}").format(grade=grade),
                advice,
            )


def _questions(raw: Raw) -> Iterator[Problem]:
    areas = [str(area.get("id")) for area in parts(raw, "areas")]
    scales = [str(scale.get("id")) for scale in parts(raw, "scales")]
    used = set()
    for number, question in enumerate(parts(raw, "questions")):
        place = where("questions", number, question)
        area = str(question.get("area"))
        used.add(area)
        if "area" in question and area not in areas:
            advice = did_you_mean(area, areas)
            yield Problem(
                f"{place}, area", _("there is no area '{name}'").format(name=area), advice
            )
        if "scale" in question and question["scale"] not in scales:
            name = question["scale"]
            advice = did_you_mean(str(name), scales)
            yield Problem(
                f"{place}, scale", _("there is no scale '{name}'").format(name=name), advice
            )
        yield from _answers(question, raw, place)
    for number, part in enumerate(parts(raw, "areas")):
        if "id" in part and str(part["id"]) not in used:
            yield Problem(
                where("areas", number, part), _("has no question"), _("add one or remove it")
            )


def _answers(question: Raw, raw: Raw, place: str) -> Iterator[Problem]:
    if ("anchors" in question) == ("choices" in question):
        advice = _("write one sentence for every step of the scale under 'anchors'")
        both = _("has 'anchors' and 'choices'")
        what = both if "anchors" in question else _("has no 'anchors'")
        yield Problem(place, what, advice)
        return
    if "anchors" in question or any("points" in choice for choice in parts(question, "choices")):
        for name in ("actions", "evidence_prompt"):
            if name not in question:
                yield Problem(
                    f"{place}, {name}", _("missing"), _("a question with points needs it")
                )
    steps = steps_of(question, raw)
    anchors = question.get("anchors")
    if steps and isinstance(anchors, list) and len(anchors) != len(steps):
        what = _("has {written} steps, but its scale has {steps}").format(
            written=len(anchors), steps=len(steps)
        )
        yield Problem(
            f"{place}, anchors", what, _("write one sentence for every step of the scale")
        )
    choices = parts(question, "choices")
    if len({"points" in choice for choice in choices}) > 1:
        advice = _("give every choice points, or none")
        yield Problem(f"{place}, choices", _("some have points and some have none"), advice)
    yield from _choice_ids([choice.get("id") for choice in choices], place)


def _choice_ids(ids: list[object], place: str) -> Iterator[Problem]:
    for number, identity in enumerate(ids):
        if identity in ids[:number]:
            yield Problem(
                f"{place}, choices",
                _("'{name}' is there twice").format(name=identity),
                _("rename one"),
            )
        if identity in RESERVED_CHOICES:
            advice = _("'don't know' and 'not applicable' are there already: rename it")
            yield Problem(
                f"{place}, choices",
                _("'{name}' cannot be a choice").format(name=identity),
                advice,
            )


def _actions(raw: Raw) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, question in enumerate(parts(raw, "questions")):
        reachable = _reachable(question, raw)
        for order, action in enumerate(parts(question, "actions")):
            place = f"{where('questions', number, question)}, {where('actions', order, action)}"
            identity = str(action.get("id"))
            if "id" in action and identity in seen:
                yield Problem(place, _("its id is used twice"), _("choose a new one"))
            seen.add(identity)
            reaches = action.get("reaches")
            if reaches is not None and reachable and str(reaches) not in reachable:
                what = _("there is no step or choice '{reaches}'").format(reaches=reaches)
                yield Problem(f"{place}, reaches", what, did_you_mean(str(reaches), reachable))


def _reachable(question: Raw, raw: Raw) -> list[str]:
    values: Iterable[object] | None = steps_of(question, raw)
    if values is None:
        values = [choice.get("id") for choice in parts(question, "choices")]
    return [str(value) for value in values]
