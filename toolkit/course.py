"""The course: all lessons in order, and how far one reader has come with each.

What a reader kept of a lesson is read here as the lesson's own page kept it: anything at all may
be in it, and what cannot be used counts as not done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.added import content_files, refused_files
from toolkit.assessment.instrument import load_instrument
from toolkit.errors import ContentError, did_you_mean
from toolkit.language import N_
from toolkit.lesson import Lesson, load_lesson_words, read_lesson
from toolkit.lesson_parts import Matching
from toolkit.yamlfile import Json

__all__ = [
    "Standing",
    "core_minutes_left",
    "lesson_paths",
    "lessons_about",
    "load_course",
    "part_title",
    "standing",
]


@dataclass(frozen=True)
class Standing:
    """How far a reader has come with one lesson.

    Parameters
    ----------
    lesson : Lesson
        The lesson, its numbers still names in braces.
    done, left : tuple of str
        The steps taken, and those that remain, by their headings. Steps that go further count
        only once they are taken.
    notes : str
        What the reader wrote.
    finished : date or None
        The day the last step was taken for the first time.
    revisit : tuple of str
        The headings of the parts that would help with questions answered wrongly so far; steps
        not yet taken are left out, since nobody can look at them a second time.
    """

    lesson: Lesson
    done: tuple[str, ...]
    left: tuple[str, ...]
    notes: str = ""
    finished: date | None = None
    revisit: tuple[str, ...] = ()

    @property
    def minutes_left(self) -> int:
        """How long the remaining steps take, in minutes, rounded up."""
        if not self.done:
            return self.lesson.minutes
        return min(-(-self.lesson.time.of(self.left) // 60), self.lesson.minutes)

    @property
    def minutes_done(self) -> int:
        """How long a completed lesson took, with the parts that went further."""
        further = [step for step in self.done if step in self.lesson.time.further]
        return self.lesson.minutes + round(self.lesson.time.of(further) / 60)

    @property
    def further(self) -> tuple[str, ...]:
        """The steps that go further and were not taken."""
        return tuple(step for step in self.lesson.time.further if step not in self.done)

    @property
    def state(self) -> str:
        """``Not started``, ``In progress`` or ``Completed``."""
        if not self.left:
            return N_("Completed")
        return N_("In progress") if self.done or self.notes else N_("Not started")


def lesson_paths(root: Path | None = None) -> tuple[Path, ...]:
    """Return the notebooks of the lessons, by name.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    tuple of Path
        Templates left out.
    """
    return tuple(file.path for file in content_files("notebooks/lessons", root))


def load_course(root: Path | None = None) -> tuple[tuple[Lesson, ...], tuple[ContentError, ...]]:
    """Return every lesson, and why some cannot be used.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    lessons : tuple of Lesson
        In the order of the course.
    errors : tuple of ContentError
        One for each notebook that cannot be read.

    Raises
    ------
    ContentError
        Where the words that lessons may use cannot be read.
    """
    words = load_lesson_words(root)
    lessons, errors = [], []
    for path in lesson_paths(root):
        try:
            lessons.append(read_lesson(path, words))
        except ContentError as error:
            errors.append(error)
    errors += refused_files("notebooks/lessons", root)
    return tuple(sorted(lessons, key=lambda lesson: lesson.number)), tuple(errors)


def standing(lesson: Lesson, kept: Mapping[str, Json]) -> Standing:
    """Return how far a reader has come with a lesson.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    kept : mapping
        What the reader's browser keeps of it.

    Returns
    -------
    Standing
        Also where `kept` makes no sense.
    """
    steps = lesson.steps
    taken = kept.get("done")
    done = taken if isinstance(taken, list) else []
    notes = kept.get("notes")
    answers = {q.id: kept.get(f"quiz-{q.id}-checked") for q in lesson.quiz.questions}
    helps = dict.fromkeys(question.revisit for question in lesson.quiz.revisit(answers))
    return Standing(
        lesson,
        tuple(step for step in steps if step in done),
        tuple(step for step in steps if step not in done and step not in lesson.time.further),
        notes.strip() if isinstance(notes, str) else "",
        _day(kept.get("finished")),
        tuple(part for part in helps if part in done or part not in steps),
    )


def core_minutes_left(standings: Sequence[Standing]) -> int:
    """Return how many minutes of the core path remain.

    Parameters
    ----------
    standings : sequence of Standing
        One for each lesson.

    Returns
    -------
    int
        Neither optional lessons nor the parts that go further are counted.
    """
    return sum(one.minutes_left for one in standings if not one.lesson.optional)


def lessons_about(instrument_id: str, root: Path | None = None) -> dict[str, tuple[Lesson, ...]]:
    """Return the lessons that teach what each part of a self-assessment asks about.

    Parameters
    ----------
    instrument_id : str
        The id of the self-assessment.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    dict of str to tuple of Lesson
        By the part's id, in the order of the course; parts without a lesson are left out.
    """
    try:
        lessons, _ = load_course(root)
    except ContentError:  # `toolkit check` tells whoever edits
        return {}
    found: dict[str, tuple[Lesson, ...]] = {}
    for lesson in lessons:
        for part in lesson.assess:
            if part.instrument == instrument_id:
                found[part.section] = (*found.get(part.section, ()), lesson)
    return found


def part_title(part: Matching, root: Path | None = None) -> str:
    """Return what a part of a self-assessment is called.

    Parameters
    ----------
    part : Matching
        What a lesson's front matter names.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    str
        For example ``Data management``.

    Raises
    ------
    LookupError
        Where there is no such self-assessment or no such part of it; the nearest is given.
    ContentError
        Where the self-assessment's file cannot be used.
    """
    areas = {area.id: area.title for area in load_instrument(part.instrument, root).areas}
    if part.section not in areas:
        advice = did_you_mean(part.section, areas)
        raise LookupError(f"'{part.instrument}' has no part '{part.section}'; {advice}")
    return areas[part.section]


def _day(value: Json) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
