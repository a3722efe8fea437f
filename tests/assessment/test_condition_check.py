import pytest
from tiny import raw

from toolkit.assessment.condition_check import check_conditions


def told(**conditions):
    content = raw()
    for question in content["questions"]:
        question.pop("show_if", None)
        if question["id"] in conditions:
            question["show_if"] = conditions[question["id"]]
    content["questions"].append(
        {"id": "F1", "choices": [{"id": "yes", "text": "Yes"}, {"id": "no", "text": "No"}]}
        | ({"show_if": conditions["F1"]} if "F1" in conditions else {})
    )
    content["questions"].append({"id": "F2", "show_if": conditions.get("F2", "F1 is yes")})
    return [str(problem) for problem in check_conditions(content)]


def test_a_sound_condition_is_silent():
    assert told(E2="E1 at least 2 and not (B1 is 0)", F2="F1 is no") == []


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        (
            "E1 >= 2",
            "'>' at character 4 cannot be used here; "
            "write it like this: A1 is 2 and not (A2 at least 3)",
        ),
        ("B3 is 2", "there is no question 'B3'; use one of: B1, B2, D1, E1, E2, F1, F2"),
        ("E1 is 9", "'E1' has no choice '9'; use one of: 0, 1, 2, 3, 4"),
        ("E1 at least 9", "'E1' has no step 9"),
        (
            "E1 contains 2",
            "'contains', 'includes' and 'answered' are for questionnaires with pages; "
            "write: E1 is …",
        ),
        ("F1 is yes", "'F1' is asked later; move 'F1' above 'E2'"),
    ],
)
def test_what_is_wrong_with_a_condition_is_told_with_its_place(condition, message):
    assert told(E2=condition) == [f"questions, item 5 (E2), show_if: {message}"]


def test_a_question_with_choices_has_no_steps():
    assert told(F2="F1 at least 2") == [
        "questions, item 7 (F2), show_if: 'F1' has choices, not steps; write: F1 is …"
    ]


def test_a_choice_that_is_nearly_right_is_suggested():
    assert told(F2="F1 is yess") == [
        "questions, item 7 (F2), show_if: 'F1' has no choice 'yess'; did you mean 'yes'?"
    ]


def test_a_circle_is_told_once():
    assert told(B1="D1 is 2", D1="B2 is 1", B2="B1 is 1") == [
        "questions, item 1 (B1), show_if: goes round in a circle: B1 → D1 → B2 → B1; "
        "ask one without the other"
    ]


def test_a_question_that_asks_after_itself_is_a_circle():
    assert told(D1="D1 is 2") == [
        "questions, item 3 (D1), show_if: goes round in a circle: D1 → D1; "
        "ask one without the other"
    ]
