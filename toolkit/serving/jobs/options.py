"""What several commands understand and do alike: a date, and a document by its file's ending."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.document.blocks import Document

__all__ = ["DOCUMENT_ENDINGS", "day", "document_file", "write_document"]

DOCUMENT_ENDINGS = (".md", ".html", ".docx")


def day(text: str) -> date:
    """Return a date as it is typed after an option.

    Parameters
    ----------
    text : str
        For example ``2026-11-22``.

    Returns
    -------
    date
        The date.

    Raises
    ------
    argparse.ArgumentTypeError
        Where it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("write a date like 2026-11-22") from None


def document_file(text: str) -> Path:
    """Return the name of a file that a document can be written to.

    Parameters
    ----------
    text : str
        As it is typed.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    argparse.ArgumentTypeError
        Where its ending is none of `DOCUMENT_ENDINGS`.
    """
    path = Path(text)
    if path.suffix not in DOCUMENT_ENDINGS:
        raise ArgumentTypeError(f"end its name in one of {', '.join(DOCUMENT_ENDINGS)}")
    return path


def write_document(document: Document, path: Path, on: date) -> None:
    """Write a document in the form that its file's name ends in.

    Parameters
    ----------
    document : Document
        What to write.
    path : Path
        Ends in one of `DOCUMENT_ENDINGS`.
    on : date
        The date in a Word file's properties.
    """
    from toolkit.document.html import as_html
    from toolkit.document.markdown import as_markdown
    from toolkit.document.word import as_word

    if path.suffix == ".docx":
        path.write_bytes(as_word(document, on=on))
    else:
        text = as_html(document) if path.suffix == ".html" else as_markdown(document)
        path.write_text(text, encoding="utf-8")
