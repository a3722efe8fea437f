"""A small neural network that learns to give the next word, in NumPy, while the reader waits.

Each of the last eight words becomes a short list of numbers; one layer mixes them; a last layer
gives every word it knows a score. Commercial systems have millions of times more numbers and a
better design, but learn in the same way: guess the next word, and shift the numbers a little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Network", "complete", "scores", "train"]

LOOK_BACK = 8
_PER_WORD, _MIXED = 8, 32  # numbers for each word, and in the layer between
_STEP, _BATCH = 0.02, 64
_KEEP_SLOPE, _KEEP_SIZE = 0.9, 0.99  # Adam: Kingma and Ba 2015, with a shorter memory
_PAD, _END = 0, 1
_MOST_WORDS = 16  # that it adds to a sentence

Weights = tuple[NDArray[np.float64], ...]
Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Network:
    """A network after some rounds of training.

    Parameters
    ----------
    words : tuple of str
        Every word it can give; the first two stand for nothing and for the end.
    weights : tuple of array
        The numbers of each word, two layers, and a level for each.
    """

    words: tuple[str, ...]
    weights: Weights

    @property
    def size(self) -> int:
        """How many numbers it has learnt."""
        return sum(part.size for part in self.weights)


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
    runs, nexts = _examples(sentences, every)
    weights = _start(len(every), luck)
    kept = [Network(every, tuple(part.copy() for part in weights))]
    moves = _Adam(weights)
    for _ in range(rounds):
        order = luck.permutation(len(runs))
        for batch in np.split(order, range(_BATCH, len(order), _BATCH)):
            moves.step(_slopes(weights, runs[batch], nexts[batch]))
        kept.append(Network(every, tuple(part.copy() for part in weights)))
    return tuple(kept)


def scores(network: Network, runs: Places) -> NDArray[np.float64]:
    """Return a score for every next word; the higher, the likelier.

    Parameters
    ----------
    network : Network
        The network.
    runs : array of int, shape (sentences, 8)
        The last eight words of each sentence, as places in ``network.words``.

    Returns
    -------
    array, shape (sentences, words)
        Logarithms of chances, but for a constant.
    """
    return _forward(network.weights, runs)[2]


def complete(
    network: Network, starts: Sequence[str], *, heat: float, luck: np.random.Generator
) -> tuple[str, ...]:
    """Return each start of a sentence with the words the network adds.

    Parameters
    ----------
    network : Network
        The network.
    starts : sequence of str
        What to go on from, in words it knows.
    heat : float
        How freely it picks ("temperature"): 0 always takes the likeliest word, 1 picks by the
        chances, more flattens them.
    luck : numpy.random.Generator
        Where chance comes from.

    Returns
    -------
    tuple of str
        The sentences.
    """
    place = {word: number for number, word in enumerate(network.words)}
    texts = [[_PAD] * LOOK_BACK + [place[word] for word in start.split()] for start in starts]
    going = set(range(len(texts)))
    for _ in range(_MOST_WORDS):
        score = scores(network, np.array([text[-LOOK_BACK:] for text in texts]))
        # Adding Gumbel noise and taking the largest picks each word by its chance.
        noise = luck.gumbel(size=score.shape) * heat
        for row in sorted(going):
            word = int(np.argmax(score[row] + noise[row]))
            if word in (_PAD, _END):
                going.discard(row)
            else:
                texts[row].append(word)
    return tuple(" ".join(network.words[n] for n in text if n > _END) for text in texts)


def _examples(sentences: Sequence[str], words: tuple[str, ...]) -> tuple[Places, Places]:
    place = {word: number for number, word in enumerate(words)}
    pairs = [
        (text[end - LOOK_BACK : end], text[end])
        for sentence in sentences
        for text in [[_PAD] * LOOK_BACK + [place[w] for w in sentence.split()] + [_END]]
        for end in range(LOOK_BACK, len(text))
    ]
    return np.array([run for run, _ in pairs]), np.array([word for _, word in pairs])


def _start(words: int, luck: np.random.Generator) -> list[NDArray[np.float64]]:
    wide = LOOK_BACK * _PER_WORD
    return [
        0.3 * luck.normal(size=(words, _PER_WORD)),
        luck.normal(size=(wide, _MIXED)) / np.sqrt(wide),
        np.zeros(_MIXED),
        0.5 * luck.normal(size=(_MIXED, words)) / np.sqrt(_MIXED),
        np.zeros(words),
    ]


def _forward(
    weights: Sequence[NDArray[np.float64]], runs: Places
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    numbers, mix, mix_level, out, out_level = weights
    read = numbers[runs].reshape(len(runs), -1)
    mixed = np.tanh(read @ mix + mix_level)
    return read, mixed, mixed @ out + out_level


def _slopes(
    weights: Sequence[NDArray[np.float64]], runs: Places, nexts: Places
) -> Iterator[NDArray[np.float64]]:
    """Yield, for each weight, how the average surprise changes with it."""
    numbers, mix, _, out, _ = weights
    read, mixed, score = _forward(weights, runs)
    raised = np.exp(score - score.max(axis=1, keepdims=True))
    wrong = raised / raised.sum(axis=1, keepdims=True)
    wrong[np.arange(len(runs)), nexts] -= 1
    wrong /= len(runs)
    mixed_wrong = (wrong @ out.T) * (1 - mixed**2)
    read_wrong = (mixed_wrong @ mix.T).reshape(-1, _PER_WORD)
    which = np.eye(len(numbers))[runs.ravel()]
    yield which.T @ read_wrong
    yield read.T @ mixed_wrong
    yield mixed_wrong.sum(axis=0)
    yield mixed.T @ wrong
    yield wrong.sum(axis=0)


class _Adam:
    """Steps whose length for each weight follows how much its slope has varied."""

    def __init__(self, weights: list[NDArray[np.float64]]) -> None:
        self.weights = weights
        self.slopes = [np.zeros_like(part) for part in weights]
        self.sizes = [np.zeros_like(part) for part in weights]
        self.taken = 0

    def step(self, now: Iterator[NDArray[np.float64]]) -> None:
        self.taken += 1
        slope_share = 1 - _KEEP_SLOPE**self.taken
        size_share = 1 - _KEEP_SIZE**self.taken
        # All slopes are worked out before the first weight moves.
        for part, slope, size, new in zip(
            self.weights, self.slopes, self.sizes, list(now), strict=True
        ):
            slope += (1 - _KEEP_SLOPE) * (new - slope)
            size += (1 - _KEEP_SIZE) * (new**2 - size)
            part -= _STEP * (slope / slope_share) / (np.sqrt(size / size_share) + 1e-8)
