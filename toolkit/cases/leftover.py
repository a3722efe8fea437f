"""Find what a case study still has from its template: advice is no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from toolkit.cases.leaves import field_at, place_of, texts_in
from toolkit.cases.text import split_sections
from toolkit.errors import ContentError, Problem
from toolkit.frontmatter import Notebook, read_notebook
from toolkit.language import _
from toolkit.place import content_root

__all__ = ["template_problems"]

TEMPLATE = "_template"
# What the template says and a finished case may say as well.
_PLAIN = {"not known", "england", "minutes a day", "nobody yet", "not reviewed by a person"}
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_NOBODY = "nobody yet"


@dataclass(frozen=True)
class _Advice:
    """What the template tells writers: texts by their field, and texts by their heading."""

    facts: frozenset[tuple[str, str]] = frozenset()
    sections: tuple[tuple[str, str], ...] = ()


def template_problems(notebook: Notebook) -> Iterator[Problem]:
    """Yield what nobody has put their own words or names to yet.

    Parameters
    ----------
    notebook : Notebook
        The notebook of a case study; the template itself has no such problem.

    Yields
    ------
    Problem
        An error for each text that is the template's; a warning where the case says that it
        is made up. A warning where nobody has confirmed that the text may be published.
    """
    if notebook.slug == TEMPLATE:
        return
    content, advice = notebook.front_matter, _load_advice()
    made_up = content.get("fictional") is True
    what, remedy = _("is still the template's advice"), _("write your own words in its place")
    for path, text in texts_in(content):
        if (_field(path), _plain(text)) in advice.facts:
            yield Problem(place_of(path), what, remedy, made_up, path)
    written = dict(split_sections(notebook.text))
    for heading, text in advice.sections:
        if text in _plain(written.get(heading, "")):
            yield Problem(
                _("section '{heading}'").format(heading=heading),
                what,
                remedy,
                made_up,
                ("text", heading),
            )
    if _plain(str(content.get("rights_confirmed_by", ""))) == _NOBODY:
        yield Problem(
            "rights_confirmed_by",
            _("nobody has confirmed that this may be published"),
            _("ask whoever holds the rights, and name them before you publish"),
            warning=True,
            path=("rights_confirmed_by",),
        )


@cache
def _load_advice() -> _Advice:
    """Return the advice of the toolkit's template; none where the template is not there."""
    try:
        notebook = read_notebook(content_root() / "casestudies" / f"{TEMPLATE}.ipynb")
    except ContentError:
        return _Advice()
    facts = ((path, _plain(text)) for path, text in texts_in(notebook.front_matter))
    sections = ((heading, _plain(text)) for heading, text in split_sections(notebook.text))
    return _Advice(
        frozenset((_field(path), text) for path, text in facts if _is_advice(path, text)),
        tuple((heading, text) for heading, text in sections if heading != "Sources" and text),
    )


def _is_advice(path: tuple[Any, ...], text: str) -> bool:
    field = field_at(path)
    chosen = field is None or bool(field.words)
    return not (chosen or text in _PLAIN or _DATE.fullmatch(text))


def _field(path: tuple[Any, ...]) -> str:
    """Return the field of a place, whichever of several it is: advice can be moved."""
    return ".".join(step for step in path if isinstance(step, str))


def _plain(text: str) -> str:
    return " ".join(text.split()).lower().rstrip(".")
