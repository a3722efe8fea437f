"""Weighing proposals by values: totals, the order they make, and how easily the order changes.

The scores are made up, and ours. Everything after them is counted exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.language import N_

__all__ = [
    "MOST",
    "PROPOSALS",
    "VALUES",
    "Moves",
    "Proposal",
    "Value",
    "Weights",
    "firsts",
    "moves",
    "order",
    "ranks",
    "totals",
]

MOST = 5  # weights and scores go from 0 to this

Weights = tuple[int, ...]


@dataclass(frozen=True)
class Value:
    """Something that a council can care about.

    Parameters
    ----------
    id, label : str
        What it is called in code, and for a reader.
    within : str
        What it is called within a sentence.
    """

    id: str
    label: str
    within: str


@dataclass(frozen=True)
class Proposal:
    """Something that a council could do.

    Parameters
    ----------
    id, label : str
        What it is called in code, and for a reader.
    scores : tuple of int
        How well it serves each of `VALUES`, 0 to `MOST`.
    """

    id: str
    label: str
    scores: tuple[int, ...]


VALUES = (
    Value("partners", N_("Residents as equal partners"), N_("residents as equal partners")),
    Value("openness", N_("Openness"), N_("openness")),
    Value("inclusion", N_("Inclusion"), N_("inclusion")),
    Value("staff", N_("Staff voice"), N_("staff voice")),
    Value("money", N_("Value for money"), N_("value for money")),
    Value("accountability", N_("Accountability"), N_("accountability")),
)
# Our judgement of four made-up proposals. None is at least as good as another on every value.
PROPOSALS = (
    Proposal("summariser", N_("Call summariser"), (2, 2, 2, 5, 4, 2)),
    Proposal("damp", N_("Damp list"), (2, 1, 5, 2, 5, 3)),
    Proposal("grouper", N_("Comment grouper"), (5, 4, 3, 2, 3, 3)),
    Proposal("no-ai", N_("No AI (staff call and visit)"), (3, 3, 4, 3, 1, 5)),
)


@dataclass(frozen=True)
class Moves:
    """What happens when one weight moves by one step, over all ways to do that.

    Parameters
    ----------
    ways : int
        How many ways there are: up and down for each value, within the ends.
    order, first : int
        In how many the order changes, and in how many what comes first.
    """

    ways: int
    order: int
    first: int


def totals(weights: Weights) -> tuple[int, ...]:
    """Return each proposal's score times weight, added up.

    Parameters
    ----------
    weights : tuple of int
        One for each of `VALUES`, 0 to `MOST`.

    Returns
    -------
    tuple of int
        In the order of `PROPOSALS`.
    """
    return tuple(
        sum(w * score for w, score in zip(weights, one.scores, strict=True)) for one in PROPOSALS
    )


def ranks(weights: Weights) -> tuple[int, ...]:
    """Return each proposal's rank: 1 for the highest total, the same for equal ones.

    Parameters
    ----------
    weights : tuple of int
        As `totals` takes them.

    Returns
    -------
    tuple of int
        In the order of `PROPOSALS`.
    """
    found = totals(weights)
    return tuple(1 + sum(other > one for other in found) for one in found)


def order(weights: Weights) -> tuple[Proposal, ...]:
    """Return the proposals, highest total first; equal ones as they stand in `PROPOSALS`.

    Parameters
    ----------
    weights : tuple of int
        As `totals` takes them.

    Returns
    -------
    tuple of Proposal
        All of them.
    """
    ranked = sorted(zip(ranks(weights), range(len(PROPOSALS)), strict=True))
    return tuple(PROPOSALS[place] for _, place in ranked)


def firsts(weights: Weights) -> tuple[Proposal, ...]:
    """Return the proposals that come first; none where every weight is 0.

    Parameters
    ----------
    weights : tuple of int
        As `totals` takes them.

    Returns
    -------
    tuple of Proposal
        More than one where totals are equal.
    """
    if not any(weights):
        return ()
    return tuple(one for one, rank in zip(PROPOSALS, ranks(weights), strict=True) if rank == 1)


def moves(weights: Weights) -> Moves:
    """Return how easily the order changes, counted over every single step of one weight.

    Parameters
    ----------
    weights : tuple of int
        As `totals` takes them.

    Returns
    -------
    Moves
        Exact. A tie that opens or closes is a change of order.
    """
    stepped = [
        (*weights[:place], weight + step, *weights[place + 1 :])
        for place, weight in enumerate(weights)
        for step in (-1, 1)
        if 0 <= weight + step <= MOST
    ]
    now, first = ranks(weights), firsts(weights)
    return Moves(
        len(stepped),
        sum(ranks(one) != now for one in stepped),
        sum(firsts(one) != first for one in stepped),
    )
