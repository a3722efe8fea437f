"""From answers to a questionnaire to a report: a document to read, or JSON to load again."""

from __future__ import annotations

from datetime import date
from typing import Literal

from toolkit.assessment.instrument import Instrument
from toolkit.assessment.phrase import SCOPE
from toolkit.assessment.survey.answers import parse_survey_answers, stray_choices
from toolkit.assessment.survey.form import Item
from toolkit.assessment.survey.markup import words_of
from toolkit.assessment.survey.phrase import (
    answer_text,
    gap_sentence,
    level_name,
    score_sentences,
    unused_words,
)
from toolkit.assessment.survey.report_json import survey_json
from toolkit.assessment.survey.score import Score, SurveyResult, score_survey, survey_of
from toolkit.assessment.written import written
from toolkit.day import day_in_words
from toolkit.document.blocks import Block, Bullets, Document, Heading, Quote, Strong, Table, Text
from toolkit.document.form import write_document
from toolkit.language import _

__all__ = ["Form", "survey_document", "survey_report", "write_survey_report"]

Form = Literal["word", "html", "markdown", "json"]


def survey_report(
    text: str,
    instrument: Instrument,
    *,
    on: date,
    form: Form = "markdown",
    file: str = "The file",
) -> str | bytes:
    """Return the report on a file of answers to a questionnaire.

    Parameters
    ----------
    text : str
        What the file holds: saved here, or by SurveyJS.
    instrument : Instrument
        The questionnaire.
    on : date
        The date of the report.
    form : str
        ``word``, ``html``, ``markdown`` or ``json``.
    file : str
        The file's name, for messages.

    Returns
    -------
    str or bytes
        The report; bytes for Word. What could not be used of the answers is said in it.

    Raises
    ------
    ContentError
        Where nothing of the file can be used.
    """
    answers, problems = parse_survey_answers(text, instrument, file)
    stray = stray_choices(survey_of(instrument), answers)
    notices = unused_words(problems, stray)
    return write_survey_report(score_survey(instrument, answers), on=on, form=form, notices=notices)


def write_survey_report(
    result: SurveyResult, *, on: date, form: Form, notices: str = "", language: str = ""
) -> str | bytes:
    """Return a result and the answers behind it in a form to take away.

    Parameters
    ----------
    result : SurveyResult
        The result.
    on : date
        The date of the report.
    form : str
        ``word``, ``html``, ``markdown`` or ``json``.
    notices, language : str
        As `survey_document` takes them.

    Returns
    -------
    str or bytes
        The report; bytes for Word.
    """
    if form == "json":
        return survey_json(result, on=on, notices=notices)
    document = survey_document(result, on=on, notices=notices, language=language)
    return write_document(document, form, on=on)


def survey_document(
    result: SurveyResult, *, on: date, notices: str = "", language: str = ""
) -> Document:
    """Return a result and the answers behind it as a document.

    Parameters
    ----------
    result : SurveyResult
        The result.
    on : date
        The date of the report.
    notices : str
        What the reader must know about the answers first.
    language : str
        The code of the language of the questions; the questionnaire's first where left out.

    Returns
    -------
    Document
        For `toolkit.document` to write.
    """
    instrument = result.instrument
    return Document(
        instrument.title,
        (
            *_head(result, on, notices),
            *_result(result),
            *_missing(result, language),
            *_answers(result, language),
        ),
        instrument.summary,
    )


def _head(result: SurveyResult, on: date, notices: str) -> list[Block]:
    instrument = result.instrument
    asked, left = len(result.completed.visible), len(result.unanswered)
    blocks: list[Block] = [
        Text(
            _(
                "Report of {day}. Version {version} of the questions (fingerprint {fingerprint})."
            ).format(
                day=day_in_words(on), version=instrument.version, fingerprint=instrument.fingerprint
            )
        ),
        Text(_(SCOPE)),
        Text(instrument.status),
        Text(
            _("{asked} questions: {answered} answered, {left} not answered.").format(
                asked=asked, answered=asked - left, left=left
            )
        ),
    ]
    return [*blocks, Text((Strong(_("Please note.")), f" {notices}"))] if notices else blocks


def _result(result: SurveyResult) -> list[Block]:
    live, done = result.live.score, result.completed.score
    if live is None or done is None:
        return []
    meaning = f" {done.level.meaning}" if done.level.meaning else ""
    rows = tuple(
        (
            name,
            written(score.raw),
            written(score.mitigation),
            written(score.total),
            score.level.name,
        )
        for name, score in ((_("Handed in"), done), (_("While typing"), live))
    )
    header = (_("Answers"), _("Risk"), _("Mitigation"), _("Total"), _("Level"))
    gap = gap_sentence(result)
    return [
        Heading(2, _("Result")),
        Text((Strong(f"{level_name(result)}."), meaning)),
        Bullets(score_sentences(result)),
        *([Text(gap)] if gap else []),
        Table(_("The score of the answers as handed in, and as they stand"), header, rows),
    ]


def _row(name: str, score: Score) -> tuple[str, ...]:
    points = map(written, (score.raw, score.mitigation, score.total))
    return (name, *points, score.level.name)


def _missing(result: SurveyResult, language: str) -> list[Block]:
    if not result.unanswered:
        return []
    survey = survey_of(result.instrument)
    texts = (survey.said(survey.by_id[name].text, language)[0] for name in result.unanswered)
    return [Heading(2, _("Not answered")), Bullets(tuple(words_of(text) for text in texts))]


def _answers(result: SurveyResult, language: str) -> list[Block]:
    survey = survey_of(result.instrument)
    blocks: list[Block] = [Heading(2, _("Answers"))]
    for page in survey.asking:
        given = [item for item in page.items if item.id in result.live.answers]
        if given:
            blocks.append(Heading(3, words_of(survey.said(page.title, language)[0]) or page.id))
            for item in given:
                blocks += _answer(result, item, language)
    return blocks


def _answer(result: SurveyResult, item: Item, language: str) -> list[Block]:
    survey, shown = survey_of(result.instrument), item.id in result.completed.answers
    answer = result.completed.answers[item.id] if shown else result.live.answers[item.id]
    texts = answer_text(survey, item, answer, language)
    given: Block = Bullets(texts) if item.picks else Quote("\n".join(texts))
    aside = Text(_("No longer asked, or no longer offered, so it does not count."))
    question = Text((Strong(words_of(survey.said(item.text, language)[0])),))
    return [question, given] if shown else [question, given, aside]
