"""Draw our judgements again and again within stated limits, and see what each draw leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from toolkit.assessment.cover import missing_safeguards
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.outcome import Facts, outcome_of
from toolkit.assessment.proposal_rules import OutcomeId
from toolkit.assessment.tier import cell_of, firing
from toolkit.assessment.weighing import Weighing, rules_of, stage_allows

__all__ = ["judgements"]

Floats = NDArray[np.float64]
TIERS = range(1, 5)


def judgements(
    instrument: Instrument, now: Weighing, stage: str | None
) -> tuple[NDArray[np.bool_], Floats]:
    """Return for draws over our judgements whether the outcome stays, and what risk is left.

    Parameters
    ----------
    instrument : Instrument
        An instrument about a proposal.
    now : Weighing
        The numbers with the judgements as they are.
    stage : str or None
        The id of the council's stage of readiness.

    Returns
    -------
    array of bool, array of float
        One entry for each draw; the second out of 100.
    """
    rules = rules_of(instrument)
    spread, random = rules.spread, np.random.default_rng(rules.spread.seed)

    def between(pair: tuple[float, float], *shape: int) -> Floats:
        return random.uniform(*pair, size=(spread.draws, *shape))

    def moved(value: float) -> Floats:
        return np.floor(value + between((-spread.whole, spread.whole)) + 0.5)

    __, cell = cell_of(rules, now.claims, worst=True)
    tiers = [moved(cell), *(moved(trigger.tier) for trigger in firing(rules, now.claims))]
    tier = np.clip(np.max(tiers, axis=0), min(TIERS), max(TIERS)).astype(int)
    in_use = moved(rules.in_use)
    fit = _drawn_fit(instrument, now, between(spread.weights, len(rules.fit)))
    too_low = fit < between(spread.fit_below) - 1e-9
    residual = _drawn_residual(instrument, now, in_use, between)
    lacking = {
        (t, step): bool(missing_safeguards(replace(rules, in_use=step), now.claims, t))
        for t in TIERS
        for step in np.unique(in_use)
    }
    pilot, allowed = moved(rules.pilot_up_to), stage_allows(rules, stage)
    # Where the stage is not given it plays no part, and there is nothing to move.
    allows = moved(allowed) if allowed is not None else np.full(spread.draws, np.inf)
    rows = np.column_stack([tier, in_use, too_low, pilot, np.minimum(allows, max(TIERS))])
    kinds, place = np.unique(rows, axis=0, return_inverse=True)
    same = np.array([_outcome(now, lacking, *kind) == now.outcome for kind in kinds.tolist()])
    return same[place.reshape(-1)], residual


def _outcome(
    now: Weighing,
    lacking: dict[tuple[int, float], bool],
    tier: float,
    in_use: float,
    too_low: float,
    pilot: float,
    allows: float,
) -> OutcomeId:
    """Return the outcome of one set of judgements."""
    level = int(tier)
    facts = Facts(
        now.not_needed,
        bool(now.open_lines),
        level,
        lacking[level, in_use],
        bool(too_low),
        int(allows),
    )
    return outcome_of(facts, int(pilot))


def _drawn_fit(instrument: Instrument, now: Weighing, factors: Floats) -> Floats:
    """Return the cautious fit of each draw of weights."""
    rules = rules_of(instrument)
    asked = [place for place, name in enumerate(rules.fit) if name in now.claims]
    if not asked:
        return np.full(len(factors), np.inf)
    always = [p for p in asked if instrument.by_id[rules.fit[p]].show_if is None] or asked
    points = np.array([now.claims[n].low if n in now.claims else 0.0 for n in rules.fit])
    weights = factors * np.array([instrument.by_id[name].weight for name in rules.fit])
    low, always_low = (
        (weights[:, group] @ points[group]) / weights[:, group].sum(axis=1)
        for group in (asked, always)
    )
    fit: Floats = np.minimum(low, always_low)
    return fit


def _drawn_residual(
    instrument: Instrument, now: Weighing, in_use: Floats, between: Callable[..., Floats]
) -> Floats:
    """Return the cautious residual of each draw of weights, of the step and of the most off."""
    rules = rules_of(instrument)
    points = np.array([now.claims[n].low if n in now.claims else np.inf for n in rules.safeguards])
    weights = between(rules.spread.weights, len(points))
    weights = weights * np.array([instrument.by_id[name].weight for name in rules.safeguards])
    counted = (weights * (points >= in_use[:, None] - 1e-9)).sum(axis=1) / weights.sum(axis=1)
    left: Floats = now.inherent.high * (1 - between(rules.spread.most_off) * counted)
    return left
