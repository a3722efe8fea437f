"""Lesson 8 in words."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from toolkit.learners.weighing import PROPOSALS, VALUES, moves, ranks
from toolkit.learners.weighing_findings import (
    STARTING_GROUP,
    facts,
    find_with_people,
    find_with_weights,
)


def weights(**changes: int) -> dict[str, int]:
    return {value.id: 3 for value in VALUES} | changes


def test_the_sentence_gives_the_order_and_says_how_firm_it_is() -> None:
    # Scores add up to 17, 18, 20 and 19 where all weights are alike.
    assert find_with_weights(1, **weights()).sentence == (
        "Over all weights, 51% of single steps change the order. Your weights make this order: "
        "1 Comment grouper, 2 No AI (staff call and visit), 3 Damp "
        "list, 4 Call summariser. There are 12 ways to move one weight by 1. Of these, 3 change "
        "the order and 0 change what comes first."
    )


@pytest.mark.parametrize("value", [value.id for value in VALUES])
@pytest.mark.parametrize("weight", range(6))
def test_bars_go_from_the_highest_down_and_each_has_its_own_name(value: str, weight: int) -> None:
    found = find_with_weights(1, **weights(**{value: weight}))
    assert all(a >= b for a, b in pairwise(found.series[0].values))
    step = moves(tuple(weights(**{value: weight}).values()))
    assert f"{step.order} change the order and {step.first} change what" in found.sentence
    first = found.sentence.split("this order: 1 ")[1].split(",")[0]
    assert found.rows[0] == first


def test_proposals_that_are_level_have_the_same_rank() -> None:
    # Staff voice and inclusion alone: 7 for three of the four.
    found = find_with_weights(1, **dict.fromkeys(weights(), 0) | {"staff": 1, "inclusion": 1})
    assert "1 Call summariser, 1 Damp list, 1 No AI (staff call and visit), 4 Comment" in (
        found.sentence
    )


def test_where_some_are_level_most_steps_part_them() -> None:
    said = " Some are level now, and most steps part them."
    level = find_with_weights(1, **weights(money=5))
    assert level.sentence.endswith(said)
    assert said not in find_with_weights(1, **weights()).sentence
    for given in list(product(range(6), repeat=len(VALUES)))[1::53]:
        if len(set(ranks(given))) < len(PROPOSALS):
            step = moves(given)
            assert step.order > step.ways / 2


def test_without_weights_nothing_comes_first_and_nothing_is_drawn() -> None:
    found = find_with_weights(1, **dict.fromkeys(weights(), 0))
    assert (found.sentence, found.series) == (
        "All your weights are 0, so nothing comes first.", ()
    )  # fmt: skip


def test_the_made_up_group_is_not_at_one() -> None:
    choices, agreement = find_with_people(1, people=STARTING_GROUP)
    assert choices.sentence == (
        "The average of all weights puts first: Comment grouper. People who put it first "
        "themselves: 2 of 7."
    )
    assert agreement.sentence == (
        "Weights are most alike for accountability and furthest apart for value for money."
    )
    assert choices.header == ("Proposal", "People who put it first")
    assert [series.values[4] for series in agreement.series] == [4, 2]
    assert agreement.tables[0].rows[4] == ("Value for money", "3.1", "0", "5")


def test_people_who_are_at_one_are_told_so() -> None:
    _, agreement = find_with_people(1, people=["1 2 3 4 5 0"] * 3)
    assert agreement.sentence == "Everybody gives the same weights."


def test_lines_that_cannot_be_used_are_told_with_what_to_do() -> None:
    choices, _ = find_with_people(1, people=["1 2 3 4 5 0", "hello"])
    assert choices.notes[0].startswith("Line 2 is left out.")
    assert choices.notes[1].startswith("1 person is counted.")
    nobody = find_with_people(1, people=["hello"])
    assert nobody.sentence == (
        "Write the weights of at least one person, 6 numbers on a line."
    )  # fmt: skip
    assert nobody.notes[0].startswith("Line 1 is left out.")


def test_a_group_without_weights_puts_nothing_first() -> None:
    choices, _ = find_with_people(1, people=["0 0 0 0 0 0"])
    assert choices.sentence == "All weights are 0, so nothing comes first."


def test_the_quiz_speaks_of_what_is_counted() -> None:
    assert facts(1)["weightings"] == "46,655"
    assert set(facts(1)) == {"weightings", "no_ai_first", "changed", "misled", "groups", "people"}
