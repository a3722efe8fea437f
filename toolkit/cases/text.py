"""The text of a case study: its headings, its citations and its list of sources."""

from __future__ import annotations

import re
from typing import Any

from toolkit.full_stop import full_stop

__all__ = ["HEADINGS", "cited", "headings", "source_line", "split_sections"]

HEADINGS = (
    "What happened",
    "What the AI does",
    "What people do",
    "Who decided",
    "Evidence",
    "Who gained and who was harmed",
    "What changed",
    "What a council should ask",
    "Sources",
)

_HEADING = re.compile(r"^(#{1,6}) +(.+?) *#*$", re.MULTILINE)
_CITATION = re.compile(r"\[(\d{1,3})\](?!\()")


def headings(text: str) -> tuple[tuple[int, str], ...]:
    """Return the level and the words of each heading of a Markdown text.

    Parameters
    ----------
    text : str
        Markdown.

    Returns
    -------
    tuple of (int, str)
        Levels count from 1.

    Examples
    --------
    >>> headings("# Title")
    ((1, 'Title'),)
    """
    return tuple((len(found[1]), found[2]) for found in _HEADING.finditer(text))


def split_sections(text: str) -> tuple[tuple[str, str], ...]:
    r"""Return the H2 headings of a Markdown text, each with the text below it.

    Parameters
    ----------
    text : str
        Markdown.

    Returns
    -------
    tuple of (str, str)
        Heading and text, in the order written. What stands above the first H2 is left out.

    Examples
    --------
    >>> split_sections("# A\n\n## B\n\ntext\n\n## C")
    (('B', 'text'), ('C', ''))
    """
    marks = [found for found in _HEADING.finditer(text) if len(found[1]) == 2]
    ends = [found.start() for found in marks[1:]] + [len(text)]
    return tuple(
        (found[2], text[found.end() : end].strip()) for found, end in zip(marks, ends, strict=True)
    )


def cited(text: str) -> set[int]:
    """Return the numbers of the sources that a text cites as ``[n]``.

    Parameters
    ----------
    text : str
        Markdown.

    Returns
    -------
    set of int
        The numbers.

    Examples
    --------
    >>> sorted(cited("One [2]. Two [1][3]. A [4](https://example.org) is a link."))
    [1, 2, 3]
    """
    return {int(number) for number in _CITATION.findall(text)}


def source_line(source: dict[str, Any]) -> str:
    """Return the line that names a source in the section "Sources".

    Parameters
    ----------
    source : dict
        One entry of ``sources`` in the front matter.

    Returns
    -------
    str
        Number, title, publisher, date and, where it may be shown, the address.
    """
    when = source.get("date") or "no date"
    link = f" <{source['url']}>" if source.get("link_ok") else ""
    return f"{source['id']}. {full_stop(source['title'])} {source['publisher']}, {when}.{link}"
