"""What a step of a self-assessment needs to draw itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.instrument import Area, Instrument
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.question import Question
from toolkit.assessment.result import AreaResult, Counts, Result
from toolkit.cases.link import CaseLink
from toolkit.lesson import Lesson
from toolkit.yamlfile import Json

__all__ = ["Paper", "Waiting"]


@dataclass(frozen=True)
class Waiting:
    """Answers from a file that wait for a yes, because there are answers already.

    Parameters
    ----------
    filename : str
        The visitor's name for the file.
    answers : mapping of str to Answer
        What it holds.
    notes : str
        What of it could not be used; empty where all of it can.
    example : str
        The made-up body that it is a worked example about; empty for a visitor's own.
    beside : mapping
        What it holds beside the answers.
    """

    filename: str
    answers: Answers
    notes: str = ""
    example: str = ""
    beside: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class Paper:
    """The questions, the answers so far, and what they come to.

    Parameters
    ----------
    instrument : Instrument
        What is asked.
    answers : mapping of str to Answer
        The answers so far.
    result : Result or ProposalResult
        What they come to.
    address : callable
        Given a place as names and values, returns the fragment of its address.
    links : callable
        Given a question, returns the case studies that bear on it and can be opened.
    section, heading : str
        The step the visitor is on: its name in the address, and its heading.
    others : str
        The address of the list of self-assessments; empty where there is only this one.
    waiting : Waiting or None
        Answers from a file that wait for a yes.
    example : str
        The made-up body that the answers are about; empty for a visitor's own.
    where : str
        Where the visitor's answers go, in words.
    beside : mapping
        What is kept beside the answers: about the proposal, and a role in a group.
    own : bool
        Whether the visitor brought it along, so that group mode does not know it.
    lessons : mapping of str to tuple of Lesson
        The lessons that teach what a part asks about, by the part's id.
    """

    instrument: Instrument
    answers: Answers
    result: Result | ProposalResult
    address: Callable[..., str]
    links: Callable[[Question], tuple[CaseLink, ...]]
    section: str
    heading: str
    others: str = ""
    waiting: Waiting | None = None
    example: str = ""
    where: str = ""
    beside: Mapping[str, Json] = field(default_factory=dict)
    own: bool = False
    lessons: Mapping[str, tuple[Lesson, ...]] = field(default_factory=dict)

    @property
    def heading_id(self) -> str:
        """The id of the step's heading, which has the focus when the visitor arrives."""
        return self.id(f"heading-{self.section}")

    def id(self, name: str) -> str:
        """Return an id for an element of this self-assessment."""
        return f"{self.instrument.id}-{name}"

    def answer(self, question: Question) -> Answer:
        """Return the answer to a question."""
        return self.answers.get(question.id, Answer())

    def shown(self, area: Area) -> tuple[Question, ...]:
        """Return the questions of an area that are asked, or were and still have an answer."""
        wanted = {*self.result.asked, *self.result.set_aside}
        return tuple(q for q in self.instrument.by_area[area.id] if q.id in wanted)

    def counts(self, area: Area) -> Counts:
        """Return how the questions of an area stand."""
        return self.result.counts_by_area[area.id]

    def score(self, area: Area) -> AreaResult | None:
        """Return what an area comes to; None for one without a score."""
        if isinstance(self.result, ProposalResult):
            return None
        return next((found for found in self.result.areas if found.area == area), None)
