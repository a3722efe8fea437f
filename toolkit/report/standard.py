"""The fields of the transparency standard (ATRS) by name, with their numbers in each version."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from toolkit.assessment.instrument import Instrument
from toolkit.errors import ContentError
from toolkit.place import content_root
from toolkit.report.model import model_of
from toolkit.report.standard_check import contradictions
from toolkit.schema import check
from toolkit.yamlfile import read_yaml

__all__ = [
    "Field",
    "Fill",
    "Numbered",
    "Section",
    "Seen",
    "Standard",
    "Version",
    "load_standard",
    "read_standard",
]


@dataclass(frozen=True)
class Seen:
    """Something that was read.

    Parameters
    ----------
    name, source, note : str
        What it is, where it is, and how much of it was read.
    """

    name: str
    source: str
    note: str


@dataclass(frozen=True)
class Version(Seen):
    """A version of the standard.

    Parameters
    ----------
    name, source, note : str
        As `Seen` has them.
    id : str
        For example ``2.1``.
    complete : bool
        Whether all its fields were read in the standard.
    dated : str
        Its date; empty where it is not known.
    """

    id: str
    complete: bool
    dated: str = ""


@dataclass(frozen=True)
class Section:
    """A group of fields.

    Parameters
    ----------
    id, title, tier : str
        As the file gives them.
    """

    id: str
    title: str
    tier: str


@dataclass(frozen=True)
class Numbered:
    """What one version says of a field.

    Parameters
    ----------
    number : str or None
        Its number, empty where it has none; None where it is not known.
    required : bool or None
        None where the version does not set it, or where that is not known.
    checked : bool
        Whether the field was read in the standard, and not only in another program.
    """

    number: str | None = None
    required: bool | None = None
    checked: bool = True


@dataclass(frozen=True)
class Fill:
    """An answer that states what belongs in a field.

    Parameters
    ----------
    question : str
        The id of the question. One with a score never fills anything.
    only : tuple of str
        The ids of the choices that state it; empty where all do.
    govuk : dict of str to str
        For each choice the word that GOV.UK has for it.
    """

    question: str
    only: tuple[str, ...] = ()
    govuk: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """A field of a record.

    Parameters
    ----------
    id, name, section, asks : str
        As the file gives them.
    versions : dict of str to Numbered
        What each version says of it.
    fill : dict of str to Fill
        By self-assessment, the answer that states it.
    about : str
        What of `toolkit.assessment.about` states it, before any answer: ``name``, ``purpose``,
        ``link``, or ``team`` or ``job`` of its owner; empty where nothing does.
    many : bool
        Whether it can hold several entries.
    published : str
        Its number in a published record that names no version; empty where it was not seen.
    """

    id: str
    name: str
    section: str
    asks: str
    versions: dict[str, Numbered]
    fill: dict[str, Fill] = field(default_factory=dict)
    about: str = ""
    many: bool = False
    published: str = ""


@dataclass(frozen=True)
class Standard:
    """All fields of all versions.

    Parameters
    ----------
    checked, template, not_checked : str
        When this was last looked at, where the current template is, and what was not seen.
    record : Seen
        The published record that some numbers are from.
    versions, sections, fields : tuple
        In the order of the file.
    """

    checked: str
    template: str
    not_checked: str
    record: Seen
    versions: tuple[Version, ...]
    sections: tuple[Section, ...]
    fields: tuple[Field, ...]

    def covers(self, instrument: str) -> bool:
        """Return whether answers to a self-assessment state anything that a record asks for."""
        return any(instrument in one.fill for one in self.fields)

    def model(self, instrument: Instrument) -> str:
        """Return the self-assessment whose fields hold for an instrument; empty for none."""
        named: dict[str, list[str]] = {}
        for one in self.fields:
            for name, fill in one.fill.items():
                named.setdefault(name, []).append(fill.question)
        return model_of(instrument, named)

    def fitted(self, instrument: Instrument) -> Standard:
        """Return the same fields, filled for an instrument as for the one it is made from."""
        model = self.model(instrument)
        fields = tuple(
            replace(one, fill=one.fill | {instrument.id: one.fill[model]})
            if model in one.fill
            else one
            for one in self.fields
        )
        return replace(self, fields=fields)


def load_standard(root: Path | None = None) -> Standard:
    """Return the fields of a content folder; see `read_standard`."""
    return read_standard((root or content_root()) / "data" / "reports" / "atrs.yaml")


def read_standard(path: Path) -> Standard:
    """Return the fields that a file describes.

    Parameters
    ----------
    path : Path
        A file like ``data/reports/atrs.yaml``.

    Returns
    -------
    Standard
        The fields.

    Raises
    ------
    ContentError
        Where the file cannot be read, does not fit its schema, or contradicts itself.
    """
    content: dict[str, Any] = read_yaml(path)
    problems = check(content, "atrs") or contradictions(content)
    if problems:
        raise ContentError(path, problems)
    return Standard(
        content["checked"],
        content["template"],
        content["not_checked"],
        Seen(**content["record"]),
        tuple(Version(**version) for version in content["versions"]),
        tuple(Section(**section) for section in content["sections"]),
        tuple(_field(**raw) for raw in content["fields"]),
    )


def _field(**raw: Any) -> Field:
    versions = {name: Numbered(**said) for name, said in raw.pop("in").items()}
    stated = dict(raw.pop("fill", {}))
    about = stated.pop("about", "")
    fill = {
        name: Fill(one["question"], tuple(one.get("only", ())), one.get("govuk", {}))
        for name, one in stated.items()
    }
    return Field(**raw, versions=versions, fill=fill, about=about)
