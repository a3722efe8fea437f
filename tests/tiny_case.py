"""A tiny case study, small enough to see at a glance what is wrong with a changed copy."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.catalogue import Catalogue
from toolkit.cases.notebook import parse_case_study
from toolkit.cases.text import HEADINGS
from toolkit.frontmatter import Notebook, parse_notebook
from toolkit.vocabulary import load_vocabulary

FACTS: dict[str, Any] = {
    "kind": "case-study",
    "title": "The tea club tries a robot",
    "organisation": "Alderwick Tea Club",
    "organisation_type": "council",
    "place": "Alderwick",
    "country": "England",
    "year_start": 2024,
    "status": "pilot",
    "use_case": "productivity-support",
    "service_area": "corporate",
    "technology": "other",
    "human_in_loop": "A person pours.",
    "teaches": ["good-practice"],
    "summary": "The club tried a robot. " * 10,
    "problem": "Tea was late.",
    "approach": "A robot boils the water.",
    "outcomes": [
        {
            "measure": "Cups saved",
            "value": 12,
            "unit": "cups",
            "kind": "self-reported",
            "source": 1,
            "text": "The club said so.",
        }
    ],
    "risks_or_harms": ["Cold tea."],
    "lessons": [{"text": "Boil water first.", "flag": "source", "source": 1}],
    "principles": ["staff-voice"],
    "questions": ["Who pours?", "Who stops it?"],
    "sources": [
        {
            "id": 1,
            "title": "Minutes of the club",
            "publisher": "The club",
            "url": "https://example.org/minutes",
            "date": "2025-03",
            "link_ok": True,
        }
    ],
    "confidence": "medium",
    "not_verified": ["Nobody counted the cups."],
    "authors": ["The club"],
    "licence": "cc-by-4",
    "published": "2026-01-01",
    "reviewed": {"on": "2026-01-01", "by": "not reviewed by a person"},
    "review_due": "2027-01-01",
}
WORDS = load_vocabulary()
SOURCES = "1. Minutes of the club. The club, 2025-03. <https://example.org/minutes>"


def facts(**changes: Any) -> dict[str, Any]:
    """Return the facts with some changed; ``None`` takes one away."""
    changed = {**copy.deepcopy(FACTS), **changes}
    return {name: value for name, value in changed.items() if value is not None}


def body(title: str = "The tea club tries a robot", **texts: str) -> list[str]:
    """Return the Markdown cells; ``Evidence="…"`` gives the text below that heading."""
    below = {"What happened": "It happened [1].", "Sources": SOURCES, **texts}
    return [f"# {title}", *(f"## {name}\n\n{below.get(name, 'Text.')}" for name in HEADINGS)]


def notebook_text(front: dict[str, Any], cells: list[str]) -> str:
    """Return a notebook file; its front matter is JSON, which is YAML too."""
    raw = {"cell_type": "raw", "metadata": {"tags": ["front-matter"]}}
    made = [{**raw, "source": f"---\n{json.dumps(front)}\n---"}]
    made += [{"cell_type": "markdown", "metadata": {}, "source": text} for text in cells]
    return json.dumps({"cells": made, "nbformat": 4, "nbformat_minor": 5})


def notebook(slug: str = "tea", cells: list[str] | None = None, **changes: Any) -> Notebook:
    """Return a notebook with some facts or all cells changed."""
    front = facts(**changes)
    text = notebook_text(front, cells or body(str(front.get("title", ""))))
    return parse_notebook(text, Path("casestudies") / f"{slug}.ipynb")


def case(slug: str = "tea", cells: list[str] | None = None, **changes: Any) -> CaseStudy:
    """Return a case study with some facts or all cells changed."""
    return parse_case_study(notebook(slug, cells, **changes), WORDS)


OUTSIDE = [{**FACTS["outcomes"][0], "kind": "independent-evaluation"}]
CASES = (
    case("tea"),
    case("phones", title="Phones", status="stopped", country="Scotland", year_start=2026,
         cells=body("Phones")),
    case("bins", title="Bins", status="live", country="Japan", outcomes=OUTSIDE, teaches=[
        "good-practice", "went-wrong"], cells=body("Bins", Evidence="A sparrowhawk came [1].")),
)  # fmt: skip
CATALOGUE = Catalogue(CASES, load_vocabulary())
