"""Lesson 5 in words."""

from __future__ import annotations

from statistics import mean

import pytest

from toolkit.learners.two_cut_offs import RULES
from toolkit.learners.two_cut_offs_decision import PLACES
from toolkit.learners.two_wards import apply
from toolkit.learners.two_wards_findings import (
    facts,
    find_with_cut_offs,
    find_with_rule,
)
from toolkit.lesson import load_lesson


def test_the_sentence_says_what_is_in_the_chart() -> None:
    found = find_with_cut_offs(30, cut_off_a=60, cut_off_b=60)
    in_a, in_b = found.series
    for value in (*in_a.values, *in_b.values):
        assert f"{int(value + 0.5)}%" in found.sentence
    assert in_a.values == tuple(100 * s for s in apply(30, 60, 60).wards[0].shares)


def test_each_share_stands_with_its_ward() -> None:
    found = find_with_cut_offs(30, cut_off_a=60, cut_off_b=60)
    in_a, in_b = ([f"{int(value + 0.5)}%" for value in one.values] for one in found.series)
    assert found.sentence.startswith(
        f"With cut-offs of 60 and 60, {in_a[0]} of people in need are found in Ward A and "
        f"{in_b[0]} in Ward B. Of the others, {in_a[1]} in Ward A and {in_b[1]} in Ward B are "
        f"wrongly flagged. Of those flagged, {in_a[2]} in Ward A and {in_b[2]} in Ward B are in "
        "need. "
    )


def test_too_many_flags_for_the_places_are_told() -> None:
    assert "so 6,400 of them get nothing." in (
        find_with_cut_offs(1, cut_off_a=0, cut_off_b=0).sentence
    )
    few = find_with_cut_offs(1, cut_off_a=90, cut_off_b=90).sentence
    assert few.endswith("people for 1,600 places.")


def test_a_ward_in_which_nobody_is_flagged_is_told_and_its_range_is_everything() -> None:
    found = find_with_cut_offs(1, cut_off_a=101, cut_off_b=60)
    assert found.notes[0].startswith("Nobody is flagged in Ward A")
    assert (found.series[0].low[2], found.series[0].high[2]) == (0, 100)


def test_every_number_lies_within_its_range() -> None:
    for series in find_with_cut_offs(7, cut_off_a=70, cut_off_b=40).series:
        for low, value, high in zip(series.low, series.values, series.high, strict=True):
            assert low <= value <= high


def test_before_a_choice_there_is_a_table_and_no_chart() -> None:
    found = find_with_rule(1, rule="", places=PLACES)
    assert found.series == ()
    assert len(found.tables[0].rows) == len(RULES)
    assert "Choose what should be alike." in found.sentence


@pytest.mark.parametrize("rule", RULES)
def test_the_chosen_rule_is_drawn_and_stands_in_the_table(rule: str) -> None:
    found = find_with_rule(30, rule=rule, places=PLACES)
    row = found.tables[0].rows[RULES.index(rule)]
    assert f"With cut-offs of {row[1]}," in found.sentence
    assert f"Of all people in need, {row[2]} are found." in found.sentence


def test_how_often_it_holds_is_counted() -> None:
    assert (facts(30)["none"], facts(30)["samples"]) == ("21", "21")
    assert "In 21 of 21 samples, no pair" in find_with_rule(30, rule="all", places=PLACES).notes[1]


def test_the_lesson_starts_from_a_sample_like_most() -> None:
    got = facts(load_lesson("05-choosing-a-threshold").sample)
    for name in ("found_a", "found_b", "wrongly_a", "wrongly_b", "level_gap"):
        each = [int(facts(seed)[name].split(" ")[0].rstrip("%")) for seed in range(1, 41)]
        assert abs(int(got[name].split(" ")[0].rstrip("%")) - mean(each)) <= 4


def test_a_gap_is_the_difference_of_the_percentages_that_are_shown() -> None:
    for rule in RULES:
        found = find_with_rule(30, rule=rule, places=PLACES)
        shown = zip(*(series.values for series in found.series), strict=True)
        row = found.tables[0].rows[RULES.index(rule)]
        for (one, other), gap in zip(shown, row[3:], strict=True):
            points = abs(int(one + 0.5) - int(other + 0.5))
            assert gap == f"{points} point{'' if points == 1 else 's'}"
