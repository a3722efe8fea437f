"""The file a visitor saves and loads again: what they kept, and what it belongs to.

It knows nothing of questions or scores, so lessons and assessments use the same file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from toolkit.errors import ContentError, Problem
from toolkit.language import N_, _
from toolkit.yamlfile import Json

__all__ = ["ProgressFile", "document_of", "parse_progress", "write_progress"]

FORMAT = "council-ai-toolkit-progress"
FORMAT_VERSION = 1
LARGEST = 5_000_000  # characters; larger files do not reach us over the page's connection

NOT_OURS = (N_("is not a file saved from this toolkit"), N_("choose the file you downloaded here"))
NEWER = (
    N_("was saved by a newer version of this page"),
    N_("load it where you saved it, or ask for this toolkit to be updated"),
)
CHANGED = (
    N_("has been changed or damaged since it was saved"),
    N_("use another copy, or take out the line ‘check’ if you changed it on purpose"),
)


@dataclass(frozen=True)
class ProgressFile:
    """What a visitor kept of one document.

    Parameters
    ----------
    document : str
        The document's short name, for example ``readiness``.
    version : int
        The version of the document that the values were kept for.
    values : mapping
        Names and values, as the visitor's browser keeps them.
    saved : str
        The date it was saved, for example ``2026-11-22``; empty where not known.
    extra : mapping
        Anything else for people to read, for example a result. It is not read back.
    example : str
        The made-up body that the values are a worked example about; empty for a visitor's own.
    """

    document: str
    version: int
    values: Mapping[str, Json]
    saved: str = ""
    extra: Mapping[str, Json] = field(default_factory=dict)
    example: str = ""


def write_progress(progress: ProgressFile) -> str:
    """Return the text of a file that `parse_progress` turns back exactly.

    Parameters
    ----------
    progress : ProgressFile
        What to save.

    Returns
    -------
    str
        JSON, with a check sum by which damage shows.
    """
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "document": progress.document,
        "version": progress.version,
        "saved": progress.saved,
        **({"example": progress.example} if progress.example else {}),
        "values": dict(progress.values),
        "check": _check_sum(progress.document, progress.version, progress.values),
        **progress.extra,
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def parse_progress(text: str, document: str, version: int, file: str = "The file") -> ProgressFile:
    """Return what a saved file holds, if it belongs to this document.

    Parameters
    ----------
    text : str
        What the file holds.
    document : str
        The short name of the document it is loaded into.
    version : int
        The version of that document. A file of an older version is returned as it is: the
        caller carries its values over.
    file : str
        The file's name, for the message.

    Returns
    -------
    ProgressFile
        What was saved.

    Raises
    ------
    ContentError
        Where the file is damaged, is not ours, belongs to another document, or was saved by
        a newer version. Nothing is changed then.
    """
    content = _load(text, file)
    found = str(content["document"])
    if found != document:
        what = _("belongs to ‘{found}’, not to ‘{document}’").format(found=found, document=document)
        raise _refuse(file, what, _("load it on the page of ‘{found}’").format(found=found))
    progress = _progress(content, found, file)
    try:
        json.dumps(dict(progress.values), ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half of a character, which no page could show
        raise _refuse(
            file, _("is damaged: it holds half of a character"), _("use another copy of it")
        ) from None
    if progress.version > version:
        raise _refuse(file, *map(_, NEWER))
    return progress


def document_of(text: str, file: str = "The file") -> str:
    """Return the short name of the document that a saved file belongs to.

    Parameters
    ----------
    text, file : str
        As `parse_progress` takes them.

    Returns
    -------
    str
        For example ``readiness``.

    Raises
    ------
    ContentError
        Where the file is damaged or not ours.
    """
    return str(_load(text, file)["document"])


def _progress(content: dict[str, Any], document: str, file: str) -> ProgressFile:
    """Return what a file of ours holds, if it is whole."""
    if content.get("format_version") != FORMAT_VERSION:
        raise _refuse(file, *map(_, NEWER))
    version, values = content.get("version"), content.get("values")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise _refuse(file, _("is damaged: its version is missing"), _("use another copy of it"))
    if not isinstance(values, dict):
        raise _refuse(file, _("is damaged: its answers are missing"), _("use another copy of it"))
    # A file written by hand or by another program has no check sum to hold it against.
    if "check" in content and content["check"] != _check_sum(document, version, values):
        raise _refuse(file, *map(_, CHANGED))
    saved, example = (content.get(name) for name in ("saved", "example"))
    return ProgressFile(
        document,
        version,
        values,
        saved if isinstance(saved, str) else "",
        example=example if isinstance(example, str) else "",
    )


def _load(text: str, file: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise _refuse(
            file, _("is too large to be a saved file"), _("choose the file you downloaded")
        )
    try:
        content = json.loads(text, parse_constant=_no_such_number)
    except (ValueError, RecursionError):
        raise _refuse(
            file, _("is damaged, or is not a saved file"), _("choose the file you downloaded here")
        ) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _refuse(file, *map(_, NOT_OURS))
    if not isinstance(content.get("document"), str):
        raise _refuse(
            file, _("is damaged: it does not say what it belongs to"), _("use another copy")
        )
    return content


def _no_such_number(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _check_sum(document: str, version: int, values: Mapping[str, Json]) -> str:
    content = json.dumps([document, version, dict(values)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _refuse(file: str, what: str, remedy: str) -> ContentError:
    return ContentError(file, [Problem("file", what, remedy)])
