"""The score of a questionnaire, held against a second implementation and against known points."""

import json
import random

import pytest
import survey_oracle
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.assessment.instrument import load_instrument, parse_instrument
from toolkit.assessment.survey.report_json import survey_as_data
from toolkit.assessment.survey.score import score_survey
from toolkit.assessment.survey.surveyjs import survey_from_json
from toolkit.assessment.survey.visible import completed
from toolkit.yaml_text import yaml_text

needs_reference = pytest.mark.skipif(
    not survey_oracle.REFERENCE.is_file(), reason="Canada's survey is no part of this repository"
)


def brought_in(path):
    text = path.read_text(encoding="utf-8")
    content, _ = survey_from_json(text, path.name, identity="tea", scoring="aia")
    return json.loads(text), parse_instrument(yaml_text(content), "tea.yaml")


TEA_SURVEY, TEA = brought_in(survey_oracle.TEA)


@pytest.fixture(scope="module")
def reference():
    return brought_in(survey_oracle.REFERENCE)


def result(instrument, **answers):
    return survey_as_data(score_survey(instrument, answers))


def answers_to(survey):
    """Return a strategy of answers: offered, not offered, of another kind, or none."""

    def to(question):
        offered = [c["value"] if isinstance(c, dict) else c for c in question.get("choices", [])]
        choice = st.sampled_from([*offered, "gone-7", "jam", "b-3x", ""])
        return st.one_of(choice, st.lists(choice, max_size=4), st.integers(-3, 9), st.just("a-0"))

    questions = {
        question["name"]: to(question) for question, _, _ in survey_oracle.elements(survey)
    }
    return st.fixed_dictionaries({}, optional=questions)


@given(answers_to(TEA_SURVEY))
def test_any_answers_score_as_the_second_implementation_says(answers):
    assert result(TEA, **answers) | survey_oracle.expected(TEA_SURVEY, answers) == result(
        TEA, **answers
    )


def test_the_highest_scores_are_counted_over_every_question_and_halved_for_two_phases():
    # Risk: scald 5, spills 1 + 2. Mitigation: rota 7 (a number), then 5 + 3 in each phase.
    assert result(TEA)["highest"] == {"raw": 8, "mitigation": (7 + 8 + 8) / 2}


def test_a_stale_answer_counts_live_and_is_dropped_when_handed_in():
    found = result(TEA, scald="a-0", spills=["milk-1", "tea-2"])
    assert (found["live"]["raw"], found["completed"]["raw"]) == (3, 0)
    assert "spills" not in found["live"]["visible"]


def test_a_choice_that_is_not_offered_counts_live_and_is_dropped_when_handed_in():
    found = result(TEA, scald="zz-4")
    assert (found["live"]["raw"], found["completed"]["raw"]) == (4, 0)


def test_dropping_an_answer_hides_what_depended_on_it():
    found = result(TEA, stage="plan", scald="zz-4", spills=["jam"], spillNote="Oh")
    assert found["completed"]["visible"] == [
        "stage", "cups", "scald", "mood-NS", "rota-MS", "strength", "planSafe",
    ]  # fmt: skip


def test_a_hidden_page_hides_its_questions():
    assert "planSafe" not in result(TEA, stage="run")["live"]["visible"]
    assert "planSafe" in result(TEA, stage="plan")["live"]["visible"]


def test_the_ending_of_a_name_goes_before_that_of_the_panel_around_it():
    found = result(TEA, **{"mood-NS": "good-9", "rota-MS": "yes-2", "strength": "strong-4"})
    assert (found["live"]["raw"], found["live"]["mitigation"]) == (0, 2)


def test_an_answer_of_which_nothing_is_offered_is_none():
    assert completed(TEA.survey, {"scald": "b-3", "spills": ["gone-7"]}) == {"scald": "b-3"}


