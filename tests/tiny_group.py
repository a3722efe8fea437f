"""A tiny group: people with a role and an answer or two, small enough to count by hand."""

from __future__ import annotations

from hypothesis import strategies as st
from tiny import ANSWERS, answers, tiny

from toolkit.assessment.group.ballot import Ballot
from toolkit.assessment.group.count import count
from toolkit.assessment.group.poll import Poll
from toolkit.assessment.group.role import Roles
from toolkit.vocabulary import Word

TINY = tiny()
ROLES = Roles(
    (
        Word("councillor", "Councillor", "Elected."),
        Word("manager", "Manager", "Answers for it."),
        Word("union", "Union", "Speaks for staff."),
    ),
    (Word("supplier", "Supplier", "Sells it."),),
)


def people(role: str, *steps: str | int) -> list[Ballot]:
    """Return one person of a role for each answer to B1."""
    return [Ballot(answers(B1=step), role) for step in steps]


def polled(*groups: list[Ballot]) -> Poll:
    """Return what groups of people said."""
    return count(TINY, [ballot for group in groups for ballot in group], ROLES)


# Any people at all, for property tests.
BALLOTS = st.builds(
    Ballot,
    st.dictionaries(st.sampled_from(list(TINY.by_id)), ANSWERS, max_size=5),
    st.sampled_from([*ROLES.by_id, "not-said"]),
)
GROUPS = st.lists(BALLOTS, max_size=24)
