"""A draft of a transparency record (ATRS): what people stated, and blanks for the owner.

Nothing is taken from a score. A note is only shown beside a field, for the owner to draw on.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.about import ASKED, About, owner_kind, read_about
from toolkit.assessment.question import Question
from toolkit.language import N_, _
from toolkit.report.material import Material
from toolkit.report.part import answer_words
from toolkit.report.standard import Field, Standard

__all__ = ["NOT_TO_PUBLISH", "OWNER_BLANK", "STATE", "Entry", "Origin", "draft_record"]

OWNER_BLANK = N_("To be completed by the owner")
STATE = N_("Draft, not published")
NOT_TO_PUBLISH = N_(
    "Notes stand beside a field for the owner to draw on. They were not written to be published."
)


@dataclass(frozen=True)
class Origin:
    """What a text answers.

    Parameters
    ----------
    id : str
        The id of a question; or the name of what was typed about a proposal, ``about.name``.
    text : str
        What was asked.
    """

    id: str
    text: str


@dataclass(frozen=True)
class Entry:
    """One field of the draft.

    Parameters
    ----------
    field : Field
        The field.
    text : str
        What was stated; empty where nothing was.
    origin : Origin or None
        What it was the answer to.
    notes : tuple of (Question, str)
        What people noted on questions that bear on the field, to draw on.
    """

    field: Field
    text: str = ""
    origin: Origin | None = None
    notes: tuple[tuple[Question, str], ...] = ()


def draft_record(material: Material, standard: Standard) -> tuple[Entry, ...]:
    """Return every field of a record, filled where somebody stated what belongs there.

    Parameters
    ----------
    material : Material
        What the draft is made from.
    standard : Standard
        The fields.

    Returns
    -------
    tuple of Entry
        In the order of the fields.
    """
    about, __ = read_about(material.beside)
    return tuple(_entry(material, about, field) for field in standard.fields)


def _entry(material: Material, about: About, field: Field) -> Entry:
    notes = tuple(
        (question, material.answer(question).note)
        for question in material.asked
        if field.id in question.atrs and material.answer(question).note
    )
    typed = _typed(about, field.about)
    text, origin = typed if typed[0] else _answered(material, field)
    return Entry(field, text, origin, notes)


def _typed(about: About, wanted: str) -> tuple[str, Origin | None]:
    """Return what somebody typed about the proposal that belongs in a field."""
    owner = about.owner if owner_kind(about.owner) == wanted else ""
    found = {
        "name": ("name", about.name),
        "purpose": ("purpose", about.purpose),
        "link": ("link", about.link),
        "team": ("owner", owner),
        "job": ("owner", owner),
    }
    name, text = found.get(wanted, ("", ""))
    return (" ".join(text.split()), Origin(f"about.{name}", _(ASKED[name]))) if text else ("", None)


def _answered(material: Material, field: Field) -> tuple[str, Origin | None]:
    """Return the answer that states what belongs in a field."""
    fill = field.fill.get(material.instrument.id)
    found = material.named([fill.question]) if fill else ()
    if not fill or not found:
        return "", None
    [question], answer = found, material.answer(found[0])
    # A step of a scale is a judgement of how far one has come, and no fact about the tool.
    states = answer.state == "answered" and not question.points
    if not states or (fill.only and answer.choice not in fill.only):
        return "", None
    word = fill.govuk.get(answer.choice, "")
    text = answer_words(material, question) + (
        _(" (On GOV.UK's list: {word})").format(word=word) if word else ""
    )
    return text, Origin(question.id, question.text)
