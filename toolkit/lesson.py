"""Lessons: what a notebook in ``notebooks/lessons`` says of itself, read without running it.

The words are in the notebook's front matter. Numbers in them stand in braces, for example
``{accuracy_after}``, and are put in from what the lesson computes: see `Lesson.with_facts`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.added import content_files, find_file
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.fill import fill, names_in
from toolkit.frontmatter import Notebook, read_notebook
from toolkit.lesson_parts import Choices, Matching, TakeAway, parse_choices
from toolkit.lesson_rules import lesson_problems
from toolkit.lesson_time import LessonTime, lesson_time
from toolkit.place import content_root
from toolkit.quiz import Quiz, parse_quiz
from toolkit.vocabulary import Vocabulary, Word, load_vocabulary, read_vocabulary

__all__ = ["Lesson", "load_lesson", "load_lesson_words", "parse_lesson", "read_lesson"]


@dataclass(frozen=True)
class Lesson:
    """One lesson.

    Parameters
    ----------
    slug : str
        The file's name without its ending.
    id : str
        What answers are kept under. Never changes.
    version : int
        The version of what is kept.
    number : int
        Its number in the course.
    title, summary : str
        What it is about.
    minutes : int
        How long it takes a reader, without the parts that go further.
    objectives : tuple of str
        What a reader can do afterwards.
    sample : int
        The sample that is shown first.
    principle : Word
        The co-operative principle it serves.
    prediction : Choices
        The question asked first, before anything is shown.
    quiz : Quiz
        The questions asked last.
    take_away : TakeAway
        What to remember.
    sections : tuple of str
        Its headings, in order.
    beliefs : tuple of Word
        The misconceptions that its quiz's answers stand for.
    fixes : Choices or None
        What can be tried against the problem, if the lesson has such a part.
    optional : bool
        Whether the core path of the course leaves it out.
    assess : tuple of Matching
        The parts of the self-assessments that ask about what it teaches.
    time : LessonTime
        How long each part takes, and which parts go further.
    session_choice : int
        Its place among those that are chosen for a session; 0 where it has none.
    """

    slug: str
    id: str
    version: int
    number: int
    title: str
    summary: str
    minutes: int
    objectives: tuple[str, ...]
    sample: int
    principle: Word
    prediction: Choices
    quiz: Quiz
    take_away: TakeAway
    sections: tuple[str, ...]
    beliefs: tuple[Word, ...] = ()
    fixes: Choices | None = None
    optional: bool = False
    assess: tuple[Matching, ...] = ()
    time: LessonTime = LessonTime()
    session_choice: int = 0

    @property
    def steps(self) -> tuple[str, ...]:
        """The sections in which a reader does something: all but the first, which is read."""
        return self.sections[1:]

    def with_facts(self, facts: Mapping[str, str]) -> Lesson:
        """Return the lesson with computed numbers in place of the names in braces.

        Parameters
        ----------
        facts : mapping of str to str
            The numbers as text, by name.

        Returns
        -------
        Lesson
            A copy; this lesson stays as it is.

        Raises
        ------
        ContentError
            Where the text names a number that is not among `facts`.
        """
        problems = [
            Problem(
                f"{{{name}}}", "is not a number this lesson computes", did_you_mean(name, facts)
            )
            for name in sorted(names_in(self) - set(facts))
        ]
        if problems:
            raise ContentError(f"{self.slug}.ipynb", problems)
        return fill(self, facts)


def load_lesson(slug: str, root: Path | None = None) -> Lesson:
    """Return a lesson by the name of its file.

    Parameters
    ----------
    slug : str
        For example ``04-data-gaps``.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Lesson
        The lesson, its numbers still names in braces.

    Raises
    ------
    LookupError
        Where there is no such lesson; the nearest name is given.
    ContentError
        Where the lesson is damaged.
    """
    file = find_file("notebooks/lessons", slug, root)
    if file is None:
        known = [one.path.stem for one in content_files("notebooks/lessons", root)]
        raise LookupError(f"There is no lesson '{slug}'; {did_you_mean(slug, known)}")
    return read_lesson(file.path, load_lesson_words(root))


def read_lesson(path: Path, words: Vocabulary | None = None) -> Lesson:
    """Return the lesson that a notebook holds, without running anything in it.

    Parameters
    ----------
    path : Path
        An ``.ipynb`` file.
    words : Vocabulary, optional
        The words it may use; the toolkit's own where left out.

    Returns
    -------
    Lesson
        The lesson, its numbers still names in braces.

    Raises
    ------
    ContentError
        Where the file is missing or damaged, or says something a lesson cannot say.
    """
    return parse_lesson(read_notebook(path), words or load_lesson_words())


def load_lesson_words(root: Path | None = None) -> Vocabulary:
    """Return the words lessons may use: the vocabulary, and the misconceptions beside it.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    Vocabulary
        The groups of both files.

    Raises
    ------
    ContentError
        Where one of the files is missing or wrong.
    """
    beliefs = read_vocabulary((root or content_root()) / "data" / "misconceptions.yaml")
    return Vocabulary(load_vocabulary(root).groups + beliefs.groups)


def parse_lesson(notebook: Notebook, words: Vocabulary) -> Lesson:
    """Return the lesson that a notebook holds; see `read_lesson`.

    Parameters
    ----------
    notebook : Notebook
        As `toolkit.frontmatter` reads it.
    words : Vocabulary
        The words it may use, with the groups ``ccin_principles`` and ``misconception``.

    Returns
    -------
    Lesson
        The lesson.

    Raises
    ------
    ContentError
        With everything that is wrong.
    """
    sections = tuple(re.findall(r"^## +(.+?) *$", notebook.text, re.MULTILINE))
    problems = lesson_problems(notebook, words, sections)
    if problems:
        raise ContentError(notebook.path, problems)
    raw: dict[str, Any] = notebook.front_matter
    plain = ("id", "version", "number", "title", "summary", "minutes", "sample")
    return Lesson(
        slug=notebook.slug,
        **{name: raw[name] for name in plain},
        objectives=tuple(raw["objectives"]),
        principle=next(w for w in words["ccin_principles"] if w.id == raw["principle"]),
        prediction=parse_choices(raw["prediction"]),
        fixes=parse_choices(raw["fixes"]) if "fixes" in raw else None,
        quiz=parse_quiz(raw["quiz"], notebook.path),
        take_away=TakeAway(**raw["take_away"]),
        optional=raw.get("optional", False),
        assess=tuple(Matching(**part) for part in raw.get("assess", ())),
        sections=sections,
        time=lesson_time(notebook),
        session_choice=raw.get("session_choice", 0),
        beliefs=tuple(word for word in words["misconception"] if word.id in _beliefs(raw)),
    )


def _beliefs(raw: dict[str, Any]) -> set[str]:
    options = (option for question in raw["quiz"] for option in question["options"])
    return {option.get("misconception", "") for option in options}
