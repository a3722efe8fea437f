"""Which reports there are, and the forms each comes in: one place for pages and command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from toolkit.document.form import DOCUMENT_FORMS, Form
from toolkit.language import N_

__all__ = ["FORMS", "KINDS", "PROSE", "FormId", "Kind"]

FormId = Literal["word", "html", "markdown", "json", "csv"]


@dataclass(frozen=True)
class Kind:
    """A kind of report.

    Parameters
    ----------
    name, meaning : str
        What a reader calls it; what it is for, in a sentence or two.
    forms : tuple of str
        The forms it comes in.
    file : str
        What its files are called after the self-assessment.
    """

    name: str
    meaning: str
    forms: tuple[FormId, ...]
    file: str


FORMS: dict[str, Form] = {
    **{str(name): form for name, form in DOCUMENT_FORMS.items()},
    "json": Form("JSON", "json", "application/json"),
    "csv": Form(N_("CSV for a spreadsheet"), "csv", "text/csv"),
}
PROSE: tuple[FormId, ...] = tuple(DOCUMENT_FORMS)
KINDS: dict[str, Kind] = {
    "summary": Kind(
        N_("The whole report"),
        N_("The result with its reasons, next steps, every answer and note, and sources."),
        (*PROSE, "json", "csv"),
        "report",
    ),
    "committee": Kind(
        N_("Draft report to committee"),
        N_(
            "In the order councils use, from purpose to background papers. It is filled in where "
            "your "
            "answers say something. The rest is marked for you to complete."
        ),
        PROSE,
        "committee-draft",
    ),
    "atrs": Kind(
        N_("Draft transparency record"),
        N_(
            "The fields of the Algorithmic Transparency Recording Standard (ATRS). Only what you "
            "stated is filled in. The rest is marked for the owner. It is not published."
        ),
        (*PROSE, "json", "csv"),
        "atrs-draft",
    ),
}
