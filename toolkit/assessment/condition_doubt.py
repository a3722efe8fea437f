"""Whether a condition may still turn out otherwise, while some answers are not known."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from toolkit.assessment.condition import AtLeast, Both, Condition, Either, Is, Not

__all__ = ["may_fail"]


def may_fail(condition: Condition, possible: Mapping[str, Collection[str]]) -> bool:
    """Return whether a condition may turn out not to hold, once more is known.

    Parameters
    ----------
    condition : Condition
        As `parse_condition` returns it.
    possible : mapping of str to collection of str
        Question id to the ids of every choice it may turn out to have; an empty id where it may
        turn out to have none.

    Returns
    -------
    bool
        False only where it holds whatever turns out.

    Examples
    --------
    >>> may_fail(Not(Is("A1", "no")), {"A1": ["yes", "no"]})
    True
    >>> may_fail(Not(Is("A1", "no")), {"A1": ["yes"]})
    False
    """
    return _possible(condition, possible)[1]


def _possible(condition: Condition, possible: Mapping[str, Collection[str]]) -> tuple[bool, bool]:
    """Return whether a condition may hold, and whether it may fail."""
    match condition:
        case Is(question, choice):
            found = [chosen == choice for chosen in possible.get(question, ("",))]
        case AtLeast(question, step):
            found = [
                bool(chosen) and int(chosen) >= step for chosen in possible.get(question, ("",))
            ]
        case Not(part):
            may_hold, fails = _possible(part, possible)
            return fails, may_hold
        case Both(parts):
            both = [_possible(part, possible) for part in parts]
            return all(may for may, _ in both), any(fails for _, fails in both)
        case Either(parts):
            either = [_possible(part, possible) for part in parts]
            return any(may for may, _ in either), all(fails for _, fails in either)
        case _:  # what only questionnaires ask of an answer: it may turn out either way
            return True, True
    return any(found), not all(found)
