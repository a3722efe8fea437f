"""Whole sentences about the repairs list, by the way in which a figure moves."""

import pytest

from toolkit.learners.repairs_said import (
    name_of_fixes,
    say_offline,
    say_reported,
    say_tried,
    say_true,
)


@pytest.mark.parametrize(
    ("before", "now", "moves"),
    [
        (0.801, 0.799, "stays at 80%"),
        (0.80, 0.89, "goes up from 80% to 89%"),
        (0.89, 0.80, "goes down from 89% to 80%"),
    ],
)
def test_accuracy_moves_as_its_percentages_show(before: float, now: float, moves: str) -> None:
    assert say_reported(0.25, before, now) == (
        f"With 25% of offline tenants’ problems logged, reported accuracy {moves}."
    )
    assert say_true(before, now) == (
        f"True accuracy counts every serious problem, logged or not. It {moves}."
    )


@pytest.mark.parametrize(
    ("now", "moves"),
    [
        (0.31, "about the same as the 30%"),
        (0.33, "a little up from 30%"),
        (0.40, "up from 30%"),
        (0.27, "a little down from 30%"),
        (0.20, "down from 30%"),
    ],
)
def test_a_fix_changes_little_or_much_for_offline_tenants(now: float, moves: str) -> None:
    found = f"The list finds {now:.0%} of offline tenants’ serious problems"
    assert say_offline(0.30, now) == f"{found}, {moves} with no fix."


def test_fixes_are_told_in_the_order_of_the_boxes() -> None:
    three = frozenset({"phone-line", "tell-model", "more-data"})
    assert say_tried(three) == (
        "You tried 4 times more data, the model told who is offline and a phone line."
    )
    assert name_of_fixes(three) == (
        "4 times more data + the model told who is offline + a phone line"
    )
    assert name_of_fixes(frozenset({"phone-line"})) == "A phone line"
    assert name_of_fixes(frozenset()) == "No fix"
