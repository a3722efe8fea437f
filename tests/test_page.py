from base64 import b64decode

import pytest
from markupsafe import Markup

from toolkit.views.page import Event, Page
from toolkit.views.store import Store
from toolkit.views.words import WENT_WRONG


def words(page: Page) -> str:
    return Markup("<p>{}</p>").format(page.store.values.get("name", "nobody"))


def change(page: Page, value: str, number: int = 1, keep: bool = True) -> None:
    message = {"kind": "change", "name": "name", "value": value, "keep": keep, "number": number}
    page._receive(message)


@pytest.fixture
def sent(monkeypatch):
    """What pages send to the browser besides their screens."""
    messages = []
    monkeypatch.setattr("toolkit.views.bridge.Bridge.send", lambda _, m: messages.append(m))
    return messages


def test_a_change_is_kept_before_the_view_acts_and_is_on_the_next_screen():
    seen = []
    page = Page(Store("a"), draw=words, act=lambda p, e: seen.append((e, dict(p.store.values))))
    change(page, "Ada", number=7)
    assert seen == [(Event("change", "name", "Ada"), {"name": "Ada"})]
    screen = page.widget.screen
    assert screen["html"] == "<p>Ada</p>"
    assert (screen["kept"], screen["answers"]) == ({"name": "Ada"}, 7)


def test_a_control_that_is_not_to_be_kept_is_not():
    seen = []
    page = Page(Store("a"), draw=words, act=lambda p, e: seen.append(e.value))
    change(page, "Ada", keep=False)
    assert (seen, page.store.values) == (["Ada"], {})


def test_html_in_a_text_field_is_shown_as_text():
    page = Page(Store("a"), draw=words)
    change(page, "<script>alert(1)</script>")
    assert page.widget.screen["html"] == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_pages_of_one_store_redraw_together():
    store = Store("a")
    first, second = Page(store, draw=words), Page(store, draw=words)
    change(first, "Ada")
    assert second.widget.screen["html"] == "<p>Ada</p>"


def test_an_error_in_a_view_is_told_and_loses_no_answer(caplog):
    def act(page: Page, event: Event) -> None:
        raise ValueError("broken view")

    page = Page(Store("a"), draw=words, act=act)
    change(page, "Ada", number=3)
    assert WENT_WRONG in page.widget.screen["html"]
    assert (page.widget.screen["kept"], page.widget.screen["answers"]) == ({"name": "Ada"}, 3)
    assert "broken view" in caplog.text


def test_a_page_that_cannot_be_drawn_keeps_its_last_screen(caplog):
    page = Page(Store("a"), draw=lambda p: words(p) if not p.store.values else 1 / 0)
    change(page, "Ada", number=3)
    assert page.widget.screen["html"] == "<p>nobody</p>"
    assert (page.widget.screen["kept"], page.widget.screen["answers"]) == ({"name": "Ada"}, 3)


def test_only_the_page_that_owns_the_place_follows_the_fragment():
    store = Store("a")
    owner = Page(store, draw=words, owns_place=True)
    other = Page(store, draw=words)
    for page in (owner, other):
        page._receive({"kind": "hello", "saved": None, "place": "step=2&q=a%20b", "number": 1})
    assert (owner.place, other.place) == ({"step": "2", "q": "a b"}, {})


def test_going_somewhere_writes_the_fragment_without_empty_names(sent):
    page = Page(Store("a"), draw=words, act=lambda p, e: p.go(q="a b", x=""), owns_place=True)
    page._receive({"kind": "action", "name": "go", "value": None, "number": 1})
    assert sent == [{"kind": "place", "text": "q=a+b", "replace": False, "answers": 1}]


def test_values_of_another_version_are_told_in_a_banner_that_takes_the_focus(sent):
    page = Page(Store("a", version=2), draw=words)
    saved = {"version": 1, "values": {"name": "Ada"}}
    page._receive({"kind": "hello", "saved": saved, "place": "", "number": 1})
    assert "could not be carried over" in page.widget.screen["html"]
    assert sent == [{"kind": "focus", "id": "a-notice"}]


def test_blocked_storage_is_told_once_however_many_pages_report_it(sent):
    store = Store("a")
    pages = [Page(store, draw=words), Page(store, draw=words)]
    for page in pages:
        page._receive({"kind": "trouble", "value": "blocked"})
    assert ["does not let" in page.widget.screen["html"] for page in pages] == [True, False]


def test_a_file_over_the_limit_is_refused_with_both_sizes():
    page = Page(Store("a"), draw=words)
    value = {"filename": "x.json", "size": 2_500_000, "limit": 1_000_000}
    page._receive({"kind": "upload", "name": "file", "value": value, "number": 1})
    assert "2500 kB. Choose a file of at most 1000 kB" in page.widget.screen["html"]


def test_several_files_reach_the_view_together_also_those_without_their_text():
    seen = []
    page = Page(Store("a"), draw=words, act=lambda p, e: seen.append(e))
    value = {"files": [{"filename": "a", "text": "{}"}, {"filename": "b", "size": 9, "limit": 1}]}
    page._receive({"kind": "upload", "name": "people", "value": value, "number": 1})
    assert seen == [Event("upload", "people", value)]


def test_what_another_tab_removed_is_removed_here_too():
    page = Page(Store("a"), draw=words)
    change(page, "Ada")
    page._receive({"kind": "elsewhere", "saved": None, "number": 2})
    assert page.widget.screen["html"] == "<p>nobody</p>"


def test_a_file_reaches_the_browser_byte_for_byte(sent):
    page = Page(Store("a"), draw=words, act=lambda p, e: p.download("a.bin", b"\x00\xff", "x/y"))
    page._receive({"kind": "action", "name": "go", "value": None, "number": 1})
    assert sent == [{"kind": "download", "name": "a.bin", "type": "x/y", "base64": "AP8="}]


def test_text_in_a_file_is_utf_8_whatever_was_typed(sent):
    page = Page(Store("a"), draw=words, act=lambda p, e: p.download("a.txt", "é\ud800"))
    page._receive({"kind": "action", "name": "go", "value": None, "number": 1})
    assert sent[0]["type"] == "text/plain;charset=utf-8"
    assert b64decode(sent[0]["base64"]).decode() == "é?"


def test_forgetting_reaches_the_browser(sent):
    page = Page(Store("a"), draw=words, act=lambda p, e: p.store.forget(everything=True))
    page._receive({"kind": "action", "name": "forget", "value": None, "number": 1})
    assert sent == [{"kind": "forget", "everything": True}]


def test_the_browser_forgets_before_a_screen_says_that_it_has(monkeypatch):
    shown = []
    monkeypatch.setattr(
        "toolkit.views.bridge.Bridge.send", lambda bridge, _: shown.append(bridge.screen["html"])
    )
    forget = {"kind": "action", "name": "forget", "value": None, "number": 2}
    page = Page(Store("a"), draw=words, act=lambda p, e: e.kind == "action" and p.store.forget())
    change(page, "Ada")
    page._receive(forget)
    assert shown == ["<p>Ada</p>"]
    assert page.widget.screen["html"] == "<p>nobody</p>"
