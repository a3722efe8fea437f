"""A group's sitting: what people said, what they agreed, who still disagrees, what is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from toolkit.assessment.answer import Answer, carry_over, keep_answers, read_answers
from toolkit.assessment.group.poll import Poll
from toolkit.assessment.group.poll_json import poll_as_data, poll_from_data
from toolkit.assessment.group.role import Roles
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_rules import RedLine
from toolkit.errors import ContentError, Problem
from toolkit.language import N_, _
from toolkit.progress import ProgressFile, parse_progress, write_progress
from toolkit.yamlfile import Json

__all__ = [
    "DISSENT",
    "POLL",
    "REPLY",
    "Record",
    "carry_record",
    "document_name",
    "keep_record",
    "open_lines",
    "parse_record",
    "read_record",
    "write_record",
]

POLL, DISSENT, REPLY = "group.poll", "group.dissent.", "group.reply."
NUMBERS_GONE = N_(
    "The questions have changed since these people answered, so the numbers were put aside. "
    "Load their files again. What you agreed is kept."
)


@dataclass(frozen=True)
class Record:
    """A group's sitting, without anybody's single file.

    Parameters
    ----------
    poll : Poll or None
        What people said; None before any file is loaded.
    answers : dict of str to Answer
        What the group agreed, by question.
    dissent : dict of str to str
        Who still disagrees and why, in the group's own words, by question.
    replies : dict of str to str
        The group's written answer to each red line that somebody raised, by the line's id.
    """

    poll: Poll | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    dissent: Mapping[str, str] = field(default_factory=dict)
    replies: Mapping[str, str] = field(default_factory=dict)


def open_lines(record: Record) -> tuple[RedLine, ...]:
    """Return the red lines that somebody raised and nobody has answered in writing.

    Parameters
    ----------
    record : Record
        The sitting.

    Returns
    -------
    tuple of RedLine
        In the order of the instrument.
    """
    if record.poll is None or record.poll.instrument.proposal is None:
        return ()
    return tuple(
        line
        for line in record.poll.instrument.proposal.red_lines
        if line.id in record.poll.raised and not record.replies.get(line.id, "").strip()
    )


def document_name(instrument: Instrument) -> str:
    """Return the name that a group's sitting is kept and saved under.

    Parameters
    ----------
    instrument : Instrument
        What was asked.

    Returns
    -------
    str
        For example ``group-readiness``.
    """
    return f"group-{instrument.id}"


def keep_record(record: Record) -> dict[str, Json]:
    """Return a sitting as names and values; `read_record` turns them back exactly.

    Parameters
    ----------
    record : Record
        The sitting.

    Returns
    -------
    dict
        The agreed answers as any answers are kept, and the rest under ``group.…``.
    """
    dissent = {DISSENT + name: text for name, text in record.dissent.items() if text}
    replies = {REPLY + name: text for name, text in record.replies.items() if text}
    numbers: dict[str, Json] = {POLL: poll_as_data(record.poll)} if record.poll else {}
    return {**numbers, **keep_answers(record.answers), **dissent, **replies}


def read_record(
    values: Mapping[str, Json], instrument: Instrument, roles: Roles
) -> tuple[Record, tuple[Problem, ...]]:
    """Return the sitting that values hold, and what of them could not be used.

    Parameters
    ----------
    values : mapping
        As `keep_record` returns them.
    instrument : Instrument
        What was asked.
    roles : Roles
        The roles there are.

    Returns
    -------
    Record, tuple of Problem
        What cannot be used is reported and left out.
    """
    answers, problems = read_answers(instrument, values)
    poll = None
    if POLL in values:
        try:
            poll = poll_from_data(values[POLL], instrument, roles)
        except ValueError as error:
            again = _("load the people's files again")
            problems = (*problems, Problem("numbers", str(error), again))
    lines = instrument.proposal.red_lines if instrument.proposal else ()
    record = Record(
        poll,
        answers,
        _texts(values, DISSENT, instrument.by_id),
        _texts(values, REPLY, [line.id for line in lines]),
    )
    return record, problems


def carry_record(
    instrument: Instrument, version: int, values: dict[str, Json]
) -> tuple[dict[str, Json], str]:
    """Return a sitting kept for an older version as this version needs it.

    Parameters
    ----------
    instrument : Instrument
        The version in use now.
    version : int
        The version the values were kept for.
    values : dict
        As `keep_record` returns them.

    Returns
    -------
    dict, str
        What is agreed, carried over; a sentence or two about what was lost. The numbers are put
        aside, because they count answers to other questions.
    """
    carried, told = carry_over(instrument, version, values)
    had_numbers = carried.pop(POLL, None) is not None
    for step in instrument.migrations:
        if step.to > version:
            for old, new in step.renamed.items():
                if DISSENT + old in carried:
                    carried[DISSENT + new] = carried.pop(DISSENT + old)
    return carried, f"{told} {_(NUMBERS_GONE) if had_numbers else ''}".strip()


def write_record(record: Record, instrument: Instrument, saved: str) -> str:
    """Return the file of a sitting; `parse_record` turns it back exactly.

    Parameters
    ----------
    record : Record
        The sitting.
    instrument : Instrument
        What was asked.
    saved : str
        The date.

    Returns
    -------
    str
        JSON. It holds counts, and no single person's answers.
    """
    about: dict[str, Json] = {
        "instrument": {"title": instrument.title, "fingerprint": instrument.fingerprint}
    }
    values, name = keep_record(record), document_name(instrument)
    return write_progress(ProgressFile(name, instrument.version, values, saved, about))


def parse_record(
    text: str, instrument: Instrument, roles: Roles, file: str = "The file"
) -> tuple[Record, str]:
    """Return the sitting that a file holds, and what of it could not be used.

    Parameters
    ----------
    text : str
        What the file holds.
    instrument : Instrument
        What was asked.
    roles : Roles
        The roles there are.
    file : str
        The file's name, for messages.

    Returns
    -------
    Record, str
        The sitting; a sentence or two, empty where all could be used.

    Raises
    ------
    ContentError
        Where the file is damaged, is not ours, belongs to something else, or is newer.
    """
    saved = parse_progress(text, document_name(instrument), instrument.version, file)
    values, told = dict(saved.values), ""
    if saved.version < instrument.version:
        values, told = carry_record(instrument, saved.version, values)
    record, problems = read_record(values, instrument, roles)
    damaged = [problem for problem in problems if problem.where == "numbers"]
    if damaged:
        raise ContentError(file, [replace(damaged[0], where="file")])
    unused = " ".join(f"{problem.where}: {problem.what}." for problem in problems)
    return record, f"{told} {unused}".strip()


def _texts(values: Mapping[str, Json], start: str, names: Iterable[str]) -> dict[str, str]:
    found = {name: values.get(start + name) for name in names}
    return {name: text for name, text in found.items() if isinstance(text, str) and text}
