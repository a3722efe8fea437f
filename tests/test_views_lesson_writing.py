"""Writing something of one's own in a lesson, and finding it in the notes."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from tiny_lesson import SECTIONS, lesson

from toolkit.views.bridge import Bridge
from toolkit.views.control import Passage
from toolkit.views.lesson import Sitting, show_writing
from toolkit.views.store import Store

STEP = "Decide"


def write(sample: int, *, why: str) -> str:
    return f"Sample {sample}.\n\n{why}" if why else ""


@pytest.fixture
def sitting() -> Sitting:
    plain = lesson(sections=(*SECTIONS[:3], STEP, *SECTIONS[3:]))
    begun = Sitting(plain, lambda sample: {"rise": "1"}, Store("lesson-tiny"))
    begun.store.update({"prediction": "up", "predicted": "given"})
    return begun


@pytest.fixture
def page(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> Bridge:
    monkeypatch.setattr(Bridge, "send", lambda _, message: None)
    return show_writing(sitting, Passage("why", "Why?"), write=write, step=STEP,
                        heading="Your turn", missing="Say why first.")  # fmt: skip


def soup(page: Bridge) -> BeautifulSoup:
    return BeautifulSoup(page.screen["html"], "html.parser")


def press(page: Bridge) -> None:
    page._receive({"kind": "action", "name": "add-to-notes", "value": None})


def test_nothing_is_added_while_something_is_missing(sitting: Sitting, page: Bridge) -> None:
    assert "Say why first." in soup(page).get_text()
    press(page)
    assert "notes" not in sitting.store.values
    assert sitting.done == ()


def test_what_was_written_is_shown_and_goes_behind_what_is_in_the_notes(sitting, page) -> None:
    sitting.store.update({"why": "Because.", "notes": "Mine."})
    sitting.store.redraw()
    assert [p.get_text() for p in soup(page).select(".govuk-inset-text p")] == [
        "Sample 5.", "Because."
    ]  # fmt: skip
    press(page)
    assert sitting.store.values["notes"] == "Mine.\n\nSample 5.\n\nBecause."
    assert sitting.done == (STEP,)
    assert "It is in your notes" in soup(page).get_text()


def test_pressing_twice_adds_it_once(sitting: Sitting, page: Bridge) -> None:
    sitting.store.set("why", "Because.")
    press(page)
    press(page)
    assert sitting.store.values["notes"] == "Sample 5.\n\nBecause."


def test_a_changed_text_takes_the_place_of_the_earlier_one(sitting: Sitting, page: Bridge) -> None:
    sitting.store.set("why", "Because.")
    press(page)
    sitting.store.update({"why": "On reflection.", "notes": "A.\n\nSample 5.\n\nBecause.\n\nZ."})
    press(page)
    assert sitting.store.values["notes"] == "A.\n\nSample 5.\n\nOn reflection.\n\nZ."


def test_notes_that_the_reader_changed_are_left_and_the_new_text_is_added(sitting, page) -> None:
    sitting.store.set("why", "Because.")
    press(page)
    sitting.store.update({"why": "New.", "notes": "Changed by hand."})
    press(page)
    assert sitting.store.values["notes"] == "Changed by hand.\n\nSample 5.\n\nNew."


def test_what_was_typed_is_inert(sitting: Sitting, page: Bridge) -> None:
    sitting.store.set("why", "<b onclick=x>Hm</b>")
    sitting.store.redraw()
    assert "&lt;b onclick=x&gt;" in page.screen["html"]
    assert not soup(page).find_all("b")


def test_it_is_folded_until_the_reader_has_predicted_or_goes_on_without(monkeypatch) -> None:
    monkeypatch.setattr(Bridge, "send", lambda _, message: None)
    plain = lesson(sections=(*SECTIONS[:3], STEP, *SECTIONS[3:]))
    new = Sitting(plain, lambda sample: {"rise": "1"}, Store("lesson-tiny"))
    shown = show_writing(new, write=write, step=STEP, heading="H", missing="M")
    assert "opens once you have made your prediction" in soup(shown).get_text(" ").replace("\n", "")
    shown._receive({"kind": "action", "name": "skip-prediction", "value": None})
    assert new.is_open


def test_a_section_that_is_not_there_is_told_to_the_lessons_author(sitting: Sitting) -> None:
    with pytest.raises(ValueError, match="has no section 'Decid'"):
        show_writing(sitting, write=write, step="Decid", heading="H", missing="M")


def test_what_is_in_the_notes_already_is_not_added_again(sitting: Sitting, page: Bridge) -> None:
    sitting.store.update({"why": "Because.", "notes": "A.\n\nSample 5.\n\nBecause."})
    press(page)
    assert sitting.store.values["notes"] == "A.\n\nSample 5.\n\nBecause."
