"""What a visitor can take away from the explorer, as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from toolkit.cases.bibliography import as_bibtex, as_csl
from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue
from toolkit.cases.citation import Edition, Reference, cite, cite_sources
from toolkit.cases.datapackage import as_zip, catalogue_files
from toolkit.cases.shortlist import shortlist_document, shortlist_sheet
from toolkit.document.form import DOCUMENT_FORMS
from toolkit.language import N_
from toolkit.views.hand_out import give_document, give_file
from toolkit.views.page import Page
from toolkit.vocabulary import Vocabulary

__all__ = ["CASE_FORMS", "CATALOGUE_FORMS", "give_cases", "give_catalogue"]


# What can be asked for, and what its button says.
CASE_FORMS: Mapping[str, str] = {
    "word": N_("Word document"),
    "markdown": N_("Plain text (Markdown)"),
    "sheet": N_("Spreadsheet (CSV)"),
    "bibtex": N_("References (BibTeX)"),
    "csl": N_("References (CSL-JSON, for Zotero)"),
}
CATALOGUE_FORMS: Mapping[str, str] = {
    "zip": N_("Everything in one zip (CSV, JSON and datapackage.json)"),
    "sheet": N_("One row for each case (CSV)"),
    "json": N_("Everything (JSON)"),
}


def give_cases(
    page: Page,
    form: str,
    cases: Sequence[CaseStudy],
    vocabulary: Vocabulary,
    edition: Edition,
    *,
    name: str,
    on: date,
) -> None:
    """Give the visitor some cases as a file.

    Parameters
    ----------
    page : Page
        The page the visitor is on.
    form : str
        One of `CASE_FORMS`; anything else gives nothing.
    cases : sequence of CaseStudy
        In the order to write them.
    vocabulary : Vocabulary
        The labels to show.
    edition : Edition
        The catalogue they come from.
    name : str
        The name of the file without its ending.
    on : date
        The day it is made.
    """
    if cases and form in DOCUMENT_FORMS and form in CASE_FORMS:
        document = shortlist_document(cases, vocabulary, edition, on=on)
        give_document(page, document, form, name=name, on=on)
        return
    references = _references(cases, vocabulary, edition)
    makers: dict[str, Callable[[], tuple[str, str | bytes, str]]] = {
        "sheet": lambda: (".csv", shortlist_sheet(cases, vocabulary, edition), "text/csv"),
        "bibtex": lambda: (".bib", as_bibtex(references), "application/x-bibtex"),
        "csl": lambda: (
            ".csl.json",
            as_csl(references),
            "application/vnd.citationstyles.csl+json",
        ),
    }
    if form in makers and cases:
        ending, content, media_type = makers[form]()
        give_file(page, name + ending, content, media_type)


def _references(
    cases: Sequence[CaseStudy], vocabulary: Vocabulary, edition: Edition
) -> list[Reference]:
    return [
        reference
        for case in cases
        for reference in (cite(case, edition, vocabulary), *cite_sources(case))
    ]


def give_catalogue(page: Page, form: str, catalogue: Catalogue, *, version: str, on: date) -> None:
    """Give the visitor the whole catalogue as a file.

    Parameters
    ----------
    page : Page
        The page the visitor is on.
    form : str
        One of `CATALOGUE_FORMS`; anything else gives nothing.
    catalogue : Catalogue
        The cases.
    version : str
        The version of the catalogue.
    on : date
        The day it is exported.
    """
    if form not in CATALOGUE_FORMS:
        return
    files = catalogue_files(catalogue, version=version, on=on)
    match form:
        case "zip":
            page.download("case-studies.zip", as_zip(files, on=on), "application/zip")
        case "sheet":
            page.download("case-studies.csv", files["cases.csv"], "text/csv")
        case "json":
            page.download("case-studies.json", files["cases.json"], "application/json")
