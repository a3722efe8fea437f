"""A poll as data that JSON can hold, and back exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NoReturn

from toolkit.assessment.group.poll import Poll, QuestionPoll
from toolkit.assessment.group.role import Roles
from toolkit.assessment.group.shield import FEWEST
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.question import Question
from toolkit.language import _
from toolkit.yamlfile import Json

__all__ = ["poll_as_data", "poll_from_data"]

STATES = ("unknown", "not_applicable", "unanswered", "not_asked")
MOST = 1_000_000


def poll_as_data(poll: Poll) -> dict[str, Json]:
    """Return a poll as names and values.

    Parameters
    ----------
    poll : Poll
        What a group said.

    Returns
    -------
    dict
        `poll_from_data` turns it back exactly.
    """
    return {
        "people": poll.people,
        "subject": poll.subject,
        "roles": dict(poll.roles),
        "set_apart": poll.set_apart,
        "apart": dict(poll.apart),
        "raised": dict(poll.raised),
        "questions": {found.question.id: _as_data(found) for found in poll.questions},
    }


def poll_from_data(data: Json, instrument: Instrument, roles: Roles) -> Poll:
    """Return the poll that data holds.

    Parameters
    ----------
    data : dict
        As `poll_as_data` returns it.
    instrument : Instrument
        What was asked, in the same version.
    roles : Roles
        The roles there are.

    Returns
    -------
    Poll
        The same poll.

    Raises
    ------
    ValueError
        Where the data is not a poll of this instrument, or shows a role that is too small.
    """
    people = _number(_part(data, "people"))
    questions = _part(data, "questions")
    subject = _part(data, "subject")
    if not isinstance(subject, str):
        _refuse("subject")
    together, apart = ([role.id for role in group] for group in (roles.together, roles.apart))
    lines = instrument.proposal.red_lines if instrument.proposal else ()
    return Poll(
        instrument,
        people,
        tuple(
            _from_data(_part(questions, question.id), question, together, apart, people)
            for question in instrument.questions
        ),
        roles=_numbers(_part(data, "roles"), together, FEWEST),
        set_apart=_number(_part(data, "set_apart")),
        apart=_numbers(_part(data, "apart"), apart, FEWEST),
        raised=_numbers(_part(data, "raised"), [line.id for line in lines], 1),
        subject=subject,
    )


def _as_data(found: QuestionPoll) -> dict[str, Json]:
    question = found.question
    return {
        "choices": _named(question, found.choices),
        **{state: getattr(found, state) for state in STATES},
        "roles": {role: _named(question, counts) for role, counts in found.roles.items()},
        "apart": {role: _named(question, counts) for role, counts in found.apart.items()},
    }


def _named(question: Question, counts: Iterable[int]) -> dict[str, Json]:
    return {choice.id: count for choice, count in zip(question.choices, counts, strict=True)}


def _from_data(
    data: Json, question: Question, together: list[str], apart: list[str], people: int
) -> QuestionPoll:
    found = QuestionPoll(
        question,
        _counts(_part(data, "choices"), question),
        **{state: _number(_part(data, state)) for state in STATES},
        roles=_splits(_part(data, "roles"), question, together),
        apart=_splits(_part(data, "apart"), question, apart),
    )
    if found.people != people:
        _refuse(_("the number of people at {question}").format(question=question.id))
    return found


def _splits(data: Json, question: Question, roles: list[str]) -> dict[str, tuple[int, ...]]:
    if not isinstance(data, dict) or not set(data) <= set(roles):
        _refuse(_("roles at {question}").format(question=question.id))
    splits = {role: _counts(data[role], question) for role in data}
    if any(sum(counts) < FEWEST for counts in splits.values()):
        told = _("a role of fewer than {fewest} at {question}")
        _refuse(told.format(fewest=FEWEST, question=question.id))
    return splits


def _counts(data: Json, question: Question) -> tuple[int, ...]:
    return tuple(_number(_part(data, choice.id)) for choice in question.choices)


def _numbers(data: Json, names: Iterable[str], fewest: int) -> dict[str, int]:
    if not isinstance(data, dict) or not set(data) <= set(names):
        _refuse("names")
    found = {name: _number(value) for name, value in data.items()}
    if any(number < fewest for number in found.values()):
        _refuse(_("a number below {fewest}").format(fewest=fewest))
    return found


def _number(value: Json) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST:
        _refuse(repr(value)[:40])
    return value


def _part(data: Json, name: str) -> Json:
    if not isinstance(data, Mapping) or name not in data:
        _refuse(name)
    return data[name]


def _refuse(what: str) -> NoReturn:
    raise ValueError(_("not the numbers of a group: {what}").format(what=what))
