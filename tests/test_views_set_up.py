"""What a measurement means for a host."""

from __future__ import annotations

import pytest

from toolkit.views.set_up import set_up_findings, show_set_up

GOOD = {"milliseconds": 12.4, "width": 1920, "storage": True, "host": "localhost"}


def test_a_good_set_up_is_ready_in_every_way() -> None:
    found = set_up_findings(GOOD)
    assert len(found) == 5
    assert all(one.good for one in found)
    assert found[1].words == "In 12 milliseconds."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"milliseconds": 251}, "In 251 milliseconds, which people notice."),
        ({"width": 1023}, "Only 1023 pixels wide."),
        ({"storage": False}, "a reload loses what was typed"),
        ({"host": "tools.example.org"}, "It runs on another computer."),
    ],
)
def test_what_is_not_ready_is_said_with_what_to_do(change: dict, said: str) -> None:
    [wrong] = [one for one in set_up_findings(GOOD | change) if not one.good]
    assert said in wrong.words


def test_what_was_found_is_shown() -> None:
    widget = show_set_up()
    message = {"kind": "change", "name": "measured", "value": GOOD, "keep": False, "number": 1}
    widget._handle_custom_msg(message, [])
    assert "In 12 milliseconds." in widget.screen["html"]
    assert widget.screen["kept"] == {}
