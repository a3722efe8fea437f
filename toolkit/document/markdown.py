"""A document as Markdown, to read as it is, to print, or to paste into papers."""

from __future__ import annotations

from urllib.parse import quote

from toolkit.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Link,
    Phrase,
    Quote,
    Strong,
    Text,
    parts_of,
)
from toolkit.document.inert import inert

__all__ = ["as_markdown"]


def as_markdown(document: Document) -> str:
    """Return a document as Markdown without any HTML in it.

    Parameters
    ----------
    document : Document
        What to write.

    Returns
    -------
    str
        Ends with a line break.
    """
    blocks = (f"# {_line(document.title)}", *(_block(block) for block in document.blocks))
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {_line(text)}"
        case Text(phrase):
            return _phrase(phrase)
        case Bullets(items, numbered):
            marks = [f"{number}." if numbered else "-" for number in range(1, len(items) + 1)]
            pairs = zip(marks, items, strict=True)
            return "\n".join(f"{mark} {_phrase(item)}" for mark, item in pairs)
        case Quote(text):
            return "\n".join(f"> {line}  ".rstrip() if not line else f"> {line}  "
                             for line in inert(text).splitlines() or [""])  # fmt: skip
        case _:
            rows = (_row(block.header), "|---" * len(block.header) + "|", *map(_row, block.rows))
            return f"**{_line(block.caption)}**\n\n" + "\n".join(rows)


def _row(cells: tuple[Phrase, ...]) -> str:
    return f"| {' | '.join(_phrase(cell) for cell in cells)} |"


def _phrase(phrase: Phrase) -> str:
    return "".join(_inline(part) for part in parts_of(phrase))


def _inline(part: Inline) -> str:
    match part:
        case Strong(text):
            return f"**{_line(text)}**"
        case Link(text, address):
            return f"[{_line(text)}](<{quote(address, safe=':/?#[]@!$&()*+,;=%~-._')}>)"
        case str(text):
            return _line(text)


def _line(text: str) -> str:
    """Return words on one line: a line break would begin something new."""
    return inert(" ".join(text.splitlines()))
