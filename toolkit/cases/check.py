"""The one check of a case study, whichever door it comes through: file, form or spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date

from toolkit.cases.rules import editing_problems, integrity_problems
from toolkit.code_cells import code_problems
from toolkit.errors import Problem
from toolkit.frontmatter import Notebook
from toolkit.vocabulary import Vocabulary

__all__ = ["case_problems", "slug_problems"]

_SLUG = re.compile(r"_template|[a-z0-9]+(-[a-z0-9]+)*")


def case_problems(notebook: Notebook, vocabulary: Vocabulary, *, today: date) -> list[Problem]:
    """Return everything that is wrong with a case study, or worth a second look.

    Parameters
    ----------
    notebook : Notebook
        Its notebook.
    vocabulary : Vocabulary
        The words it may use.
    today : date
        The day to hold its review date against.

    Returns
    -------
    list of Problem
        Errors and warnings.
    """
    return [
        *slug_problems(notebook.slug),
        *code_problems(notebook),
        *integrity_problems(notebook, vocabulary),
        *editing_problems(notebook, vocabulary, today),
    ]


def slug_problems(slug: str, taken: Container[str] = ()) -> list[Problem]:
    """Return what is wrong with the name of a file.

    Parameters
    ----------
    slug : str
        The name without its ending.
    taken : container of str
        Names that other files have.

    Returns
    -------
    list of Problem
        At most one.
    """
    if not _SLUG.fullmatch(slug):
        what = f"'{slug}' cannot be part of an address"
        advice = "use small letters a to z, figures and dashes, for example: leeds-phone-helper"
        return [Problem("file name", what, advice, path=("slug",))]
    if slug in taken:
        advice = "choose another, for example one that begins with your council's name"
        return [Problem("file name", f"'{slug}' is taken", advice, path=("slug",))]
    return []
