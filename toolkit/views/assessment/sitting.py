"""One visitor's sitting with a self-assessment: where they are, and what they do there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from markupsafe import Markup

from toolkit.assessment.answer import Answers, carry_over, keep_answers, read_answers
from toolkit.assessment.assess import assess
from toolkit.assessment.beside import beside, is_beside
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import live_sentence
from toolkit.assessment.proposal_phrase import live_words
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.report_json import report_json
from toolkit.assessment.report_markdown import report_markdown
from toolkit.assessment.result import Result
from toolkit.errors import ContentError
from toolkit.identity import Identity
from toolkit.progress import parse_progress
from toolkit.views.assessment.about import about_trouble
from toolkit.views.assessment.paper import Paper, Waiting
from toolkit.views.assessment.share import save_for_group
from toolkit.views.assessment.steps import draw_step, step_of
from toolkit.views.case_links import link_reader
from toolkit.views.page import Event, Page
from toolkit.views.store import Store
from toolkit.yamlfile import Json

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
        self._scored: tuple[Answers, str | None] = ({}, None)
        self._result: Result | ProposalResult | None = None
        self._stage = partial(stage, instrument)
        self._place = partial(place, instrument.id)
        self._is_open = partial(is_open, instrument.id)
        self._links = link_reader(root)
        self.store = Store(instrument.id, instrument.version, partial(carry_over, instrument))
        self.page = Page(self.store, draw=self.draw, act=self.act, owns_place=True)

    @property
    def answers(self) -> Answers:
        """The answers so far; what cannot be used is left out."""
        return read_answers(self.instrument, self.store.values)[0]

    def paper(self, page: Page) -> Paper:
        """Return everything the step on this page needs to draw itself."""
        answers = self.answers
        # Each event asks twice, to say the result and to draw it; it is worked out once.
        scored = (answers, self._stage())
        if self._result is None or scored != self._scored:
            self._scored, self._result = scored, assess(self.instrument, *scored)
        section, heading = step_of(self.instrument, page.place.get("section", "start"))
        return Paper(
            self.instrument,
            answers,
            self._result,
            self._address,
            self._links,
            section,
            heading,
            # An empty name, so that the link is a place in JupyterLab too.
            others="#instrument=" if "instrument" in self._place() else "",
            waiting=self.waiting,
            beside=beside(self.store.values),
        )

    def draw(self, page: Page) -> Markup:
        """Return the step that the address names, or nothing where another is open."""
        if not self._is_open(page):
            page.title = ""
            return Markup("")
        paper = self.paper(page)
        page.title = f"{paper.heading} – {self.instrument.title} – {self.identity.name}"
        return draw_step(paper)

    def act(self, page: Page, event: Event) -> None:
        """Move, keep, load, delete or hand out, as the visitor asks."""
        if not self._is_open(page):
            return
        match event:
            case Event("place"):
                self._arrive(page)
            case Event("change", name) if not (name.endswith(".note") or is_beside(name)):
                page.announce(self._standing(page, name))
            case Event("change", name) if name.startswith("about."):
                page.announce(about_trouble(self.paper(page)))
            case Event("action", "go", str(section)):
                self._go(page, section)
            case Event("action", "clear", str(question)):
                self._clear(page, question)
            case Event("action", "download-markdown"):
                self._download(page, "md", "text/markdown")
            case Event("action", "download-json"):
                self._download(page, "json", "application/json")
            case Event("action", "save-for-group"):
                save_for_group(page, self.paper(page), self.today())
            case Event("upload", "answers", {"filename": filename, "text": text}):
                self._load(page, str(filename), str(text))
            case Event("action", "replace-yes") if self.waiting:
                self._take_over(page, self.waiting)
            case Event("action", "replace-no"):
                self.waiting = None
                self._go(page, "tasks")
            case Event("action", "delete-yes"):
                self.store.forget()
                self._go(page, "start")
                page.notice("Your answers to these questions were deleted from this browser.")

    def _address(self, **place: str) -> str:
        return "#" + urlencode(self._place(**place))

    def _go(self, page: Page, section: str) -> None:
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

    def _download(self, page: Page, ending: str, media_type: str) -> None:
        paper, on = self.paper(page), self.today()
        if ending == "json":
            text = report_json(paper.result, paper.answers, on=on, beside=paper.beside)
        else:
            text = report_markdown(paper.result, paper.answers, on=on)
        name = f"{self.instrument.id}-{on.isoformat()}.{ending}"
        page.download(name, text, media_type)
        page.announce(f"The file {name} is on its way.")

    def _load(self, page: Page, filename: str, text: str) -> None:
        instrument = self.instrument
        try:
            saved = parse_progress(text, instrument.id, instrument.version, filename)
        except ContentError as error:
            told = " ".join(f"{problem.what}; {problem.remedy}." for problem in error.problems)
            page.notice(f"{filename} {told} Nothing on this page was changed.")
            return
        values, notes = dict(saved.values), ""
        if saved.version < instrument.version:
            values, notes = carry_over(instrument, saved.version, values)
        answers, problems = read_answers(instrument, values)
        unused = " ".join(f"{problem.where}: {problem.what}." for problem in problems)
        waiting = Waiting(filename, answers, f"{notes} {unused}".strip(), beside(values))
        if any(self.store.values.values()):
            self.waiting = waiting
            self._go(page, "replace")
        else:
            self._take_over(page, waiting)

    def _take_over(self, page: Page, waiting: Waiting) -> None:
        self.waiting = None
        gone: dict[str, Json] = dict.fromkeys(self.store.values)
        self.store.update(gone | keep_answers(waiting.answers) | dict(waiting.beside))
        self._go(page, "tasks")
        lost = f" Not used: {waiting.notes}" if waiting.notes else ""
        page.notice(f"Your answers were loaded from {waiting.filename}.{lost}")
