"""How long a lesson takes, worked out from what is in it: words to read and things to do.

An estimate, for planning an evening: nobody was timed. What it rests on is stated here, so that
somebody who disagrees can change one number.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.frontmatter import Notebook

__all__ = ["LessonTime", "lesson_time", "section_seconds"]

# Words a minute: the slow end of what most adults read silently of English non-fiction, 175 to
# 300 (mean 238), so that few need longer. M. Brysbaert (2019), "How many words do we read per
# minute?", Journal of Memory and Language 109, 104047.
READING_SPEED = 175

# Our own allowances, in seconds: to think, to set a control and see what it does, to look at a
# chart, to write. A quiz has one for each question.
ACTIVITIES = {
    "show_prediction": 30,
    "show_explorable": 60,
    "show_fixes": 150,  # several fixes, alone and together
    "show_published": 45,
    "show_questions": 100,
    "show_take_away": 90,
}
CONTROLS = {
    "Slider": 20,
    "Select": 20,
    "Radios": 20,
    "TickBoxes": 20,
    "TextBox": 40,
    "Lines": 40,
    "Passage": 40,
}
FOR_A_QUIZ_QUESTION = 20
_WITH_A_GROUP = re.compile(r"\*\*For hosts: (\d+) minutes?\.\*\*")
_HEADING = re.compile(r"^## +(.+?) *$")


@dataclass(frozen=True)
class LessonTime:
    """How long the parts of a lesson take, and which of them the core of it leaves out.

    Parameters
    ----------
    further : tuple of str
        The headings of the parts for those who want to go further.
    seconds : tuple of (str, int)
        How long each part takes a reader, by its heading, in order.
    group_minutes : int
        How long all parts take with a group, as the notes for hosts say; 0 where they do not.
    further_with_a_group : int
        How many of these the parts take that go further.
    """

    further: tuple[str, ...] = ()
    seconds: tuple[tuple[str, int], ...] = ()
    group_minutes: int = 0
    further_with_a_group: int = 0

    @property
    def core_seconds(self) -> int:
        """How long a reader needs for all but the parts that go further."""
        return self.of(name for name, _ in self.seconds if name not in self.further)

    @property
    def further_minutes(self) -> int:
        """How many minutes more the parts take that go further."""
        return round(self.of(self.further) / 60)

    def of(self, headings: Iterable[str]) -> int:
        """Return how many seconds some parts take."""
        known = dict(self.seconds)
        return sum(known.get(heading, 0) for heading in headings)


def lesson_time(notebook: Notebook) -> LessonTime:
    """Return how long a lesson takes.

    Parameters
    ----------
    notebook : Notebook
        As `toolkit.frontmatter` reads it; its front matter is that of a lesson.

    Returns
    -------
    LessonTime
        For a reader, and with a group.
    """
    raw: Mapping[str, Any] = notebook.front_matter
    further = tuple(raw.get("further", ()))
    told = _told_to_hosts(notebook)
    return LessonTime(
        further,
        tuple(section_seconds(notebook).items()),
        sum(told.values()),
        sum(told.get(heading, 0) for heading in further),
    )


def _told_to_hosts(notebook: Notebook) -> dict[str, int]:
    """Return the minutes with a group that the notes for hosts give each part, by its heading."""
    told: dict[str, int] = {}
    heading = ""
    for cell in notebook.cells:
        if "author-note" in cell.tags:
            minutes = sum(int(found) for found in _WITH_A_GROUP.findall(cell.source))
            told[heading] = told.get(heading, 0) + minutes
        elif cell.kind == "markdown":
            for line in cell.source.splitlines():
                found = _HEADING.match(line)
                heading = found[1] if found else heading
    return told


def section_seconds(notebook: Notebook) -> dict[str, int]:
    """Return how long each part of a lesson takes.

    Parameters
    ----------
    notebook : Notebook
        As `toolkit.frontmatter` reads it; its front matter is that of a lesson.

    Returns
    -------
    dict of str to int
        Seconds by heading, in order. What stands above the first heading counts to it.
    """
    seconds: dict[str, float] = {}
    heading, above = "", 0.0
    for cell in notebook.cells:
        if cell.kind == "markdown" and "author-note" not in cell.tags:
            for line in cell.source.splitlines():
                found = _HEADING.match(line)
                heading = found[1] if found else heading
                seconds[heading] = seconds.get(heading, 0) + _reading(line)
        elif cell.kind == "code":
            doing = sum(_doing(name, notebook.front_matter) for name in _called(cell.source))
            seconds[heading] = seconds.get(heading, 0) + doing
    above = seconds.pop("", 0)
    first = next(iter(seconds), "")
    return {name: round(took + above * (name == first)) for name, took in seconds.items()}


def _doing(name: str, raw: Mapping[str, Any]) -> float:
    """Return how long a step, or one more control in it, takes with the words that it shows."""
    return CONTROLS.get(name, 0) + ACTIVITIES.get(name, 0) + _shown(name, raw)


def _shown(name: str, raw: Mapping[str, Any]) -> float:
    match name:
        case "show_prediction":
            return _reading(_words_of(raw["prediction"]))
        case "show_take_away":
            return _reading(_words_of(raw["take_away"]))
        case "show_quiz":
            return sum(_answering(question) for question in raw["quiz"])
    return 0


def _answering(question: Mapping[str, Any]) -> float:
    """Return how long one question takes: all answers are read, and the reason for one."""
    answers = [option["text"] for option in question["options"]]
    longest = max((option["reason"] for option in question["options"]), key=len)
    return FOR_A_QUIZ_QUESTION + _reading(" ".join([question["text"], *answers, longest]))


def _words_of(found: object) -> str:
    """Return every text in a piece of front matter, but for ids."""
    if isinstance(found, Mapping):
        return " ".join(_words_of(value) for name, value in found.items() if name != "id")
    if isinstance(found, list):
        return " ".join(_words_of(one) for one in found)
    return str(found)


def _reading(text: str) -> float:
    without_addresses = re.sub(r"\]\([^)]*\)", "]", text)
    return 60 * len(re.findall(r"[\w’'%-]+", without_addresses)) / READING_SPEED


def _called(source: str) -> Iterator[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:  # `toolkit check` tells whoever edits the lesson
        return
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
                yield name
