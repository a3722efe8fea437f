"""A case study at a glance: in a list of results, and on top of its own notebook."""

from __future__ import annotations

from markupsafe import Markup, escape

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.timeline import years
from toolkit.language import _
from toolkit.views.form import component
from toolkit.views.template import render
from toolkit.vocabulary import Vocabulary

__all__ = ["case_card", "key_facts", "tags"]

_COLOURS = {
    "stopped": "red",
    "cancelled": "red",
    "contested": "orange",
    "went-wrong": "orange",
    "good-practice": "green",
    "added": "purple",
    "made-up": "grey",
}


def case_card(
    case: CaseStudy, vocabulary: Vocabulary, *, address: str, button: Markup | None = None
) -> Markup:
    """Return the HTML of one result in a list.

    Parameters
    ----------
    case : CaseStudy
        The case.
    vocabulary : Vocabulary
        The labels to show.
    address : str
        Where the title leads.
    button : markupsafe.Markup, optional
        What a visitor can do with it.

    Returns
    -------
    markupsafe.Markup
        An ``<article>`` whose heading is of level 3.
    """
    return render(
        "card",
        case=case,
        address=address,
        when=years(case),
        strength=vocabulary["evidence_strength"].label_of(case.evidence_strength),
        tags=tags(case, vocabulary),
        button=button or "",
    )


def tags(case: CaseStudy, vocabulary: Vocabulary) -> Markup:
    """Return where a case stands and what it shows, in words.

    Parameters
    ----------
    case : CaseStudy
        The case.
    vocabulary : Vocabulary
        The labels to show.

    Returns
    -------
    markupsafe.Markup
        One tag for each word.
    """
    words = [("status", case.status), *(("teaches", word) for word in case.teaches)]
    words = [("origin", "made-up"), *words] if case.fictional else words
    words = [("origin", "added"), *words] if case.added else words
    return Markup(" ").join(
        component(
            "tag",
            {
                "text": vocabulary[group].label_of(word),
                "classes": f"govuk-tag--{_COLOURS.get(word, 'blue')}",
            },
        )
        for group, word in words
    )


def key_facts(case: CaseStudy, vocabulary: Vocabulary) -> Markup:
    """Return the facts of a case as a list of names and values.

    Parameters
    ----------
    case : CaseStudy
        The case.
    vocabulary : Vocabulary
        The labels and meanings to show.

    Returns
    -------
    markupsafe.Markup
        A summary list.
    """
    member = (
        _("Member of the Co-operative Councils' Innovation Network") if case.ccin_member else ""
    )
    rows = (
        (_("Who"), case.organisation),
        (_("Where"), f"{case.place}, {vocabulary['country'].label_of(case.country)}"),
        (_("When"), years(case) or _("Not known")),
        (_("Where it stands"), vocabulary["status"].label_of(case.status)),
        (_("What it is for"), vocabulary["use_case"].label_of(case.use_case)),
        (_("Service"), vocabulary["service_area"].label_of(case.service_area)),
        (_("Technology"), vocabulary["technology"].label_of(case.technology)),
        (_("Supplier"), case.vendor or _("Not known or none")),
        (_("What was to be put right"), case.problem),
        (_("What they did"), case.approach),
        (_("What people check"), case.human_in_loop),
        (
            _("Strength of evidence"),
            _explained(vocabulary, "evidence_strength", case.evidence_strength),
        ),
        (_("How sure we are of the facts"), _explained(vocabulary, "confidence", case.confidence)),
        (_("Network"), member),
        (_("Transparency record"), _link(case.atrs_url)),
    )
    return component(
        "summary-list",
        {
            "rows": [
                {"key": {"text": name}, "value": {"html": escape(value)}}
                for name, value in rows
                if value
            ]
        },
    )


def _explained(vocabulary: Vocabulary, group: str, word_id: str) -> str:
    """Return the label of a word and what it means; a draft may hold a word that is not known."""
    meant = (f"{word.label}. {word.meaning}" for word in vocabulary[group] if word.id == word_id)
    return next(meant, word_id)


def _link(address: str) -> Markup:
    if not address:
        return Markup("")
    return Markup('<a class="govuk-link" href="{0}" rel="noreferrer">{0}</a>').format(address)
