"""Every app in a language nobody speaks: no word of the interface is left in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import survey_oracle
from handed_out import text_of
from nbformat import from_dict
from proposal_answers import good
from pseudo import (
    CODE,
    copy_of_the_content,
    left_in_english,
    pseudo,
    pseudo_language,
    shown,
    words_of_figure,
)
from source import ROOT
from tiny_site import cell

from toolkit.assessment.answer import keep_answers
from toolkit.assessment.group.ballot import Ballot, write_ballot
from toolkit.assessment.instrument import load_instrument
from toolkit.assessment.own_instrument import read_own_instrument
from toolkit.checking import check_content
from toolkit.course import lesson_paths
from toolkit.fill import names_in
from toolkit.language import speaking
from toolkit.lesson import load_lesson
from toolkit.progress import ProgressFile, write_progress
from toolkit.serving.arrange import Arrange
from toolkit.serving.site import Site
from toolkit.views import course, lesson
from toolkit.views.adapt import show_adapt_a_case
from toolkit.views.assessment import show_assessments
from toolkit.views.explorer import show_explorer
from toolkit.views.frameworks import show_frameworks
from toolkit.views.group import show_group
from toolkit.views.register import show_register
from toolkit.views.set_up import show_set_up

TODAY = date(2026, 11, 22)
MOST_PAGES = 60


@pytest.fixture(autouse=True)
def _pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with speaking(pseudo_language(tmp_path_factory.mktemp("language"))):
        yield


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What goes to the browser by the way: announcements and files."""
    messages: list[dict[str, Any]] = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, one: messages.append(one))
    return messages


class Visitor:
    """Opens an app, and looks at all it shows, says and hands out."""

    def __init__(self, app: Any, sent: list[dict[str, Any]]) -> None:
        self.widgets = getattr(app, "children", (app,))
        self.sent = sent
        self.waiting: list[str] = []
        self.number = 0
        self.left: list[str] = []
        self.visited: list[str] = []

    def send(self, **message: Any) -> None:
        self.number += 1
        for widget in self.widgets:
            widget._receive({**message, "number": self.number})
        self.look()

    def visit(self, place: str) -> None:
        self.send(kind="place", value=place)

    def press(self, name: str, value: str | None = None) -> None:
        self.send(kind="action", name=name, value=value)

    def pick(self, name: str, value: Any) -> None:
        self.send(kind="change", name=name, value=value, keep=True)

    def load(self, name: str, *files: tuple[str, str], many: bool = False) -> None:
        chosen = [
            {"filename": file, "size": 9, "limit": 9_000_000, "text": text} for file, text in files
        ]
        self.send(kind="upload", name=name, value={"files": chosen} if many else chosen[0])

    def press_all(self, action: str) -> None:
        """Press every button of one kind."""
        for value in sorted(
            set(re.findall(rf'data-action="{action}"\s+data-value="([^"]*)"', self.html))
        ):
            self.press(action, value)

    @property
    def html(self) -> str:
        return "".join(widget.screen["html"] for widget in self.widgets)

    def look(self) -> None:
        """Note what is in English on the screen."""
        texts = [*shown(self.html), *(text for one in self.sent for text in told(one))]
        self.sent.clear()
        for widget in self.widgets:
            texts.append(widget.screen["title"])
            texts += words_of_figure(widget.screen["figures"])
        for text in texts:
            for piece in left_in_english(text):
                found = f"{piece} (in: {' '.join(text.split())[:120]})"
                if found not in self.left:
                    self.left.append(found)

    def wander(self, wanted: Callable[[str], bool] = lambda place: True) -> None:
        """Follow every link within the app."""
        while True:
            links = map(unescape, re.findall(r'href="#([^"]+=[^"]*)"', self.html))
            new = [link for link in links if link not in self.visited and wanted(link)]
            self.waiting = list(dict.fromkeys([*self.waiting, *new]))
            if not self.waiting or len(self.visited) > MOST_PAGES:
                return
            place = self.waiting.pop(0)
            self.visited.append(place)
            self.visit(place)


def told(message: dict[str, Any]) -> Iterator[str]:
    """Yield what an announcement or a file says; tables that programs read are left out."""
    if message["kind"] == "announce":
        yield message["text"]
    elif message["kind"] == "download" and message["name"].endswith(".md"):
        yield from text_of(message).splitlines()
    elif message["kind"] == "download" and message["name"].endswith(".html"):
        yield from shown(text_of(message))


