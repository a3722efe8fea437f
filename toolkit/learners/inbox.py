"""A made-up council's inbox: messages, examples to learn from, and a sorter trained on them.

Everything is invented. The office's examples are worded formally on purpose, so that the gap
between an office's words and residents' words is easy to see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from toolkit.dataset import load_dataset
from toolkit.language import N_
from toolkit.learners.naive_bayes import Example, Sorter, chances, known_words, train
from toolkit.learners.words import LITTLE_WORDS

__all__ = [
    "EXTRAS", "PER_TEAM", "TEAMS", "Drawn", "Sorted", "draw", "first_sorter", "load_messages",
    "sort_inbox", "sort_office",
]  # fmt: skip

TEAMS = {
    "bins": N_("Bins"),
    "repairs": N_("Repairs"),
    "tax": N_("Council tax"),
    "parking": N_("Parking"),
}
PER_TEAM = 4  # examples of each team's messages that the sorter starts with
EXTRAS = 2  # examples for each team that can be added from the office or from residents


@dataclass(frozen=True)
class Drawn:
    """The examples of one sample.

    Parameters
    ----------
    first, office, residents : tuple of (team, text)
        What the sorter starts with, and what can be added: in the office's words, and in
        residents' own.
    """

    first: tuple[Example, ...]
    office: tuple[Example, ...]
    residents: tuple[Example, ...]


@dataclass(frozen=True)
class Sorted:
    """What the sorter did with one message.

    Parameters
    ----------
    text : str
        The message.
    team : str
        Whom a person would send it to.
    chosen : str
        Whom the sorter sends it to.
    sure : float
        The chance it gives to that team, 0 to 1.
    known : tuple of str
        The words of the message that it has seen.
    """

    text: str
    team: str
    chosen: str
    sure: float
    known: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether it went where a person would send it."""
        return self.chosen == self.team

    @property
    def is_lucky(self) -> bool:
        """Whether it is right, though the sorter knew nothing but little words."""
        return self.is_right and set(self.known) <= LITTLE_WORDS


@lru_cache(maxsize=1)
def load_messages() -> dict[str, tuple[Example, ...]]:
    """Return the made-up messages by kind: office, resident and inbox.

    Returns
    -------
    dict of str to tuple of (team, text)
        In the order of the file.

    Raises
    ------
    ContentError
        Where the data set is wrong.
    """
    rows = load_dataset("council-messages").tables[0].rows
    return {
        kind: tuple((str(r["topic"]), str(r["text"])) for r in rows if r["kind"] == kind)
        for kind in ("office", "resident", "inbox")
    }


@lru_cache(maxsize=256)
def draw(seed: int) -> Drawn:
    """Return the examples of one sample.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    Drawn
        As many for each team; which ones is chance.
    """
    luck = np.random.default_rng([seed, 1])
    messages = load_messages()
    first, office, residents = [], [], []
    for team in TEAMS:
        formal = _shuffled(messages["office"], team, luck)
        first += formal[:PER_TEAM]
        office += formal[PER_TEAM : PER_TEAM + EXTRAS]
        residents += _shuffled(messages["resident"], team, luck)[:EXTRAS]
    return Drawn(tuple(first), tuple(office), tuple(residents))


@lru_cache(maxsize=256)
def first_sorter(seed: int) -> Sorter:
    """Return the sorter that has learnt from the first examples of a sample.

    Parameters
    ----------
    seed : int
        The sample.

    Returns
    -------
    Sorter
        Trained on `PER_TEAM` examples for each team.
    """
    return train(draw(seed).first, tuple(TEAMS))


def sort_inbox(seed: int, extra: Sequence[Example] = ()) -> tuple[Sorted, ...]:
    """Return what a sorter does with the messages of the inbox.

    Parameters
    ----------
    seed : int
        The sample, which decides what the sorter starts with.
    extra : sequence of (team, text)
        More examples for it to learn from.

    Returns
    -------
    tuple of Sorted
        One for each message.
    """
    sorter = train((*draw(seed).first, *extra), tuple(TEAMS)) if extra else first_sorter(seed)
    return tuple(_sorted(sorter, team, text) for team, text in load_messages()["inbox"])


def sort_office(seed: int) -> tuple[Sorted, ...]:
    """Return what the first sorter does with the office's messages it did not learn from.

    Parameters
    ----------
    seed : int
        The sample, which decides what the sorter learnt from.

    Returns
    -------
    tuple of Sorted
        One for each message.
    """
    known, sorter = set(draw(seed).first), first_sorter(seed)
    others = (example for example in load_messages()["office"] if example not in known)
    return tuple(_sorted(sorter, team, text) for team, text in others)


def _sorted(sorter: Sorter, team: str, text: str) -> Sorted:
    chance = chances(sorter, text)
    best = int(np.argmax(chance))  # of teams that are level, the first on the list
    return Sorted(text, team, sorter.topics[best], float(chance[best]), known_words(sorter, text))


def _shuffled(examples: Sequence[Example], team: str, luck: np.random.Generator) -> list[Example]:
    mine = [example for example in examples if example[0] == team]
    return [mine[place] for place in luck.permutation(len(mine))]
