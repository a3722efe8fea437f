"""Full stops that stand where a sentence has ended already."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

_DOUBLE = re.compile(r".{0,40}(?:[?!]|(?<!\.)\.)[”’]?\.(?!\.)")


def second_stops(html: str) -> list[str]:
    """Return what stands before each full stop that follows another mark, as in ``Why?.``."""
    return _DOUBLE.findall(BeautifulSoup(html, "html.parser").get_text())
