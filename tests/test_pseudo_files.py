"""What a visitor hears about a file, in a language nobody speaks: no word of it is English.

A message may name what stands in the file, and words of the file's format. Such names are taken out
of it first: what is in single quotes, a list of single words at the end, and the ids of the file.
"""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import pytest
import survey_oracle
from pseudo import left_in_english
from source import ROOT
from test_pseudo_language import TODAY, Visitor
from tiny import TEXT

from toolkit.assessment.instrument_check import check_instrument
from toolkit.assessment.own_instrument import read_own_instrument
from toolkit.cases.check import case_problems
from toolkit.errors import ContentError, Problem
from toolkit.frontmatter import parse_notebook
from toolkit.report.answer_sheet import read_answer_sheet
from toolkit.views.assessment import show_assessments
from toolkit.vocabulary import load_vocabulary
from toolkit.yamlfile import read_yaml

PROPOSAL = read_yaml(ROOT / "data" / "instruments" / "proposal.yaml")
SURVEY = json.loads(survey_oracle.TEA.read_text(encoding="utf-8"))
TEA = read_own_instrument("tea.json", json.dumps(SURVEY))[1]


pytestmark = pytest.mark.usefixtures("in_the_made_up_language")


def english_in(problems: tuple[Problem, ...] | list[Problem], text: str = "") -> list[str]:
    """Return what is English in messages about a file."""
    assert problems
    ids = sorted(set(re.findall(r'"?(?:id|name)"?: "?([\w-]+)', text)), key=len, reverse=True)
    names = "|".join(rf"\b{re.escape(name)}\b" for name in ids)
    left = []
    for problem in problems:
        for said in (problem.what, problem.remedy):
            plain = re.sub(r"'[^']*'|(?: [a-z]+,)+ [a-z]+$", "", said)
            plain = re.sub(names, "", plain) if names else plain
            if re.search("[A-Za-z]{2}", plain):
                left.append(said)
    return left


def refused(filename: str, text: str) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as told:
        read_own_instrument(filename, text)
    return told.value.problems


CHOICES = "choices: [{id: a, text: A}, {id: a, text: B, points: 1}, {id: na, text: C}]"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: tiny", "id: tiny\nid: tiny"),
        ("version: 2", "version: 010"),
        ("version: 2", "version: !x 2"),
        ("version: 2", "version: &v 2\nminutes: *v"),
        ("version: 2", "? [1]\n: 2"),
        ("id: D1", "id: E1"),
        ("id: D1", "id: not"),
        ("{id: D, ", "{id: start, "),
        ("area: E", "area: Q"),
        ("    why: Cups", "    scale: Q\n    why: Cups"),
        ("{value: 0, ", "{value: 9, "),
        ("evidence: {above: 2, grade: 2}", "evidence: {above: 8, grade: 9}"),
        ("[No., Talk., Written., Done., Checked.]", "[No., Talk.]"),
        ("anchors: [None., Talk., Written., Kept., Checked.]", ""),
        ("anchors: [None., Talk., Written., Kept., Checked.]", CHOICES),
        ("    anchors: [None", f"    {CHOICES}\n    anchors: [None"),
        ("evidence_prompt: The rules.", ""),
        ("id: rota,", "id: ask,"),
        ("roles: [Clerk], reaches: 3", "roles: [Clerk], reaches: 8"),
        ("E1 at least 2", "E1 at least"),
        ("E1 at least 2", "E1 at least 9"),
        ("E1 at least 2", "E1 at 2"),
        ("E1 at least 2", "E1 is 9"),
        ("E1 at least 2", "E1 is"),
        ("E1 at least 2", "E1 is 1 E1"),
        ("E1 at least 2", "E1"),
        ("E1 at least 2", "and"),
        ("E1 at least 2", "E1 > 2"),
        ("E1 at least 2", "(E1 is 2"),
        ("E1 at least 2", "not " * 30 + "E1 is 2"),
        ("E1 at least 2", "E1 answered"),
        ("E1 at least 2", "E2 is 2"),
        ("E1 at least 2", "Q7 is 2"),
        ("    why: Cups", "    show_if: E1 is 2\n    why: Cups"),
        ("question: B1, at_least: 3, caps_at: start", "question: B7, at_least: 3, caps_at: start"),
        ("question: B1, at_least: 3, caps_at: start", "question: E1, at_least: 9, caps_at: Q"),
        ("question: B1, at_least: 3, caps_at: start", "question: E2, at_least: 3, caps_at: end"),
        ("weakest_of: [B, E]", "weakest_of: [B, Q]"),
        ("id: middle", "id: start"),
        ("from: 0,", "from: 1, every_area: 1,"),
        ("from: 1,", "from: 9,"),
        ("retired: [B9]", "retired: [B9, B1]"),
        ("to: 2, renamed: {B9: B2}", "to: 3, renamed: {B7: B8}"),
    ],
)
def test_a_self_assessment_of_ones_own(old: str, new: str) -> None:
    assert old in TEXT
    text = TEXT.replace(old, new)
    assert english_in(refused("tiny.yaml", text), text) == []


