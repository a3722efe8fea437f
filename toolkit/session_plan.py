"""Which lessons fit into a session with a group, and in which order they are chosen.

Time for questions is kept free first. Then one lesson after the other is chosen that still fits:
those of the core path before the optional ones, and among them in the order that their front
matter gives as ``session_choice``. A session is held in the order of the course, so that the first
lesson opens it and the last one closes it, where they are chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.language import _
from toolkit.lesson import Lesson

__all__ = [
    "LENGTHS",
    "SessionPlan",
    "in_order_of_choice",
    "least_questions",
    "session_plans",
    "with_a_group",
]

LENGTHS = (30, 45, 60, 90)  # minutes
WELCOME, CLOSE = 3, 2  # minutes


@dataclass(frozen=True)
class SessionPlan:
    """Which lessons fit into a session.

    Parameters
    ----------
    minutes : int
        How long the session is.
    lessons : tuple of Lesson
        In the order of the course.
    whole : tuple of str
        The ids of the lessons whose parts that go further have room as well.
    """

    minutes: int
    lessons: tuple[Lesson, ...]
    whole: tuple[str, ...] = ()

    def taken(self, lesson: Lesson) -> int:
        """Return the minutes that a lesson takes in this session."""
        return with_a_group(lesson, further=lesson.id in self.whole)

    @property
    def questions(self) -> int:
        """The minutes that are left for questions, after welcome and close."""
        return self.minutes - WELCOME - CLOSE - sum(self.taken(one) for one in self.lessons)

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """What happens, in order, and how many minutes each takes."""
        return (
            (_("Welcome, and how this works"), WELCOME),
            *((self._told(one), self.taken(one)) for one in self.lessons),
            (_("Questions"), self.questions),
            (_("One thing each of us will ask"), CLOSE),
        )

    def _told(self, lesson: Lesson) -> str:
        named = {"number": lesson.number, "title": lesson.title}
        if not lesson.time.further or lesson.id in self.whole:
            return _("Lesson {number}: {title}").format(**named)
        parts = "”, “".join(lesson.time.further)
        return _("Lesson {number}: {title}, without “{parts}”").format(**named, parts=parts)


def with_a_group(lesson: Lesson, *, further: bool = True) -> int:
    """Return how many minutes a lesson takes with a group.

    Parameters
    ----------
    lesson : Lesson
        The lesson.
    further : bool
        Whether with the parts that go further.

    Returns
    -------
    int
        What its notes for hosts add up to; a reader's minutes where they say nothing.
    """
    time = lesson.time
    if not time.group_minutes:
        return lesson.minutes + (time.further_minutes if further else 0)
    return time.group_minutes - (0 if further else time.further_with_a_group)


def least_questions(length: int) -> int:
    """Return how many minutes of a session stay free for questions.

    Parameters
    ----------
    length : int
        How long the session is, in minutes.

    Returns
    -------
    int
        Five for each full half hour.

    Examples
    --------
    >>> [least_questions(length) for length in (30, 45, 60, 90)]
    [5, 5, 10, 15]
    """
    return 5 * (length // 30)


def in_order_of_choice(lessons: Sequence[Lesson]) -> tuple[Lesson, ...]:
    """Return lessons in the order in which they are chosen for a session.

    Parameters
    ----------
    lessons : sequence of Lesson
        The course.

    Returns
    -------
    tuple of Lesson
        Optional ones last, and those without a place of their own after those with one.
    """
    return tuple(
        sorted(
            lessons,
            key=lambda one: (one.optional, not one.session_choice, one.session_choice, one.number),
        )
    )


def session_plans(
    lessons: Sequence[Lesson], lengths: Sequence[int] = LENGTHS
) -> tuple[SessionPlan, ...]:
    """Return a plan for sessions of several lengths.

    Parameters
    ----------
    lessons : sequence of Lesson
        The course.
    lengths : sequence of int
        How long the sessions are, in minutes.

    Returns
    -------
    tuple of SessionPlan
        Lengths into which no lesson fits are left out.
    """
    plans = (_plan(lessons, length) for length in lengths)
    return tuple(plan for plan in plans if plan.lessons)


def _plan(lessons: Sequence[Lesson], length: int) -> SessionPlan:
    """Return the lessons that fit one after the other, then the parts of them that go further."""
    room = length - WELCOME - CLOSE - least_questions(length)
    chosen: list[Lesson] = []
    for one in in_order_of_choice(lessons):
        takes = with_a_group(one, further=False)
        if takes <= room:
            chosen.append(one)
            room -= takes
    whole: list[str] = []
    for one in chosen:
        more = with_a_group(one) - with_a_group(one, further=False)
        if more <= room:
            whole.append(one.id)
            room -= more
    in_course = sorted(chosen, key=lambda one: one.number)
    return SessionPlan(length, tuple(in_course), tuple(whole))
