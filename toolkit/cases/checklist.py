"""What to see to before a case study is published; the list itself is in ``data``."""

from __future__ import annotations

from pathlib import Path

from toolkit.place import content_root
from toolkit.vocabulary import Group, read_vocabulary

__all__ = ["load_checklist"]


def load_checklist(root: Path | None = None) -> Group:
    """Return the points of the publishing checklist.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Group
        One word for each point: its label is the point, its meaning says more.

    Raises
    ------
    ContentError
        Where ``data/publishing.yaml`` is missing or wrong.
    """
    folder = root or content_root()
    return read_vocabulary(folder / "data" / "publishing.yaml")["before_publishing"]
