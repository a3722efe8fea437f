"""Notices of made-up councils: facts we own, notices that tell them, and a check of any sentence.

Because we own every fact, a sentence can be held against them: true, fluent but wrong, or
garbled. No real council is meant, and no text of anybody else was used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from toolkit.dataset import load_dataset
from toolkit.language import N_, _

__all__ = ["HELD_BACK", "PUBLISHED", "VERDICTS", "Fact", "Notices", "Verdict", "World",
           "load_world", "publish", "tally"]  # fmt: skip

Verdict = Literal["true", "wrong", "garbled"]
Fact = tuple[str, str]

PUBLISHED = 2  # wordings of each fact that are published, out of three
HELD_BACK = 12  # facts that are in no notice, where some are held back
VERDICTS: dict[Verdict, str] = {
    "true": N_("True"),
    "wrong": N_("Well formed, but false"),
    "garbled": N_("Garbled"),
}


@dataclass(frozen=True, eq=False)
class World:
    """What is so in the made-up councils, and the ways to say it.

    Parameters
    ----------
    values : dict of (council, subject) to str
        The facts, for example ``("corve", "tip-closes")`` to ``6pm``.
    wordings : dict of str to tuple of str
        The ways to tell each subject, with ``{council}`` and ``{value}`` in them.
    patterns : tuple of (str, re.Pattern)
        Each wording as a pattern, with its subject.
    """

    values: dict[Fact, str]
    wordings: dict[str, tuple[str, ...]]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]

    @property
    def councils(self) -> tuple[str, ...]:
        """The names of the councils, in the order of the file."""
        return tuple(dict.fromkeys(council for council, __ in self.values))

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that a notice can hold."""
        texts = [text for wordings in self.wordings.values() for text in wordings]
        plain = {word for text in texts for word in text.split() if "{" not in word}
        named = {word for council, __ in self.values for word in council.split()}
        return tuple(sorted(plain | named | set(self.values.values())))

    def tell(self, fact: Fact, wording: str) -> str:
        """Return a fact in one wording."""
        return wording.format(council=fact[0], value=self.values[fact])

    def judge(self, sentence: str) -> Verdict:
        """Return whether a sentence is true, fluent but wrong, or garbled.

        Parameters
        ----------
        sentence : str
            Words in small letters with a space between them.

        Returns
        -------
        str
            ``garbled`` where it is not built like a notice, with a value of the right kind.
        """
        right, told = self.values_in(sentence)
        if not told:
            return "garbled"
        return "true" if told == right else "wrong"

    def values_in(self, sentence: str) -> tuple[str, str]:
        """Return what is so and what a sentence says; both empty where it is garbled."""
        for subject, pattern in self.patterns:
            found = pattern.fullmatch(sentence)
            if found:
                return self.values[found["council"], subject], found["value"]
        return "", ""

    def explain(self, sentence: str) -> str:
        """Return the verdict on a sentence in words, with what is so instead."""
        verdict = self.judge(sentence)
        if verdict == "wrong":
            value = self.values_in(sentence)[0]
            return _("False: our table says {value}").format(value=value)
        return _(VERDICTS[verdict])


@dataclass(frozen=True)
class Notices:
    """What the councils have published in one sample.

    Parameters
    ----------
    sentences : tuple of str
        Every notice. All of them are true.
    shown, held_back : tuple of (fact, wording)
        The facts that some notice tells, in a published wording; and those that none tells.
    """

    sentences: tuple[str, ...]
    shown: tuple[tuple[Fact, str], ...]
    held_back: tuple[tuple[Fact, str], ...]


@lru_cache(maxsize=1)
def load_world() -> World:
    """Return the made-up councils.

    Returns
    -------
    World
        From the data set ``made-up-councils``.

    Raises
    ------
    ContentError
        Where the data set is wrong.
    """
    tables = {table.name: table.rows for table in load_dataset("made-up-councils").tables}
    values = {(str(r["council"]), str(r["subject"])): str(r["value"]) for r in tables["facts"]}
    wordings: dict[str, tuple[str, ...]] = {}
    for row in tables["notices"]:
        subject = str(row["subject"])
        wordings[subject] = (*wordings.get(subject, ()), str(row["text"]))
    patterns = tuple(
        (subject, _pattern(text, subject, values))
        for subject, texts in wordings.items()
        for text in texts
    )
    return World(values, wordings, patterns)


@lru_cache(maxsize=256)
def publish(seed: int, held_back: int = 0) -> Notices:
    """Return the notices of one sample.

    Parameters
    ----------
    seed : int
        The sample: it decides which wordings are published, and which facts are held back.
    held_back : int
        How many facts are kept out of every notice.

    Returns
    -------
    Notices
        Each fact that is not held back is told in `PUBLISHED` wordings.
    """
    luck, world = np.random.default_rng([seed, 2]), load_world()
    facts = sorted(world.values)
    secret = {facts[place] for place in luck.permutation(len(facts))[:held_back]}
    told: dict[bool, list[tuple[Fact, str]]] = {True: [], False: []}
    for fact in facts:
        wordings = world.wordings[fact[1]]
        chosen = sorted(luck.permutation(len(wordings))[:PUBLISHED])
        told[fact in secret] += [(fact, wordings[place]) for place in chosen]
    sentences = tuple(world.tell(fact, wording) for fact, wording in told[False])
    return Notices(sentences, tuple(told[False]), tuple(told[True]))


def tally(sentences: Iterable[str]) -> dict[Verdict, float]:
    """Return the share of sentences that are true, fluent but wrong, and garbled.

    Parameters
    ----------
    sentences : iterable of str
        At least one.

    Returns
    -------
    dict of str to float
        Shares from 0 to 1 that add up to 1.
    """
    verdicts = [load_world().judge(sentence) for sentence in sentences]
    names: tuple[Verdict, ...] = ("true", "wrong", "garbled")
    return {name: verdicts.count(name) / len(verdicts) for name in names}


def _pattern(text: str, subject: str, values: dict[Fact, str]) -> re.Pattern[str]:
    """Return a wording as a pattern: any council, and any value of the kind the subject has."""
    kinds = {kind for (__, about), value in values.items() if about == subject
             for kind in [_kind(value)]}  # fmt: skip
    alike = {value for value in values.values() if _kind(value) in kinds}
    filled = re.escape(text)
    for name, words in (("council", {council for council, __ in values}), ("value", alike)):
        either = "|".join(map(re.escape, sorted(words)))
        filled = filled.replace(re.escape("{" + name + "}"), f"(?P<{name}>{either})")
    return re.compile(filled)


def _kind(value: str) -> str:
    return "price" if value.startswith("£") else "time" if value[0].isdigit() else "day"
