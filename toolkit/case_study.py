"""Case studies: what one organisation did with AI, read from its notebook and never run.

What may be written is in ``data/schemas/case-study.schema.json``; `toolkit.case_rules` holds
the rules a schema cannot say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from toolkit.case_facts import CcinPrinciple, DataUsed, Lesson, Outcome, Review, Source
from toolkit.case_rules import integrity_problems
from toolkit.case_text import split_sections
from toolkit.errors import ContentError
from toolkit.frontmatter import Notebook, read_notebook
from toolkit.vocabulary import Vocabulary, load_vocabulary

__all__ = ["CaseStudy", "parse_case_study", "read_case_study"]


@dataclass(frozen=True)
class CaseStudy:
    """One case study: every field of its schema under the schema's name.

    Beside them: `slug` (the file's name), `path` (the file) and `sections` (heading and
    Markdown text, in the order of `toolkit.case_text.HEADINGS`).
    """

    slug: str
    path: Path
    sections: tuple[tuple[str, str], ...]
    title: str
    organisation: str
    organisation_type: str
    place: str
    country: str
    year_start: int | None
    status: str
    use_case: str
    service_area: str
    technology: str
    human_in_loop: str
    teaches: tuple[str, ...]
    summary: str
    problem: str
    approach: str
    outcomes: tuple[Outcome, ...]
    risks_or_harms: tuple[str, ...]
    lessons: tuple[Lesson, ...]
    principles: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: str
    not_verified: tuple[str, ...]
    authors: tuple[str, ...]
    licence: str
    published: date
    reviewed: Review
    review_due: date
    ccin_member: bool | None = None
    lat: float | None = None
    lon: float | None = None
    year_end: int | None = None
    vendor: str | None = None
    mitigations: tuple[str, ...] = ()
    ccin_principles: tuple[CcinPrinciple, ...] = ()
    data_used: tuple[DataUsed, ...] = ()
    ethics: tuple[tuple[str, str], ...] = ()
    fictional: bool = False
    notes: str = ""
    atrs_url: str = ""
    rights_confirmed_by: str = ""

    @property
    def evidence_kinds(self) -> tuple[str, ...]:
        """The kinds of evidence behind its outcomes, each once, in the order they appear."""
        return tuple(dict.fromkeys(outcome.kind for outcome in self.outcomes))

    @property
    def evidence_strength(self) -> str:
        """Who checked the results, as a word of the group ``evidence_strength``."""
        if {"independent-evaluation", "court/regulator"} & set(self.evidence_kinds):
            return "outside-check"
        behind_numbers = {outcome.kind for outcome in self.outcomes if outcome.value is not None}
        if not behind_numbers:
            return "no-figures"
        return "press-reports" if "press" in behind_numbers else "own-account"

    @property
    def latest_year(self) -> int | None:
        """The last year that the sources or the case speak of, None where none is known."""
        found = re.findall(r"\b\d{4}", " ".join(str(source.date) for source in self.sources))
        years = [*map(int, found), self.year_start, self.year_end]
        return max((year for year in years if year is not None), default=None)


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
    facts = {name: _frozen(name, value) for name, value in notebook.front_matter.items()}
    facts.pop("kind")
    given = {name: value for name, value in facts.items() if value is not None}
    return CaseStudy(
        slug=notebook.slug,
        path=notebook.path,
        sections=split_sections(notebook.text),
        **{"year_start": None, **given},
    )


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
