"""Give a group what it takes away: the report in several forms, its sitting, what it agreed."""

from __future__ import annotations

from datetime import date

from toolkit.assessment.group.record import document_name, write_record
from toolkit.assessment.group.report import agreed_file, group_document
from toolkit.document.form import DOCUMENT_FORMS
from toolkit.views.group.table import Table
from toolkit.views.hand_out import give_document, give_file
from toolkit.views.page import Page

__all__ = ["hand_out"]

FORMS = {f"download-{form}": form for form in DOCUMENT_FORMS}


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
        give_file(page, f"{start}.json", text, "application/json")
    elif name == "download-agreed":
        text = agreed_file(record, instrument, on=on)
        give_file(page, f"{instrument.id}-agreed-{on.isoformat()}.json", text, "application/json")
    elif name in FORMS:
        document = group_document(record, instrument, table.roles, on=on)
        give_document(page, document, FORMS[name], name=start, on=on)
