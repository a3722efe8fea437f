"""The course page as Python sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from bs4 import BeautifulSoup
from handed_out import bytes_of, text_of
from stops import second_stops
from tiny_lesson import lesson

from toolkit.document.word import as_word
from toolkit.errors import ContentError, Problem
from toolkit.lesson_time import LessonTime
from toolkit.quiz import Quiz
from toolkit.views.bridge import Bridge
from toolkit.views.course import show_keeping, show_notes, show_path, show_record
from toolkit.views.course.desk import Desk
from toolkit.views.course.notes import notes_document
from toolkit.views.lesson import Sitting, show_take_away
from toolkit.views.store import Store

STEPS = ["Your prediction", "Try it", "Check", "Take away"]


@pytest.fixture
def sent(monkeypatch) -> list[dict]:
    """Every message that went to the browser."""
    messages: list[dict] = []
    monkeypatch.setattr(Bridge, "send", lambda self, message: messages.append(message))
    return messages


@pytest.fixture
def desk() -> Desk:
    one = lesson()
    other = replace(one, id="other", number=6, title="Other", optional=True)
    return Desk((one, other), (), lambda: date(2026, 11, 2))


def html(widget) -> str:
    return widget.screen["html"]


def act(widget: Bridge, name: str, value: str | None = None, number: int = 1) -> None:
    message = {"kind": "action", "name": name, "value": value, "number": number}
    widget._handle_custom_msg(message, [])


def load(widget: Bridge, text: str) -> None:
    value = {"filename": "my.json", "text": text}
    widget._handle_custom_msg({"kind": "upload", "name": "course", "value": value, "number": 2}, [])


def restore(desk: Desk, lesson_id: str, **values) -> None:
    """Let the browser hand over what it keeps of a lesson."""
    place = list(desk.stores).index(lesson_id)
    saved = {"version": 1, "values": values}
    message = {"kind": "hello", "saved": saved, "place": "", "number": 1}
    desk.readers[place].widget._handle_custom_msg(message, [])


def test_the_path_follows_what_the_lessons_keep_in_this_browser(desk: Desk) -> None:
    path = show_path(desk).children[0]
    assert "You have not started yet. The core path takes about 5 minutes." in html(path)
    restore(desk, "tiny", done=STEPS)
    assert "You have completed 1 of 2 lessons. The core path is complete." in html(path)
    restore(desk, "other", done=["Try it"], **{"quiz-one-checked": "no"})
    shown = html(path)
    assert "Still to do: Your prediction, Check, Take away." in shown
    assert 'href="lessons/03-tiny.ipynb#try-it"' in shown


def test_parts_that_ask_something_get_no_full_stop() -> None:
    asking = ("The situation", "What for?", "Who pays?", "What else?")
    quiz = Quiz(tuple(replace(each, revisit="What for?") for each in lesson().quiz.questions))
    time = LessonTime(("What else?",), tuple((part, 60) for part in asking))
    desk = Desk((replace(lesson(), sections=asking, quiz=quiz, time=time),), (), date.today)
    path = show_path(desk).children[0]
    restore(desk, "tiny", done=["What for?"], **{"quiz-one-checked": "no"})
    assert second_stops(html(path)) == []
    shown = " ".join(BeautifulSoup(html(path), "html.parser").get_text().split())
    assert "Still to do: Who pays? To go further, about 1 minutes more: What else?" in shown
    assert "Worth a second look: What for?" in shown


def test_a_completed_lesson_leads_to_the_parts_of_the_self_assessment_that_ask_about_it() -> None:
    parts = [{"instrument": "readiness", "section": "C"}]
    desk = Desk((lesson(assess=parts),), (), date.today)
    path = show_path(desk).children[0]
    address = 'href="self-assessment.ipynb#instrument=readiness&amp;section=C">Data management</a>'
    assert address not in html(path)
    restore(desk, "tiny", done=STEPS)
    assert address in html(path)


def test_a_lesson_that_cannot_be_read_is_named(desk: Desk) -> None:
    error = ContentError("05-x.ipynb", [Problem("title", "missing <b>", "add it")])
    broken = Desk(desk.lessons, (error,), desk.today)
    assert "05-x.ipynb" in html(show_path(broken).children[0])
    assert "missing &lt;b&gt;" in html(show_path(broken).children[0])


def test_a_question_of_a_lesson_goes_into_the_first_empty_box(desk: Desk, sent) -> None:
    questions = show_notes(desk).children[0]
    desk.store.set("question-1", "Mine?")
    act(questions, "use-question", "tiny")
    assert desk.store.values == {
        "question-1": "Mine?", "asked.tiny.1": "Why?", "slot-2": "asked.tiny.1"
    }  # fmt: skip
    assert {"kind": "focus", "id": "card-asked-tiny-1"} in sent
    assert "One of your three." in html(questions)


def test_a_question_changed_on_the_card_is_changed_in_its_lesson_and_the_other_way(desk) -> None:
    questions = show_notes(desk).children[0]
    act(questions, "use-question", "tiny")
    change = {"kind": "change", "name": "asked.tiny.1", "value": "Whose?", "keep": True}
    questions._handle_custom_msg({**change, "number": 2}, [])
    sitting = Sitting(lesson(), lambda sample: {"rise": "1"}, Store("lesson-tiny"), desk.store)
    at_the_end = show_take_away(sitting).children[0]
    assert ">Whose?</textarea>" in html(at_the_end)
    at_the_end._handle_custom_msg({**change, "value": "Who else?", "number": 3}, [])
    assert ">Who else?</textarea>" in html(questions)


def test_a_question_in_the_notes_moves_to_the_card_and_stands_in_one_place(desk: Desk) -> None:
    questions, notes = show_notes(desk).children
    restore(desk, "other", notes="Ask Ada.\nWho checks it?\nSoon.")
    act(questions, "use-written", "other 0")
    assert desk.stores["other"].values["notes"] == "Ask Ada.\nSoon."
    assert desk.store.values == {"asked.other.1": "Who checks it?", "slot-1": "asked.other.1"}
    assert "To ask: Who checks it?" in html(notes)


@pytest.mark.parametrize("value", ["other 7", "other x", "gone 0", "other ²"])
def test_a_question_that_is_not_in_the_notes_changes_nothing(desk: Desk, value: str) -> None:
    questions = show_notes(desk).children[0]
    restore(desk, "other", notes="Who checks it?")
    act(questions, "use-written", value)
    assert desk.store.values == {}


def test_full_boxes_leave_the_notes_as_they_are(desk: Desk) -> None:
    questions = show_notes(desk).children[0]
    restore(desk, "other", notes="Who checks it?")
    desk.store.update({f"question-{number}": f"{number}?" for number in (1, 2, 3)})
    act(questions, "use-written", "other 0")
    assert desk.stores["other"].values["notes"] == "Who checks it?"


def test_a_question_taken_off_the_card_stays_with_its_lesson(desk: Desk) -> None:
    questions = show_notes(desk).children[0]
    act(questions, "use-question", "tiny")
    act(questions, "take-off", "1")
    assert desk.store.values == {"asked.tiny.1": "Why?"}
    act(questions, "use-kept", "asked.tiny.1")
    assert desk.store.values["slot-1"] == "asked.tiny.1"


def test_full_boxes_take_no_more_questions(desk: Desk) -> None:
    questions = show_notes(desk).children[0]
    desk.store.update({f"question-{number}": f"{number}?" for number in (1, 2, 3)})
    act(questions, "use-question", "tiny")
    assert [desk.text(f"question-{number}") for number in (1, 2, 3)] == ["1?", "2?", "3?"]
    assert "Your three boxes are full" in html(questions)


def test_notes_of_all_lessons_are_shown_as_they_were_typed_and_handed_out(desk: Desk, sent) -> None:
    notes = show_notes(desk).children[1]
    restore(desk, "other", notes="Ask <Ada>\nsoon")
    assert "Ask &lt;Ada&gt;\nsoon" in html(notes)
    desk.store.set("question-1", "Who?")
    act(notes, "download-notes")
    [file] = [message for message in sent if message["kind"] == "download"]
    word = docx.Document(BytesIO(bytes_of(file)))
    assert [p.text for p in word.paragraphs] == [
        "My notes on AI for councils",
        "My three questions",
        "Who?",
        "Lesson 6: Other",
        "A question to ask: Why?",
        "Ask <Ada>\nsoon",
    ]
    assert as_word(notes_document(desk), on=date(2026, 11, 2))


def test_the_record_lists_completed_lessons_with_minutes_and_day(desk: Desk) -> None:
    record = show_record(desk)
    assert "No lesson is completed yet" in html(record)
    restore(desk, "tiny", done=STEPS, finished="2026-10-01")
    desk.store.set("reader", "Ada <b>")
    desk.store.redraw()
    shown = " ".join(html(record).split())
    assert "<strong>Ada &lt;b&gt;</strong> has completed 1 of 2 lessons, about 5 minutes" in shown
    assert "1 October 2026" in shown
    assert "Record of 2 November 2026" in shown


def test_one_file_takes_the_whole_course_to_another_browser(desk: Desk, sent) -> None:
    keeping = show_keeping(desk)
    restore(desk, "tiny", done=STEPS, notes="Mine\n<b>")
    desk.store.set("question-1", "Who?")
    act(keeping, "save-course")
    text = text_of(sent[-1] if sent[-1]["kind"] == "download" else sent[-2])
    fresh = Desk(desk.lessons, (), desk.today)
    load(show_keeping(fresh), text)
    assert fresh.stores["tiny"].values == desk.stores["tiny"].values
    assert fresh.store.values == desk.store.values


def test_a_file_replaces_what_is_there_only_when_asked_to(desk: Desk, sent) -> None:
    keeping = show_keeping(desk)
    act(keeping, "save-course")
    empty = text_of(next(message for message in sent if message["kind"] == "download"))
    restore(desk, "tiny", notes="Mine")
    load(keeping, empty)
    assert desk.stores["tiny"].values == {"notes": "Mine"}
    act(keeping, "replace-no")
    assert desk.stores["tiny"].values == {"notes": "Mine"}
    load(keeping, empty)
    act(keeping, "replace-yes")
    assert desk.stores["tiny"].values == {}


def test_a_file_of_something_else_changes_nothing(desk: Desk) -> None:
    keeping = show_keeping(desk)
    restore(desk, "tiny", notes="Mine")
    load(keeping, '{"format": "other"}')
    assert "Nothing on this page was changed." in html(keeping)
    assert desk.stores["tiny"].values == {"notes": "Mine"}


def test_clearing_the_device_asks_first_and_forgets_every_document(desk: Desk, sent) -> None:
    keeping = show_keeping(desk)
    restore(desk, "tiny", notes="Mine")
    act(keeping, "clear-yes")  # nobody was asked
    assert desk.stores["tiny"].values == {"notes": "Mine"}
    act(keeping, "clear")
    act(keeping, "clear-yes")
    assert desk.stores["tiny"].values == {}
    assert {"kind": "forget", "everything": True} in sent
    assert "Everything was deleted from this browser." in html(keeping)
