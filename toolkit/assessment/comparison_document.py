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
from toolkit.language import N_, _, ngettext

__all__ = ["comparison_document", "said", "summary_sentences"]

NOT_PICKED = {
    "unanswered": N_("Not answered"),
    "unknown": N_("Don't know"),
    "not_applicable": N_("Not applicable"),
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
    title = _("Then and now: {title}").format(title=found.instrument.title)
    blocks = (*_head(found, on), *_results(found), *_answers(found))
    return Document(title, tuple(blocks), _("Two runs of one self-assessment compared"))


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
            _("{name} then: ‘{then}’. {name} now: ‘{now}’.").format(
                name=name, then=first.then, now=first.now
            )
            if first.changed
            else _("{name} then and now: ‘{now}’.").format(name=name, now=first.now)
        )
    rows = [row for row in (*found.results[1:], *found.areas) if row.changed]
    moved = [row.what.partition(", of ")[0] for row in rows]
    if moved:
        sentences.append(_("Also changed: {list}.").format(list=listed(moved)))
    telling = [change for change in found.answers if not change.only_words]
    words = len(found.answers) - len(telling)
    told = ngettext("{count} answer changed.", "{count} answers changed.", len(telling))
    sentences.append(told.format(count=len(telling)))
    if words:
        told = ngettext(
            "{count} answer stayed with other words beside it.",
            "{count} answers stayed with other words beside it.",
            words,
        )
        sentences[-1] += " " + told.format(count=words)
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
        return _(NOT_PICKED[answer.state])
    label = question.by_choice[answer.choice].label.rstrip(".")
    if not question.points or not instrument.grades or question.evidence is None:
        return label
    return _("{answer} (evidence: {grade})").format(
        answer=label, grade=instrument.grades[answer.evidence].label
    )


def _head(found: Comparison, on: date) -> Iterator[Block]:
    instrument = found.instrument
    yield Text(
        _(
            "Report of {day}. Version {version} of the questions (fingerprint {fingerprint})."
        ).format(
            day=day_in_words(on), version=instrument.version, fingerprint=instrument.fingerprint
        )
    )
    yield Table(
        _("What is compared"), ("", _("Run"), _("Saved")), tuple(
            (when, run.name, run.saved or _("not known"))
            for when, run in ((_("Then"), found.then), (_("Now"), found.now))
        )
    )  # fmt: skip
    yield Text(_(SCOPE))
    for when, run in ((_("Then"), found.then), (_("Now"), found.now)):
        if run.example or run.notices:
            yield Text((Strong(_("{when}: please note.").format(when=when)), f" {_notice(run)}"))


def _notice(run: Run) -> str:
    return " ".join(text for text in (example_notice(run.example), run.notices) if text)


def _results(found: Comparison) -> Iterator[Block]:
    yield Heading(2, _("What changed"))
    yield Bullets(summary_sentences(found))
    yield _table(_("The result then and now"), found.results)
    yield Heading(2, _("Part by part"))
    yield _table(_("Each part then and now"), found.areas)


def _table(caption: str, rows: tuple[Row, ...]) -> Table:
    return Table(
        caption, ("", _("Then"), _("Now")), tuple((row.what, row.then, row.now) for row in rows)
    )


def _answers(found: Comparison) -> Iterator[Block]:
    yield Heading(2, _("Changed answers"))
    if not found.answers:
        yield Text(_("No answer changed."))
        return
    yield Table(
        _("Each changed answer"),
        (_("Question"), _("Then"), _("Now")),
        tuple(
            (named(change.question), *_sides(found.instrument, change)) for change in found.answers
        ),
    )
    for change in found.answers:
        yield from _words(change)


def _sides(instrument: Instrument, change: AnswerChange) -> tuple[str, str]:
    then = said(instrument, change.question, change.then)
    now = said(instrument, change.question, change.now)
    return (then, _("{now}; other words").format(now=now) if change.only_words else now)


def _words(change: AnswerChange) -> Iterator[Block]:
    """Give the notes and reasons of a question where they are not the same."""
    sides = [(_("Then"), change.then), (_("Now"), change.now)]
    for what in (N_("reason"), N_("note")):
        then, now = (getattr(answer, what) for __, answer in sides)
        if then == now:
            continue
        yield Heading(3, f"{named(change.question)}: {_(what)}")
        for when, answer in sides:
            words = getattr(answer, what)
            yield Text(f"{when}:" if words else _("{when}: none.").format(when=when))
            if words:
                yield Quote(words)
