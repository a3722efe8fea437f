"""Hold a questionnaire file together: names used once, conditions that can be asked, languages.

What a single value may look like is the business of the schema. Every check survives a file
that the schema refuses, so that all problems come at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.assessment.condition import AtLeast, comparisons
from toolkit.assessment.condition_parser import ConditionError, parse_condition
from toolkit.assessment.instrument_parts import Raw, parts, where
from toolkit.assessment.rule_check import check_history
from toolkit.assessment.written import written
from toolkit.errors import Problem, nearest
from toolkit.language import _

__all__ = ["check_survey", "places"]

ASKING = ("choice", "dropdown", "list", "text", "comment", "number")
OF_THE_OTHER_KIND = ("areas", "scales", "questions", "gates", "stages", "proposal")
DEEPEST = 20  # groups within groups
MOST_QUESTIONS = 2000  # one page and one answer at a time stay quick up to here
# Other places in the address of the page: a page of that name could not be reached.
RESERVED = ("start", "tasks", "check", "result", "delete", "replace")


def check_survey(raw: Raw) -> Iterator[Problem]:
    """Yield everything wrong with a questionnaire file that its schema cannot know.

    Parameters
    ----------
    raw : dict
        What the file holds.

    Yields
    ------
    Problem
        One for each thing that is wrong.
    """
    for name in OF_THE_OTHER_KIND:
        if name in raw:
            yield Problem(name, _("cannot stand beside 'pages'"), _("remove the one or the other"))
    found = list(places(raw))
    asked = sum(part.get("kind") in ASKING for __, part in found)
    if asked > MOST_QUESTIONS:
        yield Problem(
            "pages",
            _("hold {count} questions").format(count=asked),
            _("use at most {most}").format(most=MOST_QUESTIONS),
        )
        return
    yield from _names(found)
    yield from _choices(found)
    yield from _conditions(found)
    yield from _levels(raw)
    yield from check_history(
        raw, {str(part.get("id")) for __, part in found if part.get("kind") in ASKING}
    )
    if not asked:
        yield Problem("pages", _("hold no question"), _("add one"))


def places(raw: Raw) -> Iterator[tuple[str, Raw]]:
    """Yield every page and every part of a questionnaire file with its place in words.

    Parameters
    ----------
    raw : dict
        What the file holds.

    Yields
    ------
    str, dict
        The place and the part, in the order of the file.
    """
    for number, page in enumerate(parts(raw, "pages")):
        place = where("pages", number, page)
        yield place, page
        yield from _within(page, place, 0)


def _within(raw: Raw, place: str, depth: int) -> Iterator[tuple[str, Raw]]:
    for number, part in enumerate(parts(raw, "parts")):
        inside = f"{place}, {where('parts', number, part)}"
        yield inside, part
        if depth < DEEPEST:
            yield from _within(part, inside, depth + 1)
        elif "parts" in part:
            yield inside, {"kind": "too deep"}


def _names(found: list[tuple[str, Raw]]) -> Iterator[Problem]:
    pages: set[str] = set()
    questions: set[str] = set()
    for place, part in found:
        name, kind = str(part.get("id")), part.get("kind")
        if kind == "too deep":
            yield Problem(place, _("has groups within groups, too deep"), _("make it flatter"))
        elif kind is None:
            if name in pages and "id" in part:
                yield Problem(place, _("its id is used twice"), _("give every page its own"))
            if name in RESERVED:
                yield Problem(
                    place,
                    _("'{name}' names another page").format(name=name),
                    _("choose another id"),
                )
            pages.add(name)
        elif kind in ASKING:
            if name in questions and "id" in part:
                yield Problem(place, _("its id is used twice"), _("give every question its own"))
            if "id" not in part:
                yield Problem(f"{place}, id", _("missing"), _("give every question a name"))
            questions.add(name)
        elif kind == "group" and "parts" not in part:
            yield Problem(f"{place}, parts", _("missing"), _("write what is in the group"))


def _choices(found: list[tuple[str, Raw]]) -> Iterator[Problem]:
    for place, part in found:
        kind = part.get("kind")
        picked = kind in ("choice", "dropdown", "list")
        if kind in ASKING and picked != ("choices" in part):
            if picked:
                yield Problem(f"{place}, choices", _("missing"), _("write what can be picked"))
            else:
                yield Problem(f"{place}, choices", _("are not for this kind"), _("remove them"))
        ids = [written(choice.get("id")) for choice in parts(part, "choices")]
        for identity in sorted(one for one, times in Counter(ids).items() if times > 1):
            yield Problem(
                f"{place}, choices",
                _("'{name}' is there twice").format(name=identity),
                _("rename one"),
            )


def _conditions(found: list[tuple[str, Raw]]) -> Iterator[Problem]:
    known = {str(part.get("id")) for __, part in found if part.get("kind") in ASKING}
    asks: dict[str, list[str]] = {}
    at: dict[str, str] = {}
    for place, part in found:
        text = part.get("show_if")
        if not isinstance(text, str) or not text.strip():
            continue
        try:
            tests = comparisons(parse_condition(text))
        except ConditionError as error:
            yield Problem(f"{place}, show_if", str(error), _('write it like this: A1 is "item1-2"'))
            continue
        for test in tests:
            if isinstance(test, AtLeast):
                what = _("'at least' is for scales, and a questionnaire has none")
                yield Problem(
                    f"{place}, show_if",
                    what,
                    _("write: {question} is …").format(question=test.question),
                )
            if test.question not in known:
                meant = nearest(test.question, known)
                advice = (
                    _("did you mean '{meant}'?").format(meant=meant)
                    if meant
                    else _("name a question of this file")
                )
                what = _("there is no question '{name}'").format(name=test.question)
                yield Problem(f"{place}, show_if", what, advice)
        for name in _asked_inside(part):
            asks.setdefault(name, []).extend(test.question for test in tests)
            at.setdefault(name, place)
    yield from _circles(asks, at)


def _asked_inside(part: Raw) -> Iterator[str]:
    """Yield the questions that a condition decides on: its own, or all within its page."""
    if part.get("kind") in ASKING:
        yield str(part.get("id"))
    for __, inner in _within(part, "", 0):
        if inner.get("kind") in ASKING:
            yield str(inner.get("id"))


def _circles(asks: dict[str, list[str]], at: dict[str, str]) -> Iterator[Problem]:
    """Report every circle once; each question is looked at a few times, however many there are."""
    left = {name: [other for other in others if other in asks] for name, others in asks.items()}
    while _peel(left):
        way: list[str] = []
        name = next(iter(left))
        while name not in way:  # every question left asks after one that is left
            way.append(name)
            name = next(other for other in left[name] if other in left)
        round_trip = way[way.index(name) :]
        path = " → ".join([*round_trip, name])
        place = f"{at[name]}, show_if"
        yield Problem(
            place,
            _("goes round in a circle: {path}").format(path=path),
            _("ask one without the other"),
        )
        for one in round_trip:
            del left[one]


def _peel(left: dict[str, list[str]]) -> bool:
    """Take away the questions that lead into no circle; return whether any is left."""
    waits = {name: sum(one in left for one in others) for name, others in left.items()}
    asked_by: dict[str, list[str]] = {}
    for name, others in left.items():
        for other in others:
            asked_by.setdefault(other, []).append(name)
    free = [name for name, number in waits.items() if number == 0]
    while free:
        name = free.pop()
        del left[name]
        for waiting in asked_by.get(name, []):
            waits[waiting] -= 1
            if waits[waiting] == 0:
                free.append(waiting)
    return bool(left)


def _levels(raw: Raw) -> Iterator[Problem]:
    scoring = raw.get("scoring")
    levels = parts(scoring, "levels") if isinstance(scoring, dict) else []
    ends = [level.get("up_to") for level in levels]
    if not levels:
        return
    if ends[-1] is not None:
        yield Problem("scoring, levels", _("the last has an upper end"), _("take out its 'up_to'"))
    below = [end for end in ends[:-1] if isinstance(end, int | float)]
    if len(below) < len(ends) - 1:
        yield Problem(
            "scoring, levels", _("one has no upper end"), _("write 'up_to' for all but the last")
        )
    elif below != sorted(set(below)):
        yield Problem("scoring, levels", _("are not in order"), _("write the lowest first"))
