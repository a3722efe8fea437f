"""A group's sitting as one document, and its agreed answers as a file like any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from toolkit.assessment.answer import Answer, keep_answers
from toolkit.assessment.group.ballot import ABOUT_NAME
from toolkit.assessment.group.phrase import (
    agreed_words,
    agreement_words,
    gap_words,
    median_words,
    no_answer_words,
    otherwise_words,
    who_sentences,
)
from toolkit.assessment.group.poll import Poll, QuestionPoll, agenda
from toolkit.assessment.group.record import Record
from toolkit.assessment.group.role import Roles
from toolkit.assessment.group.standing import standing
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import SCOPE, named
from toolkit.day import day_in_words
from toolkit.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Phrase,
    Quote,
    Strong,
    Table,
    Text,
)
from toolkit.language import N_, _
from toolkit.progress import ProgressFile, write_progress
from toolkit.yamlfile import Json

__all__ = ["agreed_file", "group_document"]

METHOD = N_(
    "Agreement is 100% where all say the same, and 0% where people are split between both ends. "
    "Where answers have no order, it is 0% where people are spread evenly over all of them. "
    "Only picked answers count in it. “Don't know” and missing answers are shown beside it."
)
OPEN = N_("Not answered in writing yet. It stays open.")


def group_document(record: Record, instrument: Instrument, roles: Roles, *, on: date) -> Document:
    """Return the report on a group's sitting.

    Parameters
    ----------
    record : Record
        The sitting.
    instrument : Instrument
        What was asked.
    roles : Roles
        The roles there are.
    on : date
        The date of the report.

    Returns
    -------
    Document
        Who took part, where it stands, red lines, the agenda, and each question with its
        agreed answer and the dissent.
    """
    poll = record.poll
    blocks: list[Block] = [*_head(record, instrument, on)]
    if poll is not None:
        about = _(" on ‘{subject}’").format(subject=poll.subject) if poll.subject else ""
        blocks += [
            Heading(2, _("Who took part{about}").format(about=about)),
            Bullets(who_sentences(poll, roles)),
        ]
        blocks += [*_red_lines(record, poll), *_agenda(record, poll)]
        blocks.append(Heading(2, _("Question by question")))
        for found in agenda(poll):
            blocks += _question(record, found, roles)
    subject = poll.subject if poll else ""
    return Document(
        _("What the group said: {title}").format(title=instrument.title), tuple(blocks), subject
    )


def agreed_file(record: Record, instrument: Instrument, *, on: date) -> str:
    """Return what a group agreed as a file of answers, which the self-assessment loads.

    Parameters
    ----------
    record : Record
        The sitting.
    instrument : Instrument
        What was asked.
    on : date
        The date.

    Returns
    -------
    str
        JSON. Dissent is kept in the note of each answer.
    """
    answers = {
        name: _with_dissent(record.answers.get(name, Answer()), record.dissent.get(name, ""))
        for name in instrument.by_id
        if name in record.answers or record.dissent.get(name)
    }
    values: dict[str, Json] = dict(keep_answers(answers))
    if record.poll and record.poll.subject:
        values[ABOUT_NAME] = record.poll.subject
    return write_progress(ProgressFile(instrument.id, instrument.version, values, on.isoformat()))


def _with_dissent(answer: Answer, dissent: str) -> Answer:
    if not dissent.strip():
        return answer
    told = _("Some still disagree: {dissent}").format(dissent=dissent.strip())
    return replace(answer, note=f"{answer.note}\n{told}" if answer.note else told)


def _head(record: Record, instrument: Instrument, on: date) -> Iterator[Block]:
    yield Text(
        _(
            "Report of {day}. Version {version} of the questions (fingerprint {fingerprint})."
        ).format(
            day=day_in_words(on), version=instrument.version, fingerprint=instrument.fingerprint
        )
    )
    yield Text(_(SCOPE))
    yield Text(instrument.status)
    yield Heading(2, _("Where it stands"))
    yield Bullets(standing(record, instrument))


def _red_lines(record: Record, poll: Poll) -> Iterator[Block]:
    if poll.instrument.proposal is None:
        return
    yield Heading(2, _("Red lines that people raised"))
    raised = [line for line in poll.instrument.proposal.red_lines if line.id in poll.raised]
    if not raised:
        yield Text(_("Nobody's answers cross a red line for certain."))
        return
    rows = tuple(
        (line.name, str(poll.raised[line.id]), record.replies.get(line.id, "").strip() or _(OPEN))
        for line in raised
    )
    caption = _("One person is enough to raise a red line. It is closed only by a written answer")
    yield Table(caption, (_("Red line"), _("People"), _("The group's answer")), rows)


def _agenda(record: Record, poll: Poll) -> Iterator[Block]:
    yield Heading(2, _("What to talk about"))
    yield Text(_(METHOD))
    rows = tuple(
        (
            named(found.question),
            agreement_words(found),
            str(found.answered),
            str(found.unknown),
            str(found.unanswered),
            agreed_words(found.question, record.answers.get(found.question.id)),
        )
        for found in agenda(poll)
    )
    header = (
        _("Question"),
        _("Agreement"),
        _("Answers"),
        _("Don't know"),
        _("No answer"),
        _("Agreed"),
    )
    yield Table(_("The questions, the least agreement first"), header, rows)


def _question(record: Record, found: QuestionPoll, roles: Roles) -> Iterator[Block]:
    question = found.question
    answer, dissent = record.answers.get(question.id), record.dissent.get(question.id, "")
    yield Heading(3, f"{question.id}. {question.text}")
    yield _counts(found, roles)
    said = (
        median_words(question, found.choices),
        gap_words(found, roles),
        no_answer_words(found),
    )
    yield Text(" ".join(words for words in said if words) or _("Nobody picked an answer."))
    agreed = f" {agreed_words(question, answer)}. {otherwise_words(found, answer)}"
    yield Text((Strong(_("Agreed:")), agreed.rstrip()))
    if answer and answer.state == "not_applicable" and answer.reason.strip():
        yield Text(_("Why it does not apply:"))
        yield Quote(answer.reason)
    if answer and answer.note.strip():
        yield Text(_("Note:"))
        yield Quote(answer.note)
    if dissent.strip():
        yield Text(_("Some still disagree:"))
        yield Quote(dissent)


def _counts(found: QuestionPoll, roles: Roles) -> Table:
    columns = [(_("All"), found.choices)]
    columns += [(roles.label(role), counts) for role, counts in found.roles.items()]
    columns += [
        (_("{role}, apart").format(role=roles.label(role)), n) for role, n in found.apart.items()
    ]
    rows: tuple[tuple[Phrase, ...], ...] = tuple(
        (choice.label, *(str(counts[place]) for __, counts in columns))
        for place, choice in enumerate(found.question.choices)
    )
    header = (_("Answer"), *(name for name, __ in columns))
    return Table(
        _("How many picked each answer to {id}").format(id=found.question.id), header, rows
    )
