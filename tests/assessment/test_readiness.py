from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from reported import loaded

from toolkit.assessment.answer import Answer
from toolkit.assessment.readiness import stage_for

PROPOSAL, COUNCIL = loaded("proposal"), loaded("readiness")
WHOLE = {question.id: Answer("answered", "3", evidence=2) for question in COUNCIL.questions}


def test_the_stage_counts_once_every_question_is_answered():
    assert stage_for(PROPOSAL, COUNCIL, WHOLE) == ("high-tier", "")


def test_what_is_not_answered_counts_as_not_in_place():
    part = dict(list(WHOLE.items())[2:])
    found, words = stage_for(PROPOSAL, COUNCIL, part)
    assert found != "high-tier"
    assert words == (
        "2 of 30 questions on the council's readiness are not answered, and count as not in place."
    )


@given(st.sets(st.sampled_from(sorted(WHOLE)), min_size=1))
def test_leaving_questions_out_never_lifts_the_stage(left_out):
    order = [step.id for step in COUNCIL.stages.steps]
    part = {name: answer for name, answer in WHOLE.items() if name not in left_out}
    lower = order.index(stage_for(PROPOSAL, COUNCIL, part)[0])
    assert lower <= order.index(stage_for(PROPOSAL, COUNCIL, WHOLE)[0])


def test_a_stage_that_the_rules_do_not_know_plays_no_part():
    rules = replace(PROPOSAL.proposal, allows={"not-yet": 0})
    found, words = stage_for(replace(PROPOSAL, proposal=rules), COUNCIL, WHOLE)
    assert found is None
    assert "not in the rules" in words


def test_dont_know_counts_as_answered_and_at_its_worst():
    unknown = dict.fromkeys(COUNCIL.by_id, Answer("unknown"))
    assert stage_for(PROPOSAL, COUNCIL, unknown) == ("not-yet", "")
