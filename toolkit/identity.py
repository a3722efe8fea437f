"""Who runs this copy of the toolkit: name, colours, logo, contact, privacy text."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from toolkit.colour import contrast
from toolkit.errors import ContentError, Problem
from toolkit.place import content_root
from toolkit.schema import check
from toolkit.yamlfile import Json, read_yaml

__all__ = ["Colours", "Contact", "Identity", "load_identity", "read_identity"]

WHITE = "#ffffff"
PANEL = "#f4f8fb"  # these two are fixed in the style sheet
FOCUS = "#ffdd00"
TEXT_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3 Contrast (Minimum), level AA
NON_TEXT_CONTRAST = 3.0  # WCAG 2.2, success criterion 1.4.11 Non-text Contrast, level AA


@dataclass(frozen=True)
class Colours:
    """The colours one council may choose; every other colour is fixed.

    Parameters
    ----------
    header : str
        The bar at the top, behind white text, as ``#rrggbb``.
    link : str
        Links on white, as ``#rrggbb``.
    button : str
        Buttons, behind white text, as ``#rrggbb``.
    """

    header: str = "#16324f"
    link: str = "#1b5e8c"
    button: str = "#0f6b4f"


@dataclass(frozen=True)
class Contact:
    """Whom to write to.

    Parameters
    ----------
    name : str
        A person, team or mailbox; may be empty.
    email : str
        An e-mail address; may be empty.
    """

    name: str = ""
    email: str = ""

    @property
    def whom(self) -> str:
        """Name and address as a sentence needs them; empty where nobody is named."""
        return " at ".join(text for text in (self.name, self.email) if text)


@dataclass(frozen=True)
class Identity:
    """Who runs this copy, as every page shows it.

    Parameters
    ----------
    name : str
        The name of the service.
    council : str
        The council that runs this copy; empty where it is nobody in particular.
    logo : str
        The file name of a picture in the folder ``data``; may be empty.
    colours : Colours
        Checked for contrast.
    contact : Contact
        Who answers questions about this copy.
    corrections : Contact
        Who corrects facts.
    privacy : tuple of str
        The paragraphs of the page "Privacy".
    repository : str
        Where the code of this copy is kept, as ``owner/name``.
    frames : tuple of str
        The starts of addresses whose pages may show this copy in a frame.
    language : str
        The language of the interface, as HTML names it. Any but English has a file in
        ``data/languages``.
    """

    name: str = "Council AI Toolkit"
    council: str = ""
    logo: str = ""
    colours: Colours = field(default_factory=Colours)
    contact: Contact = field(default_factory=Contact)
    corrections: Contact = field(default_factory=Contact)
    privacy: tuple[str, ...] = ()
    repository: str = "OWNER/council-ai-toolkit"
    frames: tuple[str, ...] = ()
    language: str = "en-GB"

    @property
    def unfinished(self) -> tuple[Problem, ...]:
        """What whoever runs this copy has still to fill in before others use it, as advice."""
        gaps = (
            (not self.contact.email, "contact, email", "is empty, so nobody can report a barrier"),
            (not self.corrections.email, "corrections, email", "is empty, so nobody can reply"),
            (self.repository.startswith("OWNER/"), "repository", "still names no owner"),
        )
        advice = "fill it in before you offer this copy to others"
        return tuple(Problem(where, what, advice, warning=True) for gap, where, what in gaps if gap)


def load_identity() -> Identity:
    """Return the identity of the content folder; see `read_identity`."""
    return read_identity(content_root() / "data" / "identity.yaml")


def read_identity(path: Path) -> Identity:
    """Return the identity that a file describes.

    Parameters
    ----------
    path : Path
        A file like ``data/identity.yaml``. A logo is looked for beside it.

    Returns
    -------
    Identity
        With contrast checked.

    Raises
    ------
    ContentError
        Where the file cannot be read, does not fit its schema, names a logo that is not there,
        or chooses a colour that would be hard to read.
    """
    content = read_yaml(path)
    problems = check(content, "identity")
    if problems:
        raise ContentError(path, problems)
    identity = _identity(content)
    problems = [*_contrast_problems(identity.colours), *_logo_problems(identity.logo, path.parent)]
    if problems:
        raise ContentError(path, problems)
    return identity


def _contrast_problems(colours: Colours) -> list[Problem]:
    pairs = (
        ("header", colours.header, WHITE, "the white text on it", TEXT_CONTRAST),
        ("header", colours.header, FOCUS, "the yellow mark on a link", NON_TEXT_CONTRAST),
        ("link", colours.link, WHITE, "the white page behind it", TEXT_CONTRAST),
        ("link", colours.link, PANEL, "the pale panels behind it", TEXT_CONTRAST),
        ("button", colours.button, WHITE, "the white text on it", TEXT_CONTRAST),
        ("button", colours.button, PANEL, "the pale panels around it", NON_TEXT_CONTRAST),
    )
    return [
        Problem(
            f"colours, {name}",
            f"{colour} has a contrast of {_short(ratio)} to 1 with {other} ({against}), "
            f"but needs {least:g} to 1 or more",
            "choose a darker colour",
        )
        for name, colour, against, other, least in pairs
        for ratio in [contrast(colour, against)]
        if ratio < least
    ]


def _short(ratio: float) -> str:
    """Return a ratio rounded down: one just short of its limit must not look as if it met it."""
    return f"{math.floor(ratio * 100) / 100:g}"


def _logo_problems(logo: str, folder: Path) -> list[Problem]:
    if not logo or (folder / logo).is_file():
        return []
    return [Problem("logo", f"there is no file '{logo}' in {folder.name}", "check its name")]


def _identity(content: dict[str, Json]) -> Identity:
    """Build an identity from content that fits the schema."""
    return Identity(
        name=str(content["name"]),
        council=_text(content, "council"),
        logo=_text(content, "logo"),
        colours=Colours(**_texts(content, "colours")),
        contact=Contact(**_texts(content, "contact")),
        corrections=Contact(**_texts(content, "corrections")),
        privacy=tuple(cast(list[str], content.get("privacy") or [])),
        repository=str(content["repository"]),
        frames=tuple(cast(list[str], content.get("frames") or [])),
        language=_text(content, "language") or "en-GB",
    )


def _text(content: dict[str, Json], name: str) -> str:
    return str(content.get(name) or "")


def _texts(content: dict[str, Json], name: str) -> dict[str, str]:
    part = cast(dict[str, Json], content.get(name) or {})
    return {key: str(value or "") for key, value in part.items()}
