"""Something that happened in the visitor's browser, as a page is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Event"]

Kind = Literal["change", "action", "place", "restored", "upload"]


@dataclass(frozen=True)
class Event:
    """Something that happened in the visitor's browser.

    Parameters
    ----------
    kind : str
        ``change`` (a named control), ``action`` (an element with ``data-action``), ``place``
        (the address fragment), ``restored`` (the browser handed back what it kept) or
        ``upload`` (a file).
    name : str
        The control's, action's or upload's name; empty for ``place`` and ``restored``.
    value : str, list of str, dict or None
        The new value. For an upload ``{"filename": …, "text": …}``; where several files may be
        chosen ``{"files": […]}``, which `toolkit.views.upload` reads.
    """

    kind: Kind
    name: str = ""
    value: Any = None
