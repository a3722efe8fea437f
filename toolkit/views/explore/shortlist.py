"""What can be done with a shortlist: compare, take away, print, empty."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.query import MOST_COMPARED, Query
from toolkit.language import N_, _
from toolkit.views.explore.files import CASE_FORMS
from toolkit.views.form import component
from toolkit.views.template import render

__all__ = ["NOT_TWO_OR_THREE", "shortlist_panel"]

NOT_TWO_OR_THREE = N_("Choose two or three cases to compare")


def shortlist_panel(
    query: Query,
    cases: Sequence[CaseStudy],
    *,
    ticked: Collection[str],
    error: str,
    address: Callable[[Query], str],
) -> Markup:
    """Return what a visitor can do with their shortlist.

    Parameters
    ----------
    query : Query
        What the visitor asks for.
    cases : sequence of CaseStudy
        The cases on the shortlist.
    ticked : collection of str
        Those chosen to be compared, where there are more than fit side by side.
    error : str
        What was wrong with that choice; empty where nothing was.
    address : callable
        Given a query, the address that leads to it.

    Returns
    -------
    markupsafe.Markup
        Nothing where the shortlist is empty.
    """
    if not cases:
        return Markup("")
    all_fit = 2 <= len(cases) <= MOST_COMPARED
    slugs = tuple(case.slug for case in cases)
    return render(
        "explorer-shortlist",
        count=len(cases),
        compare=address(replace(query, compare=slugs)) if all_fit else "",
        boxes=_boxes(cases, ticked, error) if len(cases) > MOST_COMPARED else "",
        forms={form: _(label) for form, label in CASE_FORMS.items()},
    )


def _boxes(cases: Sequence[CaseStudy], ticked: Collection[str], error: str) -> Markup:
    legend = {
        "text": _("Compare two or three of them"),
        "classes": "govuk-fieldset__legend--s",
    }
    items = [
        {"value": case.slug, "text": case.title, "checked": case.slug in ticked} for case in cases
    ]
    return component(
        "checkboxes",
        {
            "name": "compare",
            "idPrefix": "compare",
            "classes": "govuk-checkboxes--small",
            "fieldset": {"legend": legend},
            "items": items,
            **({"errorMessage": {"text": error}} if error else {}),
        },
    )
