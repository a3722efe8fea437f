"""One framework: what it is, what it asks of a council, and how far that was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.language import N_

__all__ = [
    "CHECKED",
    "FORCES",
    "KINDS",
    "NATIONS",
    "Framework",
    "Part",
    "Source",
]

KINDS: Mapping[str, str] = {
    "law": N_("Law"),
    "guidance": N_("Guidance"),
    "standard": N_("Standard"),
    "register": N_("Register"),
    "tool": N_("Assessment tool"),
}
FORCES: Mapping[str, str] = {
    "binding": N_("Binds councils"),
    "unknown": N_("Not known for councils"),
    "choice": N_("Your choice"),
    "elsewhere": N_("From elsewhere"),
}
NATIONS = ("England", "Scotland", "Wales", "Northern Ireland")
CHECKED: Mapping[str, str] = {
    "the-law": N_("Read in the law itself"),
    "regulator": N_("Read on a regulator's page"),
    "summary": N_("Read in a summary"),
    "not-checked": N_("From general knowledge, not checked against the source"),
}


@dataclass(frozen=True)
class Part:
    """One part of a law.

    Parameters
    ----------
    part : str
        The section or article, and what it is about.
    says : str
        What it says, in our words.
    checked : str
        A key of `CHECKED`.
    address : str
        Where to read it; may be empty.
    """

    part: str
    says: str
    checked: str
    address: str = ""


@dataclass(frozen=True)
class Source:
    """A page that was read.

    Parameters
    ----------
    publisher, url : str
        Whose page it is, and its address.
    link_ok : bool
        False for a copy, whose address is kept but not shown.
    """

    publisher: str
    url: str
    link_ok: bool

    @property
    def link(self) -> str:
        """The address to show, empty where it should not be shown."""
        return self.url if self.link_ok else ""


@dataclass(frozen=True)
class Framework:
    """A law, guide, standard, register or tool.

    Parameters
    ----------
    id : str
        Its file without the ending.
    name, short, publisher : str
        Its full name, what to call it in a table, and who published it.
    year : int
        The year of the version described.
    kind, force : str
        Keys of `KINDS` and of `FORCES`.
    where : str
        The place it was made for.
    nations : tuple of str
        The nations of the UK it is for; empty where it was made elsewhere.
    about, audience, fit : str
        What it is, whom it speaks to, and how well it fits councils.
    asks, principles, caveats : tuple of str
        What it asks, its principles, and what to be careful about.
    parts : tuple of Part
        The parts of a law that matter most.
    legislation : tuple of str
        The address of each law on legislation.gov.uk.
    sources : tuple of Source
        What was read.
    confidence : str
        ``high``, ``medium`` or ``low``.
    reviewed_on, reviewed_by : str
        When it was last looked over, and by whom.
    address : str
        Where to begin reading; may be empty.
    """

    id: str
    name: str
    short: str
    publisher: str
    year: int
    kind: str
    force: str
    where: str
    nations: tuple[str, ...]
    about: str
    audience: str
    fit: str
    asks: tuple[str, ...]
    principles: tuple[str, ...]
    caveats: tuple[str, ...]
    parts: tuple[Part, ...]
    legislation: tuple[str, ...]
    sources: tuple[Source, ...]
    confidence: str
    reviewed_on: str
    reviewed_by: str
    address: str = ""
