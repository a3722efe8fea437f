"""Cases like this one, each with the reasons in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from markupsafe import Markup

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.likeness import Likeness
from toolkit.cases.query import Query
from toolkit.language import _
from toolkit.views.template import render
from toolkit.vocabulary import Vocabulary

__all__ = ["alike", "reasons"]


def alike(
    case: CaseStudy,
    found: Sequence[Likeness],
    query: Query,
    vocabulary: Vocabulary,
    *,
    address: Callable[[Query], str],
) -> Markup:
    """Return the cases that are most like one.

    Parameters
    ----------
    case : CaseStudy
        The one that is open.
    found : sequence of Likeness
        The others, the most alike first.
    query : Query
        What the visitor asks for.
    vocabulary : Vocabulary
        The labels to show.
    address : callable
        Given a query, the address that leads to it.

    Returns
    -------
    markupsafe.Markup
        A section; nothing where there is no other case.
    """
    if not found:
        return Markup("")
    plain = replace(query, source="")
    return render(
        "explorer-alike",
        found=[
            {
                "case": one.case,
                "reasons": reasons(one, vocabulary),
                "address": address(replace(plain, case=one.case.slug)),
                "compare": address(replace(plain, case="", compare=(case.slug, one.case.slug))),
            }
            for one in found
        ],
    )


def reasons(likeness: Likeness, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return in words what two cases have in common.

    Parameters
    ----------
    likeness : Likeness
        How one is like the other.
    vocabulary : Vocabulary
        The labels to show.

    Returns
    -------
    tuple of str
        For example ``Service: Housing``; empty where they have nothing in common.
    """
    principles = [vocabulary["principles"].label_of(word) for word in likeness.principles]
    return (
        *(
            f"{vocabulary[name].label}: {vocabulary[name].label_of(getattr(likeness.case, name))}"
            for name in likeness.shared
        ),
        *(
            [_("Principles: {principles}").format(principles=", ".join(principles))]
            if principles
            else ()
        ),
        *(
            [_("Words both use: {words}").format(words=", ".join(likeness.words))]
            if likeness.words
            else ()
        ),
    )
