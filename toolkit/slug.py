"""What the name of a content file may be, so that it can be part of an address."""

from __future__ import annotations

import re
from collections.abc import Container

from toolkit.errors import Problem
from toolkit.language import _

__all__ = ["slug_problems"]

_SLUG = re.compile(r"_template|[a-z0-9]+(-[a-z0-9]+)*")


def slug_problems(slug: str, taken: Container[str] = ()) -> list[Problem]:
    """Return what is wrong with the name of a file.

    Parameters
    ----------
    slug : str
        The name without its ending.
    taken : container of str
        Names that other files have.

    Returns
    -------
    list of Problem
        At most one.
    """
    if not _SLUG.fullmatch(slug):
        what = _("'{slug}' cannot be part of an address").format(slug=slug)
        advice = _("use small letters a to z, figures and dashes, for example: leeds-phone-helper")
        return [Problem(_("file name"), what, advice, path=("slug",))]
    if slug in taken:
        advice = _("choose another, for example one that begins with your council's name")
        return [
            Problem(
                _("file name"), _("'{slug}' is taken").format(slug=slug), advice, path=("slug",)
            )
        ]
    return []
