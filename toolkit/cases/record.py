"""A case study as plain values: what its schema allows, and nothing else.

`data/schemas/case-study.schema.json` binds what goes out as it binds what comes in, so that
whatever is exported can be read in again as the same case.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.notebook import parse_case_study
from toolkit.errors import ContentError, Problem
from toolkit.frontmatter import Cell, Notebook
from toolkit.vocabulary import Vocabulary
from toolkit.yamlfile import Json

__all__ = ["cases_as_json", "cases_from_json", "facts_of", "text_of"]

_OUTSIDE = ("slug", "path", "sections", "added")  # not facts of the front matter
_REQUIRED = ("value",)  # said even where it is not known, because the schema asks for it


def facts_of(case: CaseStudy) -> dict[str, Any]:
    """Return the facts of a case as its notebook's front matter holds them.

    Parameters
    ----------
    case : CaseStudy
        The case.

    Returns
    -------
    dict
        JSON values. What is not known is left out.
    """
    said = {field.name: getattr(case, field.name) for field in fields(case)}
    facts = {name: _plain(value) for name, value in said.items() if name not in _OUTSIDE}
    if case.ethics:
        facts["ethics"] = dict(case.ethics)
    if not case.fictional:
        del facts["fictional"]
    return {"kind": "case-study", **_known(facts)}


def text_of(case: CaseStudy) -> str:
    """Return the text of a case as Markdown, its title on top.

    Parameters
    ----------
    case : CaseStudy
        The case.

    Returns
    -------
    str
        What a reader of its notebook sees, without the facts above it.
    """
    return "\n\n".join(
        [f"# {case.title}", *(f"## {name}\n\n{text}" for name, text in case.sections)]
    )


def cases_as_json(cases: Sequence[CaseStudy], *, version: str) -> str:
    """Return cases as one JSON document.

    Parameters
    ----------
    cases : sequence of CaseStudy
        The cases.
    version : str
        The version of the catalogue they come from.

    Returns
    -------
    str
        ``schema`` and ``version``, then ``cases``: each with ``slug``, ``facts`` and ``text``.
    """
    kept = [
        {"slug": one.slug, **_origin(one), "facts": facts_of(one), "text": text_of(one)}
        for one in cases
    ]
    whole = {"schema": "case-study.schema.json", "version": version, "cases": kept}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def cases_from_json(text: str, vocabulary: Vocabulary) -> tuple[CaseStudy, ...]:
    """Return the cases that `cases_as_json` wrote, held against the schema once more.

    Parameters
    ----------
    text : str
        What the file holds.
    vocabulary : Vocabulary
        The words cases may use.

    Returns
    -------
    tuple of CaseStudy
        In the order of the file.

    Raises
    ------
    ContentError
        Where it is no such file, or a case does not hold together.
    """
    try:
        kept: list[dict[str, Json]] = json.loads(text)["cases"]
        return tuple(_case(one, vocabulary) for one in kept)
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError):
        advice = "use a file that 'toolkit export cases' wrote"
        raise ContentError("cases.json", [Problem("file", "holds no cases", advice)]) from None


def _case(kept: dict[str, Any], vocabulary: Vocabulary) -> CaseStudy:
    path = Path("casestudies") / f"{kept['slug']}.ipynb"
    notebook = Notebook(path, kept["facts"], (Cell("markdown", kept["text"]),))
    return replace(parse_case_study(notebook, vocabulary), added=bool(kept.get("added")))


def _origin(case: CaseStudy) -> dict[str, bool]:
    """Say of a case that a council added to its own copy that it did."""
    return {"added": True} if case.added else {}


def _plain(value: Any) -> Any:
    """Turn what a frozen case holds into what JSON holds."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _known({name: _plain(part) for name, part in asdict(value).items()})
    return value


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value
        for name, value in facts.items()
        if name in _REQUIRED or not (value is None or value in ("", []))
    }