def test_a_hidden_panel_hides_what_is_in_the_panels_within_it():
    ask = {"type": "text", "name": "ask"}
    inner = {"type": "panel", "name": "i", "visibleIf": "{b} notempty", "elements": [ask]}
    outer = {"type": "panel", "name": "o", "visibleIf": "{a} notempty", "elements": [inner]}
    start = [{"type": "text", "name": name} for name in "ab"]
    survey = json.dumps({"pages": [{"name": "one", "elements": [*start, outer]}]})
    content, _ = survey_from_json(survey, "tea", identity="tea")
    instrument = parse_instrument(yaml_text(content), "tea.yaml")
    assert "ask" not in result(instrument, b="x")["live"]["visible"]
    assert "ask" not in result(instrument, a="x")["live"]["visible"]
    assert "ask" in result(instrument, a="x", b="x")["live"]["visible"]


def test_no_answer_at_all_is_the_least_that_one_choice_can_count():
    choices = [-3, -1]
    question = {"type": "radiogroup", "name": "a-RS", "choices": choices}
    survey = json.dumps({"pages": [{"name": "one", "elements": [question]}]})
    content, _ = survey_from_json(survey, "tea", identity="tea", scoring="aia")
    assert result(parse_instrument(yaml_text(content), "tea.yaml"))["highest"]["raw"] == 0


def test_without_rules_there_is_no_score_and_questions_are_shown_all_the_same():
    text = survey_oracle.TEA.read_text(encoding="utf-8")
    content, _ = survey_from_json(text, "tea", identity="tea")
    found = result(parse_instrument(yaml_text(content), "tea.yaml"), stage="plan")
    assert found["completed"]["level"] is None
    assert "planSafe" in found["completed"]["visible"]


def test_an_instrument_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="has no pages"):
        score_survey(load_instrument("readiness"), {})


@needs_reference
def test_the_reference_has_the_known_highest_scores(reference):
    assert result(reference[1])["highest"] == {"raw": 167, "mitigation": 77}


@needs_reference
@settings(max_examples=60)
@given(seed=st.integers(0, 2**32), share=st.floats(0, 1), stray=st.floats(0, 0.3))
def test_the_reference_scores_as_the_second_implementation_says(reference, seed, share, stray):
    survey, instrument = reference
    answers = drawn(survey, random.Random(seed), share, stray)
    found = result(instrument, **answers)
    assert found | survey_oracle.expected(survey, answers) == found


def drawn(survey, chance, share, stray):
    """Draw answers to a share of the questions, some of them not offered or of another kind."""
    answers = {}
    for question, _, _ in survey_oracle.elements(survey):
        if chance.random() > share:
            continue
        choices = [choice["value"] for choice in question.get("choices", [])] or ["words", "a-9"]
        if chance.random() < stray:
            choices = ["item99-4", "item1", "item1-2-3", "item6-1"]
        many = (question["type"] == "checkbox") != (chance.random() < stray / 3)
        picked = chance.sample(choices, chance.randint(0, len(choices)))
        answers[question["name"]] = picked if many else chance.choice(choices)
    return answers


@needs_reference
@pytest.mark.parametrize("phase", ["item1", "item2"])
def test_every_reference_safeguard_makes_the_highest_risk_142_and_level_four(reference, phase):
    survey, instrument = reference
    answers = {
        question["name"]: most(question)
        for question, _, _ in survey_oracle.elements(survey)
        if "choices" in question
    }
    found = result(instrument, **answers | {"projectDetailsPhase": phase})
    wanted = {"raw": 167, "mitigation": 77, "total": 142, "level": "IV"}
    assert found["completed"] | wanted == found["completed"]
    assert found["live"]["mitigation"] == 154


def most(question):
    """Return the heaviest answer to a question."""
    values = [choice["value"] for choice in question["choices"]]
    return values if question["type"] == "checkbox" else max(values, key=survey_oracle.worth)


@needs_reference
def test_the_lightest_full_answer_to_the_reference_has_fourteen_points_of_risk(reference):
    # Full: everything that takes one answer has one. Nothing is ticked where ticking is free.
    instrument = reference[1]
    answers = {"projectDetailsPhase": "item1"}
    one = {item.id: item for item in instrument.survey.items if item.kind != "list"}
    while left := set(score_survey(instrument, answers).unanswered) & set(one):
        for name in left:
            values = [option.value for option in reversed(one[name].options)]
            answers[name] = min(values, key=survey_oracle.worth, default="In words.")
    found = result(instrument, **answers)["completed"]
    assert (found["raw"], found["level"]) == (14, "I")