@pytest.mark.parametrize("text", ["- 1", "", "\ud800", "x" * 5_000_001])
def test_a_text_that_is_no_self_assessment(text: str) -> None:
    assert english_in(refused("mine.yaml", text)) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("stop_if",), "T1"),
        (("stop_if",), "Q9 is 1"),
        (("decision", "question"), "S6"),
        (("decision", "matrix", "alone"), [2, 1, 4, 4, 4]),
        (("decision", "matrix"), {}),
        (("decision", "matrix", "alnoe"), [1, 1, 1, 1, 1]),
        (("triggers", 0, "choices"), ["watches"]),
        (("red_lines", 1, "id"), "alone"),
        (("safeguards", "in_use"), 9),
        (("safeguards", "required", 3), ["S1"]),
        (("safeguards", "required", 0), ["R1"]),
        (("fit", "questions"), ["T1"]),
        (("stability", "weights"), [2, 0.5]),
    ],
)
def test_a_self_assessment_of_a_proposal(place: tuple[Any, ...], value: Any) -> None:
    spoilt: Any = copy.deepcopy(PROPOSAL)
    part = spoilt["proposal"]
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    assert english_in(check_instrument(spoilt, "proposal"), json.dumps(spoilt)) == []


def test_a_rule_that_could_be_skipped() -> None:
    spoilt = copy.deepcopy(PROPOSAL)
    for question in spoilt["questions"]:
        question["not_applicable"] = True
    assert english_in(check_instrument(spoilt, "proposal"), json.dumps(spoilt)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("pages:", "areas: []\npages:"),
        ("id: stage", "id: cups"),
        ("kind: number", "kind: matrix"),
        ("kind: number", "kind: choice"),
        ("kind: number", "kind: number\n{indent}choices: [{{id: 1}}]"),
        ("kind: number", "kind: number\n{indent}show_if: Q8 is 1"),
        ("kind: number", "kind: number\n{indent}show_if: cups is 1"),
        ("kind: number", "kind: number\n{indent}show_if: cups at least 1"),
        ("kind: number", "kind: group"),
        ("id: club", "id: start"),
        ("id: club", "id: page-start"),
        ("kind: number", "kind: number\n{indent}show_if: cups > 1"),
        ("name: IV", "name: IV\n{indent}up_to: 1"),
        ("up_to: 0.5", "meaning: x"),
        ("up_to: 0.5", "up_to: 0.1"),
        ("pages:", "pages: []\nparts:"),
    ],
)
def test_a_questionnaire_of_ones_own(old: str, new: str) -> None:
    indent = re.search(rf"( *).*{old}", TEA)
    assert indent
    text = TEA.replace(old, new.format(indent=f"{indent[1]}  "), 1)
    assert english_in(refused("tea.yaml", text), text) == []


ELEMENTS: list[dict[str, Any]] = [
    {"type": "matrix"},
    {"visible": False},
    {"choices": []},
    {"choices": ["a", "a"]},
    {"choices": [{"text": "A"}]},
    {"choices": [{"value": "a", "visibleIf": "{b} = 1"}]},
    {"visibleIf": 3},
    {"name": None},
    {"name": "scald"},
    *(
        {"visibleIf": text}
        for text in (
            ("{a}", "{a} > 2", "{a} = ", "{a} = {b}", "({a} = 1", "{a} contains ['x'")
            + ("{a} = 1 {b} = 1", "'1' = {a}", "(" * 30 + "{a} = 1", "{a} = 'x' or " * 400)
        )
    ),
]


