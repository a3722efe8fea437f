"""One person's answers in a group: a small saved file with a role and without a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from toolkit.assessment.answer import Answer, Answers, carry_over, keep_answers, read_answers
from toolkit.assessment.group.role import NOT_SAID, Roles
from toolkit.assessment.instrument import Instrument
from toolkit.errors import ContentError, Problem
from toolkit.language import _
from toolkit.progress import ProgressFile, parse_progress, write_progress
from toolkit.yamlfile import Json

__all__ = ["ABOUT_NAME", "ROLE", "Ballot", "read_ballot", "write_ballot"]

ROLE = "group.role"
MARK = "group.mark"
ABOUT_NAME = "about.name"


@dataclass(frozen=True)
class Ballot:
    """What one person said.

    Parameters
    ----------
    answers : mapping of str to Answer
        The answers by question, without notes.
    role : str
        The id of a role; ``not-said`` where none was given.
    mark : str
        What tells this file from every other; empty for a file that was not saved for a group.
    subject : str
        What the proposal is called; often empty.
    saved : str
        The date it was saved.
    example : str
        The made-up body that the answers are a worked example about; empty for a real person.
    """

    answers: Mapping[str, Answer]
    role: str = NOT_SAID
    mark: str = ""
    subject: str = ""
    saved: str = ""
    example: str = ""


def write_ballot(instrument: Instrument, ballot: Ballot) -> str:
    """Return the file of one person.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    ballot : Ballot
        What the person said. Notes are left out: they may tell who wrote them.

    Returns
    -------
    str
        A file that `read_ballot` reads, and that the self-assessment loads too. One made from
        a worked example says so, and no group counts it.
    """
    beside = {ROLE: ballot.role, MARK: ballot.mark, ABOUT_NAME: ballot.subject}
    values: dict[str, Json] = {
        **keep_answers(_without_notes(ballot.answers)),
        **{name: value for name, value in beside.items() if value},
    }
    return write_progress(
        ProgressFile(
            instrument.id, instrument.version, values, ballot.saved, example=ballot.example
        )
    )


def read_ballot(
    text: str, instrument: Instrument, roles: Roles, file: str = "The file"
) -> tuple[Ballot, str]:
    """Return what a person's file says.

    Parameters
    ----------
    text : str
        What the file holds. A file saved in the ordinary way will do; it has no role.
    instrument : Instrument
        What was asked.
    roles : Roles
        The roles there are.
    file : str
        The file's name, for messages.

    Returns
    -------
    Ballot, str
        The person's answers, and what of the file could not be used; empty where all could.

    Raises
    ------
    ContentError
        Where the file is damaged, is not ours, belongs to another self-assessment, was saved by
        a newer version, or is a worked example.
    """
    saved = parse_progress(text, instrument.id, instrument.version, file)
    if saved.example:
        what = _("is a worked example: {example} and its answers are made up").format(
            example=saved.example
        )
        remedy = _("leave it out; a group counts what people answered themselves")
        raise ContentError(file, [Problem("file", what, remedy)])
    values, told = dict(saved.values), []
    if saved.version < instrument.version:
        values, lost = carry_over(instrument, saved.version, values)
        told += [lost] if lost else []
    answers, problems = read_answers(instrument, values)
    told += [f"{problem.where}: {problem.what}." for problem in problems]
    role = _text(values, ROLE) or NOT_SAID
    if role != NOT_SAID and role not in roles.by_id:
        told.append(
            _("‘{role}’ is not one of the roles here, so it counts without a role.").format(
                role=role[:40]
            )
        )
        role = NOT_SAID
    ballot = Ballot(
        _without_notes(answers), role, _text(values, MARK), _text(values, ABOUT_NAME), saved.saved
    )
    return ballot, " ".join(told)


def _without_notes(answers: Answers) -> dict[str, Answer]:
    kept = {name: replace(answer, note="") for name, answer in answers.items()}
    return {name: answer for name, answer in kept.items() if answer != Answer()}


def _text(values: Mapping[str, Json], name: str) -> str:
    found = values.get(name)
    return found.strip() if isinstance(found, str) else ""
