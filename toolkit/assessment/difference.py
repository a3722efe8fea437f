"""What changed between two versions of a self-assessment, and whether saved answers survive it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from toolkit.assessment.change import Difference, Kind
from toolkit.assessment.condition_text import write_condition
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.question import Choice, Question
from toolkit.assessment.survey.difference import compare_surveys, lost_survey_answers
from toolkit.errors import Problem

__all__ = ["compare_versions", "unsettled"]

Look = tuple[Kind, str, Callable[[Question], Any]]

LOOKS: tuple[Look, ...] = (
    ("reworded", "question", lambda q: q.text),
    ("reworded", "name", lambda q: q.name),
    ("reworded", "help", lambda q: q.help),
    ("reworded", "reason for asking", lambda q: q.why),
    ("reworded", "evidence prompt", lambda q: q.evidence_prompt),
    ("scored", "weight", lambda q: f"{q.weight:g}"),
    ("scored", "evidence needed", lambda q: _evidence(q)),
    ("scored", "whether it may not apply", lambda q: "yes" if q.not_applicable else "no"),
    ("asked", "condition", lambda q: _asked(q)),
    ("linked", "area", lambda q: q.area),
    ("linked", "actions", lambda q: q.actions),
    ("linked", "laws", lambda q: q.laws),
    ("linked", "source", lambda q: q.source),
    ("linked", "cases", lambda q: ", ".join(q.cases)),
    ("linked", "principles", lambda q: ", ".join(q.principles)),
    ("linked", "ATRS fields", lambda q: ", ".join(q.atrs)),
    ("linked", "frameworks", lambda q: ", ".join(q.frameworks)),
)
RULES: tuple[tuple[str, Callable[[Instrument], Any]], ...] = (
    ("areas", lambda i: i.areas),
    ("evidence grades", lambda i: i.grades),
    ("gates", lambda i: i.gates),
    ("stages", lambda i: i.stages),
    ("share that may not apply before it warns", lambda i: i.warn_not_applicable_above),
    ("rules for a proposal", lambda i: i.proposal),
    ("title, summary or other words on the start page",
     lambda i: (i.title, i.summary, i.use, i.status, i.minutes)),
)  # fmt: skip
# A change of these makes another instrument of it, so that old results cannot be compared.
WEIGHTY = ("added", "removed", "renamed", "scored", "asked")
REST = "file"
WORDS_ONLY = ("areas", "languages", REST, "title, summary or other words on the start page")


def compare_versions(old: Instrument, new: Instrument) -> tuple[Difference, ...]:
    """Return everything that is not the same in two versions.

    Parameters
    ----------
    old, new : Instrument
        Two versions of one instrument.

    Returns
    -------
    tuple of Difference
        Questions in the order of the new version, then those that are gone, then the rules.
    """
    moved = _moved(old, new)
    came_from = {to: name for name, to in moved.items()}
    found: list[Difference] = []
    if old.survey and new.survey:
        found += compare_surveys(old.survey, new.survey, moved)
    for question in new.questions:
        before = old.by_id.get(came_from.get(question.id, question.id))
        if before is None:
            found.append(Difference("added", question.id, question.name, after=question.text))
            continue
        if before.id != question.id:
            found.append(Difference("renamed", question.id, "id", before.id, question.id))
        found += _question(before, question)
    found += [
        Difference("removed", question.id, question.name, before=question.text)
        for question in old.questions
        if question.id not in new.by_id and question.id not in moved
    ]
    found += [
        Difference("rules", place, "changed") for place, look in RULES if look(old) != look(new)
    ]
    if not found and _changed(old, new):
        found.append(Difference("rules", REST, "changed in a part that is not listed here"))
    return tuple(found)


def unsettled(old: Instrument, new: Instrument) -> tuple[Problem, ...]:
    """Return what would lose saved answers, or let them count for something else.

    Parameters
    ----------
    old, new : Instrument
        Two versions of one instrument.

    Returns
    -------
    tuple of Problem
        With what to do about each.
    """
    if old.id != new.id:
        advice = "compare two versions of the same self-assessment"
        return (Problem("id", f"was '{old.id}' and is '{new.id}'", advice),)
    problems = (*_version(old, new), *_lost_questions(old, new), *_lost_choices(old, new))
    if old.survey and new.survey:
        moved, dropped = _moved(old, new), _dropped(old, new)
        problems += tuple(lost_survey_answers(old.survey, new.survey, moved, dropped))
    return problems


def _changed(old: Instrument, new: Instrument) -> bool:
    """Return whether two files differ in anything but their version: no false all-clear."""
    if old.version == new.version:
        return old.fingerprint != new.fingerprint
    return replace(new, version=old.version, fingerprint=old.fingerprint) != old


def _names(instrument: Instrument) -> tuple[str, ...]:
    """Return the ids of all questions, of either kind."""
    return tuple(instrument.survey.by_id if instrument.survey else instrument.by_id)


def _moved(old: Instrument, new: Instrument) -> dict[str, str]:
    """Return the new id of each question of the old version that has one."""
    now = {name: name for name in _names(old)}
    for step in new.migrations:
        if step.to > old.version:
            now = {name: step.renamed.get(current, current) for name, current in now.items()}
    return {name: to for name, to in now.items() if name != to and to in _names(new)}


def _dropped(old: Instrument, new: Instrument) -> set[str]:
    return {name for step in new.migrations if step.to > old.version for name in step.dropped}


def _question(before: Question, after: Question) -> Iterator[Difference]:
    for kind, what, look in LOOKS:
        was, now = look(before), look(after)
        if was != now:
            told = (was, now) if isinstance(was, str) else ()
            yield Difference(kind, after.id, what, *told)
    if [(c.id, c.points) for c in before.choices] != [(c.id, c.points) for c in after.choices]:
        yield Difference("scored", after.id, "steps", _steps(before), _steps(after))
    words = {choice.id: _words(choice) for choice in before.choices}
    for choice in after.choices:
        if choice.id in words and words[choice.id] != _words(choice):
            what = f"answer ‘{choice.id}’"
            yield Difference("reworded", after.id, what, words[choice.id], _words(choice))


def _words(choice: Choice) -> str:
    return choice.text if choice.label == choice.text else f"{choice.label}: {choice.text}"


def _steps(question: Question) -> str:
    return ", ".join(
        choice.id if choice.points is None else f"{choice.id} ({choice.points:g})"
        for choice in question.choices
    )


def _asked(question: Question) -> str:
    return write_condition(question.show_if) if question.show_if else "always"


def _evidence(question: Question) -> str:
    rule = question.evidence
    return f"grade {rule.grade} above step {rule.above:g}" if rule else "none"


def _version(old: Instrument, new: Instrument) -> Iterator[Problem]:
    changes = compare_versions(old, new)
    weighty = any(
        change.kind in WEIGHTY or (change.kind == "rules" and change.place not in WORDS_ONLY)
        for change in changes
    )
    if new.version < old.version:
        what = f"goes back from {old.version} to {new.version}"
        yield Problem("version", what, "name the older file first")
    elif weighty and new.version == old.version:
        what = f"is {new.version} in both, and more than words changed"
        yield Problem("version", what, f"write: version: {old.version + 1}")


def _lost_questions(old: Instrument, new: Instrument) -> Iterator[Problem]:
    settled, current = _dropped(old, new) | _moved(old, new).keys(), set(_names(new))
    for name in _names(old):
        if name not in current and name not in settled:
            what = "is gone, and nothing says what becomes of its saved answers"
            yield Problem(name, what, "add it to 'migrations', under 'renamed' or 'dropped'")
        if name not in current and name not in new.retired:
            yield Problem(name, "is gone and could be used again", "add it to 'retired'")
    for name in _names(new):
        if name in old.retired:
            what = "was retired, and is used again: old answers would count for it"
            yield Problem(name, what, "give it an id that was never used")
    for name in sorted(set(old.retired) - set(new.retired) - current):
        yield Problem("retired", f"no longer names '{name}'", f"add '{name}' again")


def _lost_choices(old: Instrument, new: Instrument) -> Iterator[Problem]:
    moved, dropped = _moved(old, new), _dropped(old, new)
    for question in old.questions:
        after = new.by_id.get(moved.get(question.id, question.id))
        if after is None or question.id in dropped:
            continue
        gone = [choice.id for choice in question.choices if choice.id not in after.by_choice]
        if gone:
            what = f"no longer has the answer {', '.join(gone)}, which may have been saved"
            yield Problem(after.id, what, "say why under 'dropped' in 'migrations'")
        if question.not_applicable and not after.not_applicable:
            what = "may no longer be 'not applicable', which may have been saved"
            yield Problem(after.id, what, "say why under 'dropped' in 'migrations'")