@pytest.fixture
def hello(sent: list[dict[str, Any]]) -> Callable[[Any], Visitor]:
    def open_app(app: Any) -> Visitor:
        visitor = Visitor(app, sent)
        visitor.send(kind="hello", saved=None, place="")
        return visitor

    return open_app


def test_pseudo_text_is_longer_and_keeps_places_and_tags() -> None:
    told = pseudo("<b>Save</b> {n} of %(all)s files&rsquo;")
    assert told.startswith("<b>Šǎǎ")
    assert all(part in told for part in ("</b>", "{n}", "%(all)s", "&rsquo;"))
    assert not re.search("[A-Za-z]", re.sub(r"<[^>]*>|\{n\}|%\(all\)s|&rsquo;", "", told))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Save this page now please", ["save this page now please"]),
        (pseudo("Save"), []),
        (f"{pseudo('Save')} sort by", ["sort by"]),
        ("Sort by", ["sort by"]),
    ],
)
def test_english_is_told_from_the_made_up_language(text: str, left: list[str]) -> None:
    assert left_in_english(text) == left


# -- the apps -------------------------------------------------------------------------------------

Hello = Callable[[Any], Visitor]


def test_the_explorer(hello: Hello) -> None:
    visitor = hello(show_explorer(ROOT, today=TODAY))
    for view in ("", "timeline", "map", "evidence"):
        visitor.visit(f"view={view}")
    for place in ("q=zzzz", "q=phome", "status=nonsense", "case=nonsense", "country=England"):
        visitor.visit(place)
    visitor.press("catalogue", "csv")
    visitor.visit("case=au-robodebt")
    visitor.press("shortlist", "au-robodebt")
    visitor.press_all("take")
    visitor.visit("case=telford-ask-tom")
    visitor.press("shortlist", "telford-ask-tom")
    visitor.visit("")
    visitor.press_all("take")
    visitor.press("compare")
    visitor.visit("compare=au-robodebt,telford-ask-tom")
    visitor.wander(lambda place: "case=" not in place)
    assert visitor.left == []


def test_the_frameworks(hello: Hello) -> None:
    visitor = hello(show_frameworks(ROOT))
    for place in ("q=zzzz", "kind=nonsense", "open=uk-gdpr", "open=eu-ai-act"):
        visitor.visit(place)
    visitor.visit("")
    for name in ("uk-gdpr", "eu-ai-act", "uk-atrs", "uk-equality-act"):
        visitor.press("compare", name)
    visitor.wander()
    assert visitor.left == []


@pytest.mark.parametrize("instrument", ["readiness", "proposal"])
def test_a_self_assessment(hello: Hello, instrument: str) -> None:
    visitor = hello(show_assessments(ROOT, today=lambda: TODAY))
    sections = ("start", "tasks", "check", "result", "take", "compare", "about", "share", "delete")
    for answered in (False, True):
        for section in sections:
            visitor.visit(f"instrument={instrument}&section={section}")
        if not answered:
            visitor.visit(f"instrument={instrument}&section=start")
            visitor.press("example-open")
    visitor.wander(lambda place: f"instrument={instrument}" in place)
    visitor.visit(f"instrument={instrument}&section=take")
    visitor.press_all("take")
    visitor.visit(f"instrument={instrument}&section=compare")
    if instrument == "proposal":  # the one whose example has a later version
        visitor.press("compare-later")
        visitor.press("download-comparison", "markdown")
    visitor.visit(f"instrument={instrument}&section=share")
    visitor.press("save-for-group")
    visitor.visit(f"instrument={instrument}&section=start")
    visitor.load("answers", ("mine.json", "{}"))
    visitor.press("example-clear")
    visitor.press("delete-yes")
    assert visitor.left == []


@pytest.mark.parametrize("show", [show_assessments, show_group])
def test_the_title_of_the_page_to_choose_from(hello: Hello, show: Callable[[Path], Any]) -> None:
    title = hello(show(ROOT)).widgets[0].screen["title"].split(" – ")[0]
    assert title in (pseudo("Self-assessment"), pseudo("Group self-assessment"))


