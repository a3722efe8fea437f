"""What a case study must be beyond its schema: text, sources and dates that hold together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from toolkit.cases.country import country_problems
from toolkit.cases.date_rules import date_problems
from toolkit.cases.leftover import template_problems
from toolkit.cases.text import HEADINGS, cited, headings, source_line, split_sections
from toolkit.cases.wording import wording_problems
from toolkit.errors import Problem, did_you_mean
from toolkit.frontmatter import Notebook
from toolkit.language import _
from toolkit.prose import count_words
from toolkit.schema import check, load_schema
from toolkit.vocabulary import Vocabulary, check_words

__all__ = ["editing_problems", "integrity_problems"]

SUMMARY_WORDS = (40, 80)


def integrity_problems(notebook: Notebook, vocabulary: Vocabulary) -> list[Problem]:
    """Return what makes a case unfit to be shown: facts and text that do not hold together.

    Parameters
    ----------
    notebook : Notebook
        The notebook of a case study.
    vocabulary : Vocabulary
        The words it may use.

    Returns
    -------
    list of Problem
        Empty where nothing is wrong.
    """
    content = notebook.front_matter
    return [
        *check(content, "case-study"),
        *check_words(content, load_schema("case-study"), vocabulary),
        *_headings(notebook),
        *_sources(content, notebook.text),
    ]


def editing_problems(notebook: Notebook, vocabulary: Vocabulary, today: date) -> list[Problem]:
    """Return what an editor should put right before a case is published.

    Parameters
    ----------
    notebook : Notebook
        The notebook of a case study.
    vocabulary : Vocabulary
        The words it may use.
    today : date
        The day to hold its dates against.

    Returns
    -------
    list of Problem
        What is left of the template, long sentences, overdue reviews; most are warnings.
    """
    content = notebook.front_matter
    return [
        *template_problems(notebook),
        *_summary_length(str(content.get("summary", ""))),
        *_empty_sections(notebook.text),
        *wording_problems(notebook),
        *date_problems(content, today),
        *country_problems(str(content.get("country", "")), vocabulary["country"]),
        *_lessons_without_source(content),
    ]


def _headings(notebook: Notebook) -> Iterator[Problem]:
    found = headings(notebook.text)
    titles = [text for level, text in found if level == 1]
    title = notebook.front_matter.get("title")
    if title and titles != [title]:  # where it has none, the schema says so
        what = (
            _("'{titles}' is not the title of the front matter").format(titles=titles[0])
            if titles
            else _("is missing")
        )
        advice = _("write one line '# {title}' and no other with one #").format(title=title)
        yield Problem(_("first heading"), what, advice, path=("title",))
    written = tuple(text for level, text in found if level == 2)
    if written == HEADINGS:
        return
    missing = [heading for heading in HEADINGS if heading not in written]
    for heading in missing:
        yield Problem(
            _("heading '{heading}'").format(heading=heading),
            _("missing"),
            _("add a line '## {heading}'").format(heading=heading),
            path=("text", heading),
        )
    for text in [text for text in written if text not in HEADINGS]:
        yield Problem(
            _("heading '{text}'").format(text=text),
            _("is not one that case studies have"),
            did_you_mean(text, missing or HEADINGS),
        )
    if not missing:
        yield Problem(
            "headings",
            _("are not in the agreed order, or one is written twice"),
            _("order them: {headings}").format(headings="; ".join(HEADINGS)),
        )


def _sources(content: dict[str, Any], text: str) -> Iterator[Problem]:
    listed = content.get("sources")
    sources = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    ids = [source.get("id") for source in sources]
    numbers = {number for number in ids if isinstance(number, int)}
    if ids != list(range(1, len(ids) + 1)):
        yield Problem(
            "sources",
            _("are numbered {ids}").format(ids=ids),
            _("number them 1, 2, 3 in their order"),
            path=("sources",),
        )
    yield from _named_sources(content, ids)
    used = cited(text)
    for number in sorted(used - numbers):
        yield Problem(
            _("[{number}] in the text").format(number=number),
            _("has no source"),
            _("add the source or correct it"),
            path=_citing(number, text),
        )
    for uncited in sorted(numbers - used):
        yield Problem(
            _("source {uncited}").format(uncited=uncited),
            _("is not cited in the text"),
            _("write [{uncited}] where the text rests on it, or remove it").format(uncited=uncited),
            path=("text", "Evidence"),
        )
    yield from _source_list(sources, text)


def _citing(number: int, text: str) -> tuple[str, ...]:
    """Return the place of the first section that cites a source."""
    sections = split_sections(text)
    return next((("text", heading) for heading, part in sections if number in cited(part)), ())


def _named_sources(content: dict[str, Any], ids: list[Any]) -> Iterator[Problem]:
    for field in ("outcomes", "lessons"):
        entries = content.get(field)
        for number, entry in enumerate(entries if isinstance(entries, list) else [], 1):
            source = entry.get("source") if isinstance(entry, dict) else None
            if isinstance(source, int) and source not in ids:
                yield Problem(
                    _("{field}, item {number}, source").format(field=field, number=number),
                    _("there is no source {source}").format(source=source),
                    _("give the number of a source"),
                    path=(field, number - 1, "source"),
                )


def _source_list(sources: list[dict[str, Any]], text: str) -> Iterator[Problem]:
    shown = dict(split_sections(text)).get("Sources", "").splitlines()
    for index, source in enumerate(sources):
        if not {"id", "title", "publisher", "url"} <= source.keys():
            continue  # the schema says what is missing
        line = source_line(source)
        if line not in (one.strip() for one in shown):
            yield Problem(
                _("section 'Sources', source {source}").format(source=source["id"]),
                _("is not listed as in the front matter"),
                _("write: {line}").format(line=line),
                path=("sources", index),
            )
        if not source.get("link_ok") and str(source["url"]) in text:
            yield Problem(
                _("source {source}").format(source=source["id"]),
                _("has a link in the text, but leads to a copy or a summary"),
                _("remove the link, or say that the address leads to the source itself"),
                path=_holding(str(source["url"]), text),
            )


def _holding(words: str, text: str) -> tuple[str, ...]:
    sections = split_sections(text)
    return next((("text", heading) for heading, part in sections if words in part), ())


def _summary_length(summary: str) -> Iterator[Problem]:
    length = count_words(summary)
    least, most = SUMMARY_WORDS
    if summary and not least <= length <= most:
        advice = _("aim for {least} to {most}").format(least=least, most=most)
        yield Problem(
            "summary",
            _("has {length} words").format(length=length),
            advice,
            warning=True,
            path=("summary",),
        )


def _empty_sections(text: str) -> Iterator[Problem]:
    for heading, part in split_sections(text):
        if heading in HEADINGS and heading != "Sources" and not part:
            yield Problem(
                _("section '{heading}'").format(heading=heading),
                _("is empty"),
                _("write what is known, or 'not known' and who would know"),
                path=("text", heading),
            )


def _lessons_without_source(content: dict[str, Any]) -> Iterator[Problem]:
    lessons = content.get("lessons")
    for number, lesson in enumerate(lessons if isinstance(lessons, list) else [], 1):
        if isinstance(lesson, dict) and lesson.get("flag") == "source" and not lesson.get("source"):
            yield Problem(
                _("lessons, item {number}").format(number=number),
                _("does not say which source it comes from"),
                _("give the number of the source, or say that you draw it yourself"),
                warning=True,
                path=("lessons", number - 1, "source"),
            )
