"""Count a group's answers, and hold back every role that is too small to be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.assessment.answer import Answer, State
from toolkit.assessment.group.ballot import Ballot
from toolkit.assessment.group.poll import Poll, QuestionPoll
from toolkit.assessment.group.role import Roles
from toolkit.assessment.group.shield import showable
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.measure import asked
from toolkit.assessment.question import Question

__all__ = ["count"]

NO_ANSWER = Answer()


@dataclass(frozen=True)
class _Voice:
    """One person as counting needs them: the questions asked of them are worked out once."""

    role: str
    ballot: Ballot
    asked: frozenset[str]
    lines: tuple[str, ...]


def count(
    instrument: Instrument, ballots: Iterable[Ballot], roles: Roles, subject: str = ""
) -> Poll:
    """Return what a group of people said.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    ballots : iterable of Ballot
        One for each person, in any order.
    roles : Roles
        The roles there are.
    subject : str
        What the proposal is called, where that is known.

    Returns
    -------
    Poll
        Counts only. Suppliers, and whoever else is only shown apart, are in no total and raise
        no red line: fewer than five of them leave no trace but their number.
    """
    voices = [_voice(instrument, ballot) for ballot in ballots]
    outside = [role.id for role in roles.apart]
    together = [voice for voice in voices if voice.role not in outside]
    apart = [voice for voice in voices if voice.role in outside]
    people = Counter(voice.role for voice in together)
    shown = showable(people, [role.id for role in roles.together])
    people_apart = Counter(voice.role for voice in apart)
    shown_apart = showable(people_apart, outside)
    raised = Counter(line for voice in together for line in voice.lines)
    return Poll(
        instrument,
        len(together),
        tuple(
            _question(question, together, apart, shown, shown_apart)
            for question in instrument.questions
        ),
        roles={role: people[role] for role in shown},
        set_apart=len(apart),
        apart={role: people_apart[role] for role in shown_apart},
        raised={line: raised[line] for line in _lines(instrument) if raised[line]},
        subject=subject,
    )


def _voice(instrument: Instrument, ballot: Ballot) -> _Voice:
    questions = frozenset(question.id for question in asked(instrument, ballot.answers))
    return _Voice(ballot.role, ballot, questions, _crossed(instrument, ballot, questions))


def _crossed(instrument: Instrument, ballot: Ballot, questions: frozenset[str]) -> tuple[str, ...]:
    """Return the red lines that a person's own answers cross; what they left open raises none."""
    given = {
        name: answer.choice
        for name, answer in ballot.answers.items()
        if answer.state == "answered" and name in questions
    }
    lines = instrument.proposal.red_lines if instrument.proposal else ()
    return tuple(
        line.id
        for line in lines
        if all(given.get(part.question) in part.choices for part in line.open_when)
    )


def _lines(instrument: Instrument) -> list[str]:
    return [line.id for line in instrument.proposal.red_lines] if instrument.proposal else []


def _question(
    question: Question,
    together: Sequence[_Voice],
    apart: Sequence[_Voice],
    shown: Sequence[str],
    shown_apart: Sequence[str],
) -> QuestionPoll:
    asked_of = [voice for voice in together if question.id in voice.asked]
    states: Counter[State] = Counter(_answer(voice, question).counts_as for voice in asked_of)
    picks, picks_apart = _picks(question, together), _picks(question, apart)
    return QuestionPoll(
        question,
        _totals(question, picks.values()),
        unknown=states["unknown"],
        not_applicable=states["not_applicable"],
        unanswered=states["unanswered"],
        not_asked=len(together) - len(asked_of),
        roles=_splits(question, picks, shown),
        apart=_splits(question, picks_apart, shown_apart),
    )


def _picks(question: Question, voices: Iterable[_Voice]) -> dict[str, Counter[str]]:
    """Return for each role how often each choice was picked, by those who were asked."""
    picks: dict[str, Counter[str]] = {}
    for voice in voices:
        answer = _answer(voice, question)
        if answer.counts_as == "answered" and question.id in voice.asked:
            picks.setdefault(voice.role, Counter())[answer.choice] += 1
    return picks


def _splits(
    question: Question, picks: Mapping[str, Counter[str]], candidates: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """Return the picks of each role that may be shown on this question.

    Those who picked an answer here may be fewer than a role's people, so it is decided again.
    """
    people = {role: found.total() for role, found in picks.items()}
    shown = showable(people, candidates)
    return {role: _totals(question, [picks[role]]) for role in shown}


def _totals(question: Question, picks: Iterable[Counter[str]]) -> tuple[int, ...]:
    total = sum(picks, Counter[str]())
    return tuple(total[choice.id] for choice in question.choices)


def _answer(voice: _Voice, question: Question) -> Answer:
    return voice.ballot.answers.get(question.id, NO_ANSWER)
