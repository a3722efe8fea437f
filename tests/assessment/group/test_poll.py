from tiny import answers
from tiny_group import ROLES, TINY, polled

from toolkit.assessment.group.ballot import Ballot
from toolkit.assessment.group.count import count
from toolkit.assessment.group.poll import agenda


def order(poll):
    return [found.question.id for found in agenda(poll)]


def test_what_people_disagree_on_most_comes_first():
    one = Ballot(answers(B1=0, B2=2, D1=1, E1=0))
    other = Ballot(answers(B1=1, B2=2, D1=4, E1=0))
    assert order(polled([one, other])) == ["D1", "B1", "B2", "E1"]


def test_of_two_equal_ones_the_one_fewer_people_know_about_comes_first():
    same = Ballot(answers(B1=2, B2=2))
    unsure = Ballot(answers(B1=2, B2="unknown"))
    assert order(polled([same, same, unsure]))[:2] == ["B2", "B1"]


def test_of_two_equal_ones_the_wider_gap_between_roles_comes_first():
    # Each question has ten answers at 1 and ten at 3. At B2 each role says one of them.
    mixed = [Ballot(answers(B1=1 + 2 * (n % 2), B2=1), "councillor") for n in range(10)]
    others = [Ballot(answers(B1=1 + 2 * (n % 2), B2=3), "manager") for n in range(10)]
    assert order(polled(mixed, others))[:2] == ["B2", "B1"]


def test_questions_with_too_few_answers_come_last_and_those_nobody_was_asked_not_at_all():
    poll = polled([Ballot(answers(B1=0, B2="unknown")), Ballot(answers(B1=4, B2=1))])
    assert order(poll) == ["B1", "D1", "E1", "B2"]


def test_without_people_there_is_nothing_to_talk_about():
    assert agenda(count(TINY, [], ROLES)) == ()
