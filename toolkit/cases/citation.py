"""What to cite for a case and for its sources. An address is given only where it may be shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from toolkit import __version__
from toolkit.cases.case_study import CaseStudy
from toolkit.cases.facts import Source
from toolkit.cases.publication import load_publication
from toolkit.day import day_in_words
from toolkit.full_stop import full_stop
from toolkit.identity import Identity
from toolkit.language import _
from toolkit.vocabulary import Vocabulary

__all__ = ["Edition", "Reference", "as_line", "cite", "cite_sources", "edition_of", "version_of"]


@dataclass(frozen=True)
class Edition:
    """The catalogue that a case was read in.

    Parameters
    ----------
    name : str
        What the service is called.
    version : str
        Its version.
    address : str
        Where it can be had; empty where nobody has said.
    """

    name: str
    version: str
    address: str = ""


@dataclass(frozen=True)
class Reference:
    """One thing to cite.

    Parameters
    ----------
    key : str
        A name for it, of letters, figures and dashes.
    type : str
        Its type in CSL-JSON.
    authors : tuple of str
        Who wrote or published it, as they are called.
    title : str
        Its title.
    date : tuple of int
        Year, month and day, as far as they are known.
    within : str
        What it is part of; may be empty.
    version : str
        Its version; may be empty.
    note : str
        What else to say; may be empty.
    address : str
        Where to find it; empty where it should not be shown.
    """

    key: str
    type: str
    authors: tuple[str, ...]
    title: str
    date: tuple[int, ...] = ()
    within: str = ""
    version: str = ""
    note: str = ""
    address: str = ""


def edition_of(identity: Identity) -> Edition:
    """Return this copy of the toolkit as the place where a case was read.

    Parameters
    ----------
    identity : Identity
        Who runs it.

    Returns
    -------
    Edition
        With the address of its code, once whoever runs it has named that.
    """
    named = not identity.repository.startswith("OWNER/")
    address = load_publication()["code"] + identity.repository if named else ""
    return Edition(identity.name, __version__, address)


def cite(case: CaseStudy, edition: Edition, vocabulary: Vocabulary) -> Reference:
    """Return what to cite for a case as a whole.

    Parameters
    ----------
    case : CaseStudy
        The case.
    edition : Edition
        The catalogue it was read in.
    vocabulary : Vocabulary
        The name of its licence.

    Returns
    -------
    Reference
        With the day of its version, the version of the catalogue, and its licence. A case that a
        council added is in no version of the catalogue and at no address of it.
    """
    day = case.published
    licence = _("Licence: {licence}").format(licence=vocabulary["licence"].label_of(case.licence))
    within = _("Added by a council to its copy of") if case.added else _("Case study in")
    return Reference(
        key=_key(case.slug),
        type="report",
        authors=case.authors,
        title=case.title,
        date=(day.year, day.month, day.day),
        within=f"{within} {edition.name}",
        version="" if case.added else edition.version,
        note=_("A made-up example. {licence}").format(licence=licence)
        if case.fictional
        else licence,
        address="" if case.added else edition.address,
    )


def cite_sources(case: CaseStudy) -> tuple[Reference, ...]:
    """Return what to cite for each page that a case rests on.

    Parameters
    ----------
    case : CaseStudy
        The case.

    Returns
    -------
    tuple of Reference
        In the order of their ids.
    """
    return tuple(_source(case, source) for source in case.sources)


def _source(case: CaseStudy, source: Source) -> Reference:
    return Reference(
        key=f"{_key(case.slug)}-{source.id}",
        type="webpage",
        authors=(source.publisher,),
        title=source.title,
        date=tuple(int(part) for part in (source.date or "").split("-") if part),
        note="" if source.link_ok else _("A copy or a summary was read"),
        address=source.link,
    )


def as_line(reference: Reference) -> str:
    """Return a reference as a person writes it.

    Parameters
    ----------
    reference : Reference
        What to cite.

    Returns
    -------
    str
        Authors, year, title, what it is in, date and version, note and address.
    """
    year = reference.date[0] if reference.date else _("no date")
    parts = [
        f"{' and '.join(reference.authors)} ({year}) “{reference.title}”",
        reference.within,
        version_of(reference),
        reference.note,
    ]
    return " ".join([*(full_stop(part) for part in parts if part), reference.address]).rstrip()


def version_of(reference: Reference) -> str:
    """Return the version of what is cited in words, empty where it has none.

    Parameters
    ----------
    reference : Reference
        What to cite.

    Returns
    -------
    str
        For example ``Version of 22 November 2026, catalogue 0.1.0``.
    """
    if not reference.version:
        return ""
    return _("Version of {day}, catalogue {version}").format(
        day=day_in_words(date(*reference.date)), version=reference.version
    )


def _key(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", text)
