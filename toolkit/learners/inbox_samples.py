"""The inbox in other samples, so that luck can be told from what the examples changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from toolkit.learners.inbox import draw, sort_inbox
from toolkit.learners.naive_bayes import Example

__all__ = ["OTHER_SAMPLES", "against_office", "extra_examples", "other_samples", "right_with"]

OTHER_SAMPLES = 20


def other_samples(seed: int) -> range:
    """Return the samples that one is compared with: the `OTHER_SAMPLES` after it.

    Parameters
    ----------
    seed : int
        The sample that is shown.

    Returns
    -------
    range
        Seeds.

    Examples
    --------
    >>> other_samples(1)
    range(2, 22)
    """
    return range(seed + 1, seed + OTHER_SAMPLES + 1)


def extra_examples(seed: int, added: Sequence[str]) -> tuple[Example, ...]:
    """Return the examples that are added to those the sorter starts with.

    Parameters
    ----------
    seed : int
        The sample.
    added : sequence of str
        ``office``, ``residents``, both or neither.

    Returns
    -------
    tuple of (team, text)
        The office's first.
    """
    drawn = draw(seed)
    office = drawn.office if "office" in added else ()
    return (*office, *(drawn.residents if "residents" in added else ()))


@lru_cache(maxsize=1024)
def right_with(seed: int, added: str) -> int:
    """Return how many messages of the inbox go right once examples are added.

    Parameters
    ----------
    seed : int
        The sample.
    added : str
        ``office`` or ``residents``.

    Returns
    -------
    int
        Of all messages of the inbox.
    """
    return sum(one.is_right for one in sort_inbox(seed, extra_examples(seed, (added,))))


def against_office(seed: int) -> tuple[int, int, int]:
    """Return in how many samples residents' messages did better than the office's.

    Parameters
    ----------
    seed : int
        The sample that is shown; it and `other_samples` are counted.

    Returns
    -------
    better, level, worse : int
        They add up to one more than `OTHER_SAMPLES`.
    """
    samples = (seed, *other_samples(seed))
    steps = [right_with(one, "residents") - right_with(one, "office") for one in samples]
    better, worse = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    return better, len(steps) - better - worse, worse
