"""Several people's weights: what each of them would choose, and what an average hides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

import numpy as np

from toolkit.language import _
from toolkit.learners.weighing import MOST, VALUES, Proposal, Weights, firsts

__all__ = ["GROUPS", "PEOPLE", "Group", "average_misleads", "count_misled", "parse_people"]

GROUPS = 200  # made-up groups, to count how often an average misleads
PEOPLE = 7  # people in each


@dataclass(frozen=True)
class Group:
    """Weights of one person or more.

    Parameters
    ----------
    people : tuple of tuple of int
        Each one's weights, in the order of `VALUES`.
    """

    people: tuple[Weights, ...]

    @property
    def average(self) -> tuple[float, ...]:
        """The average weight of each value."""
        return tuple(fmean(weights) for weights in self.by_value)

    @property
    def by_value(self) -> tuple[Weights, ...]:
        """All weights of each value."""
        return tuple(zip(*self.people, strict=True))

    @property
    def spread(self) -> tuple[float, ...]:
        """How far the weights of each value lie apart: their standard deviation."""
        return tuple(pstdev(weights) for weights in self.by_value)

    @property
    def first_by_average(self) -> tuple[Proposal, ...]:
        """What the average weights put first; adding up makes the same order, without fractions."""
        return firsts(tuple(sum(weights) for weights in self.by_value))

    def who_put_first(self, proposal: Proposal) -> int:
        """Return how many people's own weights put a proposal first, alone or level."""
        return sum(proposal in firsts(weights) for weights in self.people)


def parse_people(lines: Sequence[str]) -> tuple[Group, tuple[str, ...]]:
    """Return the people that lines of text hold, and what is wrong with other lines.

    Parameters
    ----------
    lines : sequence of str
        One person on each: a whole number for each of `VALUES`, with spaces or commas between.

    Returns
    -------
    Group
        Those that can be used; it may be empty.
    tuple of str
        A sentence for each line that cannot be used.
    """
    people: list[Weights] = []
    problems = []
    for place, line in enumerate(lines, start=1):
        numbers = [part for part in re.split(r"[\s,;]+", line) if part]
        if len(numbers) == len(VALUES) and all(re.fullmatch(f"[0-{MOST}]", n) for n in numbers):
            people.append(tuple(map(int, numbers)))
        else:
            problems.append(
                _(
                    "Line {line} is left out. Write {count} whole numbers from 0 to {most}, with a "
                    "space between them."
                ).format(line=place, count=len(VALUES), most=MOST)
            )
    return Group(tuple(people)), tuple(problems)


def average_misleads(group: Group) -> bool:
    """Return whether fewer than half of a group put first what their average puts first.

    Parameters
    ----------
    group : Group
        One person or more.

    Returns
    -------
    bool
        Where two are level, the one that more people put first counts. False where every
        weight is 0.
    """
    counts = [group.who_put_first(one) for one in group.first_by_average]
    return bool(counts) and max(counts) < len(group.people) / 2


def count_misled(sample: int) -> int:
    """Return in how many of `GROUPS` made-up groups the average misleads.

    Parameters
    ----------
    sample : int
        The sample: everybody in it weighs every value by chance.

    Returns
    -------
    int
        From 0 to `GROUPS`.
    """
    luck = np.random.default_rng([sample, 8])
    drawn = luck.integers(0, MOST + 1, (GROUPS, PEOPLE, len(VALUES))).tolist()
    return sum(average_misleads(Group(tuple(map(tuple, people)))) for people in drawn)
