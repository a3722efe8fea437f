from dataclasses import replace

from reported import loaded

from toolkit.assessment.answer import Answer
from toolkit.assessment.readiness import stage_for

PROPOSAL, COUNCIL = loaded("proposal"), loaded("readiness")
WHOLE = {question.id: Answer("answered", "3", evidence=2) for question in COUNCIL.questions}


def test_the_stage_counts_once_every_question_is_answered():
    assert stage_for(PROPOSAL, COUNCIL, WHOLE) == ("high-tier", "")


def test_a_stage_that_rests_on_part_of_the_answers_plays_no_part():
    part = dict(list(WHOLE.items())[2:])
    assert stage_for(PROPOSAL, COUNCIL, part) == (
        None,
        "The council's readiness plays no part, as 2 of 30 questions on it are not answered.",
    )


def test_a_stage_that_the_rules_do_not_know_plays_no_part():
    rules = replace(PROPOSAL.proposal, allows={"not-yet": 0})
    found, words = stage_for(replace(PROPOSAL, proposal=rules), COUNCIL, WHOLE)
    assert found is None
    assert "not in the rules" in words


def test_dont_know_counts_as_answered_and_at_its_worst():
    unknown = dict.fromkeys(COUNCIL.by_id, Answer("unknown"))
    assert stage_for(PROPOSAL, COUNCIL, unknown) == ("not-yet", "")
