"""Content that a council adds from a folder of its own, outside the toolkit's.

The variable ``TOOLKIT_CONTENT`` names the folder. It is laid out as the toolkit's own is. A file
in it never takes the place of one of the toolkit's.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ContentError, Problem
from toolkit.place import content_root
from toolkit.slug import slug_problems

__all__ = [
    "ADDED",
    "KINDS",
    "VARIABLE",
    "ContentFile",
    "added_folder",
    "content_files",
    "find_file",
    "is_added",
    "refused_files",
]

VARIABLE = "TOOLKIT_CONTENT"
ADDED = "Added by your council. It did not come with the toolkit."
KINDS = {
    "casestudies": "*.ipynb",
    "notebooks/lessons": "*.ipynb",
    "data/instruments": "*.yaml",
}


@dataclass(frozen=True)
class ContentFile:
    """A file of content.

    Parameters
    ----------
    path : Path
        The file.
    added : bool
        Whether it comes from the folder that a council adds.
    """

    path: Path
    added: bool = False


def added_folder() -> Path | None:
    """Return the folder that a council adds; None where it adds none.

    Returns
    -------
    Path or None
        An absolute path.

    Raises
    ------
    LookupError
        Where ``TOOLKIT_CONTENT`` names something that cannot be used; says what to do.
    """
    named = os.environ.get(VARIABLE, "").strip()
    if not named:
        return None
    folder = Path(named).expanduser().resolve()
    wrong = _wrong_with(folder)
    if wrong:
        raise LookupError(f"{VARIABLE} is '{named}', but {wrong}")
    return folder


def content_files(kind: str, root: Path | None = None) -> tuple[ContentFile, ...]:
    """Return the files of one kind: the toolkit's own, then those that a council adds.

    Parameters
    ----------
    kind : str
        A folder of `KINDS`, for example ``casestudies``.
    root : Path, optional
        The content folder; the toolkit's own where left out. Nothing is added to another.

    Returns
    -------
    tuple of ContentFile
        By name, the toolkit's first; templates and hidden files are left out. An added file
        with the name of one of the toolkit's, or with one that cannot be part of an address, is
        left out: `refused_files` tells of those.
    """
    own = _named(root or content_root(), kind)
    more = {
        name: path
        for name, path in _added(kind, root).items()
        if name not in own and not _misnamed(path)
    }
    return (
        *(ContentFile(path) for path in own.values()),
        *(ContentFile(path, added=True) for path in more.values()),
    )


def refused_files(kind: str, root: Path | None = None) -> tuple[ContentError, ...]:
    """Return why content that a council adds is left out as a whole.

    Parameters
    ----------
    kind : str
        As for `content_files`.
    root : Path, optional
        As for `content_files`.

    Returns
    -------
    tuple of ContentError
        One for each name that is taken or cannot be used, or one where the folder cannot be used.
    """
    try:
        added = _added(kind, root, strictly=True)
    except LookupError as error:
        return (ContentError(VARIABLE, [Problem("folder", str(error.args[0]))]),)
    own = _named(root or content_root(), kind)
    advice = "give your file another name, for example one that begins with your council's"
    what = "is the name of a file that comes with the toolkit"
    taken = [Problem("file name", what, advice)]
    wrong = ((path, taken if name in own else _misnamed(path)) for name, path in added.items())
    return tuple(ContentError(path, problems) for path, problems in wrong if problems)


def find_file(kind: str, name: str, root: Path | None = None) -> ContentFile | None:
    """Return the file of that name, the toolkit's own or an added one.

    Parameters
    ----------
    kind : str
        As for `content_files`.
    name : str
        The file's name without its ending.
    root : Path, optional
        As for `content_files`.

    Returns
    -------
    ContentFile or None
        None where there is no such file.
    """
    template = (root or content_root()) / kind / KINDS[kind].replace("*", "_template")
    if name == template.stem and template.is_file():
        return ContentFile(template)
    return next((file for file in content_files(kind, root) if file.path.stem == name), None)


def is_added(path: Path) -> bool:
    """Return whether a file comes from the folder that a council adds.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    bool
        False also where that folder cannot be used.
    """
    try:
        folder = added_folder()
    except LookupError:
        return False
    return folder is not None and folder in path.resolve().parents


def _added(kind: str, root: Path | None, *, strictly: bool = False) -> dict[str, Path]:
    if root is not None and root.resolve() != content_root():
        return {}
    try:
        folder = added_folder()
    except LookupError:  # told by whoever starts the toolkit, and beside the toolkit's own content
        if strictly:
            raise
        return {}
    return _named(folder, kind) if folder else {}


def _named(root: Path, kind: str) -> dict[str, Path]:
    paths = sorted((root / kind).glob(KINDS[kind]))
    return {path.name: path for path in paths if not path.name.startswith(("_", "."))}


def _misnamed(path: Path) -> list[Problem]:
    """Return what is wrong with the name of a notebook, which becomes part of an address."""
    return slug_problems(path.stem) if path.suffix == ".ipynb" else []


def _wrong_with(folder: Path) -> str:
    """Return what is wrong with the folder, in words; empty where nothing is."""
    leave = f"or leave {VARIABLE} out"
    if not folder.exists():
        return f"there is no such folder. Check its name, {leave}."
    if not folder.is_dir():
        return f"that is a file. Name the folder it lies in, {leave}."
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        return f"that folder cannot be read ({error.strerror}). Ask whoever owns it, {leave}."
    root = content_root()
    if folder == root or folder in root.parents or root in folder.parents:
        return f"that is where the toolkit's own content is. Choose a folder outside it, {leave}."
    return ""
