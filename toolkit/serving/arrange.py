"""Turn a notebook into a page: sections by heading, a contents list, no notes for authors.

Runs inside Voilà before anything is sent, and runs no code of the notebook.
"""

from __future__ import annotations

import ast
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat.v4 import new_markdown_cell
from traitlets import Bool

from toolkit.added import find_file
from toolkit.errors import ContentError
from toolkit.frontmatter import parse_notebook
from toolkit.glossary import first_uses, link_first_uses
from toolkit.language import ENGLISH, _, speaking
from toolkit.lesson_words import activity_words
from toolkit.outline import plain_text, section_id, split_by_heading
from toolkit.place import content_root
from toolkit.serving.site import Site
from toolkit.yamlfile import Json

__all__ = ["Arrange", "arrange", "expects_output", "link_terms"]

HIDDEN = {"front-matter", "author-note"}


class Arrange(Preprocessor):
    """Hand the template a notebook whose cells know the section they open."""

    enabled = Bool(True).tag(config=True)

    def preprocess(self, nb: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        """Return the notebook arranged, and what the template needs to know in `resources`."""
        said = _front_matter(nb)
        nb.cells, sections = arrange(nb.cells)
        minutes = said.get("minutes")
        site = _site(resources)
        language = site.language
        with speaking(language):
            resources["site"] = site.context()
        words = language.words
        resources["words"] = {"one": words.gettext, "many": words.ngettext}
        if said.get("kind") == "lesson":
            with speaking(language):
                nb.cells = link_terms(nb.cells, site, said)
        resources["page"] = {
            "title": str(said.get("title") or _title(nb)),
            "kind": str(said.get("kind") or ""),
            "minutes": minutes if isinstance(minutes, int) else 0,
            "sections": sections,
            "id": str(said.get("id") or ""),
            "language": _other_language(said, language.code),
            "added": _is_added(resources, str(said.get("kind"))),
        }
        return nb, resources


def arrange(cells: list[Any]) -> tuple[list[Any], list[dict[str, str]]]:
    """Return the cells a visitor sees, parted at each H2, and the list of sections.

    Parameters
    ----------
    cells : list of NotebookNode
        As the notebook has them.

    Returns
    -------
    cells : list of NotebookNode
        Markdown and code only. ``metadata.opens`` of the first cell of a section holds its id;
        ``metadata.expects`` of a code cell says whether it is likely to show something.
    sections : list of dict
        ``id`` and ``title`` of each section.
    """
    arranged: list[Any] = []
    sections: list[dict[str, str]] = []
    taken: set[str] = set()
    for cell in cells:
        if cell.cell_type == "raw" or HIDDEN.intersection(cell.metadata.get("tags", ())):
            continue
        if cell.cell_type == "code":
            cell.metadata["expects"] = expects_output(cell.source)
            arranged.append(cell)
            continue
        for number, piece in enumerate(split_by_heading(cell.source)):
            part = deepcopy(cell)
            part.source = piece.source
            part.id = f"{cell.get('id', 'cell')}-{number}"
            if piece.heading:
                part.metadata["opens"] = section_id(piece.heading, taken)
                sections.append({"id": part.metadata["opens"], "title": piece.heading})
            arranged.append(part)
    return arranged, sections


def expects_output(source: str) -> bool:
    """Return whether a code cell is likely to show something.

    Parameters
    ----------
    source : str
        Python.

    Returns
    -------
    bool
        True where it ends in an expression, and where that cannot be told.

    Examples
    --------
    >>> expects_output("import pandas"), expects_output("show_quiz('data-gaps')")
    (False, True)
    """
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return True
    return bool(statements) and isinstance(statements[-1], ast.Expr)


def link_terms(cells: list[Any], site: Site, said: dict[str, Json]) -> list[Any]:
    """Have the first use of each term in a lesson lead to the glossary.

    In prose the term itself does. A label or a choice can hold no link, and a reason comes and
    goes: above an activity, a line leads to the terms that are first used there.

    Parameters
    ----------
    cells : list of NotebookNode
        As `arrange` returns them; the text of Markdown cells is changed.
    site : Site
        Has the terms, and says where the glossary is.
    said : dict
        The lesson's front matter.

    Returns
    -------
    list of NotebookNode
        With the lines above activities.
    """
    terms, used, linked = site.terms(), frozenset[str](), list[Any]()
    address = f"{site.home}glossary"
    for cell in cells:
        if cell.cell_type == "markdown":
            cell.source, used = link_first_uses(cell.source, terms, address, used)
        elif new := first_uses(activity_words(cell.source, said), terms, used):
            used |= {term.id for term in new}
            links = ", ".join(f"[{term.term}]({address}#{term.id})" for term in new)
            line = _("Words that are used here: {words}.").format(words=links)
            linked.append(new_markdown_cell(line, id=f"{cell.get('id', 'cell')}-words"))
        linked.append(cell)
    return linked


def _other_language(said: dict[str, Json], spoken: str) -> str:
    """Return the language of a notebook's text; empty where the page speaks it too."""
    written = str(said.get("language") or ENGLISH.code)
    return "" if written == spoken else written


def _is_added(resources: dict[str, Any], kind: str) -> bool:
    """Return whether a lesson comes from the folder that a council adds; a case says so itself."""
    file = find_file("notebooks/lessons", str(resources.get("metadata", {}).get("name", "")))
    return kind == "lesson" and file is not None and file.added


def _site(resources: dict[str, Any]) -> Site:
    """Return the site a page belongs to.

    Only our own servers say where home is, and only they know addresses with a stamp.
    """
    base, home = resources["base_url"], resources.get("home")
    return Site(content_root(), base, home or f"{base}voila/", stamped=home is not None)


def _front_matter(nb: Any) -> dict[str, Json]:
    """Return the notebook's front matter, or nothing where it cannot be read."""
    try:
        return parse_notebook(json.dumps(nb), Path("notebook.ipynb")).front_matter
    except ContentError:
        return {}  # the landing page and `toolkit check` say what is wrong with it


def _title(nb: Any) -> str:
    """Return the first H1, for a notebook without front matter."""
    lines = (
        line
        for cell in nb.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("# ")
    )
    return plain_text(next(lines, "# Notebook").removeprefix("# "))
