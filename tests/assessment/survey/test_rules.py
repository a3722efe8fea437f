"""Weights, the cut for mitigation, levels: every number worked by hand."""

import pytest

from toolkit.assessment.survey.rules import AIA, build_rules, half_up, weight

RULES = build_rules(AIA)


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        ("item3-4", 4),
        ("item6", 0),
        ("item-", 0),
        ("item-x", 0),
        ("item1-2-3", 3),
        ("-5", 5),
        ("item-1_0", 0),
        ("item-nan", 0),
        ("item-Infinity", 0),
        ("item- 2 ", 2),
        ("item-2.5", 2.5),
        ("item-1e2", 100),
        ("item-٣", 0),
        (7, 7),
        (2.5, 2.5),
        (True, 0),
        (None, 0),
        ({}, 0),
        (float("inf"), 0),
        ("item-1e300", 0),
        (1e20, 1e20),
        (["item1-2", "item2-1", "item3", 4, None], 7),
        ([], 0),
        (["item1-2", ["item2-9"]], 2),
    ],
)
def test_a_weight_is_the_number_after_the_last_dash(answer, points):
    assert weight(answer) == points


@pytest.mark.parametrize(("number", "whole"), [(8.5, 9), (42.5, 43), (76.5, 77), (8.49, 8), (0, 0)])
def test_halves_go_up(number, whole):
    assert half_up(number) == whole


@pytest.mark.parametrize(("raw", "total"), [(10, 9), (50, 43), (90, 77), (130, 111), (167, 142)])
def test_enough_mitigation_keeps_85_per_cent(raw, total):
    assert RULES.total(raw, 62, 77) == total
    assert RULES.total(raw, 61, 77) == raw


def test_mitigation_that_is_just_enough_is_enough():
    assert RULES.total(10, 8, 10) == 9


@pytest.mark.parametrize(
    ("total", "level"),
    [
        (0, "I"),
        (41, "I"),
        (42, "II"),
        (83, "II"),
        (84, "III"),
        (125, "III"),
        (126, "IV"),
        (900, "IV"),
    ],
)
def test_a_level_ends_at_a_quarter_a_half_and_three_quarters(total, level):
    assert RULES.level(total, 167).name == level


def test_without_any_risk_in_the_survey_nothing_is_above_the_lowest_level():
    assert RULES.level(0, 0).name == "I"


@pytest.mark.parametrize(
    ("name", "parent", "kind"),
    [
        ("q-RS", "p-MS", "risk"),
        ("q", "p-MS", "mitigation"),
        ("q-NS", "p-RS", ""),
        ("q", "p-NS", ""),
        ("q", "p", ""),
        ("q-rs", "p", ""),
    ],
)
def test_what_a_question_counts_as(name, parent, kind):
    assert RULES.counts_as(name, parent) == kind
