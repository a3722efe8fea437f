"""Lesson 8: several people's weights, and what their average hides."""

from __future__ import annotations

import pytest

from toolkit.learners.weighing import PROPOSALS, VALUES
from toolkit.learners.weighing_findings import STARTING_GROUP
from toolkit.learners.weighing_group import (
    GROUPS,
    Group,
    average_misleads,
    count_misled,
    parse_people,
)

BY_ID = {one.id: one for one in PROPOSALS}
FOR_MONEY, FOR_PARTNERS = (0, 0, 0, 0, 5, 0), (5, 0, 0, 0, 0, 0)


@pytest.mark.parametrize("line", ["1 2 3 4 5 0", "1,2,3,4,5,0", " 1, 2; 3 4\t5 0 "])
def test_numbers_may_have_spaces_or_commas_between_them(line: str) -> None:
    group, problems = parse_people([line])
    assert group.people == ((1, 2, 3, 4, 5, 0),)
    assert problems == ()


@pytest.mark.parametrize(
    "line", ["1 2 3 4 5", "1 2 3 4 5 0 1", "1 2 3 4 5 6", "1 2 3 4 5 -1", "a b c d e f",
             "١ 2 3 4 5 0", "<b>", "🗑️", "1.0 2 3 4 5 0", "x" * 5000],
)  # fmt: skip
def test_a_line_that_cannot_be_used_is_told_by_its_number_and_the_others_count(line: str) -> None:
    group, problems = parse_people(["3 3 3 3 3 3", line, "0 0 0 0 5 0"])
    assert len(group.people) == 2
    assert problems == (
        "Line 2 is left out. Write 6 whole numbers from 0 to 5, with a space between them.",
    )


def test_a_group_worked_by_hand() -> None:
    group = Group((FOR_MONEY, FOR_MONEY, FOR_PARTNERS))
    assert group.average == pytest.approx((5 / 3, 0, 0, 0, 10 / 3, 0))
    assert group.by_value[0] == (0, 0, 5)
    assert group.who_put_first(BY_ID["damp"]) == 2
    assert group.who_put_first(BY_ID["grouper"]) == 1
    # Weights of 5 and 10: damp list 2·5 + 5·10 = 60, comment grouper 5·5 + 3·10 = 55.
    assert group.first_by_average == (BY_ID["damp"],)
    assert not average_misleads(group)


def test_an_average_can_put_first_what_nobody_would() -> None:
    # Alone: call summariser, damp list. Together, openness and accountability win for no AI.
    group = Group(((0, 0, 0, 5, 0, 3), (0, 0, 5, 0, 0, 0), (0, 5, 0, 0, 0, 5)))
    assert group.first_by_average == (BY_ID["no-ai"],)
    assert group.who_put_first(BY_ID["no-ai"]) < 2
    assert average_misleads(group)


def test_people_who_all_say_the_same_are_never_misled() -> None:
    for weights in (FOR_MONEY, FOR_PARTNERS, (3,) * len(VALUES)):
        group = Group((weights,) * 3)
        assert not average_misleads(group)
        assert group.spread == (0,) * len(VALUES)


def test_weights_of_0_choose_nothing() -> None:
    group = Group(((0,) * len(VALUES),))
    assert group.first_by_average == ()
    assert all(group.who_put_first(one) == 0 for one in PROPOSALS)


# -- what the lesson says


@pytest.mark.parametrize("sample", range(1, 22))
def test_the_average_misleads_in_about_half_of_all_made_up_groups(sample: int) -> None:
    assert 0.35 < count_misled(sample) / GROUPS < 0.65


def test_it_misleads_in_the_group_that_the_lesson_starts_from() -> None:
    assert average_misleads(parse_people(STARTING_GROUP)[0])


def test_half_of_a_group_is_not_fewer_than_half() -> None:
    group = Group(((0, 0, 0, 0, 5, 0), (0, 0, 5, 0, 4, 0), (0, 0, 0, 4, 0, 0), (0, 0, 0, 4, 0, 0)))
    assert BY_ID["summariser"] in group.first_by_average
    assert group.who_put_first(BY_ID["summariser"]) == group.who_put_first(BY_ID["damp"]) == 2
    assert not average_misleads(group)


def test_a_group_that_puts_nothing_first_is_not_misled() -> None:
    assert not average_misleads(Group(((0,) * len(VALUES),)))
