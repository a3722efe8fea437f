"""Hands up: what a room answered, counted by the host and drawn. Seen only when presenting.

No accounts, no network, no personal data: somebody counts hands, or letters in a chat, and types
the counts in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from markupsafe import Markup

from toolkit.language import _
from toolkit.views.lesson.sitting import Sitting
from toolkit.views.template import render
from toolkit.yamlfile import Json

__all__ = ["counts_of", "draw_counting", "draw_room", "room_sentence"]

MOST = 9999


class Answer(Protocol):
    """Anything with an id and a text that a room can choose."""

    @property
    def id(self) -> str:
        """What is kept when it is chosen."""

    @property
    def text(self) -> str:
        """What a reader sees."""


class Judged(Answer, Protocol):
    """An answer that a reason supports, or speaks against."""

    @property
    def right(self) -> bool:
        """Whether the reason supports it."""


def draw_counting(sitting: Sitting, question: str, answers: Sequence[Answer]) -> Markup:
    """Return a box for each answer, to type the number of hands into.

    Parameters
    ----------
    sitting : Sitting
        The lesson.
    question : str
        A short name for the question, for example ``prediction``.
    answers : sequence of Answer
        What can be chosen.

    Returns
    -------
    Markup
        Hidden unless the lesson is presented.
    """
    counts = counts_of(sitting.store.values, question, answers)
    boxes = [
        (_name(question, one), sitting.id(_name(question, one)), one.text, counts.get(one.id, ""))
        for one in answers
    ]
    return render("lesson-counting", boxes=boxes, most=MOST)


def draw_room(
    sitting: Sitting, question: str, answers: Sequence[Answer], *, judged: Judged | None = None
) -> Markup:
    """Return how many people in the room chose each answer, as bars and in words.

    Parameters
    ----------
    sitting, question, answers
        As `draw_counting` takes them.
    judged : Judged, optional
        The answer whose reason is on screen. It is marked; the others are still to be talked about.

    Returns
    -------
    Markup
        Hidden unless the lesson is presented; empty where nobody was counted.
    """
    counts = counts_of(sitting.store.values, question, answers)
    sentence = room_sentence(counts, answers)
    if not sentence:
        return Markup("")
    most = max(counts.values())
    marks = {judged.id: _mark(judged)} if judged else {}
    bars = [(one.text, counts.get(one.id, 0), 100 * counts.get(one.id, 0) / most,
             marks.get(one.id, "")) for one in answers]  # fmt: skip
    told = _judgement(counts, judged) if judged else ""
    return render("lesson-room", sentence=sentence, judged=told, bars=bars)


def counts_of(kept: Mapping[str, Json], question: str, answers: Sequence[Answer]) -> dict[str, int]:
    """Return the counts that were typed in.

    Parameters
    ----------
    kept : mapping
        What the lesson keeps: anything at all.
    question : str
        The question's short name.
    answers : sequence of Answer
        What could be chosen.

    Returns
    -------
    dict of str to int
        By the answer's id, 0 to 9,999; answers without a whole number are left out.
    """
    found = {}
    for one in answers:
        text = str(kept.get(_name(question, one), "")).strip()
        if text.isascii() and text.isdigit() and len(text) <= len(str(MOST)):
            found[one.id] = int(text)
    return found


def room_sentence(counts: Mapping[str, int], answers: Sequence[Answer]) -> str:
    """Return in words what the room said.

    Parameters
    ----------
    counts : mapping of str to int
        As `counts_of` returns them.
    answers : sequence of Answer
        What could be chosen.

    Returns
    -------
    str
        Empty where nobody was counted.
    """
    total = sum(counts.values())
    if not total:
        return ""
    said = [
        _("{counts} said “{text}”").format(counts=counts[one.id], text=one.text)
        for one in answers
        if counts.get(one.id)
    ]
    return _("Of {total} in this room, {said}.").format(total=total, said=", ".join(said))


def _mark(judged: Judged) -> str:
    """Return what stands at the bar of an answer: a sign with its meaning, not a colour alone."""
    return _("✓ the reason supports it") if judged.right else _("✗ the reason speaks against it")


def _judgement(counts: Mapping[str, int], judged: Judged) -> str:
    chose = {"count": counts.get(judged.id, 0), "total": sum(counts.values())}
    if judged.right:
        return _("{count} of {total} chose the answer that the reason supports.").format(**chose)
    return _("{count} of {total} chose the answer that the reason speaks against.").format(**chose)


def _name(question: str, answer: Answer) -> str:
    return f"hands-{question}-{answer.id}"
