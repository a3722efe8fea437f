"""What a group of people said, counted: all that is ever shown, saved or reported of it.

Nobody's single file is in here, and no role that is too small to be shown: what is not in a
poll cannot come out of it by mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.assessment.group.spread import Gap, agreement, gap, median
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.question import Choice, Question

__all__ = ["Poll", "QuestionPoll", "agenda"]


@dataclass(frozen=True)
class QuestionPoll:
    """How people answered one question.

    Parameters
    ----------
    question : Question
        The question.
    choices : tuple of int
        How many picked each choice, in the order of the question's choices.
    unknown, not_applicable, unanswered : int
        How many do not know, say with a reason that it does not apply, or gave no answer.
    not_asked : int
        How many were not asked, given their other answers.
    roles : dict of str to tuple of int
        The choices again for each role that may be shown here.
    apart : dict of str to tuple of int
        The choices of those who are never counted in, where there are enough of them.
    """

    question: Question
    choices: tuple[int, ...]
    unknown: int = 0
    not_applicable: int = 0
    unanswered: int = 0
    not_asked: int = 0
    roles: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    apart: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def answered(self) -> int:
        """How many picked a choice."""
        return sum(self.choices)

    @property
    def people(self) -> int:
        """How many there are in all, suppliers left out."""
        return self.answered + self.unknown + self.not_applicable + self.unanswered + self.not_asked

    @property
    def agreement(self) -> float | None:
        """How far they agree, 0 to 1; None with fewer than two answers."""
        return agreement(self.question, self.choices)

    @property
    def median(self) -> tuple[Choice, Choice] | None:
        """The answers in the middle, mostly the same one twice."""
        return median(self.question, self.choices)

    @property
    def gap(self) -> Gap | None:
        """How far roles lie apart; None with fewer than two roles to show."""
        return gap(self.question, tuple(self.roles.items()))


@dataclass(frozen=True)
class Poll:
    """What a group said.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    people : int
        How many people are counted, suppliers left out.
    questions : tuple of QuestionPoll
        Every question, in the order of the instrument.
    roles : dict of str to int
        How many people each role has, for roles that may be shown.
    set_apart : int
        How many people are not counted, because their role is only shown apart.
    apart : dict of str to int
        How many people those roles have, where they may be shown.
    raised : dict of str to int
        How many people's answers cross each red line for certain; only lines that any cross.
    subject : str
        What the proposal is called; empty where it is not known.
    """

    instrument: Instrument
    people: int
    questions: tuple[QuestionPoll, ...]
    roles: Mapping[str, int] = field(default_factory=dict)
    set_apart: int = 0
    apart: Mapping[str, int] = field(default_factory=dict)
    raised: Mapping[str, int] = field(default_factory=dict)
    subject: str = ""


def agenda(poll: Poll) -> tuple[QuestionPoll, ...]:
    """Return the questions in the order to talk about them.

    Parameters
    ----------
    poll : Poll
        What a group said.

    Returns
    -------
    tuple of QuestionPoll
        The least agreement first; then the widest gap between roles, then the most who do not
        know or did not answer. Questions with fewer than two answers come after those, and
        questions that nobody was asked are left out.
    """
    asked = [found for found in poll.questions if found.not_asked < found.people]
    return tuple(sorted(asked, key=_urgency))


def _urgency(found: QuestionPoll) -> tuple[float, float, int]:
    agreed, apart = found.agreement, found.gap
    return (
        2.0 if agreed is None else agreed,
        -(apart.size if apart else 0.0),
        -(found.unknown + found.unanswered),
    )
