"""Full stops after words that may have a mark of their own."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from toolkit.full_stop import full_stop, stop_after


@pytest.mark.parametrize(
    "text",
    ["Is it enough?", "Boti, the City's WhatsApp!", "It began.", "And so on…", "It asks “Why?”",
     "It asks ‘Why?’", 'It says "Stop."'],
)  # fmt: skip
def test_a_text_with_a_mark_gets_no_other(text: str) -> None:
    assert full_stop(text) == text
    assert stop_after(text) == ""


@pytest.mark.parametrize("text", ["Try it", "the “bot”", "Both councils’", "So (why?)", ""])
def test_any_other_text_gets_a_full_stop(text: str) -> None:
    assert full_stop(text) == f"{text}."
    assert stop_after(text) == "."


def test_html_stays_html() -> None:
    assert isinstance(full_stop(Markup("<b>Try it</b>")), Markup)
