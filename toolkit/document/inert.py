"""Show a person's words in Markdown as they typed them: nothing in them does anything."""

from __future__ import annotations

import re

__all__ = ["inert"]

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What opens something in the middle of a line, and what does so at its start.
_INLINE = re.compile(r"([\\`*\[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))")
_OPENING = re.compile(r"^(\s*)(?:([#+=:-])|(\d+)([.)])(?=\s|$))", re.MULTILINE)


def inert(text: str) -> str:
    r"""Return a person's words so that Markdown and HTML in them are only shown.

    Parameters
    ----------
    text : str
        Anything.

    Returns
    -------
    str
        Markdown that shows the same characters.

    Examples
    --------
    >>> print(inert("<b>2 * 3</b>"))
    &lt;b&gt;2 \* 3&lt;/b&gt;
    """
    text = "".join(_ENTITIES.get(character, character) for character in text)
    text = _INLINE.sub(r"\\\1", text)
    return _OPENING.sub(lambda found: _escaped_opening(*found.groups()), text)


def _escaped_opening(space: str, mark: str | None, figure: str | None, after: str | None) -> str:
    return f"{space}\\{mark}" if mark else f"{space}{figure}\\{after}"
