"""The forms a document comes in: how such a file is called, and what it then holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from toolkit.document.blocks import Document
from toolkit.document.html import as_html
from toolkit.document.markdown import as_markdown
from toolkit.language import N_

__all__ = ["DOCUMENT_FORMS", "DocumentForm", "Form", "write_document"]

DocumentForm = Literal["word", "html", "markdown"]


@dataclass(frozen=True)
class Form:
    """A form that something to take away comes in.

    Parameters
    ----------
    name : str
        What a reader calls it.
    ending : str
        How the name of such a file ends, without the dot.
    media_type : str
        What a browser calls it.
    """

    name: str
    ending: str
    media_type: str


DOCUMENT_FORMS: dict[DocumentForm, Form] = {
    "word": Form(
        N_("Word file"),
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "html": Form(N_("Web page to print"), "html", "text/html"),
    "markdown": Form(N_("Markdown"), "md", "text/markdown"),
}


def write_document(document: Document, form: DocumentForm, *, on: date) -> str | bytes:
    """Return what the file of a document holds.

    Parameters
    ----------
    document : Document
        What to write.
    form : str
        One of `DOCUMENT_FORMS`.
    on : date
        The date in a Word file's properties.

    Returns
    -------
    str or bytes
        Bytes for Word; text is to be written as UTF-8.
    """
    if form == "word":
        # Reading in the library takes a while, which a page pays only when somebody wants Word.
        from toolkit.document.word import as_word

        return as_word(document, on=on)
    return as_html(document) if form == "html" else as_markdown(document)
