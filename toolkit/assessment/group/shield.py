"""Which roles may be shown by themselves, so that nobody's answers can be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["FEWEST", "showable"]

FEWEST = 5  # people; the same limit as for every group of people in this toolkit's assessments


def showable(people: Mapping[str, int], candidates: Iterable[str]) -> tuple[str, ...]:
    """Return the roles that may be shown beside the total without giving a small one away.

    A role of fewer than five is never shown. What is left when the shown roles are taken from
    the total must not be a few people either, so the smallest shown role is held back as well
    until five or more are left, or nobody.

    Parameters
    ----------
    people : mapping of str to int
        How many people of each role the total counts, also of roles that are never shown.
    candidates : iterable of str
        The roles that might be shown, in the order to show them.

    Returns
    -------
    tuple of str
        Those that may be shown, in the same order.

    Examples
    --------
    >>> showable({"councillor": 6, "manager": 5}, ["councillor", "manager"])
    ('councillor', 'manager')
    >>> showable({"councillor": 9, "manager": 7, "union": 1}, ["councillor", "manager", "union"])
    ('councillor',)
    """
    shown = [role for role in candidates if people.get(role, 0) >= FEWEST]
    total = sum(people.values())
    while shown and 0 < total - sum(people[role] for role in shown) < FEWEST:
        # Of two as small as each other the later one goes, whatever order people came in.
        smallest = min(reversed(shown), key=lambda role: people[role])
        shown.remove(smallest)
    return tuple(shown)
