"""Answers to a questionnaire: our own files, SurveyJS's, and what cannot be used."""

import json

import pytest
import survey_oracle

from toolkit.assessment.instrument import parse_instrument
from toolkit.assessment.survey.answers import parse_survey_answers, stray_choices
from toolkit.assessment.survey.surveyjs import survey_from_json
from toolkit.errors import ContentError
from toolkit.progress import ProgressFile, write_progress
from toolkit.yaml_text import yaml_text

TEA_TEXT = survey_oracle.TEA.read_text(encoding="utf-8")
TEA = parse_instrument(
    yaml_text(survey_from_json(TEA_TEXT, "tea", identity="tea", scoring="aia")[0]), "tea.yaml"
)
GOOD = {"scald": "b-3", "spills": ["tea-2", "milk-1"], "cups": 12, "spillNote": "A lot."}


def read(content):
    text = content if isinstance(content, str) else json.dumps(content)
    answers, problems = parse_survey_answers(text, TEA, "mine.json")
    return answers, [str(problem) for problem in problems]


def test_names_and_values_are_read_by_themselves_or_under_data():
    assert read(GOOD) == (GOOD, [])
    assert read({"version": "1", "currentPage": 2, "data": GOOD}) == (GOOD, [])


def test_a_question_may_be_called_data():
    text = TEA_TEXT.replace('"mood-NS"', '"data"')
    tea = parse_instrument(yaml_text(survey_from_json(text, "t", identity="tea")[0]), "tea.yaml")
    answers, problems = parse_survey_answers('{"data": "good-9"}', tea)
    assert (answers, problems) == ({"data": "good-9"}, ())


def test_a_file_saved_here_is_read():
    assert read(write_progress(ProgressFile("tea", 1, GOOD))) == (GOOD, [])


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("scalt", "b-3", "scalt: there is no such question; did you mean ‘scald’?"),
        ("scald", {"a": 1}, "scald: is neither text nor a number nor a list of them"),
        ("scald", True, "scald: is neither text nor a number nor a list of them"),
        ("spillNote", ["x"], "spillNote: is neither text nor a number"),
        ("cups", "many", "cups: ‘many’ is not a number"),
        ("cups", "nan", "cups: ‘nan’ is not a number"),
        ("cups", 10**400, "cups: is neither text nor a number"),
        ("cups", float("nan"), "cups: is neither text nor a number"),
        ("cups", float("inf"), "cups: is neither text nor a number"),
        ("scald", "\ud800", "scald: is neither text nor a number nor a list of them"),
    ],
)
def test_what_cannot_be_used_is_told_and_the_rest_is_kept(name, value, message):
    others = {key: kept for key, kept in GOOD.items() if key != name}
    assert read(others | {name: value}) == (others, [message])


def test_what_cannot_be_used_of_a_list_is_told_and_the_rest_is_kept():
    found = read({"spills": ["tea-2", None, ["milk-1"], "jam"]})
    assert found == (
        {"spills": ["tea-2", "jam"]},
        ["spills: holds what is neither text nor a number"],
    )


@pytest.mark.parametrize("value", [None, "", []])
def test_an_empty_answer_is_none(value):
    assert read({"scald": value, "cups": value if value != [] else None}) == ({}, [])


def test_a_number_comes_from_a_browser_as_text():
    assert read({"cups": " 12 ", "rota-MS": "7"})[0] == {"cups": 12, "rota-MS": 7}


def test_a_file_full_of_strangers_is_told_in_a_few_lines():
    _, problems = read({f"x{number}": 1 for number in range(1000)})
    assert len(problems) == 11
    assert problems[-1] == "990 more names: there are no such questions"


def test_a_choice_that_is_not_offered_stays_in_and_is_named():
    answers, problems = read({"scald": "z-9", "spills": ["tea-2", "gone"]})
    assert answers == {"scald": "z-9", "spills": ["tea-2", "gone"]}
    assert problems == []
    assert [str(problem) for problem in stray_choices(TEA.survey, answers)] == [
        "scald: ‘z-9’ is not one of its choices",
        "spills: ‘gone’ is not one of its choices",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"scald": ', "is damaged, or is not a file of answers"),
        ("[]", "holds no answers"),
        ("[" * 100_000, "is damaged, or is not a file of answers"),
        (" " * 5_000_001, "is too large to be a file of answers"),
        (write_progress(ProgressFile("other", 1, {})), "belongs to ‘other’, not to ‘tea’"),
        (write_progress(ProgressFile("tea", 9, {})), "was saved by a newer version"),
    ],
)
def test_what_holds_no_answers_is_refused_in_words(text, message):
    with pytest.raises(ContentError, match=message):
        read(text)


def test_a_very_long_note_is_kept_whole():
    assert read({"spillNote": "x" * 100_000})[0] == {"spillNote": "x" * 100_000}
