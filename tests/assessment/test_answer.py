import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import ANSWERS, tiny

from toolkit.assessment.answer import Answer, carry_over, keep_answers, read_answers

NOTE = "Zeile 1\n<b>ü</b> \x00 \\n 🙂 " + "x" * 10_000


def read(**values):
    return read_answers(tiny(), {name.replace("__", "."): value for name, value in values.items()})


def test_what_was_picked_noted_and_shown_is_one_answer():
    found, problems = read(B1="3", B1__evidence="2", B1__note=NOTE)
    assert found == {"B1": Answer("answered", "3", evidence=2, note=NOTE)}
    assert problems == ()


def test_unanswered_dont_know_and_not_applicable_are_different():
    found, _ = read(B1="unknown", E1="na", E1__reason="No guests.", B2__note="Ask Ann.")
    assert found["B1"].counts_as == "unknown"
    assert found["E1"].counts_as == "not_applicable"
    assert found["B2"].counts_as == "unanswered"
    assert "D1" not in found


def test_not_applicable_is_no_answer_until_there_is_a_reason():
    found, _ = read(E1="na", E1__reason="  ")
    assert found["E1"].state == "not_applicable"
    assert found["E1"].counts_as == "unanswered"


def test_a_reason_is_kept_while_another_answer_is_tried():
    found, _ = read(E1="2", E1__reason="No guests.")
    assert found["E1"] == Answer("answered", "2", reason="No guests.")


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("B1", "7", "B1: '7' is not one of its answers; use one of: 0, 1, 2, 3, 4"),
        ("B1", True, "B1: 'True' is not one of its answers; use one of: 0, 1, 2, 3, 4"),
        ("B1", "na", "B1: 'na' is not one of its answers; use one of: 0, 1, 2, 3, 4"),
        ("B1", ["3"], "B1: '['3']' is not one of its answers; use one of: 0, 1, 2, 3, 4"),
        ("B1.evidence", "9", "B1.evidence: '9' is not a grade of evidence; use 0 to 3"),
        ("B1.evidence", "-1", "B1.evidence: '-1' is not a grade of evidence; use 0 to 3"),
        ("B1.note", 5, "B1.note: is not text; put it in quotes"),
        ("B1.colour", "red", "B1.colour: is not something an answer has"),
        ("B7", "3", "B7: there is no such question; use one of: B1, B2, D1, E1, E2"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_and_the_others_are_kept(name, value, message):
    found, problems = read_answers(tiny(), {name: value, "B2": "2"})
    assert [str(problem) for problem in problems] == [message]
    assert found == {"B2": Answer("answered", "2")}


def test_a_whole_number_written_by_hand_is_as_good_as_its_text():
    found, problems = read(B1=3, B1__evidence=2)
    assert found == {"B1": Answer("answered", "3", evidence=2)}
    assert problems == ()


@given(st.dictionaries(st.sampled_from(["D1", "E1"]), ANSWERS))
def test_kept_answers_are_read_back_exactly(answers):
    answers = {name: answer for name, answer in answers.items() if answer != Answer()}
    assert read_answers(tiny(), keep_answers(answers)) == (answers, ())


def test_answers_to_an_older_version_move_with_their_question():
    kept, told = carry_over(tiny(), 1, {"B9": "3", "B9.note": "Ann", "B1": "2"})
    assert kept == {"B2": "3", "B2.note": "Ann", "B1": "2"}
    assert told == ""


def test_what_cannot_be_carried_over_is_explained():
    kept, told = carry_over(tiny(), 1, {"B8": "3", "B8.note": "Ann", "B1": "9", "D1": "1"})
    assert kept == {"D1": "1"}
    assert told == (
        "These questions have changed since you answered them (version 1 then, version 2 now). "
        "Some answers could not be carried over. "
        "B8: It was asked twice. B1: '9' is not one of its answers."
    )


def test_a_migration_is_not_repeated():
    kept, _ = carry_over(tiny(), 2, {"B9": "3"})
    assert kept == {}
