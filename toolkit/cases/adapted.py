"""Start a draft from a copy of another case, without what only its own authors can say."""

from __future__ import annotations

from toolkit.cases.draft import values_of
from toolkit.frontmatter import Notebook
from toolkit.yamlfile import Json

__all__ = ["NOT_COPIED", "adapted_values"]

# What others wrote, checked, dated or cleared is not true of the copy.
NOT_COPIED = (
    "slug", "title", "authors", "reviewed", "published", "review_due", "rights_confirmed_by",
    "licence", "confidence", "not_verified", "notes", "atrs_url", "ccin_member", "lat", "lon",
    "fictional",
)  # fmt: skip


def adapted_values(notebook: Notebook) -> dict[str, Json]:
    """Return a draft that begins as a copy of a case.

    Parameters
    ----------
    notebook : Notebook
        The notebook of the case.

    Returns
    -------
    dict
        What describes the case, its texts and its sources. Its name, title, authors, dates,
        reviews, licence and remarks are left out, and the case is named as where it came from.
    """
    kept = {
        name: value
        for name, value in values_of(notebook).items()
        if name.partition(".")[0] not in NOT_COPIED
    }
    return {**kept, "adapted_from": notebook.slug}
