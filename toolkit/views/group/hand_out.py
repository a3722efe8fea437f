"""Give a group what it takes away: the report in several forms, its sitting, what it agreed."""

from __future__ import annotations

from datetime import date

from toolkit.assessment.group.record import document_name, write_record
from toolkit.assessment.group.report import agreed_file, group_document
from toolkit.document.html import as_html
from toolkit.document.markdown import as_markdown
from toolkit.document.word import as_word
from toolkit.views.group.table import Table
from toolkit.views.page import Page

__all__ = ["hand_out"]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def hand_out(page: Page, name: str, table: Table, on: date) -> None:
    """Give the visitor the file that a button names; nothing for any other name.

    Parameters
    ----------
    page : Page
        The page the visitor is on.
    name : str
        The name of the button's action.
    table : Table
        The group at work.
    on : date
        The date of the report.
    """
    record, instrument = table.record, table.instrument
    start = f"{document_name(instrument)}-{on.isoformat()}"
    if name == "download-record":
        text = write_record(record, instrument, on.isoformat())
        _give(page, f"{start}.json", text, "application/json")
    elif name == "download-agreed":
        text = agreed_file(record, instrument, on=on)
        _give(page, f"{instrument.id}-agreed-{on.isoformat()}.json", text, "application/json")
    elif name in ("download-word", "download-html", "download-markdown"):
        document = group_document(record, instrument, table.roles, on=on)
        if name == "download-word":
            _give(page, f"{start}.docx", as_word(document, on=on), WORD)
        elif name == "download-html":
            _give(page, f"{start}.html", as_html(document), "text/html")
        else:
            _give(page, f"{start}.md", as_markdown(document), "text/markdown")


def _give(page: Page, filename: str, content: str | bytes, media_type: str) -> None:
    page.download(filename, content, media_type)
    page.announce(f"The file {filename} is on its way.")
