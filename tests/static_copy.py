"""The static site of this repository, made once for all tests that look at it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

from lxml import html

from toolkit.static_site.build import make_files

ROOT = Path(__file__).parents[1]
BUILT = date(2026, 11, 22)
LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"))


@cache
def whole_site() -> dict[str, bytes]:
    """Return every file of the site."""
    return dict(make_files(ROOT, built=BUILT))


@cache
def documents() -> dict[str, html.HtmlElement]:
    """Return every page of the site, read."""
    files = whole_site()
    return {name: html.document_fromstring(files[name].decode())
            for name in files if name.endswith(".html")}  # fmt: skip


def links_of(page: html.HtmlElement) -> list[str]:
    """Return every address on a page."""
    return [
        one.get(attribute)
        for tag, attribute in LINKS
        for one in page.iter(tag)
        if one.get(attribute) is not None
    ]


def split(link: str) -> tuple[str, str]:
    """Return the file and the place of a relative link, without a question."""
    address, place = urldefrag(link)
    return unquote(address.partition("?")[0]), unquote(place)
