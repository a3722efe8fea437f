"""Start a case study or a lesson: a copy of its template under a name of its own."""

from __future__ import annotations

import json
import re
from pathlib import Path

from toolkit.added import added_folder
from toolkit.errors import ContentError, Problem
from toolkit.place import content_root

__all__ = ["new_case_study", "new_lesson"]

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEMPLATE = "_template.ipynb"


def new_case_study(slug: str, root: Path | None = None) -> Path:
    """Write a new case study, to be filled in.

    Parameters
    ----------
    slug : str
        Its name in addresses: small letters, figures and dashes.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Path
        The new file, ``casestudies/<slug>.ipynb``, in the folder that a council adds where there
        is one; see `toolkit.added`.

    Raises
    ------
    ContentError
        Where the name cannot be used, is taken, or the template is not there.
    """
    template = (root or content_root()) / "casestudies" / _TEMPLATE
    added = None if root else added_folder()
    folder = added / "casestudies" if added else template.parent
    path = folder / f"{slug}.ipynb"
    _refuse(slug, path, taken=path.exists() or (template.parent / path.name).exists())
    folder.mkdir(parents=True, exist_ok=True)
    return _copy(template, path, {'"_template"': f'"{slug}"'})


def new_lesson(slug: str, root: Path | None = None) -> Path:
    """Write a new lesson, to be filled in, with the next free number.

    Parameters
    ----------
    slug : str
        What it teaches: small letters, figures and dashes, without a number.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Path
        The new file, ``notebooks/lessons/<number>-<slug>.ipynb``.

    Raises
    ------
    ContentError
        Where the name cannot be used, is taken, or the template is not there.
    """
    folder = (root or content_root()) / "notebooks" / "lessons"
    stems = [path.stem for path in folder.glob("[0-9]*-*.ipynb")]
    numbers = [int(stem.split("-")[0]) for stem in stems if stem.split("-")[0].isdecimal()]
    number = max(numbers, default=0) + 1
    path = folder / f"{number:02}-{slug}.ipynb"
    _refuse(slug, path, taken=slug in (stem.partition("-")[2] for stem in stems))
    changes = {
        '"_template"': f'"{path.stem}"',
        "id: template ": f"id: {slug} ",
        "number: 99 ": f"number: {number} ",
        "order: 99\n": f"order: {number}\n",
    }
    return _copy(folder / _TEMPLATE, path, changes)


def _refuse(slug: str, path: Path, *, taken: bool) -> None:
    if not _SLUG.fullmatch(slug):
        advice = "use small letters a to z, figures and dashes, for example: leeds-phone-helper"
        raise ContentError(
            path, [Problem("name", f"'{slug}' cannot be part of an address", advice)]
        )
    if taken:
        raise ContentError(path, [Problem("name", "is taken", "choose another, or open that file")])


def _copy(template: Path, path: Path, changes: dict[str, str]) -> Path:
    """Write a copy of a template in which each text is replaced by another."""
    try:
        notebook = json.loads(template.read_text(encoding="utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, json.JSONDecodeError):
        problem = Problem("file", "is not there or is damaged", "copy it back from the toolkit")
        raise ContentError(template, [problem]) from None
    for cell in notebook["cells"]:
        cell["source"] = [_replaced(line, changes) for line in cell["source"]]
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def _replaced(line: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        line = line.replace(old, new)
    return line
