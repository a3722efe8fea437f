"""What a step of the form needs to draw itself: the draft, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.draft import Values, keys_of, name_of
from toolkit.cases.field import Field, Topic
from toolkit.errors import Problem
from toolkit.full_stop import full_stop
from toolkit.vocabulary import Vocabulary

__all__ = ["Found", "Sheet", "in_order", "locate"]


@dataclass(frozen=True)
class Found:
    """A problem of the draft, at its field.

    Parameters
    ----------
    name : str
        The field, for example ``outcomes.b.kind``; empty where it is about no field.
    words : str
        Place, what is wrong and what to do, in one sentence.
    warning : bool
        True for advice.
    """

    name: str
    words: str
    warning: bool

    @property
    def field(self) -> str:
        """The field that the topic lists: ``outcomes``."""
        parts = self.name.split(".")
        return self.name if parts[0] == "text" else parts[0]


@dataclass(frozen=True)
class Sheet:
    """A draft as a step of the form shows it.

    Parameters
    ----------
    values : mapping
        The draft.
    slug : str
        The name that its file will have.
    topics : tuple of Topic
        What is asked.
    found : tuple of Found
        Everything that is wrong, or worth a second look.
    vocabulary : Vocabulary
        The words to choose from.
    preview : CaseStudy
        The case as far as it is written.
    section, heading : str
        The step: its name in the address, and its heading.
    address : callable
        Given a place as names and values, returns the fragment of its address.
    tried : bool
        Whether mistakes are shown: not before somebody has tried to go on.
    copied_from : str
        The title of the case that the draft is a copy of; empty where it is none.
    """

    values: Values
    slug: str
    topics: tuple[Topic, ...]
    found: tuple[Found, ...]
    vocabulary: Vocabulary
    preview: CaseStudy
    section: str
    heading: str
    address: Callable[..., str]
    tried: bool = False
    copied_from: str = ""

    @property
    def heading_id(self) -> str:
        """The id of the step's heading, which has the focus when the visitor arrives."""
        return f"adapt-heading-{self.section}"

    @property
    def topic(self) -> Topic | None:
        """The topic this step asks about; None for the other steps."""
        return next((topic for topic in self.topics if topic.id == self.section), None)

    @property
    def errors(self) -> tuple[Found, ...]:
        """What stands between this draft and a finished notebook."""
        return tuple(found for found in self.found if not found.warning)

    @property
    def warnings(self) -> tuple[Found, ...]:
        """What is worth a second look."""
        return tuple(found for found in self.found if found.warning)

    @property
    def unseen(self) -> tuple[Topic, ...]:
        """The topics of a copy that nobody has looked through yet."""
        seen = keys_of(self.values, "seen")
        return tuple(t for t in self.topics if self.copied_from and t.id not in seen)

    def id(self, name: str) -> str:
        """Return the id of the element of a field."""
        return "adapt-" + name.replace(".", "-")

    def text(self, name: str) -> str:
        """Return what is typed for a field; nothing where that is no text."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def about(self, topic: Topic, found: tuple[Found, ...]) -> tuple[Found, ...]:
        """Return those of the problems that a topic's fields have."""
        names = {field.name for field in topic.fields}
        return tuple(one for one in found if one.field in names)

    def errors_at(self, name: str) -> list[str]:
        """Return the mistakes to show beside a field."""
        return [found.words for found in self.errors if found.name == name and self.tried]

    def status(self, topic: Topic) -> str:
        """Return how far a topic is: ``not started``, ``in progress`` or ``completed``."""
        seen = topic.id in keys_of(self.values, "seen")
        if seen and not self.about(topic, self.errors):
            return "completed"
        return "in progress" if seen or any(map(self.begun, topic.fields)) else "not started"

    def begun(self, field: Field) -> bool:
        """Return whether anything is kept for a field."""
        start = f"{field.name}."
        kept = (value for name, value in self.values.items() if f"{name}.".startswith(start))
        return any(kept)


def locate(problem: Problem, values: Values, topics: tuple[Topic, ...]) -> Found:
    """Return a problem at its field, in the words a form has for the place.

    Parameters
    ----------
    problem : Problem
        As `toolkit.cases.check` found it.
    values : mapping
        The draft it was found in.
    topics : tuple of Topic
        What is asked.

    Returns
    -------
    Found
        With the same words as the check has, below the label of the field.
    """
    name = name_of(problem.path, values)
    place = _place(problem, topics)
    ending = f"; {problem.remedy}" if problem.remedy else ""
    words = f"{place[:1].upper()}{place[1:]}: {problem.what}{ending}"
    return Found(name, full_stop(words), problem.warning)


def in_order(
    found: Iterable[Found], values: Values, topics: tuple[Topic, ...]
) -> tuple[Found, ...]:
    """Return problems in the order in which the form asks for their fields.

    Parameters
    ----------
    found : iterable of Found
        Problems, each at its field.
    values : mapping
        The draft: it holds the order of the rows.
    topics : tuple of Topic
        What is asked.

    Returns
    -------
    tuple of Found
        Several at one field stay as they were. What is about no field comes last, as the name
        of the file does, which is asked for at the end.
    """
    fields = [field for topic in topics for field in topic.fields]
    names = [field.name for field in fields]

    def place(one: Found) -> tuple[int, int, int]:
        if one.field not in names:
            return (len(names), 0, 0)
        number = names.index(one.field)
        rows, parts = keys_of(values, one.field), [part.name for part in fields[number].parts]
        steps = one.name.split(".")[1:]
        row = next((rows.index(step) for step in steps[:1] if step in rows), -1)
        part = next((parts.index(step) for step in steps[-1:] if step in parts), -1)
        return (number, row, part)

    return tuple(sorted(found, key=place))


def _place(problem: Problem, topics: tuple[Topic, ...]) -> str:
    fields = {field.name: field for topic in topics for field in topic.fields}
    path = problem.path
    field = fields.get(str(path[0])) if path else None
    # Rules that name a place in a text, such as a sentence, name it better than its field does.
    if field is None or not problem.where.startswith(str(path[0])):
        return problem.where
    parts = {part.name: part.label for part in field.parts}
    if len(path) == 1 or field.kind == "choices":
        return field.label
    if isinstance(path[1], str):
        return parts.get(path[1], field.label)
    item = f"{field.item} {path[1] + 1}"
    return f"{item}, {parts.get(str(path[2]), path[2])}" if len(path) > 2 else item
