"""What a step of group mode needs to draw itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.assessment.assess import assess
from toolkit.assessment.group.poll import QuestionPoll, agenda
from toolkit.assessment.group.record import Record
from toolkit.assessment.group.role import Roles
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.question import Question
from toolkit.cases.link import CaseLink
from toolkit.views.assessment.paper import Paper

__all__ = ["Arrival", "Table"]


@dataclass(frozen=True)
class Arrival:
    """What came with the last files, or waits for a yes because it would replace something.

    Parameters
    ----------
    files : tuple of (str, str)
        People's files by name, as they wait.
    record : Record or None
        A saved sitting, as it waits.
    filename : str
        The name of the file it came in.
    """

    files: tuple[tuple[str, str], ...] = ()
    record: Record | None = None
    filename: str = ""


@dataclass(frozen=True)
class Table:
    """A group at work: what people said, what is agreed so far, where the page is.

    Parameters
    ----------
    instrument : Instrument
        What was asked.
    roles : Roles
        The roles there are.
    record : Record
        The sitting so far.
    address : callable
        Given a place as names and values, returns the fragment of its address.
    links : callable
        Given a question, returns the case studies that bear on it and can be opened.
    section, heading : str
        The step: its name in the address, and its heading.
    question : Question or None
        The question the page is on, where it is on one.
    told : tuple of str
        What the last files said of themselves: refused, copied, changed.
    others : str
        The address of the list of self-assessments; empty where there is only this one.
    waiting : Arrival or None
        What waits for a yes.
    more : bool
        Whether single files are still at hand, so that more can be added to them.
    where : str
        Where the answers go, in words for the visitor.
    """

    instrument: Instrument
    roles: Roles
    record: Record
    address: Callable[..., str]
    links: Callable[[Question], tuple[CaseLink, ...]]
    section: str
    heading: str
    question: Question | None = None
    told: tuple[str, ...] = ()
    others: str = ""
    waiting: Arrival | None = None
    more: bool = False
    where: str = ""

    @property
    def heading_id(self) -> str:
        """The id of the step's heading, which has the focus when the visitor arrives."""
        return self.id(f"heading-{self.question.id if self.question else self.section}")

    @property
    def agenda(self) -> tuple[QuestionPoll, ...]:
        """The questions in the order to talk about them."""
        return agenda(self.record.poll) if self.record.poll else ()

    def id(self, name: str) -> str:
        """Return an id for an element of this group's pages."""
        return f"group-{self.instrument.id}-{name}"

    def paper(self) -> Paper:
        """Return the agreed answers as a sitting with the self-assessment has its own."""
        return Paper(
            self.instrument,
            self.record.answers,
            assess(self.instrument, self.record.answers),
            self.address,
            self.links,
            self.section,
            self.heading,
        )
