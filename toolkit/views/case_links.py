"""The case studies that bear on a question, read once for each page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from toolkit.assessment.question import Question
from toolkit.cases.link import CaseLink, read_case_links

__all__ = ["link_reader"]


def link_reader(root: Path | None) -> Callable[[Question], tuple[CaseLink, ...]]:
    """Return a reader of case titles that reads each question's cases once.

    Parameters
    ----------
    root : Path or None
        The content folder; the toolkit's own for None.

    Returns
    -------
    callable
        Given a question, returns the case studies that bear on it and can be opened.
    """

    @cache
    def read(cases: tuple[str, ...]) -> tuple[CaseLink, ...]:
        return read_case_links(cases, root)

    return lambda question: read(question.cases)
