"""What a council adds in a place where nothing is read, so that nobody waits for it in vain."""

from __future__ import annotations

import os
from pathlib import Path

from toolkit.added import KINDS
from toolkit.errors import Problem

__all__ = ["NOT_READ", "unread_places"]

NOT_READ = Problem(
    "place",
    "nothing here is read",
    f"move what should be shown to {', '.join(KINDS)}, not to a folder inside them",
    warning=True,
)
_LOOKS_LIKE_CONTENT = (".ipynb", ".yaml", ".yml", ".json", ".csv")


def unread_places(folder: Path) -> tuple[Path, ...]:
    """Return what looks like content in a folder that a council adds, but is never read.

    Parameters
    ----------
    folder : Path
        As `added_folder` returns it.

    Returns
    -------
    tuple of Path
        Folders, each without those inside it, and files beside what is read. Hidden ones and
        those whose names begin with ``_`` are left out.
    """
    read = {path for kind, names in KINDS.items() for path in (folder / kind).glob(names)}
    found = set()
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        paths = (Path(place, name) for name in names if not name.startswith((".", "_")))
        unread = (path for path in paths if path.suffix.lower() in _LOOKS_LIKE_CONTENT)
        found |= {_outermost(path, folder) for path in unread if path not in read}
    return tuple(sorted(found))


def _outermost(path: Path, folder: Path) -> Path:
    """Return the outermost place around a file in which nothing at all is read."""
    leading = {folder / kind for kind in KINDS}
    leading |= {parent for kind in leading for parent in kind.parents}
    around = [parent for parent in path.parents if folder in parent.parents]
    return next((parent for parent in reversed(around) if parent not in leading), path)
