"""What a page would show, without showing it: for pages that are worked out beforehand.

It is a part of `toolkit.views.page` in a file of its own, and knows how a page is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.views.page import Page
from toolkit.yamlfile import Json

__all__ = ["screen_after"]


def screen_after(page: Page, kept: Mapping[str, Json], *events: dict[str, Any]) -> dict[str, Any]:
    """Return what a page would show after some events, and leave it as it is.

    Parameters
    ----------
    page : Page
        The page; others that share its store are not drawn.
    kept : mapping
        What the visitor's browser would keep before the events.
    *events : dict
        As the bridge sends them.

    Returns
    -------
    dict
        The screen, and under ``said`` what would be announced last.
    """
    values, place = dict(page.store.values), page.place
    page.store.values = dict(kept)
    try:
        for event in events:
            page._take(event)
        said = [one["text"] for one in page._afterwards if one["kind"] == "announce"]
        return page._screen() | {"said": "".join(said[-1:])}
    finally:
        page.store.values, page.place = values, place
        page._first, page._afterwards, page._notice = [], [], ""
