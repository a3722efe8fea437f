"""Take prose apart into sentences and words, to see whether it is easy to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.errors import Problem
from toolkit.language import _, ngettext

__all__ = ["count_words", "long_sentences", "sentences"]

_EASY, _MOST = 25, 30  # words in a sentence: advice above the first, refused above the second

_CITATION = re.compile(r"\s*\[\d{1,3}\]")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BARE_LINK = re.compile(r"<?https?://[^\s>]+>?")
_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_NOT_PROSE = re.compile(r"^\s*(#|\||<)")
_LIST_ITEM = re.compile(r"^\s*([-*+]|\d+[.)])\s+")
_MARKS = re.compile(r"[*_`>]+")
# A full stop ends a sentence only where something that can open one follows: not in 4.4 or 3.11.
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9£])")


def sentences(markdown: str) -> tuple[str, ...]:
    """Return the sentences of a Markdown text.

    Parameters
    ----------
    markdown : str
        Headings, tables, code and web addresses in it are left out; so are citations.

    Returns
    -------
    tuple of str
        One text for each sentence, without Markdown marks.

    Examples
    --------
    >>> sentences("Staff said it saves **6.8** hours [1]. Nobody timed it.")
    ('Staff said it saves 6.8 hours.', 'Nobody timed it.')
    """
    return tuple(
        sentence.strip()
        for paragraph in _paragraphs(markdown)
        for sentence in _END.split(paragraph)
        if sentence.strip()
    )


def count_words(sentence: str) -> int:
    """Return the number of words in a sentence.

    Parameters
    ----------
    sentence : str
        One sentence of `sentences`.

    Returns
    -------
    int
        The number of words. A number counts as one word, and so does a hyphenated word.

    Examples
    --------
    >>> count_words("About 1,600 applications – a six-month trial.")
    6
    """
    return len(re.findall(r"[^\W_][\w'’,.%-]*", sentence))


def long_sentences(where: str, text: str) -> Iterator[Problem]:
    """Yield the sentences of a text that are hard to read for their length.

    Parameters
    ----------
    where : str
        What to call the text.
    text : str
        Markdown.

    Yields
    ------
    Problem
        A warning above 25 words, an error above 30.
    """
    for number, sentence in enumerate(sentences(text), 1):
        length = count_words(sentence)
        if length > _EASY:
            opening = " ".join(sentence.split()[:6])
            what = ngettext(
                "sentence {number} ('{opening} …') has {length} word",
                "sentence {number} ('{opening} …') has {length} words",
                length,
            ).format(number=number, opening=opening, length=length)
            advice = _("split it; aim for {easy} words, and never more than {most}")
            yield Problem(
                where, what, advice.format(easy=_EASY, most=_MOST), warning=length <= _MOST
            )


def _paragraphs(markdown: str) -> Iterator[str]:
    """Give each paragraph and each list item as one line."""
    text = _FENCE.sub("", markdown)
    text = _LINK.sub(r"\1", text)
    text = _CITATION.sub("", text)
    text = _BARE_LINK.sub("", text)
    for block in re.split(r"\n\s*\n", text):
        lines: list[str] = []
        for line in block.splitlines():
            if _NOT_PROSE.match(line):
                continue
            if _LIST_ITEM.match(line) and lines:
                yield _plain(lines)
                lines = []
            lines.append(_LIST_ITEM.sub("", line))
        if lines:
            yield _plain(lines)


def _plain(lines: list[str]) -> str:
    return _MARKS.sub("", " ".join(line.strip() for line in lines)).strip()
