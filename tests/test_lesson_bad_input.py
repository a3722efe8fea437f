"""Whatever is typed into a lesson: a message or a sensible result, nothing lost, nothing runs."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from lesson_page import LESSONS, LessonPage, open_page

from toolkit.views.bridge import Bridge
from toolkit.views.control import Radios, Select, Slider, TickBoxes
from toolkit.views.words import WENT_WRONG, WENT_WRONG_UNKEPT

MARKUP = "</textarea>'\"><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} {few}"
TYPED = {
    "nothing": "",
    "spaces": " \n\t ",
    "far too low": "-999999",
    "far too high": "99999999999999999999999",
    "a fraction": "2.5",
    "not a number": "1e9 NaN",
    "5,000 characters": "bin day " * 625,
    "200 lines": "bins: bin\n" * 200,
    "emoji": "🗑️🏴󠁧󠁢󠁷󠁬󠁳󠁿 👩‍👩‍👧",
    "other scripts": "垃圾桶 المهملات कूड़ा ЖЭК ½ ² ٣",
    "markup": MARKUP,
    "control characters": "a\x00b\x1b[31m\u202e\ufeff",
}
FEW = ("nothing", "far too high", "markup")  # for choices, and for the counts of hands
NOBODYS = "chosen by nobody"


def named(page: LessonPage) -> dict[str, tuple[Bridge, set[str]]]:
    """Return every named control on the page: its widget, and the kinds of element it is."""
    found: dict[str, tuple[Bridge, set[str]]] = {}
    for bridge in page.bridges:
        for one in BeautifulSoup(bridge.screen["html"], "html.parser").select("[name]"):
            kind = str(one.get("type", one.name))
            found.setdefault(str(one["name"]), (bridge, set()))[1].add(kind)
    return found


def kept_of(page: LessonPage, bridge: Bridge) -> dict[str, Any]:
    """Return what the browser keeps of the document that a widget is part of."""
    return (page.sitting.course if bridge.document == "course" else page.sitting.store).values


def texts_for(name: str, kinds: set[str]) -> dict[str, str]:
    """Return what to type into a control."""
    few = name.startswith("hands-") or kinds & {"radio", "checkbox"}
    return {what: TYPED[what] for what in FEW} if few else TYPED


def whole(page: LessonPage) -> str:
    """Return everything that is shown."""
    return "".join(bridge.screen["html"] for bridge in page.bridges)


@pytest.fixture(autouse=True)
def silent(monkeypatch) -> None:
    """Let nothing go to a browser that is not there."""
    monkeypatch.setattr(Bridge, "send", lambda self, message: None)


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def page(request) -> LessonPage:
    opened = open_page(request.param)
    opened.open()
    return opened


def test_every_control_of_a_lesson_is_one_that_is_tried_here(page: LessonPage) -> None:
    declared = {control.name for control in page.controls}
    assert declared <= set(named(page))
    assert {"notes", "reader", "question-1"} & set(named(page))


def test_anything_typed_is_answered_and_kept_as_it_was_typed(page: LessonPage, caplog) -> None:
    sliders = {one.name: one for one in page.controls if isinstance(one, Slider)}
    troubles = []
    for name, (bridge, kinds) in named(page).items():
        for what, typed in texts_for(name, kinds).items():
            value: Any = [typed] if "checkbox" in kinds else typed
            message = {"kind": "change", "name": name, "value": value, "keep": True}
            bridge._handle_custom_msg({**message, "number": 1}, [])
            shown = whole(page)
            if WENT_WRONG in shown or WENT_WRONG_UNKEPT in shown:
                troubles.append(f"{name} with {what}: went wrong")
            if kept_of(page, bridge).get(name) != value:
                troubles.append(f"{name} with {what}: not kept")
            if "<script" in shown or "<img" in shown:
                troubles.append(f"{name} with {what}: markup runs")
            if name in sliders and what != "nothing" and not said_so(shown, sliders[name]):
                troubles.append(f"{name} with {what}: no message")
        kept_of(page, bridge).pop(name)
        page.sitting.store.redraw()
    assert troubles == []
    assert caplog.messages == []  # a page that could not be drawn keeps its last screen, and logs


def said_so(shown: str, slider: Slider) -> bool:
    """Return whether a slider says which numbers it takes."""
    return f"Enter a whole number from {slider.low} to {slider.high}." in shown


def test_all_of_it_at_once_leaves_a_page_that_answers(page: LessonPage, caplog) -> None:
    for bridge, kinds in named(page).values():
        for name in [name for name, (one, _) in named(page).items() if one is bridge]:
            kept_of(page, bridge)[name] = [MARKUP] if "checkbox" in kinds else MARKUP
    page.sitting.store.redraw()
    shown = whole(page)
    assert WENT_WRONG not in shown
    assert "<script" not in shown
    assert caplog.messages == []


def test_a_choice_that_nobody_offers_counts_as_none(page: LessonPage) -> None:
    for control in page.controls:
        if isinstance(control, Radios | TickBoxes | Select):
            for kept in (NOBODYS, [NOBODYS], {"a": 1}, 3):
                value = control.value({control.name: kept})
                assert value == control.value({})
