import pytest
from tiny import answers, tiny

from toolkit.assessment.phrase import (
    change_sentence,
    listed,
    named,
    number,
    step_effect,
)
from toolkit.assessment.scoring import score
from toolkit.assessment.step import step_sentence


@pytest.mark.parametrize(
    ("score_", "text"),
    [(0, "0.0"), (2.99, "2.9"), (3, "3.0"), (0.1 + 0.2, "0.3"), (-1.25, "-1.3"), (-2.0, "-2.0")],
)
def test_a_score_is_cut_so_that_it_never_seems_to_reach_a_step(score_, text):
    assert number(score_) == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")]
)
def test_words_are_listed_as_in_a_sentence(words, text):
    assert listed(words) == text


def test_a_question_is_named_with_its_id():
    assert named(tiny().by_id["B2"]) == "Tea rules (B2)"


def test_a_change_says_which_answer_and_what_then():
    found = score(tiny(), answers(B1="3/2", B2="2", E1="1")).changes
    assert [change_sentence(change) for change in found] == [
        "If the evidence for Owner (B1) did not hold, the stage would fall to ‘Start’.",
        "If Tea rules (B2) were at ‘Not started’, the stage would fall to ‘Start’.",
        "If Asking guests (E1) were at ‘Not started’, the stage would fall to ‘Start’.",
    ]
    found = score(tiny(), answers(B1="2", B2="2", E1="1")).changes
    assert [change_sentence(change) for change in found] == [
        "If Owner (B1) were at ‘In use’, shown with evidence, the stage would rise to ‘Middle’."
    ]


def steps(**values):
    found = score(tiny(), answers(**values)).next_steps
    return [(step_sentence(step), step_effect(step)) for step in found]


def test_a_step_says_what_it_would_change():
    assert steps(B1="2", B2="2", E1="1")[0] == (
        "Name an owner.",
        "If done and shown, it raises the stage to ‘Middle’ and puts in place a named owner.",
    )
    assert steps(B1="3/2", B2="0", D1="0", E1="1")[0] == (
        "Write rules.",
        "If done and shown, it raises the stage to ‘Middle’.",
    )
    assert steps(B1="3/2", B2="2", D1="0", E1="3/2", E2="3/2") == [
        ("Write a rota.", "If done and shown, it lifts the average of all parts by 0.6.")
    ]


def test_what_is_claimed_asks_for_its_evidence_and_what_is_unknown_for_an_answer():
    assert steps(B1="3")[0][0] == "Record the evidence for what you say is there. The name."
    assert steps(D1="unknown")[1] == (
        "Find out: Is washing up shared?",
        "Once you know, the result is more certain.",
    )
