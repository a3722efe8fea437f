import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import tiny

from toolkit.assessment.group.spread import Gap, agreement, gap, median
from toolkit.assessment.instrument import load_instrument
from toolkit.assessment.question import Choice, Source
from toolkit.assessment.question import Question as Asked

B1 = tiny().by_id["B1"]
USES = Asked("T1", "T", "Use", "?", "…", "", Source("…"), tuple(Choice(i, i, i) for i in "abc"), ())
COUNTS = st.lists(st.integers(0, 9), min_size=5, max_size=5)


def ids(found):
    return found and tuple(choice.id for choice in found)


def test_the_median_of_an_odd_number_is_the_middle_answer():
    assert ids(median(B1, [1, 0, 1, 1, 0])) == ("2", "2")


def test_the_median_of_an_even_number_may_lie_between_two_answers():
    assert ids(median(B1, [2, 0, 0, 2, 0])) == ("0", "3")


def test_without_answers_or_without_order_there_is_no_median():
    assert median(B1, [0, 0, 0, 0, 0]) is None
    assert median(USES, [3, 1, 0]) is None


def test_people_who_say_the_same_agree():
    assert agreement(B1, [0, 0, 7, 0, 0]) == 1


def test_people_at_both_ends_do_not_agree_at_all():
    assert agreement(B1, [3, 0, 0, 0, 3]) == 0


def test_agreement_is_one_less_the_mean_distance_from_the_median_over_half_the_scale():
    # Answers 0, 1, 1, 3: the median is 1, the distances 1, 0, 0, 2, their mean 0.75, half is 2.
    assert agreement(B1, [1, 2, 0, 1, 0]) == 1 - 0.75 / 2


def test_a_scale_below_zero_is_measured_by_its_own_length():
    fit = load_instrument("proposal").by_id["F1"]  # -2 to 2, so half of it is 2
    assert agreement(fit, [1, 0, 1, 0, 0]) == 0.5


@pytest.mark.parametrize("counts", [[0, 0, 0, 0, 0], [0, 1, 0, 0, 0]])
def test_nobody_agrees_alone(counts):
    assert agreement(B1, counts) is None


def test_without_an_order_agreement_counts_who_picked_something_else():
    # One of four differs from the most picked; spread evenly over three it would be two thirds.
    assert agreement(USES, [3, 1, 0]) == pytest.approx(1 - (1 / 4) / (2 / 3))
    assert agreement(USES, [2, 2, 0]) == pytest.approx(1 - (1 / 2) / (2 / 3))
    assert agreement(USES, [2, 2, 2]) == pytest.approx(0)
    assert agreement(USES, [0, 4, 0]) == 1


@given(COUNTS)
def test_agreement_is_always_between_0_and_1(counts):
    for question in (B1, USES):
        found = agreement(question, counts[: len(question.choices)])
        assert found is None or 0 <= found <= 1


@given(COUNTS)
def test_a_scale_read_from_its_other_end_agrees_as_much(counts):
    assert agreement(B1, counts) == pytest.approx(agreement(B1, counts[::-1]))


def test_the_gap_names_the_two_roles_that_lie_furthest_apart():
    splits = [("a", [0, 5, 0, 0, 0]), ("b", [0, 0, 3, 3, 0]), ("c", [0, 0, 5, 0, 0])]
    assert gap(B1, splits) == Gap(1.5, "a", "b")


def test_roles_with_the_same_median_have_a_gap_of_nothing():
    assert gap(B1, [("a", [0, 5, 0, 0, 0]), ("b", [2, 3, 0, 0, 0])]) == Gap(0, "a", "a")


def test_one_role_or_no_order_gives_no_gap():
    assert gap(B1, [("a", [0, 5, 0, 0, 0])]) is None
    assert gap(USES, [("a", [5, 0, 0]), ("b", [0, 5, 0])]) is None
