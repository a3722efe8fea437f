"""A control that loads a file."""

from __future__ import annotations

from markupsafe import Markup, escape

from toolkit.language import N_, _
from toolkit.views.form import component

__all__ = ["draw_upload"]

LARGEST_FILE = 5_000_000  # bytes; larger files do not reach Python over the page's connection


def draw_upload(
    identity: str,
    name: str,
    label: str = N_("Load answers from a file"),
    hint: str = N_("The JSON file you saved here earlier, for these questions."),
    accept: str = ".json,application/json",
) -> Markup:
    """Return a control that loads a file.

    Parameters
    ----------
    identity : str
        Its id on the page.
    name : str
        What the event is called that brings the file.
    label, hint : str
        What it is for; the hint may be HTML that is safe.
    accept : str
        The kinds of files, as HTML has it.

    Returns
    -------
    Markup
        A file upload.
    """
    return component(
        "file-upload",
        {
            "id": identity,
            "name": "",
            "label": {"text": _(label)},
            "hint": {"html": escape(_(hint))},
            "attributes": {
                "accept": accept,
                "data-upload": name,
                "data-limit": str(LARGEST_FILE),
            },
        },
    )
