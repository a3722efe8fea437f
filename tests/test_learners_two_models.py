"""Lesson 6: two models and exact reasons, and that what the lesson says holds in 40 samples."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score

from toolkit.learners.two_models import FACTS, MODELS, PAST, Model, make_reports, study

SEEDS = range(1, 41)
each_seed = pytest.mark.parametrize("seed", SEEDS)


def test_a_score_worked_by_hand() -> None:
    model = Model("A", -3.0, np.array([0.5, 2.0]), np.array([40.0, 1.0]))
    report = np.array([44.0, 0.0])
    assert model.contributions(report).tolist() == [2.0, -2.0]
    assert model.score(report) == -3.0
    assert not model.visits(report)
    assert model.visits(np.array([[44.0, 2.0], [40.0, 1.0]])).tolist() == [True, False]


def test_a_score_of_0_is_a_visit() -> None:
    assert Model("A", 0.0, np.array([1.0]), np.array([1.0])).visits(np.array([1.0]))


@pytest.mark.parametrize("seed", SEEDS[:5])
def test_both_models_agree_with_scikit_learn(seed: int) -> None:
    past = make_reports(PAST, np.random.default_rng([seed, 61]))
    found = study(seed)
    for model in found.models:
        sees = [fact.id in MODELS[model.name] for fact in FACTS]
        theirs = LogisticRegression(max_iter=5000).fit(past.facts[:, sees], past.serious)
        said = theirs.predict(found.reports.facts[:, sees])
        assert (said == model.visits(found.reports.facts)).mean() > 0.995
        assert accuracy_score(found.reports.serious, model.visits(found.reports.facts)) == (
            pytest.approx(found.accuracy[found.models.index(model)])
        )


def test_no_model_has_points_for_a_fact_it_does_not_look_at() -> None:
    for model in study(1).models:
        looks = [fact.id for fact, weight in zip(FACTS, model.weights, strict=True) if weight]
        assert tuple(looks) == MODELS[model.name]


@each_seed
def test_every_fact_stays_within_the_values_that_are_tried(seed: int) -> None:
    reports = study(seed).reports.facts
    for place, fact in enumerate(FACTS):
        assert fact.low <= reports[:, place].min() <= reports[:, place].max() <= fact.high


# -- what the lesson says


@each_seed
def test_the_reasons_add_up_to_every_score_with_nothing_left_over(seed: int) -> None:
    found = study(seed)
    for model in found.models:
        added = model.start + model.contributions(found.reports.facts).sum(axis=1)
        straight = model.start - model.weights @ model.average + found.reports.facts @ model.weights
        assert np.allclose(added, straight)


@each_seed
def test_the_models_are_right_about_equally_often(seed: int) -> None:
    a, b = study(seed).accuracy
    assert abs(a - b) < 0.05
    assert min(a, b) > 0.72


def test_over_many_samples_neither_model_is_the_better_one() -> None:
    assert abs(np.mean([np.subtract(*study(seed).accuracy) for seed in SEEDS])) < 0.015


@each_seed
def test_they_disagree_on_about_one_report_in_four(seed: int) -> None:
    assert 0.2 < study(seed).differ.mean() < 0.3


@each_seed
def test_serious_problems_are_reported_more_often_in_this_example(seed: int) -> None:
    reports = study(seed).reports
    times = reports.facts[:, [fact.id for fact in FACTS].index("times")]
    assert times[reports.serious].mean() > times[~reports.serious].mean() + 0.5


@each_seed
def test_where_they_disagree_each_is_right_about_as_often_as_the_other(seed: int) -> None:
    found = study(seed)
    right = (found.visits[0] == found.reports.serious)[found.differ].mean()
    assert 0.4 < right < 0.6


@each_seed
def test_between_one_in_six_and_one_in_three_visits_are_not_needed_though_explained(seed) -> None:
    found = study(seed)
    assert 1 / 6 < 1 - found.reports.serious[found.visits[0]].mean() < 1 / 3
