"""The language of the interface: English stands in the code, any other comes from one file.

`_` and `ngettext` hold a whole sentence, so that a translator sees one: what changes in it has a
name in curly brackets and is filled in afterwards. Content is not translated here. Each
copy of the toolkit speaks one language, which ``data/identity.yaml`` names.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from gettext import NullTranslations

__all__ = [
    "ENGLISH",
    "Language",
    "N_",
    "_",
    "language",
    "ngettext",
    "pgettext",
    "speaking",
]


@dataclass(frozen=True)
class Language:
    """A language and its words.

    Parameters
    ----------
    code : str
        As HTML names it, for example ``en-GB`` or ``cy``.
    words : gettext.NullTranslations
        From the English words to its own.
    """

    code: str = "en-GB"
    words: NullTranslations = field(default_factory=NullTranslations)


ENGLISH = Language()
_chosen: ContextVar[Language | None] = ContextVar("language", default=None)


def _(message: str) -> str:
    """Return a sentence of the interface in this copy's language.

    Parameters
    ----------
    message : str
        The English, as it stands in the code. What changes is a name in curly brackets.

    Returns
    -------
    str
        The English where there is no translation.

    Examples
    --------
    >>> with speaking(ENGLISH):
    ...     _("{name} is ready.").format(name="The report")
    'The report is ready.'
    """
    return language().words.gettext(message) if message else ""


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a sentence that fits a number.

    Parameters
    ----------
    one, many : str
        The English for 1 and for any other number. Both name the same changing parts.
    number : int
        The number that decides.

    Returns
    -------
    str
        Still to be filled in with ``format``.

    Examples
    --------
    >>> with speaking(ENGLISH):
    ...     ngettext("{n} case", "{n} cases", 2).format(n=2)
    '2 cases'
    """
    return language().words.ngettext(one, many, number)


def pgettext(context: str, message: str) -> str:
    """Return a word that means more than one thing, in the sense that the context gives it.

    Parameters
    ----------
    context : str
        A hint for translators, for example ``the month``.
    message : str
        The English.

    Returns
    -------
    str
        As for `_`.
    """
    return language().words.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext and its tools give it
    """Mark words of a constant for translation, which happens where they are used, with `_`.

    Parameters
    ----------
    message : str
        The English.

    Returns
    -------
    str
        The same.
    """
    return message


def language() -> Language:
    """Return the language that is spoken here: this copy's own, unless `speaking` says otherwise.

    Returns
    -------
    Language
        English where nothing else can be used.
    """
    return _chosen.get() or _own()


@contextmanager
def speaking(one: Language) -> Iterator[None]:
    """Speak a language for as long as a block of code lasts.

    Parameters
    ----------
    one : Language
        The language.

    Yields
    ------
    None
        The language that was spoken before is spoken again afterwards.
    """
    before = _chosen.set(one)
    try:
        yield
    finally:
        _chosen.reset(before)


@cache  # a copy speaks one language, so a process reads its file once
def _own() -> Language:
    from toolkit.translation import load_language  # which itself has words to translate

    with speaking(ENGLISH):  # what is wrong with its own files cannot be said in it
        return load_language()
