"""Give a visitor a document in the form they asked for, and say so."""

from __future__ import annotations

from datetime import date

from toolkit.document.blocks import Document
from toolkit.document.form import DOCUMENT_FORMS, DocumentForm, write_document
from toolkit.language import _
from toolkit.views.page import Page

__all__ = ["give_document", "give_file"]


def give_document(
    page: Page, document: Document, form: DocumentForm, *, name: str, on: date
) -> None:
    """Give the visitor a document.

    Parameters
    ----------
    page : Page
        The page the visitor is on.
    document : Document
        The document.
    form : str
        One of `toolkit.document.form.DOCUMENT_FORMS`.
    name : str
        The name of the file without its ending.
    on : date
        The date it is made.
    """
    found = DOCUMENT_FORMS[form]
    content = write_document(document, form, on=on)
    give_file(page, f"{name}.{found.ending}", content, found.media_type)


def give_file(page: Page, filename: str, content: str | bytes, media_type: str) -> None:
    """Give the visitor a file, and say that it is on its way.

    Parameters
    ----------
    page : Page
        The page the visitor is on.
    filename : str
        Its name.
    content : str or bytes
        What it holds.
    media_type : str
        What a browser calls it.
    """
    page.download(filename, content, media_type)
    page.announce(_("The file {filename} is on its way.").format(filename=filename))
