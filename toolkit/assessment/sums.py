"""Sum up what the answers about a proposal may be, before rules make one outcome of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assessment.claim import Claim
from toolkit.assessment.cover import cover_range, fit_range, inherent_range, missing_safeguards
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_rules import ProposalRules
from toolkit.assessment.result import Range
from toolkit.assessment.tier import tier_range

__all__ = ["Sums", "sum_up"]


@dataclass(frozen=True)
class Sums:
    """What a set of claims comes to; `toolkit.assessment.weighing` says what each part means.

    Parameters
    ----------
    tier, best_tier : int
        With what is not known at its worst and at its best.
    inherent, cover, claimed_cover : Range
        Out of 100, and shares.
    fit : Range or None
        None where no question on fit is asked.
    open_lines, sure_lines : tuple of str
        Red lines that may be open, and those that are for certain.
    missing, best_missing : tuple of str
        Required safeguards not in use, at worst and at best.
    """

    tier: int
    best_tier: int
    inherent: Range
    cover: Range
    claimed_cover: Range
    fit: Range | None
    open_lines: tuple[str, ...]
    sure_lines: tuple[str, ...]
    missing: tuple[str, ...]
    best_missing: tuple[str, ...]


def sum_up(instrument: Instrument, rules: ProposalRules, claims: Mapping[str, Claim]) -> Sums:
    """Return what a set of claims comes to.

    Parameters
    ----------
    instrument : Instrument
        An instrument about a proposal.
    rules : ProposalRules
        Its rules.
    claims : mapping of str to Claim
        What the answers may be.

    Returns
    -------
    Sums
        The numbers.
    """
    weights = {n: instrument.by_id[n].weight for n in (*rules.safeguards, *rules.fit)}
    always = frozenset(name for name in rules.fit if instrument.by_id[name].show_if is None)
    best_tier, tier = tier_range(rules, claims)
    return Sums(
        tier,
        best_tier,
        inherent_range(rules, claims),
        cover_range(rules, claims, weights, shown=True),
        cover_range(rules, claims, weights, shown=False),
        fit_range(rules, claims, weights, always),
        *_red_lines(rules, claims),
        missing_safeguards(rules, claims, tier),
        missing_safeguards(rules, claims, best_tier, best=True),
    )


def _red_lines(
    rules: ProposalRules, claims: Mapping[str, Claim]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that count as open, and those that are open for certain."""
    possible, certain = [], []
    for line in rules.red_lines:
        found = [(claims.get(part.question), part.choices) for part in line.open_when]
        if all(claim is not None and claim.may_be(choices) for claim, choices in found):
            possible.append(line.id)
        if all(claim is not None and claim.is_surely(choices) for claim, choices in found):
            certain.append(line.id)
    return tuple(possible), tuple(certain)
