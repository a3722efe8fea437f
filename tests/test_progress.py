import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, document_of, parse_progress, write_progress

SAVED = ProgressFile("readiness", 2, {"B1": "3", "B1.note": "Ann\n<b>"}, "2026-11-22")


def changed(**parts):
    content = json.loads(write_progress(SAVED)) | parts
    return json.dumps({name: part for name, part in content.items() if part is not ...})


def refusal(text, document="readiness", version=2):
    with pytest.raises(ContentError) as refused:
        parse_progress(text, document, version, "mine.json")
    return str(refused.value.problems[0])


NAMES = st.text(min_size=1, max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(NAMES, JSON))
def test_what_was_saved_is_read_back_exactly(values):
    saved = ProgressFile("lesson-m4", 3, values, "2026-11-22")
    assert parse_progress(write_progress(saved), "lesson-m4", 3) == saved


def test_what_stands_beside_the_values_is_for_people_and_not_read_back():
    text = write_progress(ProgressFile("readiness", 2, {"B1": "3"}, extra={"result": "Start"}))
    assert json.loads(text)["result"] == "Start"
    assert parse_progress(text, "readiness", 2).extra == {}


def test_a_worked_example_stays_marked_as_one():
    saved = ProgressFile("readiness", 2, {"B1": "3"}, example="Fenmoor Council")
    assert json.loads(write_progress(saved))["example"] == "Fenmoor Council"
    assert parse_progress(write_progress(saved), "readiness", 2) == saved
    assert "example" not in json.loads(write_progress(SAVED))


def test_a_mark_that_is_no_text_is_left_out():
    assert parse_progress(changed(example=["x"], saved=7), "readiness", 2).example == ""


def test_a_file_of_an_older_version_is_returned_as_it_is():
    assert parse_progress(write_progress(SAVED), "readiness", 5).version == 2


def test_a_file_says_what_it_belongs_to():
    assert document_of(write_progress(SAVED)) == "readiness"


def test_a_file_cut_short_is_refused():
    assert refusal(write_progress(SAVED)[:-20]) == (
        "file: is damaged, or is not a saved file; choose the file you downloaded here"
    )


@pytest.mark.parametrize("text", ["", "hello", "[" * 100_000, '{"a": NaN}', "\ufeff", "1" * 5000])
def test_what_is_no_json_is_refused(text):
    assert refusal(text).startswith("file: is damaged, or is not a saved file")


@pytest.mark.parametrize(
    "text", ["[1, 2]", "null", "{}", '{"format": "other"}', changed(format=...)]
)
def test_a_foreign_file_is_refused(text):
    assert refusal(text) == (
        "file: is not a file saved from this toolkit; choose the file you downloaded here"
    )


def test_a_file_of_another_document_is_refused_with_its_name():
    assert refusal(write_progress(SAVED), document="proposal") == (
        "file: belongs to ‘readiness’, not to ‘proposal’; load it on the page of ‘readiness’"
    )


@pytest.mark.parametrize("parts", [{"version": 3}, {"format_version": 2}])
def test_a_newer_file_is_refused(parts):
    content = json.loads(write_progress(SAVED))
    if "version" in parts:
        newer = ProgressFile("readiness", 3, content["values"])
        text = write_progress(newer)
    else:
        text = changed(**parts)
    assert refusal(text).startswith("file: was saved by a newer version of this page; load it")


@pytest.mark.parametrize("values", [{"B1": "4"}, {}])
def test_a_file_whose_answers_were_changed_is_refused(values):
    assert refusal(changed(values=values)).startswith(
        "file: has been changed or damaged since it was saved"
    )


@pytest.mark.parametrize(
    "parts", [{"values": ...}, {"values": []}, {"version": "2"}, {"version": 0}]
)
def test_a_file_without_answers_or_version_is_damaged(parts):
    assert refusal(changed(**parts)).startswith("file: is damaged: its ")


def test_a_file_without_the_name_of_its_document_is_damaged():
    assert refusal(changed(document=...)).startswith("file: is damaged: it does not say")


def test_a_file_written_by_hand_needs_no_check_sum():
    text = changed(check=..., values={"B1": "4"})
    assert parse_progress(text, "readiness", 2).values == {"B1": "4"}


def test_a_huge_file_is_refused_before_it_is_read():
    assert refusal(" " * 5_000_001).startswith("file: is too large to be a saved file")


def test_half_of_a_character_is_refused_before_it_stops_a_page():
    text = changed(check=..., values={"B1.note": "x\ud800"})
    assert "it holds half of a character" in refusal(text)
