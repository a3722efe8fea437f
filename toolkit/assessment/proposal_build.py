"""Build the rules about a proposal from their part of a checked instrument file."""

from __future__ import annotations

from typing import Any

from toolkit.assessment.condition_parser import parse_condition
from toolkit.assessment.proposal_rules import (
    OUTCOMES,
    Outcome,
    Part,
    ProposalRules,
    RedLine,
    Spread,
    Tier,
    Trigger,
)

__all__ = ["build_proposal_rules"]


def build_proposal_rules(raw: dict[str, Any]) -> ProposalRules:
    """Return the rules from their part of a checked instrument file.

    Parameters
    ----------
    raw : dict
        That part.

    Returns
    -------
    ProposalRules
        The rules.
    """
    decision, safeguards = raw["decision"], raw["safeguards"]
    readiness = raw.get("readiness", {})
    return ProposalRules(
        parse_condition(raw["stop_if"]),
        role=decision["question"],
        severity=tuple(decision["severity"]),
        matrix={role: tuple(row) for role, row in decision["matrix"].items()},
        triggers=tuple(Trigger(_part(t), t["tier"], t["name"]) for t in raw["triggers"]),
        risks=tuple(raw["inherent"]["questions"]),
        safeguards=tuple(safeguards["questions"]),
        fit=tuple(raw["fit"]["questions"]),
        worst_share=float(raw["inherent"]["worst_share"]),
        in_use=float(safeguards["in_use"]),
        most_off=float(safeguards["most_off"]),
        required=tuple(frozenset(names) for names in safeguards["required"]),
        rethink_below=float(raw["fit"]["rethink_below"]),
        red_lines=tuple(
            RedLine(line["id"], line["name"], line["advice"], tuple(map(_part, line["open_when"])))
            for line in raw["red_lines"]
        ),
        pilot_up_to=raw["pilot_up_to"],
        readiness=readiness.get("instrument", ""),
        allows=dict(readiness.get("allows", {})),
        tiers=tuple(Tier(**tier) for tier in raw["tiers"]),
        outcomes={name: Outcome(name, **raw["outcomes"][name]) for name in OUTCOMES},
        spread=_spread(raw["stability"]),
    )


def _part(raw: dict[str, Any]) -> Part:
    return Part(raw["question"], frozenset(map(str, raw["choices"])))


def _spread(raw: dict[str, Any]) -> Spread:
    pairs = {name: tuple(raw[name]) for name in ("weights", "most_off", "fit_below")}
    return Spread(**{**raw, **pairs})
