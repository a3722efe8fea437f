"""Find texts by their words, best match first. It knows nothing of what the texts are about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.errors import nearest

__all__ = ["Found", "SearchIndex", "build_index", "words_in"]

# Words so common that they tell no two texts apart.
_COMMON = frozenset(
    ("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "its")
    + ("of", "on", "or", "that", "the", "to", "was", "were", "with")
)


@dataclass(frozen=True)
class Found:
    """What a search found.

    Parameters
    ----------
    scores : mapping of str to float
        A score above 0 for each text that holds every word, by the text's name.
    instead : tuple of (str, str)
        Words that no text holds, each with the word that was looked for instead.
    """

    scores: Mapping[str, float]
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SearchIndex:
    """Which texts hold which words, and how much that counts.

    Parameters
    ----------
    weights : mapping
        By word, then by the text's name.
    """

    weights: Mapping[str, Mapping[str, float]]

    def search(self, text: str) -> Found:
        """Return the texts that hold every word of `text`, or a word that begins with it.

        Parameters
        ----------
        text : str
            What a visitor typed. A word that no text holds is read as the nearest known one.

        Returns
        -------
        Found
            Empty scores where some word is in no text and near no word.
        """
        instead: list[tuple[str, str]] = []
        found: list[dict[str, float]] = []
        for word in words_in(text):
            scores = self._scores(word)
            guess = None if scores else nearest(word, self.weights)
            if guess:
                instead.append((word, guess))
                scores = self._scores(guess)
            found.append(scores)
        names = set.intersection(*(set(scores) for scores in found)) if found else set()
        total = {name: sum(scores[name] for scores in found) for name in names}
        return Found(total, tuple(instead))

    def _scores(self, word: str) -> dict[str, float]:
        """Give each text the weight of its best word; the whole word counts double."""
        scores: dict[str, float] = {}
        for known, weights in self.weights.items():
            if not known.startswith(word):
                continue
            factor = 2.0 if known == word else 1.0
            for name, weight in weights.items():
                scores[name] = max(scores.get(name, 0.0), weight * factor)
        return scores


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text that are worth looking for.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of str
        In small letters, without accents and apostrophes, each once, without common words.

    Examples
    --------
    >>> words_in("The council's café, and the Council’s bins")
    ('councils', 'cafe', 'bins')
    """
    plain = unicodedata.normalize("NFKD", text.lower().replace("'", "").replace("’", ""))
    found = re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", plain))
    return tuple(word for word in dict.fromkeys(found) if word not in _COMMON)


def build_index(texts: Iterable[tuple[str, Iterable[tuple[float, str]]]]) -> SearchIndex:
    """Return an index of texts.

    Parameters
    ----------
    texts : iterable of (str, iterable of (float, str))
        The name of each text, and its parts with the weight that a word in them has.

    Returns
    -------
    SearchIndex
        A word counts with the sum of the weights of the parts that hold it.

    Examples
    --------
    >>> index = build_index([("a", [(5, "Bins"), (1, "bin day")]), ("b", [(1, "bins and tips")])])
    >>> dict(index.search("bins").scores) == {"a": 10.0, "b": 2.0}
    True
    """
    weights: dict[str, dict[str, float]] = {}
    for name, parts in texts:
        for weight, text in parts:
            for word in words_in(text):
                by_name = weights.setdefault(word, {})
                by_name[name] = by_name.get(name, 0.0) + weight
    return SearchIndex(weights)
