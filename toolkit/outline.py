"""The sections of a document: where each begins, and the id its address fragment has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Piece", "plain_text", "section_id", "split_by_heading"]

_HEADING = re.compile(r"^##\s+(?P<title>.+?)\s*#*\s*$")
_FENCE = re.compile(r"^\s*(```|~~~)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Piece:
    """A stretch of Markdown.

    Parameters
    ----------
    source : str
        The Markdown.
    heading : str
        The H2 it starts with, as plain text; empty where it starts with none.
    """

    source: str
    heading: str = ""


def split_by_heading(source: str) -> Iterator[Piece]:
    r"""Yield the pieces of a Markdown text, a new one at each H2 outside code.

    Parameters
    ----------
    source : str
        Markdown.

    Yields
    ------
    Piece
        In order, none of them blank.

    Examples
    --------
    >>> [piece.heading for piece in split_by_heading("# One\n\n## *Two*\ntext\n## Three")]
    ['', 'Two', 'Three']
    """
    lines: list[str] = []
    heading, fenced = "", False
    for line in source.splitlines():
        fenced ^= bool(_FENCE.match(line))
        found = None if fenced else _HEADING.match(line)
        if found:
            yield from _piece(lines, heading)
            lines, heading = [], plain_text(found["title"])
        lines.append(line)
    yield from _piece(lines, heading)


def section_id(heading: str, taken: set[str] | None = None) -> str:
    """Return the id of the section that starts with a heading.

    Parameters
    ----------
    heading : str
        The text of an H2.
    taken : set of str, optional
        The ids of the sections before it; the new one is added.

    Returns
    -------
    str
        Small letters, figures and hyphens, not yet in `taken`.

    Examples
    --------
    >>> section_id("Try to fix it")
    'try-to-fix-it'
    >>> section_id("Try to fix it", {"try-to-fix-it"})
    'try-to-fix-it-2'
    """
    taken = set() if taken is None else taken
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "section"
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    taken.add(candidate)
    return candidate


def plain_text(markdown: str) -> str:
    """Return a line of Markdown without its marks.

    Parameters
    ----------
    markdown : str
        One line, for example a heading.

    Returns
    -------
    str
        What a reader sees.

    Examples
    --------
    >>> plain_text("Who is *missing* from [the data](a.html)?")
    'Who is missing from the data?'
    """
    return re.sub(r"[*_`]", "", _LINK.sub(r"\1", markdown)).strip()


def _piece(lines: list[str], heading: str) -> Iterator[Piece]:
    if "".join(lines).strip():
        yield Piece("\n".join(lines), heading)
