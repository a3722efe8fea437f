"""A case study that can be shown before it is finished: words stand where facts are missing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.notebook import build_case_study
from toolkit.cases.text import HEADINGS, split_sections
from toolkit.frontmatter import Notebook
from toolkit.language import N_, _
from toolkit.schema import load_schema
from toolkit.vocabulary import Vocabulary
from toolkit.yamlfile import Json

__all__ = ["MISSING", "stand_in"]

MISSING = N_("Not filled in yet")


def stand_in(notebook: Notebook, vocabulary: Vocabulary, *, today: date) -> CaseStudy:
    """Return the case that a notebook would hold if it were finished.

    Parameters
    ----------
    notebook : Notebook
        The notebook of a draft.
    vocabulary : Vocabulary
        The words it may use.
    today : date
        What stands for a date that is missing.

    Returns
    -------
    CaseStudy
        For a preview only: what is missing or wrong is replaced by words that say so. A draft
        that nobody can cite yet has no authors, and one that has no review no reviewer.
    """
    filled: Any = _complete(load_schema("case-study"), notebook.front_matter, today)
    known = vocabulary["evidence_kind"].ids
    for outcome in filled["outcomes"]:
        if outcome["kind"] not in known:  # a number that nobody stands behind is not shown as one
            outcome["value"] = None
    _leave_unsaid(filled, notebook.front_matter)
    written = dict(split_sections(notebook.text))
    texts = tuple((heading, written.get(heading) or _(MISSING)) for heading in HEADINGS)
    return build_case_study(filled, texts, slug="draft", path=Path("draft.ipynb"))


def _leave_unsaid(filled: Any, given: dict[str, Any]) -> None:
    """Take out what would read as a fact: who looked it over and when, and whom to cite."""
    review = given.get("reviewed")
    if not isinstance(review, dict) or filled["reviewed"] != review:
        filled["reviewed"]["by"] = ""
    if any(filled[name] != given.get(name) for name in ("title", "authors", "published")):
        filled["authors"] = []


def _complete(schema: dict[str, Any], value: Json, today: date) -> Json:
    """Return a value that fits its schema, as near as can be to what was written."""
    types = schema.get("type", "string")
    types = [types] if isinstance(types, str) else types
    if "const" in schema:
        return str(schema["const"])
    if "object" in types:
        return _object(schema, value, today)
    if "array" in types:
        items = value if isinstance(value, list) else []
        return [_complete(schema["items"], item, today) for item in items]
    if _fits(value, types) and _matches(value, schema):
        return value
    if "null" in types:
        return None
    return _nothing(types[0], schema, today)


def _object(schema: dict[str, Any], value: Json, today: date) -> dict[str, Json]:
    given = value if isinstance(value, dict) else {}
    return {
        name: _complete(part, given.get(name), today)
        for name, part in schema["properties"].items()
        if name in given or name in schema["required"]
    }


def _fits(value: Json, types: list[str]) -> bool:
    kinds = {"string": str, "boolean": bool, "integer": int, "number": (int, float)}
    if isinstance(value, bool):
        return "boolean" in types
    wanted = tuple(kinds[name] for name in types if name in kinds)
    return any(isinstance(value, kind) for kind in wanted) and value != ""  # type: ignore[arg-type]


def _matches(value: Json, schema: dict[str, Any]) -> bool:
    if schema.get("format") == "date":
        try:
            date.fromisoformat(str(value))
        except ValueError:
            return False
    return bool(re.search(schema.get("pattern", ""), str(value)))


def _nothing(kind: str, schema: dict[str, Any], today: date) -> Json:
    if schema.get("format") == "date":
        return today.isoformat()
    return {"integer": 0, "number": 0, "boolean": False}.get(kind, _(MISSING))
