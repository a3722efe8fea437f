"""One visitor's sitting with a self-assessment: where they are, and what they do there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from toolkit.assessment.answer import Answers, read_answers
from toolkit.assessment.assess import assess
from toolkit.assessment.beside import beside, is_beside
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import live_sentence
from toolkit.assessment.proposal_phrase import live_words
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.result import Result
from toolkit.course import lessons_about
from toolkit.identity import Identity
from toolkit.views.assessment.about import about_trouble
from toolkit.views.assessment.compare import SECTION, act_on_comparison, draw_comparison
from toolkit.views.assessment.exemplify import act_on_example, draw_example, offer_example
from toolkit.views.assessment.loading import APART, MARK, load_file, migrate, take_over
from toolkit.views.assessment.paper import Paper, Waiting
from toolkit.views.assessment.share import save_for_group
from toolkit.views.assessment.steps import draw_step, step_of
from toolkit.views.assessment.take_away import hand_out
from toolkit.views.case_links import link_reader
from toolkit.views.page import Event, Page
from toolkit.views.served import where_answers_go
from toolkit.views.store import Store

__all__ = ["Sitting"]


class Sitting:
    """Holds one visitor's answers, draws the step they are on, and does what they ask for.

    Parameters
    ----------
    instrument : Instrument
        What is asked.
    identity : Identity
        The name of the service.
    place : callable
        Given the instrument's id and a place in it, returns the place with that name if needed.
    is_open : callable
        Given the instrument's id and the page, returns whether the address names it.
    root : Path or None
        The content folder, for links to case studies.
    today : callable
        Returns the date for reports.
    stage : callable
        Given an instrument, returns the id of the council's stage of readiness, if it is known.
    """

    def __init__(
        self,
        instrument: Instrument,
        identity: Identity,
        place: Callable[..., dict[str, str]],
        is_open: Callable[[str, Page], bool],
        root: Path | None,
        today: Callable[[], date],
        stage: Callable[[Instrument], str | None],
    ) -> None:
        self.instrument = instrument
        self.identity = identity
        self.today = today
        self.waiting: Waiting | None = None
        self.own = False  # brought along by the visitor, so that group mode does not know it
        self._scored: tuple[Answers, str | None] = ({}, None)
        self._result: Result | ProposalResult | None = None
        self.root = root
        self._stage = partial(stage, instrument)
        self._place = partial(place, instrument.id)
        self._is_open = partial(is_open, instrument.id)
        self._links = link_reader(root)
        self._lessons = lessons_about(instrument.id, root)
        self.store = Store(instrument.id, instrument.version, partial(migrate, instrument))
        self.page = Page(self.store, draw=self.draw, act=self.act, owns_place=True)

    @property
    def answers(self) -> Answers:
        """The answers so far; what cannot be used is left out."""
        values = self.store.values
        kept = {name: values[name] for name in values if name not in (MARK, *APART)}
        return read_answers(self.instrument, kept)[0]

    @property
    def stage(self) -> str | None:
        """The id of the council's stage of readiness, where it is known."""
        return self._stage()

    def paper(self, page: Page) -> Paper:
        """Return everything the step on this page needs to draw itself."""
        answers = self.answers
        # Each event asks twice, to say the result and to draw it; it is worked out once.
        scored = (answers, self._stage())
        if self._result is None or scored != self._scored:
            self._scored, self._result = scored, assess(self.instrument, *scored)
        section, heading = step_of(self.instrument, page.place.get("section", "start"))
        if self.own and section == "share":
            section, heading = step_of(self.instrument, "tasks")
        return Paper(
            self.instrument,
            answers,
            self._result,
            self.address,
            self._links,
            section,
            heading,
            # An empty name, so that the link is a place in JupyterLab too.
            others="#instrument=" if "instrument" in self._place() else "",
            waiting=self.waiting,
            example=str(self.store.values.get(MARK) or ""),
            where=where_answers_go(page.served),
            beside=beside(self.store.values),
            own=self.own,
            lessons=self._lessons,
        )

    def draw(self, page: Page) -> Markup:
        """Return the step that the address names, or nothing where another is open."""
        if not self._is_open(page):
            page.title = ""
            return Markup("")
        paper = self.paper(page)
        page.title = f"{paper.heading} – {self.instrument.title} – {self.identity.name}"
        if paper.section == SECTION:
            return draw_example(self) + draw_comparison(self, paper.heading_id)
        offer = offer_example(self) if paper.section == "start" else Markup("")
        return draw_example(self) + draw_step(paper) + offer

    def act(self, page: Page, event: Event) -> None:
        """Move, keep, load, delete or hand out, as the visitor asks."""
        if not self._is_open(page):
            return
        if act_on_example(self, page, event) or act_on_comparison(self, page, event):
            return
        match event:
            case Event("place"):
                self._arrive(page)
            case Event("change", name) if not (name.endswith(".note") or is_beside(name)):
                page.announce(self._standing(page, name))
            case Event("change", name) if name.startswith("about."):
                page.announce(about_trouble(self.paper(page)))
            case Event("action", "go", str(section)):
                self.go(page, section)
            case Event("action", "clear", str(question)):
                self._clear(page, question)
            case Event("action", "take", str(wanted)):
                hand_out(page, self.paper(page), wanted, on=self.today())
            case Event("action", "save-for-group"):
                save_for_group(page, self.paper(page), self.today())
            case Event("upload", "answers", {"filename": filename, "text": text}):
                load_file(self, page, str(filename), str(text))
            case Event("action", "replace-yes") if self.waiting:
                take_over(self, page, self.waiting)
            case Event("action", "replace-no"):
                self.waiting = None
                self.go(page, "tasks")
            case Event("action", "delete-yes"):
                self.store.forget()
                self.go(page, "start")
                page.notice("Your answers to these questions were deleted from this browser.")

    def address(self, **place: str) -> str:
        """Return a place in this self-assessment as the fragment of an address."""
        return "#" + urlencode(self._place(**place))

    def go(self, page: Page, section: str) -> None:
        """Show a step, and move the focus to its heading."""
        page.go(replace=False, **self._place(section=section))
        self._arrive(page)

    def _arrive(self, page: Page) -> None:
        """Move the focus to the question that the address names, or to the step's heading."""
        question = page.place.get("question", "")
        known, paper = question in self.instrument.by_id, self.paper(page)
        page.focus(paper.id(f"question-{question}") if known else paper.heading_id)

    def _standing(self, page: Page, name: str) -> str:
        result = self.paper(page).result
        if isinstance(result, ProposalResult):
            return live_words(result)
        question = self.instrument.by_id.get(name.partition(".")[0])
        return live_sentence(result, question.area if question else "")

    def _clear(self, page: Page, question: str) -> None:
        names = [name for name in self.store.values if name.partition(".")[0] == question]
        self.store.update(dict.fromkeys(names))
        page.announce("Your earlier answer was cleared.")
        page.focus(self.paper(page).heading_id)
