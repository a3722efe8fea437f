import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import DRAFTING, loaded, material_of, reported
from tiny import answers, tiny

from toolkit.assessment.answer import Answer, read_answers
from toolkit.assessment.phrase import NOTES
from toolkit.errors import ContentError
from toolkit.report.answer_sheet import answer_sheet, read_answer_sheet

AWKWARD = ["=HYPERLINK(1)", "+1", "-1", "@a", "'a", "a\nb", "a\r\nb", '"', "a,b;c\td", "🫖 é", " "]


def rows(text):
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_question_has_a_row_also_one_that_is_not_asked():
    found = rows(answer_sheet(reported(tiny(), answers(E1="1"))))
    assert [row["id"] for row in found] == ["B1", "B2", "D1", "E1", "E2"]
    assert [row["asked"] for row in found] == ["yes", "yes", "yes", "yes", "no"]


def test_a_row_holds_question_answer_points_evidence_note_and_reason():
    found = answers(B1="3/2", D1="na") | {"B2": Answer("unknown", note="Ask Ann.")}
    one, two, three, *_ = rows(answer_sheet(reported(tiny(), found)))
    assert (one["area"], one["question"]) == ("Rules", "Who owns the kettle?")
    assert (one["state"], one["answer"], one["in_words"]) == (
        "answered",
        "3",
        "In use: The name is used.",
    )
    assert (one["points"], one["evidence"], one["evidence_in_words"]) == ("3", "2", "Shown")
    assert (two["state"], two["answer"], two["points"]) == ("unknown", "unknown", "")
    assert two["note"] == "Ask Ann."
    assert (three["state"], three["reason"]) == ("not applicable", "There are paper cups.")


def test_every_row_says_which_questions_it_is_of_when_and_what_it_is_not():
    for row in rows(answer_sheet(reported(tiny(), {}))):
        assert (row["instrument"], row["version"], row["date"]) == ("tiny", "2", "2026-11-02")
        assert row["fingerprint"] == tiny().fingerprint
        assert "not legal advice" in row["scope"]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text() | st.sampled_from(AWKWARD), min_size=2, max_size=2))
def test_notes_read_back_exactly_whatever_they_hold(notes):
    values = DRAFTING | {"T1__note": notes[0], "F1": "-2", "F1__note": notes[1]}
    material = material_of("proposal", **values)
    sheet = read_answer_sheet(answer_sheet(material))
    assert (sheet.instrument, sheet.version) == ("proposal", loaded("proposal").version)
    assert read_answers(loaded("proposal"), sheet.values) == (material.answers, ())


@pytest.mark.parametrize("note", [word for word in AWKWARD if word[0] in "=+-@'"])
def test_no_note_is_worked_out_as_a_formula(note):
    text = answer_sheet(reported(tiny(), {"B1": Answer("answered", "1", note=note)}))
    assert rows(text)[0]["note"] == f"'{note}"


def test_a_column_that_was_taken_out_is_named():
    text = answer_sheet(reported(tiny(), {})).replace("evidence,evidence_in", "proof,evidence_in")
    with pytest.raises(ContentError, match="column 'evidence': is missing"):
        read_answer_sheet(text, "mine.csv")


def test_rows_of_two_versions_in_one_file_are_refused():
    text = answer_sheet(reported(tiny(), {})).replace(",tiny,2,", ",tiny,1,", 1)
    with pytest.raises(ContentError, match="does not name one self-assessment and one version"):
        read_answer_sheet(text, "mine.csv")


def test_a_table_without_rows_is_refused():
    with pytest.raises(ContentError, match="holds no answers"):
        read_answer_sheet("id,answer,evidence,note,reason,instrument,version\n", "mine.csv")


def test_what_is_kept_beside_the_answers_has_rows_after_the_questions():
    beside = {"about.name": "Tea robot", "about.review-day": "27", "group.role": "union"}
    *_, name, day, role = rows(answer_sheet(replace(reported(tiny(), {}), beside=beside)))
    assert (name["id"], name["question"]) == ("about.name", "What is the proposal called?")
    assert (name["answer"], name["asked"]) == ("Tea robot", "")
    assert (day["question"], day["answer"]) == ("When will you look at it again? (day)", "27")
    assert (role["id"], role["answer"], role["version"]) == ("group.role", "union", "2")


def test_a_worked_example_is_marked_on_every_row_and_read_back_as_one():
    beside = {"about.name": "Tea robot"}
    text = answer_sheet(replace(reported(tiny(), {}), example="Anytown", beside=beside))
    assert {row["example"] for row in rows(text)} == {"Anytown"}
    assert read_answer_sheet(text).example == "Anytown"
    assert read_answer_sheet(answer_sheet(reported(tiny(), {}))).example == ""


def test_a_table_without_the_newer_columns_still_loads():
    text = answer_sheet(reported(tiny(), answers(B1="3"))).replace("example,notes_warning", "x,y")
    assert (read_answer_sheet(text).values, read_answer_sheet(text).example) == ({"B1": "3"}, "")


def test_rows_with_a_persons_own_words_warn_before_they_are_passed_on():
    found = answers(B1="3", D1="na") | {"B2": Answer("unknown", note="Ask Ann.")}
    material = replace(reported(tiny(), found), beside={"about.owner": "Clerk"})
    told = {row["id"]: row["notes_warning"] for row in rows(answer_sheet(material))}
    assert {name for name, words in told.items() if words == NOTES} == {"B2", "D1", "about.owner"}
    assert told["B1"] == ""
