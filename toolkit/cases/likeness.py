"""How alike two cases are, and in what: a sum that a reader can follow.

Five things count the same: what it is for, the technology, the service, the principles, and
the words of title, summary, problem and approach. Each is between 0 and 1, and the likeness is
their mean. It says that two cases are about the same things, not that one foretells the other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.cases.case_study import CaseStudy
from toolkit.cases.search import words_in

__all__ = ["PARTS", "Likeness", "Terms", "cases_like", "likeness", "weigh_terms"]

PARTS = ("use_case", "technology", "service_area", "principles", "words")
_WORDS_SHOWN = 3
_FEW = 3  # cases that use a word, below which it is always worth naming


@dataclass(frozen=True)
class Terms:
    """What the words of each case weigh.

    Parameters
    ----------
    vectors : mapping
        By the case's name, then by word: a vector of length 1.
    common : frozenset of str
        Words so many cases use that to name them would tell nobody anything.
    """

    vectors: Mapping[str, Mapping[str, float]]
    common: frozenset[str]


@dataclass(frozen=True)
class Likeness:
    """How much one case is like another, and in what.

    Parameters
    ----------
    case : CaseStudy
        The other case.
    score : float
        From 0, nothing in common, to 1, alike in all that is looked at.
    shared : tuple of str
        Those of the fields `use_case`, `technology` and `service_area` that are the same.
    principles : tuple of str
        The principles that both have.
    words : tuple of str
        The words that tell most, of those both use.
    """

    case: CaseStudy
    score: float
    shared: tuple[str, ...]
    principles: tuple[str, ...]
    words: tuple[str, ...]


def weigh_terms(cases: Sequence[CaseStudy]) -> Terms:
    """Return the words of each case and how much each tells.

    Parameters
    ----------
    cases : sequence of CaseStudy
        All cases: a word that few of them use tells more than one that many use.

    Returns
    -------
    Terms
        For `likeness` between any two of them.
    """
    texts = {case.slug: _words(case) for case in cases}
    users = Counter(word for words in texts.values() for word in words)
    # 1 is added so that a word used by all still counts, and a case is always like itself.
    rare = {word: 1 + math.log(len(texts) / count) for word, count in users.items()}
    vectors = {}
    for slug, words in texts.items():
        length = math.hypot(*(rare[word] for word in words))
        vectors[slug] = {word: rare[word] / length for word in words}
    most = max(_FEW, len(texts) / 10)
    return Terms(vectors, frozenset(word for word, count in users.items() if count > most))


def likeness(one: CaseStudy, other: CaseStudy, terms: Terms) -> Likeness:
    """Return how much `other` is like `one`.

    Parameters
    ----------
    one, other : CaseStudy
        Two cases; which comes first makes no difference to the score.
    terms : Terms
        As `weigh_terms` returns it.

    Returns
    -------
    Likeness
        Of `other`.
    """
    shared = tuple(name for name in PARTS[:3] if getattr(one, name) == getattr(other, name))
    principles = tuple(word for word in one.principles if word in other.principles)
    either = set(one.principles) | set(other.principles)
    mine, theirs = terms.vectors[one.slug], terms.vectors[other.slug]
    common = {word: mine[word] * theirs[word] for word in mine.keys() & theirs.keys()}
    parts = (len(shared), len(principles) / len(either), math.fsum(common.values()))
    telling = common.keys() - terms.common
    words = sorted(telling, key=lambda word: (-common[word], word))
    score = round(math.fsum(parts) / len(PARTS), 6)  # so that rounding errors decide no order
    return Likeness(other, score, shared, principles, tuple(words[:_WORDS_SHOWN]))


def cases_like(
    case: CaseStudy, cases: Sequence[CaseStudy], terms: Terms, *, most: int = 3
) -> tuple[Likeness, ...]:
    """Return the cases most like one, the most alike first.

    Parameters
    ----------
    case : CaseStudy
        The one.
    cases : sequence of CaseStudy
        Where to look; the case itself is left out.
    terms : Terms
        As `weigh_terms` returns it for these cases.
    most : int
        How many to return at most.

    Returns
    -------
    tuple of Likeness
        By score, then by title.
    """
    found = [likeness(case, other, terms) for other in cases if other.slug != case.slug]
    return tuple(sorted(found, key=lambda one: (-one.score, one.case.title.lower()))[:most])


def _words(case: CaseStudy) -> tuple[str, ...]:
    return words_in(f"{case.title} {case.summary} {case.problem} {case.approach}")
