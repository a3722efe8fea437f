"""One case study as a page: its facts, its whole text, its sources and what nobody checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from toolkit.cases.bibliography import as_bibtex, as_csl
from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import load_case_study
from toolkit.cases.citation import Edition, as_line, cite, edition_of
from toolkit.cases.publication import free_to_adapt
from toolkit.comparisons.study import load_studies
from toolkit.day import day_in_words
from toolkit.identity import Contact, load_identity
from toolkit.markdown import html_from_markdown
from toolkit.views.card import key_facts, tags
from toolkit.views.case_parts import case_more, case_results
from toolkit.views.template import render
from toolkit.vocabulary import Vocabulary, load_vocabulary

__all__ = ["CaseSummary", "case_text", "show_case_study"]


@dataclass(frozen=True)
class CaseSummary:
    """What a notebook shows as the value of a cell, without a widget.

    Parameters
    ----------
    html : markupsafe.Markup
        Safe HTML.
    """

    html: Markup

    def _repr_html_(self) -> str:
        return str(self.html)


def show_case_study(slug: str) -> CaseSummary:
    """Return all that a case holds beside its text, for the top of its own notebook.

    Parameters
    ----------
    slug : str
        The name of the notebook without its ending.

    Returns
    -------
    CaseSummary
        All of its facts and results, what nobody has checked, and whom to tell of a mistake.

    Raises
    ------
    LookupError
        Where there is no such case.
    ContentError
        Where the notebook cannot be used; it says what to put right.
    """
    case, vocabulary = load_case_study(slug), load_vocabulary()
    identity = load_identity()
    parts = (
        _top(case, vocabulary),
        # A heading here would be out of order, and the sources below have no address.
        case_results(case, vocabulary, address=_nowhere, tag="p"),
        render("case-unchecked", case=case, tag="p"),
        case_more(case, vocabulary, address=_nowhere, tag="p"),
        render("case-adapt", case=case, adapt=free_to_adapt(case)),
        _colophon(
            case,
            vocabulary,
            identity.corrections,
            date.today(),
            _citation(case, vocabulary, edition_of(identity)),
        ),
    )
    return CaseSummary(Markup("").join(parts))


def case_text(
    case: CaseStudy,
    vocabulary: Vocabulary,
    *,
    source_address: Callable[[int], str],
    contact: Contact,
    today: date,
    edition: Edition,
    forms: Mapping[str, str] | None = None,
) -> Markup:
    """Return the whole text of a case, from its facts to its sources.

    Parameters
    ----------
    case : CaseStudy
        The case.
    vocabulary : Vocabulary
        The labels to show.
    source_address : callable
        Given the number of a source, the address that leads to it on the page.
    contact : Contact
        Who corrects facts.
    today : date
        The day to hold its review date against.
    edition : Edition
        The catalogue it is read in.
    forms : mapping of str to str, optional
        The files it can be had as, with what their buttons say. They send the action ``take``.

    Returns
    -------
    markupsafe.Markup
        Headings of level 3 and below, to stand under the title of the case.
    """
    sections = [
        (heading, html_from_markdown(text, citation=source_address, first_level=3))
        for heading, text in case.sections
        if heading != "Sources"  # shown from the facts, with links only where they may be shown
    ]
    return render(
        "case",
        case=case,
        top=_top(case, vocabulary),
        results=case_results(case, vocabulary, address=source_address, tag="h3"),
        more=case_more(case, vocabulary, address=source_address, tag="h4"),
        sections=sections,
        unchecked=render("case-unchecked", case=case, tag="h3"),
        colophon=_colophon(
            case, vocabulary, contact, today, _citation(case, vocabulary, edition, forms)
        ),
        label=lambda group, word: vocabulary[group].label_of(word),
    )


def _nowhere(number: int) -> str:
    return ""


def _top(case: CaseStudy, vocabulary: Vocabulary) -> Markup:
    studies = [study for study in load_studies() if case.slug in study.cases]
    return render(
        "case-top",
        case=case,
        tags=tags(case, vocabulary),
        facts=key_facts(case, vocabulary),
        in_depth=render("case-in-depth", studies=studies),
    )


def _citation(
    case: CaseStudy,
    vocabulary: Vocabulary,
    edition: Edition,
    forms: Mapping[str, str] | None = None,
) -> Markup:
    reference = cite(case, edition, vocabulary)
    return render(
        "case-cite",
        line=as_line(reference),
        bibtex=as_bibtex([reference]),
        csl=as_csl([reference]),
        forms=forms or {},
    )


def _colophon(
    case: CaseStudy, vocabulary: Vocabulary, contact: Contact, today: date, citation: Markup
) -> Markup:
    return render(
        "case-colophon",
        case=case,
        whom=contact.whom,
        day=day_in_words,
        citation=citation,
        today=today,
    )
