"""My three questions: what a reader keeps to ask at a meeting, in one place for the whole course.

A lesson's question is kept once, under the lesson's name, in the reader's own words. The card of
three only points at it, so that a change on the card is a change in the lesson, and the other way
round. What was kept may be anything at all; what cannot be used counts as not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.yamlfile import Json

__all__ = [
    "NUMBERS",
    "Question",
    "card",
    "choose",
    "keep",
    "kept_questions",
    "questions_in",
    "take_off",
]

NUMBERS = (1, 2, 3)
_KEPT = "asked"


@dataclass(frozen=True)
class Question:
    """A question of the reader's.

    Parameters
    ----------
    name : str
        What its text is kept under.
    text : str
        The question, as it was typed.
    lesson : str
        The id of the lesson it belongs to; empty for one that was written on the card.
    """

    name: str
    text: str
    lesson: str = ""


def card(kept: Mapping[str, Json]) -> tuple[Question, ...]:
    """Return the three questions of the card, in order.

    Parameters
    ----------
    kept : mapping
        What the browser keeps of the course.

    Returns
    -------
    tuple of Question
        Always three; one without text is free.

    Examples
    --------
    >>> kept = {"slot-2": "asked.gaps.1", "asked.gaps.1": "Who is missing?", "question-1": "Why?"}
    >>> [question.text for question in card(kept)]
    ['Why?', 'Who is missing?', '']
    """
    known = {question.name: question for question in kept_questions(kept)}
    found = []
    for number in NUMBERS:
        own = f"question-{number}"
        chosen = known.get(str(kept.get(f"slot-{number}")))
        found.append(chosen or Question(own, _text(kept, own)))
    return tuple(found)


def kept_questions(kept: Mapping[str, Json], lesson: str = "") -> tuple[Question, ...]:
    """Return the questions that belong to lessons.

    Parameters
    ----------
    kept : mapping
        What the browser keeps of the course.
    lesson : str
        The id of one lesson; every lesson where left out.

    Returns
    -------
    tuple of Question
        In the order they were kept in; also those whose text the reader has emptied.
    """
    found = []
    for name in kept:
        start, _, rest = name.partition(".")
        of, _, number = rest.partition(".")
        if start == _KEPT and number.isdecimal() and of and lesson in ("", of):
            found.append(Question(name, _text(kept, name), of))
    return tuple(found)


def keep(kept: Mapping[str, Json], lesson: str, text: str) -> dict[str, Json]:
    """Return what changes when a question is kept for a lesson.

    Parameters
    ----------
    kept : mapping
        What the browser keeps of the course.
    lesson : str
        The lesson's id.
    text : str
        The question.

    Returns
    -------
    dict
        One name and the text; empty where the lesson has that question already.
    """
    there = kept_questions(kept, lesson)
    if any(one.text.strip() == text for one in there):
        return {}
    emptied = [one.name for one in there if not one.text.strip()]
    taken = [int(one.name.rpartition(".")[2]) for one in there]
    new = f"{_KEPT}.{lesson}.{max(taken, default=0) + 1}"
    return {emptied[0] if emptied else new: text}


def choose(kept: Mapping[str, Json], name: str) -> dict[str, Json]:
    """Return what changes when a kept question goes on the card.

    Parameters
    ----------
    kept : mapping
        What the browser keeps of the course.
    name : str
        What the question is kept under.

    Returns
    -------
    dict
        The first free place and the name; empty where the card is full or has it already.
    """
    places = card(kept)
    free = [number for number, one in zip(NUMBERS, places, strict=True) if not one.text.strip()]
    if not free or name in [one.name for one in places]:
        return {}
    return {f"slot-{free[0]}": name}


def take_off(number: int) -> dict[str, Json]:
    """Return what changes when a lesson's question leaves its place on the card.

    Parameters
    ----------
    number : int
        The place, from 1.

    Returns
    -------
    dict
        The place is emptied; the lesson keeps the question.
    """
    return {f"slot-{number}": None}


def questions_in(notes: str) -> tuple[str, ...]:
    r"""Return the lines of some notes that ask something.

    Parameters
    ----------
    notes : str
        What a reader typed.

    Returns
    -------
    tuple of str
        Each line that ends with a question mark, once.

    Examples
    --------
    >>> questions_in("Ask Ada.\nWho checks it? \n\nWho checks it?")
    ('Who checks it?',)
    """
    lines = (line.strip() for line in notes.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line.endswith("?")))


def _text(kept: Mapping[str, Json], name: str) -> str:
    text = kept.get(name)
    return text if isinstance(text, str) else ""
