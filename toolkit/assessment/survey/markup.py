"""The HTML in a survey's texts, read into the blocks of a document: nothing of it is ever run.

Paragraphs, headings, lists, bold words and links to web addresses are kept; everything else is
shown as its words, or not at all where it holds none.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from toolkit.document.blocks import (
    SAFE,
    Block,
    Bullets,
    Heading,
    Inline,
    Link,
    Phrase,
    Strong,
    Text,
    parts_of,
)

__all__ = ["blocks_of", "phrase_of", "words_of"]

SILENT = ("script", "style", "template", "iframe", "object", "noscript", "title")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BREAKS = ("p", "div", "br", "li", "ul", "ol", "table", "tr", "td", "section", *HEADINGS)


def blocks_of(text: str, highest: int = 2) -> tuple[Block, ...]:
    """Return the blocks that a text with HTML in it makes.

    Parameters
    ----------
    text : str
        Plain text, or text with HTML.
    highest : int
        The level of its highest heading.

    Returns
    -------
    tuple of Block
        Empty for a text without words.

    Examples
    --------
    >>> blocks_of("<p>Ask <b>us</b>.</p><script>alert(1)</script>")
    (Text(phrase=('Ask ', Strong(text='us'), '.')),)
    """
    reader = _Reader(highest)
    reader.feed(text)
    reader.close()
    reader.finish()
    return tuple(reader.blocks)


def phrase_of(text: str) -> tuple[Inline, ...]:
    """Return a text with HTML in it as one phrase, for a place that has room for one.

    Parameters
    ----------
    text : str
        As `blocks_of` takes it.

    Returns
    -------
    tuple of str, Strong or Link
        Its paragraphs one after the other.
    """
    found: list[Inline] = []
    for block in blocks_of(text):
        phrases: tuple[Phrase, ...] = ()
        if isinstance(block, Bullets):
            phrases = block.items
        elif isinstance(block, Text):
            phrases = (block.phrase,)
        elif isinstance(block, Heading):
            phrases = (block.text,)
        for phrase in phrases:
            found += [" ", *parts_of(phrase)] if found else parts_of(phrase)
    return tuple(found)


def words_of(text: str) -> str:
    """Return the words of a text with HTML in it, and nothing else.

    Parameters
    ----------
    text : str
        As `blocks_of` takes it.

    Returns
    -------
    str
        For example for the title of a window.
    """
    return "".join(part if isinstance(part, str) else part.text for part in phrase_of(text))


class _Reader(HTMLParser):
    def __init__(self, highest: int) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.parts: list[Inline] = []
        self.items: list[Phrase] = []
        self.highest = highest
        self.heading = 0
        self.silent = 0
        self.strong = 0
        self.listed = False
        self.address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        if tag in BREAKS:
            self.finish(leave_list=tag not in ("li", "br", "p", "div") or not self.listed)
        if tag in HEADINGS:
            self.heading = int(tag[1])
        elif tag in ("strong", "b"):
            self.strong += 1
        elif tag in ("ul", "ol"):
            self.listed = True
        elif tag == "a":
            found = (dict(attrs).get("href") or "").strip()
            self.address = found if found.lower().startswith(SAFE) else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(self.silent - 1, 0)
        if tag in BREAKS:
            self.finish(leave_list=tag in ("ul", "ol"))
        if tag in ("strong", "b"):
            self.strong = max(self.strong - 1, 0)
        elif tag == "a":
            self.address = ""

    def handle_data(self, data: str) -> None:
        words = re.sub(r"\s+", " ", data)
        if self.silent or not words or (words == " " and not self.parts):
            return
        if self.address and words.strip():
            self.parts.append(_link(words, self.address))
        elif self.strong and words.strip():
            self.parts.append(Strong(words))
        else:
            before = self.parts.pop() if self.parts and isinstance(self.parts[-1], str) else ""
            self.parts.append(f"{before}{words}")

    def finish(self, leave_list: bool = True) -> None:
        """Close the block that is being read, and the list around it where it is left."""
        parts, self.parts = _trimmed(self.parts), []
        if parts:
            if self.heading:
                words = "".join(one if isinstance(one, str) else one.text for one in parts)
                self.blocks.append(Heading(min(max(self.heading, self.highest), 6), words))
            elif self.listed:
                self.items.append(parts)
            else:
                self.blocks.append(Text(parts))
        self.heading = 0
        if leave_list:
            if self.items:
                self.blocks.append(Bullets(tuple(self.items)))
            self.items, self.listed = [], False


def _link(words: str, address: str) -> Inline:
    # The scheme is compared as it is written, so it is written in small letters.
    scheme, colon, rest = address.partition(":")
    return Link(words, scheme.lower() + colon + rest)


def _trimmed(parts: list[Inline]) -> tuple[Inline, ...]:
    """Return the parts without space at either end."""
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part != "")
