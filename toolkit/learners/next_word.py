"""A next-word model: counts which word came after which words, and writes by those counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

__all__ = ["END", "NextWords", "chances", "train", "write"]

END = "."
_START = ""
_LONGEST = 30  # words; a model that looks back one word could go round in circles


@dataclass(frozen=True, eq=False)
class NextWords:
    """What was counted.

    Parameters
    ----------
    look_back : int
        How many words it looks back at most.
    counts : dict of tuple of str to Counter
        After each run of that many words or fewer, how often each word came next.
    """

    look_back: int
    counts: dict[tuple[str, ...], Counter[str]]


def train(sentences: Iterable[str], look_back: int) -> NextWords:
    """Return a model that has counted the words of some sentences.

    Parameters
    ----------
    sentences : iterable of str
        Words with a space between them.
    look_back : int
        How many words it looks back, 1 or more.

    Returns
    -------
    NextWords
        The model.

    Raises
    ------
    ValueError
        Where it would not look back at all.
    """
    if look_back < 1:
        raise ValueError(f"look_back is {look_back}, but should be 1 or more")
    counts: dict[tuple[str, ...], Counter[str]] = {}
    for sentence in sentences:
        words = [_START] * look_back + sentence.split() + [END]
        for place in range(look_back, len(words)):
            for size in range(look_back + 1):
                run = tuple(words[place - size : place])
                counts.setdefault(run, Counter())[words[place]] += 1
    return NextWords(look_back, counts)


def chances(model: NextWords, before: Sequence[str]) -> dict[str, float]:
    """Return the chance of each next word.

    Parameters
    ----------
    model : NextWords
        What `train` returned.
    before : sequence of str
        The words so far, from the start of the sentence. It looks at the last few; where it
        never saw those together, at fewer.

    Returns
    -------
    dict of str to float
        The likeliest first; they add up to 1. `END` ends the sentence.

    Examples
    --------
    >>> chances(train(["bins go out monday", "bins go out friday"], 2), ["go", "out"])
    {'monday': 0.5, 'friday': 0.5}
    """
    run = ((_START,) * model.look_back + tuple(before))[-model.look_back :]
    while run not in model.counts:
        run = run[1:]
    seen = model.counts[run]
    return {word: count / seen.total() for word, count in seen.most_common()}


def write(model: NextWords, luck: np.random.Generator, before: Sequence[str] = ()) -> str:
    """Return a sentence, each word picked by its chance.

    Parameters
    ----------
    model : NextWords
        What `train` returned.
    luck : numpy.random.Generator
        Where chance comes from.
    before : sequence of str
        Words to go on from.

    Returns
    -------
    str
        The sentence with the words it went on from, 30 words at most.
    """
    words = list(before)
    while len(words) < _LONGEST:
        after = chances(model, words)
        # One draw against the running total: quicker than asking NumPy to choose among words.
        running = accumulate(after.values())
        drawn = luck.random()
        word = next((w for w, total in zip(after, running, strict=True) if drawn < total), END)
        if word == END:
            break
        words.append(word)
    return " ".join(words)
