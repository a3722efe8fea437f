"""Several files chosen at once: those that came, and a sentence on each that did not."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from toolkit.language import N_, _
from toolkit.views.form import component

__all__ = ["LARGEST_FILE", "chosen_files", "files_input"]

LARGEST_FILE = 1_000_000  # bytes; a saved file with long notes has some 100,000
LARGEST_TOTAL = 4_000_000  # bytes; more does not reach Python over the page's connection

TOO_LARGE = N_("{name} is too large: {size} kB. A saved file has at most {limit} kB.")
NO_ROOM = N_("{name} was left out, because these files are too large together. Load it by itself.")


def files_input(element_id: str, name: str, *, label: str, hint: str) -> Markup:
    """Return a control to choose several saved files.

    Parameters
    ----------
    element_id : str
        The id of the control.
    name : str
        The name of the upload event.
    label, hint : str
        What stands beside it.

    Returns
    -------
    Markup
        Safe HTML.
    """
    return component(
        "file-upload",
        {
            "id": element_id,
            "name": "",
            "label": {"text": label, "classes": "govuk-label--m"},
            "hint": {"text": hint},
            "multiple": True,
            "attributes": {
                "accept": ".json,application/json",
                "data-upload": name,
                "data-limit": str(LARGEST_FILE),
                "data-total": str(LARGEST_TOTAL),
            },
        },
    )


def chosen_files(value: dict[str, Any]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the files of an upload, and what to say about those that did not come.

    Parameters
    ----------
    value : dict
        The value of an ``upload`` event of a control for several files.

    Returns
    -------
    list of (str, str), list of str
        Each file's name and text; a sentence for each file that is too large.

    Examples
    --------
    >>> chosen_files({"files": [{"filename": "a.json", "size": 2, "limit": 9, "text": "{}"}]})
    ([('a.json', '{}')], [])
    """
    files, told = [], []
    for one in value["files"]:
        name = str(one["filename"])
        if "text" in one:
            files.append((name, str(one["text"])))
        else:
            size, limit = (round(one[key] / 1000) for key in ("size", "limit"))
            words = _(TOO_LARGE) if one["size"] > one["limit"] else _(NO_ROOM)
            told.append(words.format(name=name, size=size, limit=limit))
    return files, told
