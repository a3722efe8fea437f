"""The roles that people in a group can give, and which of them are only shown apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ContentError, Problem
from toolkit.language import _
from toolkit.place import content_root
from toolkit.vocabulary import Word, read_vocabulary

__all__ = ["NOT_SAID", "Roles", "load_roles", "read_roles"]

NOT_SAID = "not-said"


@dataclass(frozen=True)
class Roles:
    """The roles in a group.

    Parameters
    ----------
    together : tuple of Word
        Roles whose answers are counted together.
    apart : tuple of Word
        Roles, such as suppliers, whose answers are never counted in with the others.
    """

    together: tuple[Word, ...]
    apart: tuple[Word, ...]

    @property
    def by_id(self) -> dict[str, Word]:
        """Every role by its id."""
        return {word.id: word for word in (*self.together, *self.apart)}

    def label(self, role: str) -> str:
        """Return what a reader sees for a role."""
        return self.by_id[role].label if role in self.by_id else _("Role not said")


def load_roles(root: Path | None = None) -> Roles:
    """Return the roles of a content folder.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out, or where it has no roles.

    Returns
    -------
    Roles
        The roles.

    Raises
    ------
    ContentError
        Where the file of roles cannot be used.

    Examples
    --------
    >>> load_roles().label("front-line")
    'Front-line staff'
    """
    own = content_root() / "data" / "group-roles.yaml"
    path = (root or content_root()) / "data" / "group-roles.yaml"
    return read_roles(path if path.is_file() else own)


def read_roles(path: Path) -> Roles:
    """Return the roles that a file holds.

    Parameters
    ----------
    path : Path
        A YAML file with the groups ``role`` and ``apart``.

    Returns
    -------
    Roles
        The roles.

    Raises
    ------
    ContentError
        Where the file cannot be used, or a group of roles is missing.
    """
    words = read_vocabulary(path)
    missing = {"role", "apart"} - {group.id for group in words.groups}
    if missing:
        raise ContentError(path, [Problem(name, "this group is missing") for name in missing])
    return Roles(words["role"].words, words["apart"].words)
