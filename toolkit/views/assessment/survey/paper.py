"""What a step of a questionnaire needs to draw itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.survey.form import Item, Note, Survey, SurveyPage, Words
from toolkit.assessment.survey.markup import blocks_of, phrase_of, words_of
from toolkit.assessment.survey.score import SurveyAnswers, SurveyResult, survey_of
from toolkit.document.blocks import Block, Bullets, Heading, Inline, Link, Strong, Text, parts_of
from toolkit.yamlfile import Json

__all__ = ["SurveyPaper", "SurveyWaiting"]


@dataclass(frozen=True)
class SurveyWaiting:
    """Answers from a file that wait for a yes, because there are answers already.

    Parameters
    ----------
    filename : str
        The visitor's name for the file.
    answers : mapping
        What it holds, by question.
    notes : str
        What of it could not be used; empty where all of it can.
    example : str
        Always empty: no questionnaire has a worked example.
    """

    filename: str
    answers: SurveyAnswers
    notes: str = ""
    example: str = ""


@dataclass(frozen=True)
class SurveyPaper:
    """The questions, the answers so far, and what they come to.

    Parameters
    ----------
    instrument : Instrument
        What is asked.
    answers : mapping
        The answers so far, by question.
    result : SurveyResult
        What they come to.
    address : callable
        Given a place as names and values, returns the fragment of its address.
    section, heading : str
        The step the visitor is on: its name in the address, and its heading.
    language : str
        The code of the language the visitor reads it in.
    unused : mapping
        What was typed and cannot be used, by question.
    others : str
        The address of the list of self-assessments; empty where there is only this one.
    waiting : SurveyWaiting or None
        Answers from a file that wait for a yes.
    where : str
        Where the answers go, in words for the visitor.
    """

    instrument: Instrument
    answers: SurveyAnswers
    result: SurveyResult
    address: Callable[..., str]
    section: str
    heading: str
    language: str
    unused: Mapping[str, str]
    others: str = ""
    waiting: SurveyWaiting | None = None
    where: str = ""

    @property
    def beside(self) -> Mapping[str, Json]:
        """What is kept beside the answers: nothing."""
        return {}

    @property
    def survey(self) -> Survey:
        """The questionnaire."""
        return survey_of(self.instrument)

    @property
    def heading_id(self) -> str:
        """The id of the step's heading, which has the focus when the visitor arrives."""
        ids = [page.id for page in self.survey.pages]  # may hold what no id can
        step = f"page{ids.index(self.section) + 1}" if self.section in ids else self.section
        return self.id(f"heading-{step}")

    @cached_property
    def shown(self) -> frozenset[str]:
        """The names of the questions that are asked."""
        return frozenset(self.result.live.visible)

    @cached_property
    def pages(self) -> tuple[SurveyPage, ...]:
        """The pages that ask something."""
        return tuple(
            page for page in self.survey.asking if any(i.id in self.shown for i in page.items)
        )

    def id(self, name: str) -> str:
        """Return an id for an element of this self-assessment."""
        return f"{self.instrument.id}-{name}"

    def question_id(self, item: Item) -> str:
        """Return the id of a question on the page; its name may hold what no id can."""
        return self.id(f"q{self.survey.items.index(item) + 1}")

    def title(self, page: SurveyPage) -> tuple[str, str]:
        """Return the words of a page's title, and their language.

        Where several pages have the same title, the first heading on the page is added.
        """
        text, code = self._title(page)
        if sum(self._title(other)[0] == text for other in self.pages) < 2:
            return text, code
        headings = (part for part in page.parts if isinstance(part, Note) and part.heading)
        heading = next(headings, None)
        more = words_of(self.survey.said(heading.text, self.language)[0]) if heading else ""
        return (f"{text}: {more}" if more else text), code

    def _title(self, page: SurveyPage) -> tuple[str, str]:
        text, code = self.survey.said(page.title, self.language)
        return words_of(text) or page.id, code

    def asked(self, page: SurveyPage) -> tuple[Item, ...]:
        """Return the questions of a page that are asked."""
        return tuple(item for item in page.items if item.id in self.shown)

    def answered(self, page: SurveyPage) -> int:
        """Return how many of the questions asked on a page have an answer."""
        return sum(item.id in self.answers for item in self.asked(page))

    def phrase(self, words: Words) -> tuple[Markup, str]:
        """Return a text for a place that has room for one phrase, and its language."""
        text, code = self.survey.said(words, self.language)
        return _phrase(phrase_of(text)), code

    def blocks(self, words: Words, highest: int = 3) -> tuple[Markup, str]:
        """Return a text as paragraphs, headings and lists, and its language."""
        text, code = self.survey.said(words, self.language)
        return Markup("\n").join(_block(block) for block in blocks_of(text, highest)), code


def _phrase(parts: tuple[Inline, ...]) -> Markup:
    return Markup("").join(_inline(part) for part in parts)


def _inline(part: Inline) -> Markup:
    match part:
        case Link(text, address):
            link = '<a class="govuk-link" href="{}" rel="noreferrer">{}</a>'
            return Markup(link).format(address, text)
        case Strong(text):
            return Markup("<strong>{}</strong>").format(text)
        case _:
            return Markup("{}").format(part)


def _block(block: Block) -> Markup:
    match block:
        case Heading(level, text):
            size = "m" if level == 3 else "s"
            return Markup('<h{0} class="govuk-heading-{1}">{2}</h{0}>').format(level, size, text)
        case Bullets(items):
            points = Markup("").join(
                Markup("<li>{}</li>").format(_phrase(parts_of(item))) for item in items
            )
            return Markup('<ul class="govuk-list govuk-list--bullet">{}</ul>').format(points)
        case Text(phrase):
            return Markup('<p class="govuk-body">{}</p>').format(_phrase(parts_of(phrase)))
        case _:
            return Markup("")
