"""The steps of a lesson in a language nobody speaks, whatever a reader presses in them.

What a lesson finds is made up here, in that language. So what is left in English is the step's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from pseudo import pseudo
from test_pseudo_language import Visitor

from toolkit.fill import names_in
from toolkit.finding import Finding, Series, WordTable
from toolkit.lesson import load_lesson
from toolkit.lesson_parts import Choice
from toolkit.views import lesson
from toolkit.views.bridge import Bridge
from toolkit.views.control import Lines, Passage, Radios, Select, Slider, TextBox, TickBoxes
from toolkit.views.lesson import Sitting

SAID = pseudo("Said")
OPTIONS = (Choice("a", SAID), Choice("b", SAID, SAID))
CONTROLS = (
    Slider("slider", SAID, hint=SAID, unit=SAID),
    Select("select", SAID, OPTIONS),
    Radios("radios", SAID, OPTIONS),
    TickBoxes("boxes", SAID, OPTIONS),
    TextBox("box", SAID, start="1"),
    Passage("passage", SAID, hint=SAID),
    Lines("lines", SAID, start=("1", "2")),
)
ACTION = re.compile(r'data-action="([\w-]+)"(?:\s+data-value="([^"]*)")?')


pytestmark = pytest.mark.usefixtures("in_the_made_up_language")


def find(_sample: int, **_chosen: Any) -> tuple[Finding, ...]:
    ranges = Series(SAID, (1.0, 2.0), (0.0, 1.0), (2.0, 3.0))
    table = WordTable(SAID, (SAID, SAID), ((SAID, SAID),))
    one = Finding(
        *(SAID, SAID, SAID, (SAID, SAID), (ranges, ranges)),
        unit=SAID, seed=7, range_is=SAID, notes=(SAID,), tables=(table,),
    )  # fmt: skip
    return one, Finding(SAID, SAID)


def find_tried(sample: int, *, tried: list[frozenset[str]]) -> Finding:
    return find(sample)[0]


def write(_sample: int, **written: Any) -> str:
    return SAID if written["passage"] else ""


def explorable(sitting: Sitting) -> Bridge:
    return lesson.show_explorable(sitting, *CONTROLS, find=find, heading=SAID)


def fixes(sitting: Sitting) -> Bridge:
    options = sitting.plain.fixes.options if sitting.plain.fixes else ()
    return lesson.show_fixes(
        sitting, find=find_tried, suggested=[frozenset([one.id]) for one in options]
    )


def writing(sitting: Sitting) -> Bridge:
    return lesson.show_writing(
        sitting, *CONTROLS, write=write, step="Try it", heading=SAID, missing=SAID
    )


def questions(sitting: Sitting) -> Bridge:
    return lesson.show_questions(sitting, step="Try it", heading=SAID)


def published(sitting: Sitting) -> Bridge:
    return lesson.show_published(sitting, "robodebt-scale", "ofqual-39-percent", title=SAID)


@pytest.mark.parametrize("show", [explorable, fixes, writing, questions, published])
def test_a_step_before_and_after_the_prediction(
    show: Callable[[Sitting], Bridge], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, one: sent.append(one))
    names = dict.fromkeys(names_in(load_lesson("04-data-gaps")), "1")
    sitting = lesson.open_lesson("04-data-gaps", facts=lambda sample: names)
    visitor = Visitor(show(sitting), sent)
    visitor.send(kind="hello", saved=None, place="")
    visitor.press("skip-prediction")
    visitor.visit("seed=7")
    for name, value in chosen(visitor):
        visitor.pick(name, value)
        press_everything(visitor)
    assert visitor.left == []


def chosen(visitor: Visitor) -> list[tuple[str, Any]]:
    """Return what to choose: nothing at first, then each kind of wrong and right answer."""
    boxes = re.findall(r'name="([\w-]+)"', visitor.html)
    picked: list[tuple[str, Any]] = [("none", "")]
    for name in dict.fromkeys(boxes):
        values = re.findall(rf'name="{name}"[^>]*\bvalue="([^"]*)"', visitor.html)
        picked += [(name, "x"), (name, "-1"), (name, "7"), (name, ""), (name, list(values))]
        picked += [(name, value) for value in values[:2]]
    return picked


def press_everything(visitor: Visitor) -> None:
    """Press each button that is there, once."""
    for name, value in dict.fromkeys(ACTION.findall(visitor.html)):
        visitor.press(name, unescape(value) or None)
