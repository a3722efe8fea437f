"""A document on its way to a visitor."""

from __future__ import annotations

from datetime import date

import pytest
from handed_out import bytes_of

from toolkit.document.blocks import Document
from toolkit.views.bridge import Bridge
from toolkit.views.hand_out import give_document
from toolkit.views.page import Page
from toolkit.views.store import Store


def test_the_file_is_named_handed_out_and_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict] = []
    monkeypatch.setattr(Bridge, "send", lambda self, message: sent.append(message))
    page = Page(Store("a"), draw=lambda page: "")
    give_document(page, Document("Tea", ()), "word", name="tea", on=date(2026, 11, 2))
    page.store.redraw()
    file, told = sent
    assert (file["name"], bytes_of(file)[:2]) == ("tea.docx", b"PK")
    assert told == {"kind": "announce", "text": "The file tea.docx is on its way."}
