"""Pages, panels and questions of SurveyJS, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from toolkit.assessment.condition_parser import ConditionError
from toolkit.assessment.condition_text import write_condition
from toolkit.assessment.survey.check import DEEPEST, RESERVED
from toolkit.assessment.survey.surveyjs_expression import parse_expression
from toolkit.assessment.survey.surveyjs_names import CARRIED, HARMLESS_VALUES, KINDS, QUIET, REFUSED
from toolkit.assessment.survey.surveyjs_words import words
from toolkit.errors import Problem
from toolkit.language import _
from toolkit.yamlfile import Json

__all__ = ["Findings", "read_page"]


@dataclass(frozen=True)
class Findings:
    """What was found on the way through a survey.

    Parameters
    ----------
    default : str
        The code of the survey's own language.
    refused, left_out : list of Problem
        What keeps it from being used; what is not carried over.
    """

    default: str
    refused: list[Problem]
    left_out: list[Problem]

    def refuse(self, place: str, what: str, remedy: str) -> None:
        """Note what keeps the survey from being used."""
        self.refused.append(Problem(place, what, remedy))

    def leave_out(self, place: str, name: str) -> None:
        """Note what is not carried over."""
        self.left_out.append(
            Problem(place, _("'{name}' is left out").format(name=name[:40]), warning=True)
        )


def read_page(raw: Json, number: int, findings: Findings) -> dict[str, Any]:
    """Return one page as our instrument files have it.

    Parameters
    ----------
    raw : Json
        The page.
    number : int
        Its place, counted from 0.
    findings : Findings
        What is wrong with it is added here.

    Returns
    -------
    dict
        The page.
    """
    place = _("page {number}").format(number=number + 1)
    if not isinstance(raw, dict):
        findings.refuse(place, _("is not a page"), _("use another copy of the file"))
        return {}
    name = raw.get("name")
    name = name if isinstance(name, str) and name else f"page{number + 1}"
    place = f"{place} ({name[:60]})"
    _properties(raw, place, findings)
    page: dict[str, Any] = {"id": f"page-{name}" if name in RESERVED else name}
    title = words(raw.get("title"), findings.default)
    if title:
        page["title"] = title
    _visible_if(raw, page, place, findings)
    page["parts"] = _parts(raw, place, findings, 0)
    intro = words(raw.get("description"), findings.default)
    if intro:
        page["parts"].insert(0, {"kind": "note", "text": intro})
    return page


def _parts(raw: dict[str, Any], place: str, findings: Findings, depth: int) -> list[dict[str, Any]]:
    elements = raw.get("elements", raw.get("questions", []))
    if not isinstance(elements, list):
        findings.refuse(place, _("its elements are not a list"), _("use another copy of the file"))
        return []
    if depth > DEEPEST:
        findings.refuse(place, _("has panels within panels, too deep"), _("make it flatter"))
        return []
    parts = []
    for number, element in enumerate(elements):
        where = _("{place}, element {number}").format(place=place, number=number + 1)
        if not isinstance(element, dict) or not isinstance(element.get("type", "text"), str):
            findings.refuse(where, _("is not a question"), _("use another copy of the file"))
        else:
            parts.append(_part(element, where, findings, depth))
    return parts


def _part(raw: dict[str, Any], place: str, findings: Findings, depth: int) -> dict[str, Any]:
    name, kind = raw.get("name"), raw.get("type", "text")
    if isinstance(name, str) and name:
        place = f"{place} ({name[:60]})"
    elif kind not in ("html", "panel"):
        findings.refuse(place, _("has no name"), _("give every question a name"))
    if kind not in KINDS:
        known = ", ".join(KINDS)
        findings.refuse(
            place,
            _("questions of type '{kind}' are not understood").format(kind=kind[:40]),
            _("use {known}").format(known=known),
        )
        return {}
    number = kind == "text" and raw.get("inputType") in ("number", "range")
    part: dict[str, Any] = {"kind": "number" if number else KINDS[kind]}
    if isinstance(name, str) and name:
        part["id"] = name
    _properties(raw, place, findings)
    text = words(raw.get("html" if kind == "html" else "title"), findings.default)
    help_words = _joined(raw.get("description"), raw.get("help"), findings.default)
    part |= {"text": text} if text else {}
    part |= {"help": help_words} if help_words else {}
    part |= {"required": True} if raw.get("isRequired") is True else {}
    part |= {"alphabetical": True} if raw.get("choicesOrder") == "asc" else {}
    _visible_if(raw, part, place, findings)
    if part["kind"] in ("choice", "dropdown", "list"):
        part["choices"] = _choices(raw, place, findings)
    if kind == "panel":
        part["parts"] = _parts(raw, place, findings, depth + 1)
    return part


def _joined(one: Json, other: Json, default: str) -> str | dict[str, str] | None:
    """Return two texts as one, language by language."""
    first, second = words(one, default), words(other, default)
    if not first or not second:
        return first or second
    left = {default: first} if isinstance(first, str) else first
    right = {default: second} if isinstance(second, str) else second
    return {code: " ".join(filter(None, (left.get(code), right.get(code))))
            for code in {**left, **right}}  # fmt: skip


def _choices(raw: dict[str, Any], place: str, findings: Findings) -> list[dict[str, Any]]:
    found = raw.get("choices")
    if not isinstance(found, list) or not found:
        findings.refuse(f"{place}, choices", _("missing"), _("write what can be picked"))
        return []
    choices = []
    for number, choice in enumerate(found):
        where = _("{place}, choice {number}").format(place=place, number=number + 1)
        value = choice.get("value") if isinstance(choice, dict) else choice
        if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
            findings.refuse(where, _("has no value that is text or a number"), _("give it one"))
            continue
        made: dict[str, Any] = {"id": value}
        if isinstance(choice, dict):
            if "visibleIf" in choice:
                what = _("a choice that is shown at times only is not understood")
                findings.refuse(f"{where}, visibleIf", what, _("take it out"))
            for name in sorted(set(choice) - {"value", "text", "visibleIf"}):
                findings.leave_out(where, name)
            text = words(choice.get("text"), findings.default)
            made |= {"text": text} if text else {}
        choices.append(made)
    return choices


def _properties(raw: dict[str, Any], place: str, findings: Findings) -> None:
    for name, value in raw.items():
        if name in REFUSED and value not in HARMLESS_VALUES.get(name, ()):
            findings.refuse(
                place, _("'{name}' is not understood here").format(name=name), _("take it out")
            )
        elif name not in CARRIED | QUIET | REFUSED:
            findings.leave_out(place, name)


def _visible_if(raw: dict[str, Any], part: dict[str, Any], place: str, findings: Findings) -> None:
    text = raw.get("visibleIf")
    if text is None or text == "":
        return
    if not isinstance(text, str):
        findings.refuse(f"{place}, visibleIf", _("is not text"), _("write an expression"))
        return
    try:
        part["show_if"] = write_condition(parse_expression(text))
    except ConditionError as error:
        advice = _(
            "only =, <>, contains, anyof, empty, notempty, and, or and brackets are understood"
        )
        findings.refuse(f"{place}, visibleIf", str(error), advice)
