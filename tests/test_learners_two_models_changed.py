"""Lesson 6: what would change a result. Worked by hand, and in 40 samples."""

from __future__ import annotations

import numpy as np
import pytest

from toolkit.learners.two_models import FACTS, REPORTS, Model, study
from toolkit.learners.two_models_changed import changed, moved, smallest_change

SEEDS = range(1, 41)
AVERAGE = np.array([50.0, 2, 2, 1, 30, 0])
# Five points for each repair more than two, and minus 12 to begin with.
PLAIN = Model("A", -12.0, np.array([0.0, 5, 0, 0, 0, 0]), AVERAGE)


def test_the_smallest_change_worked_by_hand() -> None:
    # 2 repairs give −12, 4 give −2, and 5 give 3: the first with a visit.
    assert smallest_change(PLAIN, AVERAGE, "repairs") == 5
    many = np.array([50.0, 7, 2, 1, 30, 0])  # 7 repairs give 13, 5 give 3 and 4 give −2
    assert smallest_change(PLAIN, many, "repairs") == 4


def test_a_fact_that_the_model_does_not_look_at_changes_nothing() -> None:
    assert smallest_change(PLAIN, AVERAGE, "words") is None


def test_a_change_that_would_go_beyond_what_is_tried_is_none() -> None:
    assert smallest_change(Model("A", -500.0, PLAIN.weights, AVERAGE), AVERAGE, "repairs") is None


def test_more_of_a_fact_leaves_the_others_and_stops_at_the_most() -> None:
    assert changed(AVERAGE, times=2, words=10).tolist() == [50, 2, 2, 3, 40, 0]
    assert changed(AVERAGE, times=99).tolist()[3] == FACTS[3].high
    assert AVERAGE.tolist() == [50, 2, 2, 1, 30, 0]


@pytest.mark.parametrize("seed", SEEDS[:21])
def test_what_is_named_changes_the_result_and_one_step_less_does_not(seed: int) -> None:
    found = study(seed)
    for report in found.reports.facts[:20]:
        for model in found.models:
            for place, fact in enumerate(FACTS):
                value = smallest_change(model, report, fact.id)
                if value is None:
                    continue
                tried = report.copy()
                tried[place] = value
                assert model.visits(tried) != model.visits(report)
                tried[place] -= np.sign(value - report[place])
                assert model.visits(tried) == model.visits(report)


# -- what the lesson says


@pytest.mark.parametrize("seed", SEEDS)
def test_one_more_report_moves_at_least_a_fifth_of_those_model_b_says_no_to(seed: int) -> None:
    found = study(seed)
    a, b = found.models
    assert moved(found, b, times=1).sum() > 0.2 * (~found.visits[1]).sum()
    assert moved(found, a, times=1, words=100).sum() == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_more_words_alone_move_model_b_as_well(seed: int) -> None:
    assert moved(study(seed), study(seed).models[1], words=100).sum() > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_reporting_again_or_at_length_never_loses_a_visit(seed: int) -> None:
    found = study(seed)
    for model in found.models:
        before, facts = model.visits(found.reports.facts), found.reports.facts
        for times in range(4):
            for words in range(0, 101, 20):
                assert (model.visits(changed(facts, times=times, words=words)) | ~before).all()
    assert len(before) == REPORTS
