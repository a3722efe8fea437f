"""What a case holds beside its text: results, harms, lessons, data, ethics, the record.

The page of a case and its own notebook show the same parts.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.day import day_in_words
from toolkit.language import N_, _
from toolkit.views.template import render
from toolkit.vocabulary import Vocabulary

__all__ = ["case_more", "case_results"]

_ETHICS = {
    "bias": N_("Bias"),
    "errors": N_("Mistakes"),
    "data_reliability": N_("How far the data can be relied on"),
    "explainability": N_("Can it be explained?"),
    "transparency": N_("Openness"),
    "jobs": N_("Jobs"),
}


def case_results(
    case: CaseStudy, vocabulary: Vocabulary, *, address: Callable[[int], str], tag: str
) -> Markup:
    """Return the results with who stands behind each, who could be harmed, and what was done.

    Parameters
    ----------
    case : CaseStudy
        The case.
    vocabulary : Vocabulary
        The labels to show.
    address : callable
        Given the number of a source, the address that leads to it; empty where there is none.
    tag : str
        What a heading is made of: ``h3``, or ``p`` where a heading would be out of order.

    Returns
    -------
    markupsafe.Markup
        A table and two lists.
    """
    label = _labels(vocabulary)
    return render("case-results", case=case, label=label, cited=_cited(address), tag=tag)


def case_more(
    case: CaseStudy, vocabulary: Vocabulary, *, address: Callable[[int], str], tag: str
) -> Markup:
    """Return lessons, data, ethics, principles, questions and the record, folded away.

    Parameters
    ----------
    case : CaseStudy
        The case.
    vocabulary : Vocabulary
        The labels to show.
    address : callable
        As for `case_results`.
    tag : str
        What a heading is made of: ``h4`` or ``p``.

    Returns
    -------
    markupsafe.Markup
        One part to open.
    """
    return render(
        "case-more",
        case=case,
        label=_labels(vocabulary),
        cited=_cited(address),
        tag=tag,
        ethics={name: _(words) for name, words in _ETHICS.items()},
        record=_record(case, vocabulary),
    )


def _labels(vocabulary: Vocabulary) -> Callable[[str, str], str]:
    return lambda group, word: vocabulary[group].label_of(word)


def _cited(address: Callable[[int], str]) -> Callable[[int], Markup]:
    """Return what writes the number of a source, as a link where there is somewhere to go."""
    link = Markup(
        '<a class="govuk-link" href="{}">[<span class="govuk-visually-hidden">source </span>{}]</a>'
    )

    def cited(number: int) -> Markup:
        to = address(number)
        return link.format(to, number) if to else Markup("[{}]").format(number)

    return cited


def _record(case: CaseStudy, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return what is known about the case and fits nowhere else, as names and values."""
    principles = vocabulary["principles"]
    here = case.lat is not None and case.lon is not None
    rows = (
        (
            _("Kind of organisation"),
            vocabulary["organisation_type"].label_of(case.organisation_type),
        ),
        (
            _("What it helps you to think about"),
            ", ".join(map(principles.label_of, case.principles)),
        ),
        (
            _("Point on the map"),
            _("latitude {lat}, longitude {lon}").format(lat=case.lat, lon=case.lon) if here else "",
        ),
        (_("Check again by"), day_in_words(case.review_due)),
        (_("Who cleared it for others to use"), case.rights_confirmed_by),
        (_("Notes"), case.notes),
    )
    return [(name, value) for name, value in rows if value]
