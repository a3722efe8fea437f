import pytest
from tiny import tiny

from toolkit.assessment.step import Step, by_role, step_sentence

B1 = tiny().by_id["B1"]


def test_steps_are_grouped_by_who_leads_the_most_useful_role_first():
    steps = [Step("show", tiny().by_id[name], None) for name in ("B2", "B1", "E1", "D1")]
    grouped = by_role(steps)
    assert {role: [step.question.id for step in found] for role, found in grouped.items()} == {
        "Chair": ["B2", "E1"],
        "Clerk": ["B1", "D1"],
    }
    assert list(grouped) == ["Chair", "Clerk"]


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (Step("do", B1, B1.actions[0]), B1.actions[0].text),
        (Step("find out", B1, None), f"Find out: {B1.text}"),
    ],
)
def test_a_step_says_what_to_do(step, sentence):
    assert step_sentence(step) == sentence


def test_a_step_without_an_action_takes_days_and_is_led_like_the_first_action():
    assert (Step("show", B1, None).effort, Step("show", B1, None).role) == (1, "Clerk")
