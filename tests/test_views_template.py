"""HTML from templates: what all of them have to observe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import toolkit.views

TEMPLATES = sorted((Path(toolkit.views.__file__).parent / "templates").glob("*.html"))
# Nothing stands between blocks of text, so no space is missed there.
BLOCK = re.compile(r"</?(div|dl|dt|dd|details|form|h\d|li|ol|p|section|t[dhr]|ul)\b[^>]*>$")


def swallowed(text: str) -> list[str]:
    """Return the lines after whose last tag the space to the next words is lost.

    A line break after a tag is dropped, and so is the indentation before another tag.
    """
    lines = [line.strip() for line in text.splitlines()]
    return [
        line
        for line, after in zip(lines, lines[1:], strict=False)
        if re.search(r"[^+-]%\}$", line) and re.match(r"\{%(?![+-])", after)
        for words in [re.sub(r"\{%.*?%\}", "", line).strip()]
        if words and not BLOCK.search(words)
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_loses_no_space_between_words(path: Path) -> None:
    assert swallowed(path.read_text(encoding="utf-8")) == []


def test_a_lost_space_is_found() -> None:
    first, then = "<b>{{ label }}{% if n %}", "  {% trans %}({{ n }} chosen){% endtrans %}"
    assert swallowed(f"{first}\n{then}") == [first]
    assert swallowed(f"{first[:-2]}+%}}\n{then}") == []
