"""Read a case study from its notebook, without running anything in it.

What may be written is in ``data/schemas/case-study.schema.json``; `toolkit.cases.rules` holds
the rules a schema cannot say.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from toolkit.added import is_added
from toolkit.cases.case_study import CaseStudy
from toolkit.cases.facts import CcinPrinciple, DataUsed, Lesson, Outcome, Review, Source
from toolkit.cases.rules import integrity_problems
from toolkit.cases.text import split_sections
from toolkit.errors import ContentError
from toolkit.frontmatter import Notebook, read_notebook
from toolkit.vocabulary import Vocabulary, load_vocabulary

__all__ = ["build_case_study", "parse_case_study", "read_case_study"]


def read_case_study(path: Path, vocabulary: Vocabulary | None = None) -> CaseStudy:
    """Return the case study that a notebook holds, without running anything in it.

    Parameters
    ----------
    path : Path
        An ``.ipynb`` file.
    vocabulary : Vocabulary, optional
        The words it may use; the toolkit's own where left out.

    Returns
    -------
    CaseStudy
        The case.

    Raises
    ------
    ContentError
        Where the file is missing or damaged, or its facts and its text do not hold together.
    """
    return parse_case_study(read_notebook(path), vocabulary or load_vocabulary())


def parse_case_study(notebook: Notebook, vocabulary: Vocabulary) -> CaseStudy:
    """Return the case study that a notebook holds; see `read_case_study`.

    Parameters
    ----------
    notebook : Notebook
        As `toolkit.frontmatter` reads it.
    vocabulary : Vocabulary
        The words it may use.

    Returns
    -------
    CaseStudy
        The case.

    Raises
    ------
    ContentError
        Where its facts and its text do not hold together.
    """
    problems = [
        problem for problem in integrity_problems(notebook, vocabulary) if not problem.warning
    ]
    if problems:
        raise ContentError(notebook.path, problems)
    return build_case_study(
        notebook.front_matter,
        split_sections(notebook.text),
        slug=notebook.slug,
        path=notebook.path,
    )


def build_case_study(
    front_matter: dict[str, Any], sections: tuple[tuple[str, str], ...], *, slug: str, path: Path
) -> CaseStudy:
    """Return the case study that front matter and text make; both have been checked.

    Parameters
    ----------
    front_matter : dict
        Facts that fit the schema.
    sections : tuple of (str, str)
        Heading and Markdown text.
    slug : str
        The name of its file without the ending.
    path : Path
        Its file.

    Returns
    -------
    CaseStudy
        The case.
    """
    facts = {name: _frozen(name, value) for name, value in front_matter.items()}
    facts.pop("kind")
    given = {name: value for name, value in facts.items() if value is not None}
    return CaseStudy(slug=slug, path=path, sections=sections, added=is_added(path), **given)


_PARTS: dict[str, Any] = {
    "outcomes": lambda raw: Outcome(**{"unit": None, **raw}),
    "lessons": lambda raw: Lesson(**raw),
    "sources": lambda raw: Source(**{**raw, "date": str(raw["date"]) if raw.get("date") else None}),
    "ccin_principles": lambda raw: CcinPrinciple(**raw),
    "data_used": lambda raw: DataUsed(**raw),
}


def _frozen(name: str, value: Any) -> Any:
    """Turn what YAML holds into what a frozen case holds."""
    if name in ("published", "review_due"):
        return date.fromisoformat(value)
    if name == "reviewed":
        return Review(date.fromisoformat(value["on"]), value["by"])
    if name == "ethics":
        return tuple(value.items())
    if isinstance(value, list):
        make = _PARTS.get(name, lambda item: item)
        return tuple(make(item) for item in value)
    return value
