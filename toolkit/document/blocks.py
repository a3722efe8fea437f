"""What a document is made of, before anyone decides how it is written down.

A report, an export or a public page is built once from these; `toolkit.document.markdown`,
`toolkit.document.html` and `toolkit.document.word` each write the same words. Whatever a person
typed can go into any text: every writer shows it as it was typed, and nothing in it does anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "Block",
    "Bullets",
    "Document",
    "Heading",
    "Inline",
    "Link",
    "Phrase",
    "Quote",
    "Strong",
    "Table",
    "Text",
    "parts_of",
]

SAFE = ("https://", "http://", "mailto:")


@dataclass(frozen=True)
class Strong:
    """Words that matter more than those around them.

    Parameters
    ----------
    text : str
        The words.
    """

    text: str


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere else.

    Parameters
    ----------
    text : str
        The words; not the address, unless there is nothing better.
    address : str
        A web or e-mail address.

    Raises
    ------
    ValueError
        For any other kind of address, which could do something when clicked.
    """

    text: str
    address: str

    def __post_init__(self) -> None:
        if not self.address.startswith(SAFE):
            raise ValueError(f"'{self.address}' is not a web or e-mail address")


Inline: TypeAlias = str | Strong | Link
#: A sentence: one piece, or several one after the other.
Phrase: TypeAlias = Inline | tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading inside the document, whose title is the only heading of level 1.

    Parameters
    ----------
    level : int
        2 to 6.
    text : str
        The heading.

    Raises
    ------
    ValueError
        For any other level.
    """

    level: int
    text: str

    def __post_init__(self) -> None:
        if not 2 <= self.level <= 6:
            raise ValueError(f"a heading's level is 2 to 6, not {self.level}")


@dataclass(frozen=True)
class Text:
    """A paragraph.

    Parameters
    ----------
    phrase : Phrase
        Its words.
    """

    phrase: Phrase


@dataclass(frozen=True)
class Bullets:
    """A list.

    Parameters
    ----------
    items : tuple of Phrase
        One for each point.
    numbered : bool
        Whether the points are numbered, from 1.
    """

    items: tuple[Phrase, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Quote:
    """What a person wrote, line for line.

    Parameters
    ----------
    text : str
        Their words.
    """

    text: str


@dataclass(frozen=True)
class Table:
    """A table whose first row names the columns and whose first column names the rows.

    Parameters
    ----------
    caption : str
        What the table shows, for people who meet it on its own.
    header : tuple of str
        The columns' names.
    rows : tuple of tuple of Phrase
        Each as long as `header`.

    Raises
    ------
    ValueError
        For a row that is longer or shorter than the header.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Phrase, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.header):
                raise ValueError(f"a row of {len(row)} in a table of {len(self.header)} columns")


Block: TypeAlias = Heading | Text | Bullets | Quote | Table


@dataclass(frozen=True)
class Document:
    """A document to take away.

    Parameters
    ----------
    title : str
        Its title and only heading of level 1.
    blocks : tuple of Block
        What it holds, in order.
    subject : str
        What it is about, for the file's properties.
    """

    title: str
    blocks: tuple[Block, ...]
    subject: str = ""


def parts_of(phrase: Phrase) -> tuple[Inline, ...]:
    """Return the pieces of a phrase.

    Parameters
    ----------
    phrase : Phrase
        One piece or several.

    Returns
    -------
    tuple of Inline
        Always a tuple.
    """
    return phrase if isinstance(phrase, tuple) else (phrase,)
