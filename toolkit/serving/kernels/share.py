"""How many kernels to keep ready for which page: sums alone."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["share", "to_keep"]

SPARE = 2  # ready when everybody is in, for those who load a page again


def to_keep(audience: int, visitors: int) -> int:
    """Return how many kernels to keep ready.

    Parameters
    ----------
    audience : int
        How many people are expected at once; 0 to keep none.
    visitors : int
        How many kernels visitors have now.

    Returns
    -------
    int
        Enough for those who are still to come, and a few to spare.

    Examples
    --------
    >>> to_keep(30, visitors=0), to_keep(30, visitors=20), to_keep(30, visitors=30), to_keep(0, 0)
    (30, 10, 2, 0)
    """
    return max(min(SPARE, audience), audience - visitors)


def share(number: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Divide a number of kernels among pages as their weights are.

    Parameters
    ----------
    number : int
        How many there are to divide.
    weights : mapping of str to int
        By page. Where two have the same claim to the last one, the first gets it.

    Returns
    -------
    dict of str to int
        By page; adds up to `number` unless every weight is 0.

    Examples
    --------
    >>> share(5, {"a": 1, "b": 1, "c": 0}), share(10, {"a": 8, "b": 1})
    ({'a': 3, 'b': 2, 'c': 0}, {'a': 9, 'b': 1})
    """
    whole = sum(weights.values())
    if not whole:
        return dict.fromkeys(weights, 0)
    shares = {page: number * weight // whole for page, weight in weights.items()}
    rest = {page: number * weight % whole for page, weight in weights.items()}
    for page in sorted(weights, key=lambda page: -rest[page])[: number - sum(shares.values())]:
        shares[page] += 1
    return shares
