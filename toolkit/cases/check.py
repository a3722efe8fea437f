"""The one check of a case study, whichever door it comes through: file, form or spreadsheet."""

from __future__ import annotations

from datetime import date

from toolkit.cases.rules import editing_problems, integrity_problems
from toolkit.code_cells import code_problems
from toolkit.errors import Problem
from toolkit.frontmatter import Notebook
from toolkit.slug import slug_problems
from toolkit.vocabulary import Vocabulary

__all__ = ["case_problems"]


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
