from tiny import answers, tiny
from tiny_group import ROLES, people, polled

from toolkit.assessment.answer import Answer
from toolkit.assessment.group.ballot import Ballot
from toolkit.assessment.group.count import count
from toolkit.assessment.group.record import Record
from toolkit.assessment.group.standing import standing
from toolkit.assessment.instrument import load_instrument

PROPOSAL = load_instrument("proposal")
CROSSING = Ballot({"S8": Answer("answered", "0")})


def test_where_it_stands_comes_from_the_agreed_answers_only():
    record = Record(polled(people("union", 4, 4)))
    assert standing(record, tiny()) == ("No answer is agreed yet, so there is no result yet.",)
    agreed = Record(record.poll, answers(B1="3/2"))
    assert standing(agreed, tiny()) == (
        "Agreed answers: 1 of 4.",
        "What is agreed comes to: Stage: Start.",
    )


def test_an_open_red_line_comes_first_whatever_is_agreed():
    poll = count(PROPOSAL, [CROSSING], ROLES)
    agreed = {"T1": Answer("answered", "no-ai"), "T2": Answer("answered", "drafting")}
    told = standing(Record(poll, agreed), PROPOSAL)
    assert told[0].startswith("Do not proceed as described, until the group answers in writing")
    assert told[-1] == "What is agreed comes to: This assessment is not needed."
    closed = standing(Record(poll, agreed, replies={"person": "Named."}), PROPOSAL)
    assert not any("Do not proceed" in words for words in closed)
