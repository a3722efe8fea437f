"""Two or three cases side by side; one below the other where the screen is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.comparison import compare
from toolkit.cases.query import Query
from toolkit.language import _
from toolkit.views.template import render
from toolkit.vocabulary import Vocabulary

__all__ = ["comparison", "comparison_heading"]


def comparison_heading(cases: Sequence[CaseStudy]) -> str:
    """Return the heading over cases side by side.

    Parameters
    ----------
    cases : sequence of CaseStudy
        Two or three.

    Returns
    -------
    str
        For example ``2 case studies side by side``.
    """
    return _("{count} case studies side by side").format(count=len(cases))


def comparison(
    query: Query,
    cases: Sequence[CaseStudy],
    vocabulary: Vocabulary,
    *,
    address: Callable[[Query], str],
) -> Markup:
    """Return cases side by side.

    Parameters
    ----------
    query : Query
        What the visitor asks for.
    cases : sequence of CaseStudy
        Those to compare, in order.
    vocabulary : Vocabulary
        The labels to show.
    address : callable
        Given a query, the address that leads to it.

    Returns
    -------
    markupsafe.Markup
        A table with a column for each case.
    """
    others = [tuple(slug for slug in query.compare if slug != case.slug) for case in cases]
    return render(
        "explorer-comparison",
        heading=comparison_heading(cases),
        back=address(replace(query, compare=())),
        cases=[
            {
                "title": case.title,
                "address": address(replace(query, compare=(), case=case.slug)),
                "without": address(replace(query, compare=rest)) if len(rest) > 1 else "",
            }
            for case, rest in zip(cases, others, strict=True)
        ],
        rows=compare(cases, vocabulary),
    )
