"""The draft of a transparency record as a document, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.assessment.phrase import NOTES
from toolkit.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Link,
    Phrase,
    Quote,
    Strong,
    Text,
)
from toolkit.language import N_, _
from toolkit.report.material import Material
from toolkit.report.part import opening
from toolkit.report.record import NOT_TO_PUBLISH, OWNER_BLANK, STATE, Entry, draft_record
from toolkit.report.standard import Field, Numbered, Standard

__all__ = ["record_document"]

DRAFT = N_(
    "It follows the field names of the Algorithmic Transparency Recording Standard (ATRS). The "
    "owner of the tool completes it, checks every word, and decides whether to publish it."
)


def record_document(material: Material, standard: Standard) -> Document:
    """Return the draft of a record as a document.

    Parameters
    ----------
    material : Material
        What the draft is made from.
    standard : Standard
        The fields.

    Returns
    -------
    Document
        Says on its first line that it is a draft and not published.
    """
    entries = draft_record(material, standard)
    return Document(
        _("Draft of an algorithmic transparency record"),
        (*_head(material, standard), *_fields(standard, entries), *_versions(standard)),
        subject=f"{_(STATE)}. {_(DRAFT)}",
    )


def _head(material: Material, standard: Standard) -> Iterator[Block]:
    yield Text((Strong(f"{_(STATE)}."), f" {_(DRAFT)}"))
    yield from opening(material)
    yield Text(_("Only what somebody stated is filled in, never a score."))
    yield Text(f"{_(NOT_TO_PUBLISH)} {_(NOTES)}")
    yield Text((f"{standard.not_checked} ", Link(_("The template on GOV.UK"), standard.template)))


def _fields(standard: Standard, entries: tuple[Entry, ...]) -> Iterator[Block]:
    for section in standard.sections:
        named = section.title == section.tier
        yield Heading(2, section.title if named else f"{section.title} ({section.tier})")
        for entry in entries:
            if entry.field.section == section.id:
                yield from _field(entry)


def _field(entry: Entry) -> Iterator[Block]:
    field = entry.field
    yield Heading(3, field.name)
    several = [_("There can be several.")] if field.many else []
    yield Text(" ".join([field.asks, *several, _numbers(field)]))
    if entry.origin:
        told: Phrase = (
            f"{entry.text} ",
            Strong(_("{owner_blank}: check and add.").format(owner_blank=_(OWNER_BLANK))),
            _(" This is the answer to ‘{text}’ ({id}).").format(
                text=entry.origin.text, id=entry.origin.id
            ),
        )
        yield Text(told)
    else:
        yield Text(Strong(f"{_(OWNER_BLANK)}."))
    for question, note in entry.notes:
        yield Text(
            _("To draw on, a note on {name} ({id}):").format(name=question.name, id=question.id)
        )
        yield Quote(note)


def _numbers(field: Field) -> str:
    told = [
        _("ATRS {name}: {said}.").format(name=name, said=_number(said))
        for name, said in field.versions.items()
    ]
    if field.published:
        told.append(_("In a published record: {published}.").format(published=field.published))
    return " ".join(told)


def _number(said: Numbered) -> str:
    if said.number is None:
        return _("number not known") if said.checked else _("not checked")
    required = {True: _(", required"), False: _(", optional"), None: ""}[said.required]
    return f"{said.number or 'no number'}{required}"


def _versions(standard: Standard) -> Iterator[Block]:
    yield Heading(2, _("Where the fields are from"))
    yield Text(
        _("Last looked at on {checked}. {not_checked}").format(
            checked=standard.checked, not_checked=standard.not_checked
        )
    )
    yield Bullets(
        tuple(
            (Link(one.name, one.source), f". {one.note}")
            for one in (*standard.versions, standard.record)
        )
    )
