"""A small neural network that learns to give the next word, in NumPy, while the reader waits.

Each of the last eight words becomes a short list of numbers; one layer mixes them; a last layer
gives every word it knows a score. Commercial systems have millions of times more numbers and a
better design, but learn in the same way: guess the next word, and shift the numbers a little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "END", "LOOK_BACK", "PAD", "Network", "Places", "Weights", "complete", "scores", "slopes",
    "surprise",
]  # fmt: skip

LOOK_BACK = 8
PAD, END = 0, 1  # the places of the word that stands for nothing, and of the end
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
    texts = [[PAD] * LOOK_BACK + [place[word] for word in start.split()] for start in starts]
    going = list(range(len(texts)))
    for _ in range(_MOST_WORDS):
        if not going:
            break
        score = scores(network, np.array([texts[row][-LOOK_BACK:] for row in going]))
        if heat:  # adding Gumbel noise and taking the largest picks each word by its chance
            score = score + heat * luck.gumbel(size=score.shape)
        words = score.argmax(axis=1).tolist()
        added = [(row, n) for row, n in zip(going, words, strict=True) if n not in (PAD, END)]
        for row, number in added:
            texts[row].append(number)
        going = [row for row, _ in added]
    return tuple(" ".join(network.words[n] for n in text if n > END) for text in texts)


def surprise(weights: Weights, runs: Places, nexts: Places) -> float:
    """Return how surprised a network is by the words that came next, on average.

    Parameters
    ----------
    weights : tuple of array
        As in `Network`.
    runs : array of int, shape (examples, 8)
        The last eight words of each example.
    nexts : array of int, shape (examples,)
        The word that came next.

    Returns
    -------
    float
        The average of minus the logarithm of the chance it gave to that word: 0 is no surprise.
    """
    chance = _chances(_forward(weights, runs)[2])
    return float(-np.log(chance[np.arange(len(runs)), nexts]).mean())


def slopes(weights: Weights, runs: Places, nexts: Places) -> Weights:
    """Return how the surprise changes with each weight: which way to shift it, and how strongly.

    Parameters
    ----------
    weights, runs, nexts
        As for `surprise`.

    Returns
    -------
    tuple of array
        Of the same shapes as the weights.
    """
    numbers, mix, _, out, _ = weights
    read, mixed, score = _forward(weights, runs)
    wrong = _chances(score)
    wrong[np.arange(len(runs)), nexts] -= 1
    wrong /= len(runs)
    mixed_wrong = (wrong @ out.T) * (1 - mixed**2)
    read_wrong = (mixed_wrong @ mix.T).reshape(-1, numbers.shape[1])
    which = np.eye(len(numbers))[runs.ravel()]
    return (
        which.T @ read_wrong,
        read.T @ mixed_wrong,
        mixed_wrong.sum(axis=0),
        mixed.T @ wrong,
        wrong.sum(axis=0),
    )


def _chances(score: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(score - score.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def _forward(
    weights: Weights, runs: Places
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    numbers, mix, mix_level, out, out_level = weights
    read = numbers[runs].reshape(len(runs), -1)
    mixed = np.tanh(read @ mix + mix_level)
    return read, mixed, mixed @ out + out_level
