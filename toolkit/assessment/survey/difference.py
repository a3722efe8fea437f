"""What changed between two versions of a questionnaire, and which saved answers would be lost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from toolkit.assessment.change import Difference, Kind
from toolkit.assessment.condition import Condition
from toolkit.assessment.condition_text import write_condition
from toolkit.assessment.survey.form import Item, Note, Survey, SurveyPage, Words
from toolkit.assessment.written import written
from toolkit.errors import Problem

__all__ = ["compare_surveys", "lost_survey_answers"]

COUNTS = {"risk": "risk", "mitigation": "mitigation", "": "nothing"}
LOOKS: tuple[tuple[Kind, str, Callable[[Item], str]], ...] = (
    ("scored", "kind of question", lambda item: item.kind),
    ("scored", "what it counts as", lambda item: COUNTS[item.counts_as]),
    ("asked", "whether it has to be answered", lambda item: "yes" if item.required else "no"),
    ("pages", "order of its choices by the alphabet",
     lambda item: "yes" if item.alphabetical else "no"),
    ("pages", "page", lambda item: item.page),
    ("pages", "group around it", lambda item: item.parent),
)  # fmt: skip
# The kinds whose answers are kept alike: an answer to one fits the other.
ALIKE = {"dropdown": "choice", "comment": "text"}


def compare_surveys(old: Survey, new: Survey, moved: Mapping[str, str]) -> Iterator[Difference]:
    """Yield everything that is not the same in two versions of a questionnaire.

    Parameters
    ----------
    old, new : Survey
        Two versions of one questionnaire.
    moved : mapping of str to str
        The new id of each question that has one.

    Yields
    ------
    Difference
        Pages and their questions in the order of the new version, then what is gone, then what
        holds for the whole.
    """
    came_from = {to: name for name, to in moved.items()}
    pages = {page.id: page for page in old.pages}
    for page in new.pages:
        yield from _page(pages.get(page.id), page)
        for item in page.items:
            yield from _item(old, new, came_from.get(item.id, item.id), item)
    for item in old.items:
        if item.id not in new.by_id and item.id not in moved:
            yield Difference("removed", item.id, "question", before=_first(item.text))
    kept = {page.id for page in new.pages}
    for page in old.pages:
        if page.id not in kept:
            yield Difference("pages", page.id, "page removed", before=_first(page.title))
    if _differ([page.id for page in old.pages], [page.id for page in new.pages]):
        yield Difference("pages", "pages", "order")
    if old.languages != new.languages:
        yield Difference("rules", "languages", "changed")
    if old.rules != new.rules:
        yield Difference("rules", "scoring", "changed")


def lost_survey_answers(
    old: Survey, new: Survey, moved: Mapping[str, str], dropped: Collection[str]
) -> Iterator[Problem]:
    """Yield the saved answers to questions that are still there which no longer fit them.

    Parameters
    ----------
    old, new : Survey
        Two versions of one questionnaire.
    moved : mapping of str to str
        The new id of each question that has one.
    dropped : collection of str
        The questions whose old answers the file says are not kept.

    Yields
    ------
    Problem
        With what to do about it.
    """
    remedy = "say why under 'dropped' in 'migrations'"
    for item in old.items:
        after = new.by_id.get(moved.get(item.id, item.id))
        if after is None or item.id in dropped:
            continue
        was, now = (ALIKE.get(kind, kind) for kind in (item.kind, after.kind))
        if was != now:
            what = f"was of the kind '{item.kind}' and is '{after.kind}', so answers may not fit"
            yield Problem(after.id, what, remedy)
        gone = [option.id for option in item.options if option.id not in after.by_option]
        if gone and after.picks:
            what = f"no longer has the answer {', '.join(gone)}, which may have been saved"
            yield Problem(after.id, what, remedy)


def _page(before: SurveyPage | None, page: SurveyPage) -> Iterator[Difference]:
    if before is None:
        yield Difference("pages", page.id, "page added", after=_first(page.title))
        return
    yield from _words(page.id, "title", before.title, page.title)
    was, now = _condition(before.conditions), _condition(page.conditions)
    if was != now:
        yield Difference("asked", page.id, "condition of the page", was, now)
    if _notes(before) != _notes(page):
        yield Difference("reworded", page.id, "texts between the questions")
    if _differ([item.id for item in before.items], [item.id for item in page.items]):
        yield Difference("pages", page.id, "order of its questions")


def _item(old: Survey, new: Survey, name: str, item: Item) -> Iterator[Difference]:
    before = old.by_id.get(name)
    if before is None:
        yield Difference("added", item.id, "question", after=_first(item.text))
        return
    if before.id != item.id:
        yield Difference("renamed", item.id, "id", before.id, item.id)
    yield from _words(item.id, "question", before.text, item.text)
    yield from _words(item.id, "help", before.help, item.help)
    for kind, what, look in LOOKS:
        if look(before) != look(item):
            yield Difference(kind, item.id, what, look(before), look(item))
    was, now = _asked(old, before), _asked(new, item)
    if was != now:
        yield Difference("asked", item.id, "condition", was, now)
    yield from _choices(before, item)


def _choices(before: Item, item: Item) -> Iterator[Difference]:
    was, now = ([written(option.value) for option in one.options] for one in (before, item))
    if sorted(was) != sorted(now):
        yield Difference("scored", item.id, "choices", ", ".join(was), ", ".join(now))
    elif [option.value for option in before.options] != [option.value for option in item.options]:
        yield Difference("pages", item.id, "order of its choices", ", ".join(was), ", ".join(now))
    for option in item.options:
        if option.id in before.by_option:
            was_text = before.by_option[option.id].text
            yield from _words(item.id, f"answer ‘{option.id}’", was_text, option.text)


def _words(place: str, what: str, was: Words, now: Words) -> Iterator[Difference]:
    """Yield a difference for each language in which a text is not the same."""
    codes = dict.fromkeys((*was, *now))
    for code in codes:
        before, after = was.get(code, ""), now.get(code, "")
        if before != after:
            named = f"{what} ({code})" if len(codes) > 1 else what
            yield Difference("reworded", place, named, before, after)


def _asked(survey: Survey, item: Item) -> str:
    """Return the conditions of a question and its groups; its page has its own line."""
    [page] = [page for page in survey.pages if page.id == item.page]
    return _condition(item.conditions[len(page.conditions) :])


def _condition(conditions: Iterable[Condition]) -> str:
    return " and ".join(f"({write_condition(one)})" for one in conditions) or "always"


def _notes(page: SurveyPage) -> list[tuple[Note, str]]:
    """Return the texts of a page, each with the question before it."""
    found, last = [], ""
    for part in page.parts:
        if isinstance(part, Note):
            found.append((part, last))
        else:
            last = part.id
    return found


def _differ(old: list[str], new: list[str]) -> bool:
    """Return whether what is in both is in another order."""
    return [name for name in old if name in new] != [name for name in new if name in old]


def _first(words: Words) -> str:
    return next(iter(words.values()), "")
