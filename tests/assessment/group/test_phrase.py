import pytest
from tiny import tiny
from tiny_group import ROLES, people, polled

from toolkit.assessment.answer import Answer
from toolkit.assessment.group.phrase import (
    agreed_words,
    agreement_words,
    gap_words,
    median_words,
    no_answer_words,
    otherwise_words,
    who_sentences,
)
from toolkit.assessment.group.poll import QuestionPoll
from toolkit.assessment.instrument import load_instrument

B1 = tiny().by_id["B1"]
PROPOSAL = load_instrument("proposal")


def test_who_took_part_names_roles_of_five_and_adds_up_the_others():
    poll = polled(people("councillor", *[1] * 6), people("manager", 1), people("union", *[1] * 4))
    assert who_sentences(poll, ROLES)[:2] == (
        "11 people took part.",
        "By role: Councillor 6 and other roles together 5.",
    )
    assert "fewer than 5 people is not shown" in who_sentences(poll, ROLES)[2]


def test_a_small_group_is_told_without_roles():
    assert len(who_sentences(polled(people("union", 1)), ROLES)) == 2
    assert "Union" not in " ".join(who_sentences(polled(people("union", 1)), ROLES))


def test_suppliers_are_said_to_be_left_out_and_shown_apart_once_they_are_five():
    few = who_sentences(polled(people("supplier", 1)), ROLES)[-1]
    assert few == (
        "Not counted in any number: 1 person in another role (supplier). Fewer than 5 of a kind "
        "are not shown."
    )
    many = who_sentences(polled(people("supplier", *[1] * 5)), ROLES)[-1]
    assert many.endswith("Their answers are shown apart.")


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 0, 3, 0, 0), "100%"),
        ((3, 0, 0, 0, 3), "0%"),
        ((999, 1, 0, 0, 0), "99%"),
        ((1, 0, 0, 0, 0), "Too few answers"),
    ],
)
def test_agreement_is_a_share_and_never_rounded_to_all_or_nothing(counts, words):
    assert agreement_words(QuestionPoll(B1, counts)) == words


def test_the_middle_is_one_answer_or_lies_between_two():
    assert median_words(B1, (0, 0, 0, 2, 0)) == "In the middle: ‘In use’."
    assert median_words(B1, (1, 0, 0, 1, 0)) == "In the middle: between ‘Not started’ and ‘In use’."
    assert median_words(B1, (0, 0, 0, 0, 0)) == ""


def test_without_an_order_what_most_picked_is_said():
    t6 = PROPOSAL.by_id["T6"]
    assert median_words(t6, (0, 2, 2)).startswith("Picked most: ‘Data analytics: it finds")


def test_the_gap_names_both_roles_and_where_they_are():
    poll = polled(people("councillor", *[0] * 5), people("manager", *[3] * 5))
    assert gap_words(poll.questions[0], ROLES) == (
        "Furthest apart: Councillor (‘Not started’) and Manager (‘In use’)."
    )
    assert gap_words(polled(people("union", 1)).questions[0], ROLES) == ""


def test_what_is_no_answer_is_told_by_its_kind():
    found = QuestionPoll(B1, (1, 0, 0, 0, 0), unknown=2, unanswered=1)
    assert (
        no_answer_words(found) == "Not counted in that: 2 said “don't know” and 1 did not answer."
    )
    assert no_answer_words(QuestionPoll(B1, (1, 0, 0, 0, 0))) == ""


def test_the_agreed_answer_and_how_many_had_said_otherwise():
    found = QuestionPoll(B1, (1, 0, 0, 3, 0))
    agreed = Answer("answered", "3")
    assert agreed_words(B1, agreed) == "In use"
    assert agreed_words(B1, None) == "Not agreed yet"
    assert agreed_words(B1, Answer("unknown")) == "Don't know"
    assert otherwise_words(found, agreed) == "Before the talk, 1 of 4 had picked another answer."
    assert otherwise_words(found, None) == ""