def test_a_questionnaire_of_pages(hello: Hello, tmp_path: Path) -> None:
    survey = survey_oracle.TEA.read_text(encoding="utf-8")
    folder = tmp_path / "data" / "instruments"
    folder.mkdir(parents=True)
    (folder / "tea.yaml").write_text(read_own_instrument("tea.json", survey)[1], encoding="utf-8")
    visitor = hello(show_assessments(tmp_path, today=lambda: TODAY))
    for answers in ({}, {"stage": "plan", "scald": "b-3"}):
        for name, value in answers.items():
            visitor.pick(name, value)
        for section in ("start", "tasks", "club", "check", "result", "delete"):
            visitor.visit(f"instrument=tea&section={section}")
    visitor.wander(lambda place: "instrument=tea" in place)
    visitor.visit("instrument=tea&section=result")
    visitor.press_all("take")
    visitor.load("answers", ("mine.json", "{}"))
    visitor.press("delete-yes")
    assert visitor.left == []


def test_a_group(hello: Hello) -> None:
    proposal = load_instrument("proposal", ROOT)
    ballots = [
        (
            "ann.json",
            write_ballot(proposal, Ballot(good(), "councillor")),
        ),
        (
            "bob.json",
            write_ballot(proposal, Ballot(good(), "supplier")),
        ),
    ]
    visitor = hello(show_group(ROOT, today=lambda: TODAY))
    for section in ("start", "agenda", "lines", "report", "clear"):
        visitor.visit(f"instrument=proposal&section={section}")
    visitor.visit("instrument=proposal&section=start")
    visitor.load("people", *ballots, ("ann2.json", ballots[0][1]), ("no.json", "{}"), many=True)
    for section in ("agenda", "lines", "report", "clear"):
        visitor.visit(f"instrument=proposal&section={section}")
    visitor.wander(lambda place: "instrument=proposal" in place)
    visitor.visit("instrument=proposal&section=report")
    for form in ("html", "markdown", "record", "agreed"):
        visitor.press(f"download-{form}")
    visitor.press("clear-yes")
    assert visitor.left == []


def test_the_register(hello: Hello) -> None:
    proposal = load_instrument("proposal", ROOT)
    values = {
        **keep_answers(good()),
        "about.name": "Tea",
        "about.owner": "Wigan Council",
        "about.published": "outcome",
    }
    saved = write_progress(ProgressFile("proposal", proposal.version, values, "2026-11-02"))
    example = (ROOT / "data" / "examples" / "proposal.json").read_text(encoding="utf-8")
    visitor = hello(show_register(ROOT, today=lambda: TODAY))
    visitor.load(
        "proposals", ("tea.json", saved), ("example.json", example), ("no.json", "{}"), many=True
    )
    for order in ("tier", "owner", "name"):
        visitor.pick("order", order)
    for form in ("html", "markdown"):
        visitor.press(f"download-{form}")
    visitor.press("take-off", "0")
    visitor.press("clear")
    visitor.press("clear-yes")
    assert visitor.left == []


def test_adapting_a_case(hello: Hello) -> None:
    visitor = hello(show_adapt_a_case(ROOT, today=lambda: TODAY))
    visitor.wander()
    visitor.visit("section=copy")
    visitor.pick("copy-search", "phone")
    visitor.visit("from=telford-ask-tom")
    visitor.press("copy", "telford-ask-tom")
    visitor.visited.clear()
    visitor.wander(lambda place: "section=check" not in place)
    for section in ("publish", "preview", "delete"):
        visitor.visit(f"section={section}")
    visitor.press("save")
    visitor.press("finish")
    visitor.press("delete-yes")
    assert visitor.left == []


def test_the_check_of_the_set_up(hello: Hello) -> None:
    visitor = hello(show_set_up())
    for milliseconds, width in ((5, 1280), (5000, 320)):
        found = {"milliseconds": milliseconds, "width": width, "host": "localhost", "storage": True}
        visitor.send(kind="change", name="measured", value=found, keep=False)
    visitor.send(
        kind="change", name="measured", value={**found, "storage": False, "host": "x"}, keep=False
    )
    assert visitor.left == []


