"""How a case study is worded: sentences that can be read, and who is said to have found what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from toolkit.cases.leaves import field_at, place_of, texts_in
from toolkit.cases.text import split_sections
from toolkit.errors import Problem
from toolkit.frontmatter import Notebook
from toolkit.language import _
from toolkit.prose import long_sentences

__all__ = ["wording_problems"]

# "Was found" says where a thing lay; "the council found" says that somebody looked into it.
_FOUND = re.compile(r"(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\bfound\b", re.IGNORECASE)


def wording_problems(notebook: Notebook) -> Iterator[Problem]:
    """Yield what could be worded better.

    Parameters
    ----------
    notebook : Notebook
        The notebook of a case study.

    Yields
    ------
    Problem
        Warnings only.
    """
    for path, text in texts_in(notebook.front_matter):
        field = field_at(path)
        if field and field.kind in ("text", "texts") and field.lines > 1:
            for problem in long_sentences(place_of(path), text):
                yield replace(problem, warning=True, path=path)
    for heading, text in split_sections(notebook.text):
        if heading != "Sources":
            for problem in long_sentences(_("section '{heading}'").format(heading=heading), text):
                yield replace(problem, warning=True, path=("text", heading))
    yield from _said_not_found(notebook.front_matter.get("outcomes"))


def _said_not_found(outcomes: Any) -> Iterator[Problem]:
    for number, outcome in enumerate(outcomes if isinstance(outcomes, list) else []):
        if not isinstance(outcome, dict) or outcome.get("kind") != "self-reported":
            continue
        if _FOUND.search(str(outcome.get("text", ""))):
            path = ("outcomes", number, "text")
            yield Problem(place_of(path), _("says 'found' of what the organisation says of itself"),
                          _("write 'said', or name the outside study as the kind of evidence"),
                          warning=True, path=path)  # fmt: skip
