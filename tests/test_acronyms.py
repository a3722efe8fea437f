"""Every acronym in a lesson is opened where it first stands, or leads to the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from lesson_page import LESSONS, open_page

from toolkit.course import load_course
from toolkit.glossary import load_glossary
from toolkit.views.course import open_course, show_keeping, show_notes, show_path, show_record

# Known to everybody in a council; "AI" is what the course is about, and lesson 1 opens it.
EVERYDAY = {"AI", "UK", "GOV", "CSV", "OK"}
ACRONYM = re.compile(r"\b[A-Z][A-Z&]*[A-Z]s?\b")
LINK = re.compile(r"\]\([^)]*\)")


def unopened(texts: Iterable[tuple[bool, str]], linked: set[str]) -> list[str]:
    """Return the acronyms that stand in a text before anything says what they mean.

    ``texts`` says of each text whether its terms become links; ``linked`` are those that do.
    """
    known, found = set(EVERYDAY), []
    for is_prose, text in texts:
        plain = LINK.sub("]", text)
        for match in ACRONYM.finditer(plain):
            acronym = match[0].removesuffix("s")
            if acronym in known:
                continue
            known.add(acronym)
            if not opened(acronym, plain[: match.start()]) and not (is_prose and acronym in linked):
                found.append(acronym)
    return found


def opened(acronym: str, before: str) -> bool:
    """Return whether the words before a bracket begin with the letters of the acronym."""
    if not before.rstrip(" [").endswith("("):
        return False
    words = re.findall(r"\w+", before)[-len(acronym) :]
    return "".join(word[0] for word in words).upper() == acronym


LINKED = {form for term in load_glossary().terms for form in term.forms}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A data protection impact assessment (DPIA). The DPIA says.", []),
        ("The DPIA says. A data protection impact assessment (DPIA).", ["DPIA"]),
        ("These numbers (XYZ).", ["XYZ"]),
        ("Two XYZs of the [paper](../XY.ipynb), says the UK.", ["XYZ"]),
        ("An ATRS record.", []),
    ],
)
def test_an_acronym_is_opened_by_words_with_its_letters_or_by_a_link(text, found) -> None:
    assert unopened([(True, text)], {"ATRS"}) == found


def test_only_prose_has_links_and_one_opening_is_enough_for_a_page() -> None:
    assert unopened([(False, "An ATRS record.")], {"ATRS"}) == ["ATRS"]
    assert unopened([(True, "An ATRS record."), (False, "ATRS")], {"ATRS"}) == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_each_acronym_of_a_lesson_is_opened(path) -> None:
    page = open_page(path)
    closed = unopened(page.texts(), LINKED)
    page.open()
    assert (closed, unopened(page.texts(), LINKED)) == ([], [])


def test_lesson_1_opens_the_acronym_of_the_course() -> None:
    prose = " ".join(text for is_prose, text in open_page(LESSONS[0]).texts() if is_prose)
    assert re.search(r"artificial intelligence \(AI\)", prose)


def test_each_acronym_of_my_course_is_opened() -> None:
    desk = open_course()
    for lesson in load_course()[0]:
        desk.stores[lesson.id].set("done", list(lesson.steps))
    parts = [*show_path(desk).children, *show_notes(desk).children, show_record(desk)]
    parts.append(show_keeping(desk))
    assert unopened([(False, part.screen["html"]) for part in parts], set()) == []