@pytest.mark.parametrize("properties", ELEMENTS)
def test_a_question_of_a_survey_from_elsewhere(properties: dict[str, Any]) -> None:
    survey = copy.deepcopy(SURVEY)
    element = {"type": "radiogroup", "name": "new", "choices": ["a", "b"], **properties}
    survey["pages"][1]["elements"].append(element)
    text = json.dumps(survey)
    assert english_in(refused("tea.json", text), text) == []


def test_a_survey_with_panels_within_panels() -> None:
    part: dict[str, Any] = {"type": "text", "name": "q"}
    for number in range(60):
        part = {"type": "panel", "name": f"p{number}", "elements": [part]}
    text = json.dumps({"pages": [{"name": "q", "elements": [part]}]})
    assert english_in(refused("tea.json", text), text) == []


def test_a_questionnaire_of_too_many_questions_or_too_many_faults() -> None:
    parts = [{"kind": "text", "id": f"q{number}"} for number in range(2001)]
    page = {"id": "q", "parts": parts}
    problems = check_instrument({"id": "tiny", "pages": [page]}, "tiny")
    assert english_in([one for one in problems if one.where == "pages"]) == []
    many = "\n".join(["a: 1"] * 30)
    assert english_in(refused("mine.yaml", many)) == []


@pytest.mark.parametrize(
    "text",
    [
        '{"answers": 1}',
        '{"pages": []}',
        '{"pages": [7]}',
        '{"pages": [{"elements": [7]}]}',
        '{"pages": [{"elements": 7}]}',
        '{"pages": "\\ud800"}',
        '{"pages": [], "triggers": []}',
        '{"pages": [], "clearInvisibleValues": "none"}',
    ],
)
def test_a_survey_from_elsewhere(text: str) -> None:
    assert english_in(refused("tea.json", text)) == []


HEAD = "instrument,version,id,answer,evidence,grade,reason,evidence_note\n"


@pytest.mark.parametrize("text", ["", "a,b\n1", "id\n", "id\n1", f"{HEAD}a,x,,,,,,\n", HEAD])
def test_a_table_of_answers(text: str) -> None:
    with pytest.raises(ContentError) as told:
        read_answer_sheet(text, "mine.csv")
    columns = HEAD.strip().replace(",", "\nid: ")
    assert english_in(told.value.problems, f"id: {columns}") == []


NOTEBOOK = (ROOT / "casestudies" / "telford-ask-tom.ipynb").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text", ["", "{}", '{"cells": []}', NOTEBOOK.replace("front-matter", "front")]
)
def test_a_notebook_that_is_no_case_study(text: str) -> None:
    with pytest.raises(ContentError) as told:
        parse_notebook(text, Path("mine.ipynb"))
    assert english_in(told.value.problems) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("country: England", "country: Englend"),
        ("country: England", "country: Denmak"),
        ("status: ", "status: x"),
        ("## Evidence", "## Evidense"),
        ("## Evidence", "## What the AI does"),
        ('"## Evidence\\n",', '"' + "word " * 40 + '.\\n", "\\n", "## Evidence\\n",'),
    ],
)
def test_a_case_study(old: str, new: str) -> None:
    assert old in NOTEBOOK
    notebook = parse_notebook(NOTEBOOK.replace(old, new, 1), Path("telford-ask-tom.ipynb"))
    found = case_problems(notebook, load_vocabulary(ROOT), today=TODAY)
    assert found
    said = [text for one in found for text in (one.what, one.remedy)]
    assert [piece for text in said for piece in left_in_english(re.sub(r"'.*'", "", text))] == []


@pytest.mark.parametrize("name", ["mine.yaml", "mine.json"])
def test_the_page_says_what_is_wrong_with_a_file(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, one: sent.append(one))
    app = show_assessments(ROOT, today=lambda: TODAY)
    visitor = Visitor(app, sent)
    visitor.send(kind="hello", saved=None, place="")
    visitor.load("own", (name, "{}" if name.endswith("json") else "- 1"))
    assert visitor.left == []
