"""Training a small network: guess the next word, shift the numbers a little, again and again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from toolkit.learners.network import END, LOOK_BACK, PAD, Network, Places, Weights, slopes

__all__ = ["examples_of", "train"]

_PER_WORD, _MIXED = 8, 32  # numbers for each word, and in the layer between
_STEP, _BATCH = 0.02, 64
_KEEP_SLOPE, _KEEP_SIZE = 0.9, 0.99  # Adam: Kingma and Ba 2015, with a shorter memory


def train(
    sentences: Sequence[str], words: Sequence[str], *, rounds: int, seed: int
) -> tuple[Network, ...]:
    """Return the network before training and after each round through the sentences.

    Parameters
    ----------
    sentences : sequence of str
        What to learn from: words with a space between them.
    words : sequence of str
        Every word that can occur.
    rounds : int
        How often it goes through all sentences.
    seed : int
        Decides the numbers it starts from and the order in which it reads.

    Returns
    -------
    tuple of Network
        One more than there were rounds.

    Raises
    ------
    KeyError
        Where a sentence holds a word that is not among `words`.
    """
    luck = np.random.default_rng([seed, 3])
    every = ("", ".", *words)
    runs, nexts = examples_of(sentences, every)
    weights = _start(len(every), luck)
    kept = [Network(every, tuple(part.copy() for part in weights))]
    moves = _Adam(weights)
    for _ in range(rounds):
        order = luck.permutation(len(runs))
        for batch in np.split(order, range(_BATCH, len(order), _BATCH)):
            moves.step(slopes(weights, runs[batch], nexts[batch]))
        kept.append(Network(every, tuple(part.copy() for part in weights)))
    return tuple(kept)


def examples_of(sentences: Sequence[str], words: Sequence[str]) -> tuple[Places, Places]:
    """Return every place in some sentences where a next word can be guessed.

    Parameters
    ----------
    sentences : sequence of str
        Words with a space between them.
    words : sequence of str
        Every word, with those for nothing and for the end in front.

    Returns
    -------
    runs : array of int, shape (examples, 8)
        The eight words before, as places in `words`.
    nexts : array of int, shape (examples,)
        The word that came next.

    Raises
    ------
    KeyError
        Where a sentence holds a word that is not among `words`.
    """
    place = {word: number for number, word in enumerate(words)}
    pairs = [
        (text[end - LOOK_BACK : end], text[end])
        for sentence in sentences
        for text in [[PAD] * LOOK_BACK + [place[w] for w in sentence.split()] + [END]]
        for end in range(LOOK_BACK, len(text))
    ]
    return np.array([run for run, _ in pairs]), np.array([word for _, word in pairs])


def _start(words: int, luck: np.random.Generator) -> Weights:
    wide = LOOK_BACK * _PER_WORD
    return (
        0.3 * luck.normal(size=(words, _PER_WORD)),
        luck.normal(size=(wide, _MIXED)) / np.sqrt(wide),
        np.zeros(_MIXED),
        0.5 * luck.normal(size=(_MIXED, words)) / np.sqrt(_MIXED),
        np.zeros(words),
    )


class _Adam:
    """Steps whose length for each weight follows how much its slope has varied."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.slopes = [np.zeros_like(part) for part in weights]
        self.sizes = [np.zeros_like(part) for part in weights]
        self.taken = 0

    def step(self, now: Weights) -> None:
        self.taken += 1
        slope_share = 1 - _KEEP_SLOPE**self.taken
        size_share = 1 - _KEEP_SIZE**self.taken
        for part, slope, size, new in zip(self.weights, self.slopes, self.sizes, now, strict=True):
            slope += (1 - _KEEP_SLOPE) * (new - slope)
            size += (1 - _KEEP_SIZE) * (new**2 - size)
            part -= _STEP * (slope / slope_share) / (np.sqrt(size / size_share) + 1e-8)
