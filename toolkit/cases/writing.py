"""Write the notebook of a case study: the same cells, in the same order, as the template."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toolkit.cases.draft import Values, facts_of, texts_of
from toolkit.cases.text import HEADINGS, source_line
from toolkit.frontmatter import TAG, Notebook, parse_notebook
from toolkit.yaml_text import yaml_text
from toolkit.yamlfile import Json

__all__ = ["draft_notebook", "notebook_text", "proposed_slug"]

_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
_LONGEST_SLUG = 50


def notebook_text(facts: Mapping[str, Json], texts: Mapping[str, str], slug: str) -> str:
    """Return the file of a case study.

    Parameters
    ----------
    facts : mapping
        The front matter.
    texts : mapping of str to str
        The Markdown below each heading. "Sources" is made from the facts, and the questions are
        listed where "What a council should ask" is empty.
    slug : str
        The file's name without its ending.

    Returns
    -------
    str
        An ``.ipynb`` file as JupyterLab writes it.
    """
    title = str(facts.get("title", "")) or "Untitled"
    listed = {**texts, "Sources": _sources(facts)}
    if not listed.get(HEADINGS[-2]):
        listed[HEADINGS[-2]] = _questions(facts)
    cells = [
        _cell("raw", "front-matter", f"---\n{yaml_text(dict(facts))}---", tags=[TAG]),
        _cell("markdown", "title", f"# {title}"),
        _cell("code", "imports", "from toolkit.views.case import show_case_study"),
        _cell("code", "summary-card", f"show_case_study({json.dumps(slug)})"),
        *(
            _cell("markdown", _slug(heading), f"## {heading}\n\n{listed.get(heading, '')}".strip())
            for heading in HEADINGS
        ),
    ]
    notebook = {
        "cells": cells,
        "metadata": {"kernelspec": _KERNEL},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def draft_notebook(values: Values, slug: str) -> tuple[str, Notebook]:
    """Return the file that a draft makes, and the same file read again as any other is.

    Parameters
    ----------
    values : mapping
        A draft; see `toolkit.cases.draft`.
    slug : str
        The file's name without its ending.

    Returns
    -------
    str, Notebook
        The file, and what it holds.
    """
    text = notebook_text(facts_of(values), texts_of(values), slug)
    return text, parse_notebook(text, Path(f"{slug}.ipynb"))


def proposed_slug(values: Values) -> str:
    """Return a name for the file of a draft, from who did it and its title.

    Parameters
    ----------
    values : mapping
        A draft.

    Returns
    -------
    str
        Small letters, figures and dashes; ``my-case`` where nothing is written yet.

    Examples
    --------
    >>> proposed_slug({"organisation": "Telford Council", "title": "Telford's phone assistant"})
    'telford-phone-assistant'
    >>> proposed_slug({})
    'my-case'
    """
    who, title = (_slug(str(values.get(name) or "")) for name in ("organisation", "title"))
    first = who.split("-")[0]
    named = title if not first or title.split("-")[0] == first else f"{first}-{title}"
    if len(named) > _LONGEST_SLUG:
        named = named[: _LONGEST_SLUG + 1].rpartition("-")[0] or named[:_LONGEST_SLUG]
    return named if title else "my-case"


def _slug(text: str) -> str:
    text = re.sub(r"['’]s?\b", "", text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _sources(facts: Mapping[str, Json]) -> str:
    sources: Any = facts.get("sources")
    needed = {"id", "title", "publisher", "url"}
    lines = (source_line(source) for source in sources or () if needed <= source.keys())
    return "\n".join(lines)


def _questions(facts: Mapping[str, Json]) -> str:
    questions: Any = facts.get("questions")
    return "\n".join(f"- {question}" for question in questions or ())


def _cell(kind: str, name: str, text: str, tags: list[str] | None = None) -> dict[str, Any]:
    cell: dict[str, Any] = {
        "cell_type": kind,
        "id": name,
        "metadata": {"tags": tags} if tags else {},
        "source": text.splitlines(keepends=True),
    }
    if kind == "code":
        cell |= {"execution_count": None, "outputs": []}
    return dict(sorted(cell.items()))
