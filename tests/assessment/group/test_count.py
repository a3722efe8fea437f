from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tiny import answers
from tiny_group import GROUPS, ROLES, TINY, people, polled

from toolkit.assessment.answer import Answer
from toolkit.assessment.group.ballot import Ballot
from toolkit.assessment.group.count import count
from toolkit.assessment.group.shield import FEWEST
from toolkit.assessment.instrument import load_instrument


def at(poll, question):
    return next(found for found in poll.questions if found.question.id == question)


def test_answers_are_counted_by_choice():
    found = at(polled(people("councillor", 0, 3, 3)), "B1")
    assert found.choices == (1, 0, 0, 2, 0)
    assert (found.answered, found.people) == (3, 3)


def test_what_is_no_answer_is_counted_apart_and_never_averaged():
    asked = [
        Ballot(answers(D1="4")),
        Ballot(answers(D1="unknown")),
        Ballot(answers(D1="na")),
        Ballot({"D1": Answer("not_applicable")}),  # without a reason it is no answer yet
        Ballot({}),
    ]
    found = at(polled(asked), "D1")
    assert (found.unknown, found.not_applicable, found.unanswered) == (1, 1, 2)
    assert found.median[0].id == "4"


def test_a_question_counts_only_those_it_was_asked_of():
    asked = Ballot(answers(E1="2", E2="1"))
    passed_over = Ballot(answers(E1="0", E2="4"))  # E2 is asked once E1 is at 2
    found = at(polled([asked, passed_over]), "E2")
    assert (found.choices, found.not_asked) == ((0, 1, 0, 0, 0), 1)


def test_roles_of_five_are_shown_apart_from_the_total():
    poll = polled(people("councillor", 0, 0, 0, 0, 0), people("manager", 4, 4, 4, 4, 4))
    assert poll.roles == {"councillor": 5, "manager": 5}
    assert at(poll, "B1").roles["manager"] == (0, 0, 0, 0, 5)
    assert at(poll, "B1").gap.size == 4


def test_a_role_of_four_leaves_no_trace_nor_does_the_role_that_would_give_it_away():
    poll = polled(people("councillor", 0, 0, 0, 0, 0, 0), people("union", 4, 4, 4, 4))
    assert (poll.roles, at(poll, "B1").roles) == ({}, {})
    assert at(poll, "B1").choices == (6, 0, 0, 0, 4)


def test_a_role_is_held_back_where_fewer_than_five_of_it_answered():
    silent = [Ballot({}, "manager")]
    managers = people("manager", *[2] * 4) + silent
    poll = polled(people("councillor", *[1] * 5), managers, people("union", *[3] * 5))
    assert set(poll.roles) == {"councillor", "manager", "union"}
    assert set(at(poll, "B1").roles) == {"councillor"}  # union goes too: 4 would be left


def test_suppliers_are_in_no_total_and_shown_apart_once_they_are_five():
    poll = polled(people("councillor", 1), people("supplier", *[4] * 5))
    assert (poll.people, poll.set_apart, poll.apart) == (1, 5, {"supplier": 5})
    assert at(poll, "B1").choices == (0, 1, 0, 0, 0)
    assert at(poll, "B1").apart == {"supplier": (0, 0, 0, 0, 5)}


def test_fewer_than_five_suppliers_leave_nothing_but_their_number():
    with_them = polled(people("councillor", 1, 2), people("supplier", 4, 4))
    assert with_them == replace(polled(people("councillor", 1, 2)), set_apart=2)


def test_a_red_line_counts_once_for_each_person_whose_answers_cross_it_for_certain():
    proposal = load_instrument("proposal")
    crossing = Ballot({"T2": Answer("answered", "alone"), "S8": Answer("answered", "0")})
    unsure = Ballot({"T2": Answer("answered", "alone"), "S8": Answer("unknown")})
    poll = count(proposal, [crossing, unsure], ROLES)
    assert poll.raised == {"person": 1}


def test_a_supplier_raises_no_red_line():
    proposal = load_instrument("proposal")
    crossing = Ballot({"S8": Answer("answered", "0")}, "supplier")
    assert count(proposal, [crossing] * 6, ROLES).raised == {}


@given(GROUPS, st.integers())
def test_the_order_of_people_does_not_matter(group, seed):
    mixed = list(group)
    Random(seed).shuffle(mixed)
    assert count(TINY, mixed, ROLES) == count(TINY, group, ROLES)


@given(GROUPS)
def test_nothing_shown_nor_what_is_left_of_a_total_is_ever_fewer_than_five(group):
    poll = count(TINY, group, ROLES)
    for found in poll.questions:
        for counts in (*found.roles.values(), *found.apart.values()):
            assert sum(counts) >= FEWEST
        left = found.answered - sum(map(sum, found.roles.values()))
        assert not found.roles or left == 0 or left >= FEWEST
        assert set(found.roles) <= set(poll.roles)


@given(GROUPS, st.randoms(use_true_random=False))
def test_who_of_the_roles_held_back_said_what_makes_no_difference(group, random):
    poll = count(TINY, group, ROLES)
    hidden = [b for b in group if b.role not in poll.roles and b.role != "supplier"]
    roles = [ballot.role for ballot in hidden]
    random.shuffle(roles)
    others = [ballot for ballot in group if ballot not in hidden]
    swapped = [replace(ballot, role=role) for ballot, role in zip(hidden, roles, strict=True)]
    assert count(TINY, others + swapped, ROLES) == poll


@given(GROUPS)
def test_everybody_is_counted_once_at_every_question(group):
    poll = count(TINY, group, ROLES)
    assert poll.people + poll.set_apart == len(group)
    assert {found.people for found in poll.questions} == {poll.people}
