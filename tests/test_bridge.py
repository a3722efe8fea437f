import pytest

from toolkit.views.bridge import ASSETS, STATIC, Bridge


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr(Bridge, "send", lambda _, message: messages.append(message))
    return messages


def test_a_ping_is_answered_and_goes_no_further(sent):
    received = []
    Bridge(received.append)._on_message(None, {"kind": "ping"}, None)
    assert (sent, received) == ([{"kind": "pong"}], [])


def test_other_messages_are_handed_on(sent):
    received = []
    Bridge(received.append)._on_message(None, {"kind": "hello"}, None)
    assert (sent, received) == ([], [{"kind": "hello"}])


@pytest.mark.parametrize("name", ASSETS)
def test_an_asset_is_sent_whole_where_there_is_no_server_to_fetch_it_from(name, sent):
    Bridge(lambda message: None)._on_message(None, {"kind": "asset", "name": name}, None)
    assert sent[0]["text"].endswith((STATIC / name).read_text(encoding="utf-8"))


def test_what_travels_with_every_activity_is_small():
    assert len(Bridge._esm) < 3000
    assert "bridge.js" in Bridge._esm


def test_the_bridge_is_sent_with_what_it_patches_pages_with(sent):
    Bridge(lambda message: None)._on_message(None, {"kind": "asset", "name": "bridge.js"}, None)
    assert sent[0]["text"].startswith((STATIC / "idiomorph.min.js").read_text(encoding="utf-8"))


def test_no_other_file_can_be_asked_for(sent):
    Bridge(lambda m: None)._on_message(None, {"kind": "asset", "name": "../page.py"}, None)
    assert sent == []
