"""Words of a message, as the small models of the lessons see them."""

from __future__ import annotations

import re

from toolkit.language import _, ngettext

__all__ = ["LITTLE_WORDS", "quoted", "words_of"]

_LITTLE = (
    "a again all am an and are at be been but by can did do does for from get got has have how i "
    "if im in is it its just me my no not now of on or our own she so still that the their them "
    "then theres they this to us was we were what when where with you your"
)
LITTLE_WORDS = frozenset(_LITTLE.split(" "))
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’]")
_MOST_QUOTED = 6


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without punctuation.

    Parameters
    ----------
    text : str
        Anything at all.

    Returns
    -------
    tuple of str
        In order, as often as they stand there.

    Examples
    --------
    >>> words_of("My bin wasn't emptied!")
    ('my', 'bin', 'wasnt', 'emptied')
    """
    return tuple(_WORD.findall(_APOSTROPHES.sub("", text.lower())))


def quoted(words: tuple[str, ...]) -> str:
    """Return words to show in a sentence or a table, the first few of many.

    Parameters
    ----------
    words : tuple of str
        In the order in which they matter; one that is repeated is shown once.

    Returns
    -------
    str
        The words, or ``none``.

    Examples
    --------
    >>> quoted(("bin", "missed", "bin")), quoted(())
    ('bin, missed', 'none')
    """
    once = list(dict.fromkeys(words))
    said, more = ", ".join(once[:_MOST_QUOTED]), len(once) - _MOST_QUOTED
    if more <= 0:
        return said or _("none")
    return ngettext("{words} and {count} more", "{words} and {count} more", more).format(
        words=said, count=more
    )
