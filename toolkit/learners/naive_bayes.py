"""Naive Bayes: counts which words come with which topic, and weighs a message by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.learners.words import words_of

__all__ = ["Example", "Sorter", "chances", "known_words", "train"]

Example = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Sorter:
    """What was learnt from examples.

    Parameters
    ----------
    topics : tuple of str
        In the order of the chances.
    places : dict of str to int
        The column of each word that was seen.
    topic_weights : array, shape (topics,)
        The logarithm of each topic's share of the examples.
    word_weights : array, shape (topics, words)
        The logarithm of each word's share of the words of a topic.
    """

    topics: tuple[str, ...]
    places: dict[str, int]
    topic_weights: NDArray[np.float64]
    word_weights: NDArray[np.float64]


def train(examples: Sequence[Example], topics: tuple[str, ...], *, added: float = 1.0) -> Sorter:
    """Return a sorter that has counted the words of its examples.

    Parameters
    ----------
    examples : sequence of (topic, text)
        What to learn from.
    topics : tuple of str
        Every topic there is; each needs an example.
    added : float
        Added to every count, so that a word not seen with a topic does not rule the topic out.

    Returns
    -------
    Sorter
        The sorter.

    Raises
    ------
    ValueError
        Where a topic has no example.
    """
    told = [topic for topic, _ in examples]
    for topic in topics:
        if topic not in told:
            raise ValueError(f"there is no example of the topic '{topic}'")
    seen = [words_of(text) for _, text in examples]
    places = {word: place for place, word in enumerate(sorted({w for text in seen for w in text}))}
    counts = np.full((len(topics), len(places)), added)
    for topic, words in zip(told, seen, strict=True):
        for word in words:
            counts[topics.index(topic), places[word]] += 1
    shares = np.array([told.count(topic) for topic in topics]) / len(told)
    return Sorter(
        topics, places, np.log(shares), np.log(counts / counts.sum(axis=1, keepdims=True))
    )


def chances(sorter: Sorter, text: str) -> NDArray[np.float64]:
    """Return how likely each topic is, as far as the sorter can tell.

    Parameters
    ----------
    sorter : Sorter
        What `train` returned.
    text : str
        A message. Words the sorter never saw change nothing.

    Returns
    -------
    array, shape (topics,)
        They add up to 1. Without a word it knows: each topic's share of the examples.

    Examples
    --------
    >>> sorter = train([("bins", "bin missed"), ("tax", "tax bill")], ("bins", "tax"))
    >>> chances(sorter, "zzz").tolist()
    [0.5, 0.5]
    """
    columns = [sorter.places[word] for word in words_of(text) if word in sorter.places]
    weights = sorter.topic_weights + sorter.word_weights[:, columns].sum(axis=1)
    raised = np.exp(weights - weights.max())
    return np.asarray(raised / raised.sum())


def known_words(sorter: Sorter, text: str) -> tuple[str, ...]:
    """Return the words of a message that the sorter has seen, which are all it goes by.

    Parameters
    ----------
    sorter : Sorter
        What `train` returned.
    text : str
        A message.

    Returns
    -------
    tuple of str
        In the order of the message.
    """
    return tuple(word for word in words_of(text) if word in sorter.places)
