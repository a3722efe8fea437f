"""What a case study must be beyond its schema: text, sources and dates that hold together."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from toolkit.cases.leftover import template_problems
from toolkit.cases.text import HEADINGS, cited, headings, source_line, split_sections
from toolkit.cases.wording import wording_problems
from toolkit.errors import Problem, did_you_mean
from toolkit.frontmatter import Notebook
from toolkit.prose import count_words
from toolkit.schema import check, load_schema
from toolkit.vocabulary import Vocabulary, check_words

__all__ = ["editing_problems", "integrity_problems"]

SUMMARY_WORDS = (40, 80)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


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
        *_dates(content, today),
        *_future(content, today),
        *_country(content, vocabulary),
        *_lessons_without_source(content),
    ]


def _headings(notebook: Notebook) -> Iterator[Problem]:
    found = headings(notebook.text)
    titles = [text for level, text in found if level == 1]
    title = notebook.front_matter.get("title")
    if title and titles != [title]:  # where it has none, the schema says so
        what = f"'{titles[0]}' is not the title of the front matter" if titles else "is missing"
        advice = f"write one line '# {title}' and no other with one #"
        yield Problem("first heading", what, advice, path=("title",))
    written = tuple(text for level, text in found if level == 2)
    if written == HEADINGS:
        return
    missing = [heading for heading in HEADINGS if heading not in written]
    for heading in missing:
        yield Problem(f"heading '{heading}'", "missing", f"add a line '## {heading}'",
                      path=("text", heading))  # fmt: skip
    for text in [text for text in written if text not in HEADINGS]:
        yield Problem(f"heading '{text}'", "is not one that case studies have",
                      did_you_mean(text, missing or HEADINGS))  # fmt: skip
    if not missing:
        yield Problem("headings", "are not in the agreed order, or one is written twice",
                      "order them: " + "; ".join(HEADINGS))  # fmt: skip


def _sources(content: dict[str, Any], text: str) -> Iterator[Problem]:
    listed = content.get("sources")
    sources = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    ids = [source.get("id") for source in sources]
    numbers = {number for number in ids if isinstance(number, int)}
    if ids != list(range(1, len(ids) + 1)):
        yield Problem("sources", f"are numbered {ids}", "number them 1, 2, 3 in their order",
                      path=("sources",))  # fmt: skip
    yield from _named_sources(content, ids)
    used = cited(text)
    for number in sorted(used - numbers):
        yield Problem(f"[{number}] in the text", "has no source", "add the source or correct it",
                      path=_citing(number, text))  # fmt: skip
    for uncited in sorted(numbers - used):
        yield Problem(f"source {uncited}", "is not cited in the text",
                      f"write [{uncited}] where the text rests on it, or remove it",
                      path=("text", "Evidence"))  # fmt: skip
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
                yield Problem(f"{field}, item {number}, source", f"there is no source {source}",
                              "give the number of a source",
                              path=(field, number - 1, "source"))  # fmt: skip


def _source_list(sources: list[dict[str, Any]], text: str) -> Iterator[Problem]:
    shown = dict(split_sections(text)).get("Sources", "").splitlines()
    for index, source in enumerate(sources):
        if not {"id", "title", "publisher", "url"} <= source.keys():
            continue  # the schema says what is missing
        line = source_line(source)
        if line not in (one.strip() for one in shown):
            yield Problem(f"section 'Sources', source {source['id']}",
                          "is not listed as in the front matter", f"write: {line}",
                          path=("sources", index))  # fmt: skip
        if not source.get("link_ok") and str(source["url"]) in text:
            yield Problem(f"source {source['id']}",
                          "has a link in the text, but leads to a copy or a summary",
                          "remove the link, or say that the address leads to the source itself",
                          path=_holding(str(source["url"]), text))  # fmt: skip


def _holding(words: str, text: str) -> tuple[str, ...]:
    sections = split_sections(text)
    return next((("text", heading) for heading, part in sections if words in part), ())


def _summary_length(summary: str) -> Iterator[Problem]:
    length = count_words(summary)
    least, most = SUMMARY_WORDS
    if summary and not least <= length <= most:
        advice = f"aim for {least} to {most}"
        yield Problem("summary", f"has {length} words", advice, warning=True, path=("summary",))


def _empty_sections(text: str) -> Iterator[Problem]:
    for heading, part in split_sections(text):
        if heading in HEADINGS and heading != "Sources" and not part:
            yield Problem(f"section '{heading}'", "is empty",
                          "write what is known, or 'not known' and who would know",
                          path=("text", heading))  # fmt: skip


def _dates(content: dict[str, Any], today: date) -> Iterator[Problem]:
    due, published = str(content.get("review_due", "")), str(content.get("published", ""))
    if due and published and due < published:
        yield Problem("review_due", f"{due} is before the day it was published, {published}",
                      f"check the year, for example: {today.year + 1}-{today:%m}-01",
                      warning=True, path=("review_due",))  # fmt: skip
    elif due and due < today.isoformat():
        yield Problem("review_due", f"{due} has passed",
                      "check the sources again and set a new date, "
                      f"for example: {today.year + 1}-{today:%m}-01",
                      warning=True, path=("review_due",))  # fmt: skip
    start, end = content.get("year_start"), content.get("year_end")
    if isinstance(start, int) and isinstance(end, int) and end < start:
        yield Problem("year_end", f"{end} is before the year it began, {start}",
                      "check both years", path=("year_end",))  # fmt: skip


def _future(content: dict[str, Any], today: date) -> Iterator[Problem]:
    reviewed = content.get("reviewed")
    on = reviewed.get("on") if isinstance(reviewed, dict) else None
    for path, day in ((("published",), content.get("published")), (("reviewed", "on"), on)):
        if _DAY.fullmatch(str(day)) and str(day) > today.isoformat():
            yield Problem(", ".join(path), f"{day} is still to come",
                          f"check the date; today is {today.isoformat()}",
                          warning=True, path=path)  # fmt: skip


def _country(content: dict[str, Any], vocabulary: Vocabulary) -> Iterator[Problem]:
    country, nations = str(content.get("country", "")), vocabulary["country"]
    meant = difflib.get_close_matches(country, nations.ids, n=1, cutoff=0.8)
    if meant and country not in nations:
        yield Problem("country", f"'{country}' is not one of the UK's nations",
                      f"did you mean '{meant[0]}'?", warning=True,
                      path=("country",))  # fmt: skip


def _lessons_without_source(content: dict[str, Any]) -> Iterator[Problem]:
    lessons = content.get("lessons")
    for number, lesson in enumerate(lessons if isinstance(lessons, list) else [], 1):
        if isinstance(lesson, dict) and lesson.get("flag") == "source" and not lesson.get("source"):
            yield Problem(f"lessons, item {number}", "does not say which source it comes from",
                          "give the number of the source, or say that you draw it yourself",
                          warning=True, path=("lessons", number - 1, "source"))  # fmt: skip
