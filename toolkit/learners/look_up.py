"""Look-up: find the page that shares most of a question's telling words, or find none.

Words that stand on few pages count for more (TF-IDF), little words for nothing. The match is the
cosine of the angle between question and page, from 0, nothing shared, to 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toolkit.learners.words import LITTLE_WORDS, words_of

__all__ = ["Index", "index_pages", "matches"]


@dataclass(frozen=True, eq=False)
class Index:
    """The words of some pages, weighed.

    Parameters
    ----------
    places : dict of str to int
        The column of each word.
    rarity : array, shape (words,)
        How much each word tells: more the fewer pages it stands on.
    pages : array, shape (pages, words)
        Each page's weighed words, scaled to length 1.
    """

    places: dict[str, int]
    rarity: NDArray[np.float64]
    pages: NDArray[np.float64]


def index_pages(pages: Sequence[str]) -> Index:
    """Return an index of pages.

    Parameters
    ----------
    pages : sequence of str
        The text of each page; at least one.

    Returns
    -------
    Index
        With smoothed rarity, ``log((1 + pages) / (1 + pages with the word)) + 1``.
    """
    counted = [Counter(_telling(page)) for page in pages]
    words = sorted({word for page in counted for word in page})
    on = np.array([sum(word in page for page in counted) for word in words])
    rarity = np.log((1 + len(pages)) / (1 + on)) + 1
    places = {word: column for column, word in enumerate(words)}
    weights = np.zeros((len(pages), len(words)))
    for row, page in enumerate(counted):
        for word, count in page.items():
            weights[row, places[word]] = count * rarity[places[word]]
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)
    return Index(places, rarity, weights / np.where(lengths > 0, lengths, 1))


def matches(index: Index, question: str) -> NDArray[np.float64]:
    """Return how well a question matches each page.

    Parameters
    ----------
    index : Index
        What `index_pages` returned.
    question : str
        Anything at all. A word that stands on no page lowers every match: it may be the one
        that matters.

    Returns
    -------
    array, shape (pages,)
        From 0 to 1.

    Examples
    --------
    >>> matches(index_pages(["bins monday", "tip closes"]), "parking fine").tolist()
    [0.0, 0.0]
    """
    asked = Counter(_telling(question))
    rarest = np.log(1 + len(index.pages)) + 1  # of a word that stands on no page
    shared, squares = np.zeros(len(index.places)), 0.0
    for word, count in asked.items():
        place = index.places.get(word)
        weight = count * (rarest if place is None else index.rarity[place])
        squares += weight**2
        if place is not None:
            shared[place] = weight
    return np.asarray(index.pages @ shared / (np.sqrt(squares) or 1.0))


def _telling(text: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(text) if word not in LITTLE_WORDS)
