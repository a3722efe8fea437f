"""Inherent risk, how much of it safeguards cover, what is left, and the co-operative fit.

Questions that are not asked cannot help: no risk lies in them, no safeguard is called for, and
a fit that is only asked of weightier proposals can lower the result but never lift it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.assessment.claim import Claim
from toolkit.assessment.proposal_rules import ProposalRules
from toolkit.assessment.result import Range
from toolkit.assessment.stage import reaches

__all__ = ["cover_range", "fit_range", "inherent_range", "missing_safeguards", "residual_range"]

Claims = Mapping[str, Claim]
MOST_SEVERE = 4.0


def inherent_range(rules: ProposalRules, claims: Claims) -> Range:
    """Return the inherent score: half the worst item, half the mean, out of 100.

    Parameters
    ----------
    rules : ProposalRules
        Which questions count, and the share of the worst.
    claims : mapping of str to Claim
        What the answers may be; a question that is not asked adds no risk.

    Returns
    -------
    Range
        0 to 100. The high end is the cautious one.
    """
    found = [claims[name] for name in rules.risks if name in claims]
    low, high = [claim.low for claim in found], [claim.high for claim in found]
    return Range(_inherent(rules, low), _inherent(rules, high))


def _inherent(rules: ProposalRules, points: Sequence[float]) -> float:
    worst, mean = max(points, default=0.0), sum(points) / len(rules.risks)
    return 100 * (rules.worst_share * worst + (1 - rules.worst_share) * mean) / MOST_SEVERE


def cover_range(
    rules: ProposalRules, claims: Claims, weights: Mapping[str, float], *, shown: bool
) -> Range:
    """Return the share of all safeguards that are in use or not called for.

    Parameters
    ----------
    rules : ProposalRules
        Which questions count. The denominator is all of them, at every tier.
    claims : mapping of str to Claim
        What the answers may be.
    weights : mapping of str to float
        How much each safeguard counts.
    shown : bool
        Whether to count only what evidence supports.

    Returns
    -------
    Range
        0 to 1. The low end is the cautious one.
    """
    total = sum(weights[name] for name in rules.safeguards)
    low = high = 0.0
    for name in rules.safeguards:
        claim = claims.get(name)
        if claim is None:
            worst = best = True
        else:
            worst = reaches(claim.low if shown else claim.claimed_low, rules.in_use)
            best = reaches(claim.high if shown else claim.claimed_high, rules.in_use)
        low += weights[name] * worst
        high += weights[name] * best
    return Range(low / total, high / total)


def residual_range(rules: ProposalRules, inherent: Range, cover: Range) -> Range:
    """Return what is left of the inherent score.

    Parameters
    ----------
    rules : ProposalRules
        The most that cover takes off.
    inherent : Range
        0 to 100.
    cover : Range
        Evidenced, 0 to 1.

    Returns
    -------
    Range
        0 to 100. The high end is the cautious one.
    """
    low = inherent.low * (1 - rules.most_off * cover.high)
    return Range(low, inherent.high * (1 - rules.most_off * cover.low))


def missing_safeguards(
    rules: ProposalRules, claims: Claims, tier: int, *, best: bool = False
) -> tuple[str, ...]:
    """Return the safeguards that a tier asks for and that are not shown to be in use.

    Parameters
    ----------
    rules : ProposalRules
        What each tier asks for.
    claims : mapping of str to Claim
        What the answers may be; what is not asked is not called for.
    tier : int
        1 to 4.
    best : bool
        Whether to take what is not known at its best.

    Returns
    -------
    tuple of str
        Their ids, in the order of the file.
    """
    wanted = rules.required[tier - 1]
    return tuple(
        name
        for name in rules.safeguards
        if name in wanted
        and name in claims
        and not reaches(claims[name].high if best else claims[name].low, rules.in_use)
    )


def fit_range(
    rules: ProposalRules, claims: Claims, weights: Mapping[str, float], always: frozenset[str]
) -> Range | None:
    """Return the co-operative fit.

    Parameters
    ----------
    rules : ProposalRules
        Which questions count.
    claims : mapping of str to Claim
        What the answers may be.
    weights : mapping of str to float
        How much each question counts.
    always : frozenset of str
        The questions that every proposal is asked.

    Returns
    -------
    Range or None
        The lower of two means: of all that are asked, and of those that are always asked.
        None where nothing is asked.
    """
    found = [name for name in rules.fit if name in claims]
    if not found:
        return None
    groups = [found, [name for name in found if name in always] or found]
    low = min(_mean([(weights[n], claims[n].low) for n in group]) for group in groups)
    return Range(low, min(_mean([(weights[n], claims[n].high) for n in group]) for group in groups))


def _mean(rows: Sequence[tuple[float, float]]) -> float:
    return sum(weight * points for weight, points in rows) / sum(weight for weight, __ in rows)
