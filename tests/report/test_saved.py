from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reported import reported
from tiny import ANSWERS, tiny

from toolkit.assessment.answer import Answer
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress
from toolkit.report.answer_sheet import answer_sheet
from toolkit.report.kind import saved_json
from toolkit.report.saved import read_saved

TINY = {"tiny": tiny()}


def saved(values, version=2, document="tiny"):
    text = write_progress(ProgressFile(document, version, values))
    return read_saved(text, TINY, "mine.json")


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(["D1", "E1"]), ANSWERS),
    st.dictionaries(
        st.sampled_from(["about.name", "about.purpose", "about.review-day", "group.role"]),
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    ),
    st.sampled_from(["", "Anytown"]),
)
def test_both_forms_bring_exactly_the_same_answers_back(found, beside, example):
    found = {name: answer for name, answer in found.items() if answer != Answer()}
    material = replace(reported(tiny(), found), beside=beside, example=example)
    for write, file in ((saved_json, "a.json"), (answer_sheet, "a.csv")):
        again = read_saved(write(material), TINY, file)
        assert (again.answers, again.notices) == (found, "")
        assert (again.beside, again.example) == (beside, example)


def test_an_older_file_is_carried_over_and_what_was_lost_is_said():
    found = saved({"B9": "3", "B8": "1"}, version=1)
    assert found.answers == {"B2": Answer("answered", "3")}
    assert "B8: It was asked twice." in found.notices


def test_what_could_not_be_used_is_said_and_the_rest_is_kept():
    found = saved({"B7": "3", "B1": "9", "B2": "2"})
    assert found.notices == "B7: there is no such question. B1: '9' is not one of its answers."
    assert found.answers == {"B2": Answer("answered", "2")}


def test_a_file_of_another_assessment_is_refused_and_told_where_it_belongs():
    with pytest.raises(ContentError, match="belongs to ‘other’, not to ‘tiny’"):
        saved({}, document="other")


def test_a_file_of_an_assessment_that_is_not_here_is_refused():
    text = write_progress(ProgressFile("tinny", 2, {}))
    with pytest.raises(ContentError) as refused:
        read_saved(text, TINY | {"another": tiny()}, "mine.json")
    assert str(refused.value.problems[0]) == (
        "file: belongs to ‘tinny’, and there is no such self-assessment here; did you mean 'tiny'?"
    )


@pytest.mark.parametrize("file", ["mine.json", "mine.csv"])
def test_a_file_of_a_newer_version_is_refused(file):
    text = write_progress(ProgressFile("tiny", 9, {}))
    if file == "mine.csv":
        text = answer_sheet(reported(tiny(), {})).replace(",tiny,2,", ",tiny,9,")
    with pytest.raises(ContentError, match="was saved by a newer version"):
        read_saved(text, TINY, file)
