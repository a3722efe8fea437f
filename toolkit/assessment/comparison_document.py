"""A comparison of two runs as a document, in words and tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.assessment.answer import Answer
from toolkit.assessment.comparison import AnswerChange, Comparison, Row
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import SCOPE, listed, named
from toolkit.assessment.question import Question
from toolkit.assessment.run import Run, example_notice
from toolkit.day import day_in_words
from toolkit.document.blocks import Block, Bullets, Document, Heading, Quote, Strong, Table, Text

__all__ = ["comparison_document", "said", "summary_sentences"]

NOT_PICKED = {
    "unanswered": "Not answered",
    "unknown": "Don't know",
    "not_applicable": "Not applicable",
}


def comparison_document(found: Comparison, *, on: date) -> Document:
    """Return a comparison as a document to take away.

    Parameters
    ----------
    found : Comparison
        As `toolkit.assessment.comparison.compare_runs` returns it.
    on : date
        The date of the report.

    Returns
    -------
    Document
        The result then and now, the parts, and every changed answer.
    """
    title = f"Then and now: {found.instrument.title}"
    blocks = (*_head(found, on), *_results(found), *_answers(found))
    return Document(title, tuple(blocks), "Two runs of one self-assessment compared")


def summary_sentences(found: Comparison) -> tuple[str, ...]:
    """Return what changed in a few sentences: the result first, then how many answers.

    Parameters
    ----------
    found : Comparison
        The comparison.

    Returns
    -------
    tuple of str
        At least two sentences.
    """
    first = found.results[0] if found.results else None
    sentences = []
    if first is not None:
        name = first.what
        sentences.append(
            f"{name} then: ‘{first.then}’. {name} now: ‘{first.now}’."
            if first.changed
            else f"{name} then and now: ‘{first.now}’."
        )
    rows = [row for row in (*found.results[1:], *found.areas) if row.changed]
    moved = [row.what.partition(", of ")[0] for row in rows]
    if moved:
        sentences.append(f"Also changed: {listed(moved)}.")
    telling = [change for change in found.answers if not change.only_words]
    words = len(found.answers) - len(telling)
    sentences.append(
        f"{_count(len(telling), 'answer')} changed. "
        f"{_count(words, 'answer')} stayed with other words beside it."
        if words
        else f"{_count(len(telling), 'answer')} changed."
    )
    return tuple(sentences)


def said(instrument: Instrument, question: Question, answer: Answer) -> str:
    """Return an answer and its evidence in words.

    Parameters
    ----------
    instrument : Instrument
        For the names of the grades of evidence.
    question : Question
        The question.
    answer : Answer
        Its answer.

    Returns
    -------
    str
        For example ``In use (evidence: a document shows it)``.
    """
    if answer.state != "answered":
        return NOT_PICKED[answer.state]
    label = question.by_choice[answer.choice].label.rstrip(".")
    if not question.points or not instrument.grades or question.evidence is None:
        return label
    return f"{label} (evidence: {instrument.grades[answer.evidence].label})"


def _head(found: Comparison, on: date) -> Iterator[Block]:
    instrument = found.instrument
    yield Text(
        f"Report of {day_in_words(on)}. Version {instrument.version} of the questions "
        f"(fingerprint {instrument.fingerprint})."
    )
    yield Table(
        "What is compared", ("", "Run", "Saved"), tuple(
            (when, run.name, run.saved or "not known")
            for when, run in (("Then", found.then), ("Now", found.now))
        )
    )  # fmt: skip
    yield Text(SCOPE)
    for when, run in (("Then", found.then), ("Now", found.now)):
        if run.example or run.notices:
            yield Text((Strong(f"{when}: please note."), f" {_notice(run)}"))


def _notice(run: Run) -> str:
    return " ".join(text for text in (example_notice(run.example), run.notices) if text)


def _results(found: Comparison) -> Iterator[Block]:
    yield Heading(2, "What changed")
    yield Bullets(summary_sentences(found))
    yield _table("The result then and now", found.results)
    yield Heading(2, "Part by part")
    yield _table("Each part then and now", found.areas)


def _table(caption: str, rows: tuple[Row, ...]) -> Table:
    return Table(caption, ("", "Then", "Now"), tuple((row.what, row.then, row.now) for row in rows))


def _answers(found: Comparison) -> Iterator[Block]:
    yield Heading(2, "Changed answers")
    if not found.answers:
        yield Text("No answer changed.")
        return
    yield Table(
        "Each changed answer",
        ("Question", "Then", "Now"),
        tuple(
            (named(change.question), *_sides(found.instrument, change)) for change in found.answers
        ),
    )
    for change in found.answers:
        yield from _words(change)


def _sides(instrument: Instrument, change: AnswerChange) -> tuple[str, str]:
    then = said(instrument, change.question, change.then)
    now = said(instrument, change.question, change.now)
    return (then, f"{now}; other words" if change.only_words else now)


def _words(change: AnswerChange) -> Iterator[Block]:
    """Give the notes and reasons of a question where they are not the same."""
    sides = [("then", change.then), ("now", change.now)]
    for what in ("reason", "note"):
        then, now = (getattr(answer, what) for _, answer in sides)
        if then == now:
            continue
        yield Heading(3, f"{named(change.question)}: {what}")
        for when, answer in sides:
            words = getattr(answer, what)
            yield Text(f"{when.capitalize()}:" if words else f"{when.capitalize()}: none.")
            if words:
                yield Quote(words)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
