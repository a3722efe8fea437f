"""One reader's sitting with a lesson: the lesson, its sample, and what the reader has done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from toolkit.lesson import Lesson, load_lesson
from toolkit.views.store import Store
from toolkit.views.template import render

__all__ = ["COURSE", "LARGEST_SAMPLE", "Sitting", "open_lesson", "sample_number"]

LARGEST_SAMPLE = 9999
COURSE = ("course", 1)  # what the course page keeps, and its version

Facts = Callable[[int], Mapping[str, str]]


@dataclass(frozen=True, eq=False)
class Sitting:
    """A lesson that is being read.

    Parameters
    ----------
    plain : Lesson
        The lesson with names in place of its numbers.
    facts : callable
        Given the number of a sample, returns the lesson's numbers as text, by name.
    store : Store
        What the reader's own browser keeps; all steps share it.
    course : Store
        What that browser keeps of the whole course: among it the reader's questions.
    """

    plain: Lesson
    facts: Facts
    store: Store
    course: Store = field(default_factory=lambda: Store(*COURSE))

    def __post_init__(self) -> None:
        """Let what is drawn from both stores follow the lesson's."""
        self.store.join(self.course.redraw, lambda everything: None)

    @property
    def lesson(self) -> Lesson:
        """The lesson with the numbers of the sample on screen."""
        return self.plain.with_facts(self.facts(self.sample))

    @property
    def sample(self) -> int:
        """The number of the sample on screen."""
        return sample_number(self.store.values.get("sample")) or self.plain.sample

    @property
    def said(self) -> str:
        """What the reader predicted, empty where nothing was predicted or it was skipped."""
        if self.store.values.get("predicted") != "given":
            return ""
        return self.plain.prediction.text_of(self.store.values.get("prediction"))

    @property
    def is_open(self) -> bool:
        """Whether the reader has predicted, or chosen not to."""
        return bool(self.said) or self.store.values.get("predicted") == "skipped"

    def id(self, name: str) -> str:
        """Return an id for an element of this lesson."""
        return f"{self.plain.id}-{name}"

    def folded(self, name: str, heading: str) -> Markup:
        """Return what stands in place of a step until the reader has predicted."""
        return render("lesson-folded", id=self.id(name), heading=heading)

    def check_step(self, step: str) -> None:
        """Raise a `ValueError` where the lesson has no section with that heading."""
        if step not in self.plain.sections:
            raise ValueError(f"the lesson '{self.plain.slug}' has no section '{step}'")

    def skip(self) -> None:
        """Go on without a prediction."""
        self.store.set("predicted", "skipped")

    def did(self, step: str) -> None:
        """Note that the reader has taken a step."""
        steps = self.done
        if step not in steps:
            self.store.set("done", [*steps, step])

    @property
    def done(self) -> tuple[str, ...]:
        """The headings of the steps the reader has taken."""
        kept = self.store.values.get("done")
        steps = kept if isinstance(kept, list) else []
        return tuple(step for step in steps if isinstance(step, str))


def open_lesson(slug: str, *, facts: Facts = lambda sample: {}) -> Sitting:
    """Return a sitting with a lesson, for the steps of its notebook to share.

    Parameters
    ----------
    slug : str
        The lesson's file without its ending, for example ``04-data-gaps``.
    facts : callable
        Given the number of a sample, returns the lesson's numbers as text, by the names that
        stand in braces in its front matter.

    Returns
    -------
    Sitting
        What `show_prediction` and the other steps take.

    Raises
    ------
    LookupError
        Where there is no such lesson; the nearest name is given.
    ContentError
        Where the lesson is damaged, or names a number that `facts` does not give.
    """
    lesson = load_lesson(slug)
    lesson.with_facts(facts(lesson.sample))  # so that a wrong name is told at once
    return Sitting(lesson, facts, Store(f"lesson-{lesson.id}", version=lesson.version))


def sample_number(value: object) -> int | None:
    """Return a sample's number, None where the value is not one.

    Parameters
    ----------
    value : object
        What was kept, or what stands in an address: anything at all.

    Returns
    -------
    int or None
        From 1 to `LARGEST_SAMPLE`.

    Examples
    --------
    >>> sample_number("7"), sample_number("-7"), sample_number("seven")
    (7, None, None)
    """
    text = str(value)
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    return number if 1 <= number <= LARGEST_SAMPLE else None
