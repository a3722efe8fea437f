"""The title of a case study by its file's name, without reading the whole of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from toolkit.added import find_file
from toolkit.errors import ContentError
from toolkit.frontmatter import read_notebook

__all__ = ["CaseLink", "read_case_links"]


@dataclass(frozen=True)
class CaseLink:
    """A case study to point at.

    Parameters
    ----------
    slug : str
        The name of its file without ending.
    title : str
        Its title.
    """

    slug: str
    title: str


def read_case_links(slugs: Iterable[str], root: Path | None = None) -> tuple[CaseLink, ...]:
    """Return the case studies of these names that can be opened.

    Parameters
    ----------
    slugs : iterable of str
        Names of files in ``casestudies`` without their ending.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of CaseLink
        In the order asked for. A case that is not there, or cannot be read, is left out: the
        explorer tells about those.
    """
    found = []
    for slug in slugs:
        file = find_file("casestudies", slug, root)
        try:
            title = read_notebook(file.path).front_matter.get("title") if file else None
        except ContentError:
            continue
        if isinstance(title, str) and title.strip():
            found.append(CaseLink(slug, title))
    return tuple(found)