# -- the pages that need no kernel, and the frame of those that do --------------------------------


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content that has chosen the made-up language, by one file and one line."""
    return copy_of_the_content(tmp_path_factory.mktemp("copy"))


@pytest.mark.parametrize(
    "page", ["landing", "accessibility", "privacy", "glossary", "host", "not found", "error"]
)
def test_a_page_without_a_kernel(copy: Path, page: str) -> None:
    site = Site(copy)
    numbers = {"not found": 404, "error": 500}
    html = site.error(numbers[page]) if page in numbers else getattr(site, page)()
    assert f'<html lang="{CODE}"' in html
    assert [piece for text in shown(html) for piece in left_in_english(text)] == []


def test_the_notes_for_whoever_leads_a_lesson(copy: Path) -> None:
    html = Site(copy).host_notes("data-gaps")
    html = re.sub(r"(?s)(</h2>).*?(</section>)", r"\1\2", html)  # the notes are content
    assert [piece for text in shown(html) for piece in left_in_english(text)] == []


def test_what_the_scripts_of_the_frame_say(copy: Path) -> None:
    with speaking(Site(copy).language):
        words = Site(copy).context()["words"].values()
    texts = [re.sub(r"\{\w+\}", "", text) for text in words]
    assert [piece for text in texts for piece in left_in_english(text)] == []


def test_a_language_is_found_in_order_by_the_check_of_the_content(copy: Path) -> None:
    reports = {one.file: one for one in check_content(copy, today=TODAY, under=copy / "data")}
    assert reports[f"data/languages/{CODE}.po"].problems == ()


@pytest.mark.parametrize(
    ("written", "told"), [("", "en-GB"), ("language: xx", ""), ("language: cy", "cy")]
)
def test_text_in_another_language_than_the_page_says_so(
    copy: Path, written: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOOLKIT_ROOT", str(copy))
    front = cell("raw", f"---\nkind: app\ntitle: A page\n{written}\n---", "front-matter")
    notebook = from_dict({"cells": [front], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    _notebook, resources = Arrange().preprocess(notebook, {"base_url": "/", "home": "/"})
    assert resources["page"]["language"] == told
    assert resources["words"]["one"]("Print") == pseudo("Print")


# -- lessons and the course -----------------------------------------------------------------------

# What is said with a lesson's or a study's own numbers has its own files: the lessons from start to
# end are in `test_pseudo_lessons_1.py` and `_2.py`, the notebooks in depth in
# `test_pseudo_comparisons.py`.


@pytest.fixture
def in_lesson(sent: list[dict[str, Any]]) -> Callable[..., Visitor]:
    def open_widgets(*widgets: Any) -> Visitor:
        flat = [one for widget in widgets for one in getattr(widget, "children", (widget,))]
        visitor = Visitor(flat[0], sent)
        visitor.widgets = tuple(flat)
        visitor.send(kind="hello", saved=None, place="")
        return visitor

    return open_widgets


@pytest.mark.parametrize("slug", [path.stem for path in lesson_paths(ROOT)])
def test_the_frame_of_a_lesson(in_lesson: Callable[..., Visitor], slug: str) -> None:
    # The name itself in place of a number: what is said with numbers is looked at no further here.
    names = {name: f"{{{name}}}" for name in names_in(load_lesson(slug))}
    sitting = lesson.open_lesson(slug, facts=lambda sample: names)
    visitor = in_lesson(
        lesson.show_prediction(sitting),
        lesson.show_quiz(sitting),
        lesson.show_take_away(sitting, today=lambda: TODAY),
    )
    visitor.press("predict")
    visitor.press("skip-prediction")
    for question in sitting.lesson.quiz.questions:
        visitor.press("check", question.id)
        visitor.pick(f"quiz-{question.id}-answer", question.options[0].id)
        visitor.press("check", question.id)
    for action in (
        "download-notes",
        "save-progress",
        "delete",
        "delete-no",
        "delete",
        "delete-yes",
    ):
        visitor.press(action)
    visitor.load("progress", ("mine.json", "{}"))
    assert visitor.left == []


def test_my_course(in_lesson: Callable[..., Visitor]) -> None:
    desk = course.open_course()
    shows = (course.show_path, course.show_notes, course.show_record, course.show_keeping)
    visitor = in_lesson(*(show(desk) for show in shows))
    for action in ("save-course", "download-notes", "clear", "clear-no", "clear", "clear-yes"):
        visitor.press(action)
    visitor.load("course", ("mine.json", "{}"))
    assert visitor.left == []
