"""One visitor's sitting with a questionnaire: where they are, and what they do there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from urllib.parse import urlencode

from markupsafe import Markup

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.survey.answers import (
    carry_over_survey,
    parse_survey_answers,
    read_survey_answers,
    stray_choices,
)
from toolkit.assessment.survey.phrase import live_words, unused_words
from toolkit.assessment.survey.report import Form, write_survey_report
from toolkit.assessment.survey.score import (
    SurveyAnswers,
    SurveyResult,
    score_survey,
    survey_of,
)
from toolkit.errors import ContentError
from toolkit.identity import Identity
from toolkit.language import _
from toolkit.report.form import FORMS
from toolkit.views.assessment.survey.paper import SurveyPaper, SurveyWaiting
from toolkit.views.assessment.survey.steps import draw_survey_step, survey_step_of
from toolkit.views.hand_out import give_file
from toolkit.views.page import Event, Page
from toolkit.views.served import where_answers_go
from toolkit.views.store import Store
from toolkit.yamlfile import Json

__all__ = ["SurveySitting"]

# What the visitor's browser keeps beside the answers. No question's name begins with a space.
LANGUAGE = " language"
DOWNLOADS: dict[str, Form] = {
    "summary.word": "word",
    "summary.markdown": "markdown",
    "summary.json": "json",
}


class SurveySitting:
    """Holds one visitor's answers, draws the step they are on, and does what they ask for.

    Parameters
    ----------
    instrument : Instrument
        An instrument with pages.
    identity : Identity
        The name of the service.
    place : callable
        Given the instrument's id and a place in it, returns the place with that name if needed.
    is_open : callable
        Given the instrument's id and the page, returns whether the address names it.
    today : callable
        Returns the date for reports.
    """

    def __init__(
        self,
        instrument: Instrument,
        identity: Identity,
        place: Callable[..., dict[str, str]],
        is_open: Callable[[str, Page], bool],
        today: Callable[[], date],
    ) -> None:
        self.instrument = instrument
        self.survey = survey_of(instrument)
        self.identity = identity
        self.today = today
        self.waiting: SurveyWaiting | None = None
        self._result: SurveyResult | None = None
        self._place = partial(place, instrument.id)
        self._is_open = partial(is_open, instrument.id)
        self.store = Store(instrument.id, instrument.version, self._migrate)
        self.page = Page(self.store, draw=self.draw, act=self.act, owns_place=True)

    def _migrate(self, version: int, values: dict[str, Json]) -> tuple[dict[str, Json], str]:
        kept, lost = carry_over_survey(self.instrument, version, values)
        return kept, unused_words(lost, ())

    @property
    def answers(self) -> SurveyAnswers:
        """The answers so far; what cannot be used is left out."""
        values = {n: v for n, v in self.store.values.items() if n in self.survey.by_id}
        return read_survey_answers(self.survey, values)[0]

    @property
    def language(self) -> str:
        """The code of the language the visitor has chosen, or the first."""
        codes = [language.code for language in self.survey.languages]
        chosen = self.store.values.get(LANGUAGE)
        return str(chosen) if chosen in codes else codes[0]

    def paper(self, page: Page) -> SurveyPaper:
        """Return everything the step on this page needs to draw itself."""
        answers = self.answers
        # Each event asks twice, to say the result and to draw it; it is worked out once.
        if self._result is None or answers != self._result.live.answers:
            self._result = score_survey(self.instrument, answers)
        paper = SurveyPaper(
            self.instrument,
            answers,
            self._result,
            self._address,
            section="",
            heading="",
            language=self.language,
            unused=self._unused(answers),
            others="#instrument=" if "instrument" in self._place() else "",
            waiting=self.waiting,
            where=where_answers_go(page.served),
        )
        section, heading = survey_step_of(paper, page.place.get("section", "start"))
        return replace(paper, section=section, heading=heading)

    def _unused(self, answers: SurveyAnswers) -> dict[str, str]:
        left = [name for name in self.store.values if name not in answers]
        return {name: str(self.store.values[name]) for name in left}

    def draw(self, page: Page) -> Markup:
        """Return the step that the address names, or nothing where another is open."""
        if not self._is_open(page):
            page.title = ""
            return Markup("")
        paper = self.paper(page)
        page.title = f"{paper.heading} – {self.instrument.title} – {self.identity.name}"
        return draw_survey_step(paper)

    def act(self, page: Page, event: Event) -> None:
        """Move, keep, load, delete or hand out, as the visitor asks."""
        if not self._is_open(page):
            return
        match event:
            case Event("place"):
                self._arrive(page)
            case Event("change", name) if name in self.survey.by_id:
                self._changed(page, name)
            case Event("action", "go", str(section)):
                self._go(page, section)
            case Event("action", "language", str(code)):
                self.store.set(LANGUAGE, code)
                page.focus(self.paper(page).heading_id)
            case Event("action", "clear", str(question)):
                self.store.set(question, None)
                page.announce(_("Your earlier answer was cleared."))
                page.focus(self.paper(page).heading_id)
            case Event("action", "take", str(form)) if form in DOWNLOADS:
                self._download(page, DOWNLOADS[form])
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
                page.notice(_("Your answers to these questions were deleted from this browser."))

    def _address(self, **place: str) -> str:
        return "#" + urlencode(self._place(**place))

    def _go(self, page: Page, section: str) -> None:
        page.go(replace=False, **self._place(section=section))
        self._arrive(page)

    def _arrive(self, page: Page) -> None:
        """Move the focus to the question that the address names, or to the step's heading."""
        item, paper = self.survey.by_id.get(page.place.get("question", "")), self.paper(page)
        page.focus(paper.question_id(item) if item else paper.heading_id)

    def _changed(self, page: Page, name: str) -> None:
        if self.store.values.get(name) in ("", []):
            self.store.set(name, None)
        item = self.survey.by_id[name]
        if item.kind == "number" and name in self._unused(self.answers):
            page.announce(_("That is not a number, so it does not count yet."))
        elif item.kind not in ("text", "comment"):
            page.announce(live_words(self.paper(page).result))

    def _download(self, page: Page, form: Form) -> None:
        result, on = self.paper(page).result, self.today()
        content = write_survey_report(result, on=on, form=form, language=self.language)
        name = f"{self.instrument.id}-{on.isoformat()}.{FORMS[form].ending}"
        give_file(page, name, content, FORMS[form].media_type)

    def _load(self, page: Page, filename: str, text: str) -> None:
        try:
            answers, problems = parse_survey_answers(text, self.instrument, filename)
        except ContentError as error:
            page.notice(
                _("{sentence} Nothing on this page was changed.").format(sentence=error.sentence)
            )
            return
        notes = unused_words(problems, stray_choices(self.survey, answers))
        waiting = SurveyWaiting(filename, answers, notes)
        if self.answers:
            self.waiting = waiting
            self._go(page, "replace")
        else:
            self._take_over(page, waiting)

    def _take_over(self, page: Page, waiting: SurveyWaiting) -> None:
        self.waiting = None
        gone: dict[str, Json] = {n: None for n in self.store.values if n != LANGUAGE}
        self.store.update(gone | dict(waiting.answers))
        self._go(page, "tasks")
        lost = f" {waiting.notes}" if waiting.notes else ""
        page.notice(
            _("Your answers were loaded from {filename}.{lost}").format(
                filename=waiting.filename, lost=lost
            )
        )
