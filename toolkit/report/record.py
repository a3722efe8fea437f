"""A draft of a transparency record (ATRS): what answers state, and blanks for the owner.

Nothing is taken from a score. A note is only shown beside a field, for the owner to draw on.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.question import Question
from toolkit.report.material import Material
from toolkit.report.part import answer_words
from toolkit.report.standard import Field, Standard

__all__ = ["OWNER_BLANK", "STATE", "Entry", "draft_record"]

OWNER_BLANK = "To be completed by the owner"
STATE = "Draft, not published"


@dataclass(frozen=True)
class Entry:
    """One field of the draft.

    Parameters
    ----------
    field : Field
        The field.
    text : str
        What an answer states; empty where none does.
    origin : Question or None
        The question it was the answer to.
    notes : tuple of (Question, str)
        What people noted on questions that bear on the field, to draw on.
    """

    field: Field
    text: str = ""
    origin: Question | None = None
    notes: tuple[tuple[Question, str], ...] = ()


def draft_record(material: Material, standard: Standard) -> tuple[Entry, ...]:
    """Return every field of a record, filled where an answer states what belongs there.

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
    return tuple(_entry(material, field) for field in standard.fields)


def _entry(material: Material, field: Field) -> Entry:
    notes = tuple(
        (question, material.answer(question).note)
        for question in material.asked
        if field.id in question.atrs and material.answer(question).note
    )
    fill = field.fill.get(material.instrument.id)
    found = material.named([fill.question]) if fill else ()
    if not fill or not found:
        return Entry(field, notes=notes)
    [question], answer = found, material.answer(found[0])
    # A step of a scale is a judgement of how far one has come, and no fact about the tool.
    states = answer.state == "answered" and not question.points
    if not states or (fill.only and answer.choice not in fill.only):
        return Entry(field, notes=notes)
    word = fill.govuk.get(answer.choice, "")
    text = answer_words(material, question) + (f" (On GOV.UK's list: {word})" if word else "")
    return Entry(field, text, question, notes)
