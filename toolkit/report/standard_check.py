"""Whether the fields of a transparency record hold together, beyond what their schema says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.errors import Problem, did_you_mean

__all__ = ["contradictions"]


def contradictions(content: dict[str, Any]) -> list[Problem]:
    """Return what the fields of a record say that cannot be.

    Parameters
    ----------
    content : dict
        What the file holds; it fits its schema.

    Returns
    -------
    list of Problem
        Sections and versions that are not there, and fields that are there twice.
    """
    return list(_contradictions(content))


def _contradictions(content: dict[str, Any]) -> Iterator[Problem]:
    sections = [section["id"] for section in content["sections"]]
    versions = [version["id"] for version in content["versions"]]
    ids = [one["id"] for one in content["fields"]]
    for one in content["fields"]:
        where = f"fields ({one['id']})"
        if one["section"] not in sections:
            what = f"there is no section '{one['section']}'"
            yield Problem(f"{where}, section", what, did_you_mean(one["section"], sections))
        for name in one["in"]:
            if name not in versions:
                what = f"there is no version '{name}'"
                yield Problem(f"{where}, in", what, did_you_mean(name, versions))
    for repeated in sorted({name for name in ids if ids.count(name) > 1}):
        yield Problem("fields", f"'{repeated}' is there twice", "keep one")
