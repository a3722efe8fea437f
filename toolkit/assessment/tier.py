"""The tier of a proposal: its role in decisions and its worst harm, lifted by triggers.

Safeguards never lower it. What is not known counts at its worst.
"""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.assessment.claim import Claim
from toolkit.assessment.proposal_rules import ProposalRules, Trigger

__all__ = ["cell_of", "firing", "tier_range", "worst_severity"]

LOWEST = 1


def tier_range(rules: ProposalRules, claims: Mapping[str, Claim]) -> tuple[int, int]:
    """Return the tier with what is not known at its best and at its worst.

    Parameters
    ----------
    rules : ProposalRules
        The table and the triggers.
    claims : mapping of str to Claim
        What the answers that are asked for may be.

    Returns
    -------
    int, int
        The lowest tier it may be, and the highest; the highest is the one that counts.
    """
    __, low_cell = cell_of(rules, claims, worst=False)
    __, high_cell = cell_of(rules, claims, worst=True)
    low = [t.tier for t in rules.triggers if surely(t, claims)]
    high = [t.tier for t in firing(rules, claims)]
    return max([LOWEST, low_cell, *low]), max([LOWEST, high_cell, *high])


def worst_severity(rules: ProposalRules, claims: Mapping[str, Claim], *, worst: bool) -> int:
    """Return the severity of the worst harm.

    Parameters
    ----------
    rules : ProposalRules
        Which questions count.
    claims : mapping of str to Claim
        What the answers may be; a question that is not asked counts as no harm.
    worst : bool
        Whether to take what is not known at its worst.

    Returns
    -------
    int
        0 for none.
    """
    found = [claims[name] for name in rules.severity if name in claims]
    return int(max((claim.high if worst else claim.low for claim in found), default=0))


def cell_of(
    rules: ProposalRules, claims: Mapping[str, Claim], *, worst: bool
) -> tuple[tuple[str, int], int]:
    """Return the cell of the table that applies, and its tier.

    Parameters
    ----------
    rules : ProposalRules
        The table.
    claims : mapping of str to Claim
        What the answers may be.
    worst : bool
        Whether to take what is not known at its worst.

    Returns
    -------
    tuple of (str, int), int
        The role and the severity; the tier there.
    """
    severity = worst_severity(rules, claims, worst=worst)
    roles = claims[rules.role].choices
    pick = max if worst else min
    role = pick(roles, key=lambda name: rules.matrix[name][severity])
    return (role, severity), rules.matrix[role][severity]


def firing(rules: ProposalRules, claims: Mapping[str, Claim]) -> tuple[Trigger, ...]:
    """Return the triggers that apply, or may apply.

    Parameters
    ----------
    rules : ProposalRules
        The triggers.
    claims : mapping of str to Claim
        What the answers may be; a question that is not asked sets nothing off.

    Returns
    -------
    tuple of Trigger
        In the order of the file.
    """
    return tuple(
        trigger
        for trigger in rules.triggers
        if trigger.part.question in claims
        and claims[trigger.part.question].may_be(trigger.part.choices)
    )


def surely(trigger: Trigger, claims: Mapping[str, Claim]) -> bool:
    """Return whether a trigger applies, whatever turns out."""
    claim = claims.get(trigger.part.question)
    return claim is not None and claim.is_surely(trigger.part.choices)
