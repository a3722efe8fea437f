"""What the catalogue says of itself when it leaves the toolkit: name, licences, addresses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from toolkit.cases.case_study import CaseStudy
from toolkit.place import content_root

__all__ = ["free_to_adapt", "free_to_copy", "load_publication"]


@cache
def load_publication() -> dict[str, Any]:
    """Return what ``data/schemas/case-catalogue.json`` says.

    Returns
    -------
    dict
        ``name``, ``title``, ``description``, ``sources``, ``profiles``, ``licenses`` by the word
        for each, and ``code``.
    """
    path = content_root() / "data" / "schemas" / "case-catalogue.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def free_to_copy(cases: Sequence[CaseStudy]) -> tuple[CaseStudy, ...]:
    """Return the cases whose licence lets others copy them.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.

    Returns
    -------
    tuple of CaseStudy
        Without those that others may only link to.
    """
    licences = load_publication()["licenses"]
    return tuple(case for case in cases if case.licence in licences)


def free_to_adapt(case: CaseStudy) -> bool:
    """Return whether a case may be the start of another: it happened, and may be copied.

    Parameters
    ----------
    case : CaseStudy
        The case.

    Returns
    -------
    bool
        False for a made-up case, and for one that others may only link to.
    """
    return not case.fictional and case.licence != "link-only"
