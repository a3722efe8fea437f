"""Two made-up wards, one score and a cut-off in each: who is found, and who is flagged wrongly.

The score means the same in both wards: at the same score, people are in need equally often. Only
need itself is more common in one of them. That alone is enough for gaps at one shared cut-off.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from toolkit.learners.logistic import Answers, Numbers

__all__ = ["PEOPLE", "Outcome", "Pair", "Ward", "apply", "draw", "judge"]

PEOPLE = 4_000  # in each ward
_MEAN = (-0.55, 0.55)  # how hard life is in ward A and in ward B, in steps from the middle
_LEVEL, _SLOPE = -1.35, 1.5  # how need follows from that
_POINTS, _MIDDLE = 16, 50  # how it is written as a score from 0 to 100


@dataclass(frozen=True, eq=False)
class Ward:
    """People of one ward.

    Parameters
    ----------
    score : array, shape (people,)
        What the model says of each, 0 to 100.
    need : array of bool, shape (people,)
        Who truly needs support. Only a made-up example can know.
    """

    score: Numbers
    need: Answers


@dataclass(frozen=True)
class Outcome:
    """What one cut-off does in one ward, counted in people.

    Parameters
    ----------
    found, missed : int
        People in need who are offered support, and who are not.
    wrongly, left : int
        People not in need who are offered it, and who are not.
    """

    found: int
    missed: int
    wrongly: int
    left: int

    @property
    def in_need(self) -> int:
        """How many people are in need."""
        return self.found + self.missed

    @property
    def offered(self) -> int:
        """How many people are offered support."""
        return self.found + self.wrongly

    @property
    def shares(self) -> tuple[float, float, float]:
        """Found, wrongly flagged and right when flagged, 0 to 1; 0 where nobody is counted."""
        return (
            self.found / self.in_need if self.in_need else 0.0,
            self.wrongly / (self.wrongly + self.left) if self.wrongly + self.left else 0.0,
            self.found / self.offered if self.offered else 0.0,
        )

    @property
    def counted_in(self) -> tuple[int, int, int]:
        """How many people each of the shares is counted in."""
        return self.in_need, self.wrongly + self.left, self.offered


@dataclass(frozen=True)
class Pair:
    """What a cut-off in each ward does.

    Parameters
    ----------
    cut_offs : tuple of int
        In ward A and in ward B.
    wards : tuple of Outcome
        In ward A and in ward B.
    """

    cut_offs: tuple[int, int]
    wards: tuple[Outcome, Outcome]

    @property
    def gaps(self) -> tuple[float, float, float]:
        """How far apart the wards' three shares are, 0 to 1."""
        one, other = (ward.shares for ward in self.wards)
        return (abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))

    @property
    def offered(self) -> int:
        """How many people are offered support in both wards."""
        return sum(ward.offered for ward in self.wards)

    @property
    def found(self) -> float:
        """Share of all people in need who are found, 0 to 1."""
        return sum(w.found for w in self.wards) / max(1, sum(w.in_need for w in self.wards))


@lru_cache(maxsize=256)
def draw(seed: int) -> tuple[Ward, Ward]:
    """Return the two wards of a sample.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    tuple of Ward
        Ward A, where fewer are in need, and ward B.
    """
    luck = np.random.default_rng([seed, 5])
    wards = []
    for mean in _MEAN:
        hardship = luck.normal(mean, 1, PEOPLE)
        need = luck.random(PEOPLE) < 1 / (1 + np.exp(-_LEVEL - _SLOPE * hardship))
        wards.append(Ward(np.clip(_MIDDLE + _POINTS * hardship, 0, 100), need))
    return wards[0], wards[1]


def apply(seed: int, cut_off_a: int, cut_off_b: int) -> Pair:
    """Return what a cut-off in each ward does in a sample.

    Parameters
    ----------
    seed : int
        The sample.
    cut_off_a, cut_off_b : int
        In ward A and in ward B.

    Returns
    -------
    Pair
        The cut-offs and what came of them.
    """
    ward_a, ward_b = draw(seed)
    return Pair((cut_off_a, cut_off_b), (judge(ward_a, cut_off_a), judge(ward_b, cut_off_b)))


def judge(ward: Ward, cut_off: float) -> Outcome:
    """Return what a cut-off does in a ward.

    Parameters
    ----------
    ward : Ward
        Its people.
    cut_off : float
        Everybody with at least this score is offered support.

    Returns
    -------
    Outcome
        In people.
    """
    offered = ward.score >= cut_off
    return Outcome(
        found=int((offered & ward.need).sum()),
        missed=int((~offered & ward.need).sum()),
        wrongly=int((offered & ~ward.need).sum()),
        left=int((~offered & ~ward.need).sum()),
    )
