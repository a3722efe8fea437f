"""Make a report: from a result and its answers to the content of a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from toolkit.assessment.instrument import Instrument
from toolkit.document.blocks import Document, Text
from toolkit.document.form import DOCUMENT_FORMS, write_document
from toolkit.language import N_, _
from toolkit.report.answer_sheet import answer_sheet
from toolkit.report.committee import committee_report
from toolkit.report.committee_part import Parts, load_parts
from toolkit.report.form import FORMS, KINDS, Kind
from toolkit.report.kind import saved_json
from toolkit.report.material import Material
from toolkit.report.record_data import record_json, record_sheet
from toolkit.report.record_document import record_document
from toolkit.report.standard import Standard, load_standard
from toolkit.report.summary import summary

__all__ = ["Made", "Press"]

RECORD = "atrs"
TAKEN_FROM = N_(
    "It is filled in as for the self-assessment ‘{model}’, because most question ids are the same. "
    "Check that the questions still mean the same."
)
NOTHING_ASSIGNED = N_(
    "Nobody has said yet which answers to this self-assessment belong where. So the answers are "
    "not in it. You find all of them in the whole report."
)


@dataclass(frozen=True)
class Made:
    """A report, ready to be written to a file.

    Parameters
    ----------
    name : str
        A name for the file.
    content : str or bytes
        What it holds; text is to be written as UTF-8.
    media_type : str
        What a browser calls it.
    """

    name: str
    content: str | bytes
    media_type: str


@dataclass(frozen=True)
class Press:
    """Makes reports. It reads what shapes them only when a report needs it.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.
    """

    root: Path | None = None

    @cached_property
    def parts(self) -> Parts:
        """The parts of a report to a committee."""
        return load_parts(self.root)

    @cached_property
    def standard(self) -> Standard:
        """The fields of a transparency record."""
        return load_standard(self.root)

    def kinds(self, instrument: Instrument) -> dict[str, Kind]:
        """Return the kinds of report that a self-assessment has.

        Parameters
        ----------
        instrument : Instrument
            The self-assessment.

        Returns
        -------
        dict of str to Kind
            A transparency record only where its answers are about one tool.

        Raises
        ------
        ContentError
            Where the fields of a record cannot be read.
        """
        covered = self.standard.fitted(instrument).covers(instrument.id)
        return {name: kind for name, kind in KINDS.items() if name != RECORD or covered}

    def make(self, material: Material, kind: str, form: str) -> Made:
        """Return a report.

        Parameters
        ----------
        material : Material
            What it is made from.
        kind : str
            One of `toolkit.report.form.KINDS`.
        form : str
            One of the forms of that kind.

        Returns
        -------
        Made
            The file.

        Raises
        ------
        LookupError
            Where the self-assessment has no such report, or the report no such form.
        ContentError
            Where what shapes the report cannot be read.
        """
        instrument = material.instrument
        known = self.kinds(instrument) if kind == RECORD else KINDS
        if kind not in known:
            raise LookupError(
                _("‘{title}’ has no report of the kind ‘{kind}’. Use one of: {known}.").format(
                    title=instrument.title, kind=kind, known=", ".join(known)
                )
            )
        if form not in known[kind].forms:
            raise LookupError(
                _(
                    "A report of the kind ‘{kind}’ does not come as {form}. Use one of: {forms}."
                ).format(kind=kind, form=form, forms=", ".join(known[kind].forms))
            )
        found = FORMS[form]
        name = f"{instrument.id}-{known[kind].file}-{material.on.isoformat()}.{found.ending}"
        return Made(name, self._write(material, kind, form), found.media_type)

    def _write(self, material: Material, kind: str, form: str) -> str | bytes:
        if form in DOCUMENT_FORMS:
            document = self._document(material, kind)
            return write_document(document, form, on=material.on)
        if kind == RECORD:
            write = record_json if form == "json" else record_sheet
            return write(material, self.standard.fitted(material.instrument))
        return saved_json(material) if form == "json" else answer_sheet(material)

    def _document(self, material: Material, kind: str) -> Document:
        instrument = material.instrument
        if kind == "committee":
            document = committee_report(material, self.parts.fitted(instrument))
            return _with_origin(document, instrument, self.parts.model(instrument))
        if kind == RECORD:
            document = record_document(material, self.standard.fitted(instrument))
            return _with_origin(document, instrument, self.standard.model(instrument))
        return summary(material)


def _with_origin(document: Document, instrument: Instrument, model: str) -> Document:
    """Say, after the first words, where it is not known which answers belong where."""
    if model == instrument.id:
        return document
    words = Text(_(TAKEN_FROM).format(model=model) if model else _(NOTHING_ASSIGNED))
    return replace(document, blocks=(document.blocks[0], words, *document.blocks[1:]))
