"""Our measures of two groups beside those of fairlearn, which many councils' suppliers use."""

from __future__ import annotations

import numpy as np
import pytest
from fairlearn.metrics import (
    MetricFrame,
    demographic_parity_difference,
    equalized_odds_difference,
    false_negative_rate,
    false_positive_rate,
    selection_rate,
    true_positive_rate,
)
from sklearn.metrics import accuracy_score, precision_score

from toolkit.learners import repairs
from toolkit.learners.logistic import chances
from toolkit.learners.repairs import FIXES, Setup, make_homes, measure, visit_list
from toolkit.learners.two_wards import PEOPLE, Ward, apply, draw

SEEDS = range(1, 6)
CUT_OFFS = [(60, 60), (83, 90), (45, 70)]  # shared, high enough to level down, and far apart


def people(wards: tuple[Ward, Ward], cut_offs: tuple[int, int]) -> dict[str, np.ndarray]:
    """Return the people of both wards one after the other, as fairlearn takes them."""
    return {
        "y_true": np.concatenate([ward.need for ward in wards]),
        "y_pred": np.concatenate(
            [ward.score >= cut_off for ward, cut_off in zip(wards, cut_offs, strict=True)]
        ),
        "sensitive_features": np.repeat(["A", "B"], PEOPLE),
    }


@pytest.mark.parametrize("cut_offs", CUT_OFFS)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_happens_in_each_ward_is_what_fairlearn_finds(seed, cut_offs) -> None:
    asked = {
        "offered": selection_rate,
        "found": true_positive_rate,
        "missed": false_negative_rate,
        "wrongly": false_positive_rate,
        "right": precision_score,
    }
    theirs = MetricFrame(metrics=asked, **people(draw(seed), cut_offs)).by_group
    for name, ward in zip("AB", apply(seed, *cut_offs).wards, strict=True):
        found, wrongly, right = ward.shares
        ours = (ward.offered / PEOPLE, found, 1 - found, wrongly, right)
        assert ours == pytest.approx(tuple(theirs.loc[name, list(asked)]))


@pytest.mark.parametrize("cut_offs", CUT_OFFS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_gaps_between_wards_are_those_that_fairlearn_finds(seed, cut_offs) -> None:
    both, pair = people(draw(seed), cut_offs), apply(seed, *cut_offs)
    # Equalised odds takes the wider of two gaps: who is found, and who is flagged wrongly.
    assert max(pair.gaps[:2]) == pytest.approx(equalized_odds_difference(**both))
    rates = [ward.offered / PEOPLE for ward in pair.wards]
    assert abs(rates[0] - rates[1]) == pytest.approx(demographic_parity_difference(**both))


@pytest.mark.parametrize("fixes", [(), ("tell-model",), FIXES], ids=lambda fixes: "+".join(fixes))
@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_found_among_tenants_is_what_fairlearn_finds(seed, fixes) -> None:
    setup = Setup(0.25, frozenset(fixes))
    homes = make_homes(repairs.HOMES, np.random.default_rng([seed, 1]))
    chance = chances(repairs._trained(setup, seed), repairs._features(homes, setup))
    by_group = MetricFrame(
        metrics=true_positive_rate,
        y_true=homes.serious,
        y_pred=visit_list(chance),
        sensitive_features=np.where(homes.offline, "offline", "online"),
    )
    ours = measure(setup, seed)
    assert (ours.found_online, ours.found_offline) == pytest.approx(
        (by_group.by_group["online"], by_group.by_group["offline"])
    )
    assert ours.accuracy_true == pytest.approx(accuracy_score(homes.serious, chance > 0.5))
    assert abs(ours.found_online - ours.found_offline) == pytest.approx(by_group.difference())
