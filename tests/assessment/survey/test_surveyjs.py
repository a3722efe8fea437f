"""A SurveyJS survey made into an instrument file: what is carried over, named or refused."""

import contextlib
import json

import pytest
import survey_oracle
from hypothesis import given
from hypothesis import strategies as st

from toolkit.assessment.instrument import parse_instrument, read_instrument
from toolkit.assessment.survey.surveyjs import survey_from_json
from toolkit.errors import ContentError
from toolkit.yaml_text import yaml_text
from toolkit.yamlfile import parse_yaml

TEA = survey_oracle.TEA.read_text(encoding="utf-8")


def tea():
    return json.loads(TEA)


def made(survey, **options):
    text = survey if isinstance(survey, str) else json.dumps(survey)
    return survey_from_json(text, "tea.json", **{"identity": "tea", "scoring": "aia", **options})


def refused(survey):
    with pytest.raises(ContentError) as error:
        parse_instrument(yaml_text(made(survey)[0]), "tea.yaml")
    return [str(problem) for problem in error.value.problems]


def with_question(**properties):
    survey = tea()
    question = {"type": "radiogroup", "name": "new", "choices": ["a", "b"]}
    survey["pages"][1]["elements"].append(question | properties)
    return survey


def test_what_is_written_is_read_back_and_is_an_instrument(tmp_path):
    content, left_out = made(TEA)
    path = tmp_path / "tea.yaml"
    path.write_text(yaml_text(content), encoding="utf-8")
    instrument = read_instrument(path)
    assert left_out == ()
    assert instrument.title == "Tea club check"
    assert [language.code for language in instrument.survey.languages] == ["en", "cy"]
    assert [language.name for language in instrument.survey.languages] == ["English", "Cymraeg"]
    assert len(instrument.survey.items) == 12


def test_each_kind_of_question_is_carried_over():
    survey = parse_instrument(yaml_text(made(TEA)[0]), "tea.yaml").survey
    kinds = {
        name: survey.by_id[name].kind for name in ("stage", "cups", "scald", "spills", "spillNote")
    }
    assert kinds == {
        "stage": "dropdown",
        "cups": "number",
        "scald": "choice",
        "spills": "list",
        "spillNote": "comment",
    }
    assert survey.by_id["stage"].required
    assert survey.by_id["stage"].alphabetical
    assert survey.by_id["scald"].help == {"en": "Think of children."}
    assert survey.by_id["scald"].parent == "risks-RS"
    assert survey.by_id["rota-MS"].by_option["7"].value == 7


def test_a_text_comes_in_the_language_asked_for_or_in_the_first():
    survey = parse_instrument(yaml_text(made(TEA)[0]), "tea.yaml").survey
    assert survey.said(survey.by_id["stage"].text, "cy") == ("Pa gam?", "cy")
    assert survey.said(survey.by_id["cups"].text, "cy") == ("How many cups?", "en")
    assert survey.said({}, "cy") == ("", "cy")


def test_a_page_cannot_take_the_name_of_a_page_of_the_app():
    assert made(TEA)[0]["pages"][0]["id"] == "page-start"


def test_a_survey_without_pages_has_one():
    content, _ = made({"elements": tea()["pages"][1]["elements"]})
    assert [page["id"] for page in content["pages"]] == ["page1"]


def test_what_only_changes_the_looks_is_left_out_and_what_is_not_known_is_named():
    survey = with_question(colCount=3, sparkle=True)
    survey["fireworks"] = 1
    assert [str(problem) for problem in made(survey)[1]] == [
        "survey: 'fireworks' is left out",
        "page 2 (club), element 5 (new): 'sparkle' is left out",
    ]


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"type": "matrix"}, "questions of type 'matrix' are not understood; use radiogroup"),
        ({"type": "expression"}, "questions of type 'expression' are not understood"),
        ({"visible": False}, "'visible' is not understood here; take it out"),
        ({"defaultValue": "a"}, "'defaultValue' is not understood here"),
        ({"hasOther": True}, "'hasOther' is not understood here"),
        ({"choices": []}, "choices: missing"),
        ({"choices": [{"text": "A"}]}, "choice 1: has no value that is text or a number"),
        ({"choices": [{"value": "a", "visibleIf": "{b} = 1"}]}, "choice 1, visibleIf: a choice"),
        ({"visibleIf": "{scald} > 2"}, "visibleIf: '>' at character 9 cannot be used here"),
        ({"visibleIf": 3}, "visibleIf: is not text"),
        ({"name": None}, "has no name"),
    ],
)
def test_what_would_change_the_questions_or_the_score_is_refused_with_its_place(
    properties, message
):
    [problem] = refused(with_question(**properties))
    assert problem.startswith("page 2 (club), element 5")
    assert message in problem


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        ({"name": "scald"}, "(scald): its id is used twice; give every question its own"),
        ({"choices": ["a", "a"]}, "choices: 'a' is there twice; rename one"),
        ({"visibleIf": "{scalt} = 1"}, "there is no question 'scalt'; did you mean 'scald'?"),
        ({"visibleIf": "{new} = 'a'"}, "goes round in a circle: new → new"),
        ({"name": "two\nlines"}, "is not written as expected"),
    ],
)
def test_what_does_not_fit_together_is_refused_with_its_place(properties, message):
    assert any(message in problem for problem in refused(with_question(**properties)))


def test_a_circle_through_a_page_is_refused():
    survey = tea()
    survey["pages"][1]["visibleIf"] = "{planTest} = 'yes-3'"
    assert any("goes round in a circle" in problem for problem in refused(survey))


def test_hidden_answers_that_are_kept_or_cleared_in_another_way_are_refused():
    assert "another way" in refused(tea() | {"clearInvisibleValues": "none"})[0]
    assert made(tea() | {"clearInvisibleValues": "onComplete"})


def test_all_problems_come_at_once():
    survey = with_question(type="matrix") | {"triggers": []}
    survey["pages"][1]["elements"].append({"type": "rating", "name": "r"})
    assert len(refused(survey)) == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEA[:500], "cannot be read as JSON"),
        ("", "cannot be read as JSON"),
        ("[]", "is not a SurveyJS survey: it has no pages"),
        ('{"answers": 1}', "is not a SurveyJS survey: it has no pages"),
        ('{"pages": []}', "holds no questions"),
        ('{"pages": 7}', "holds no questions"),
        ('{"pages": [7]}', "page 1: is not a page"),
        ('{"pages": [{"elements": [7]}]}', "element 1: is not a question"),
        ('{"pages": [{"elements": 7}]}', "its elements are not a list"),
        ('{"pages": [{"elements": [], "x": NaN}]}', "cannot be read as JSON"),
        ('{"pages": ' + "[" * 100_000, "cannot be read as JSON"),
        ('{"pages": "\\ud800"}', "cannot be read as JSON"),
        (" " * 5_000_001, "is too large to be a survey"),
    ],
)
def test_what_is_no_survey_is_refused_in_words(text, message):
    assert message in refused(text)[0]


def test_panels_within_panels_without_end_are_refused():
    part = {"type": "text", "name": "q"}
    for number in range(60):
        part = {"type": "panel", "name": f"p{number}", "elements": [part]}
    assert "too deep" in refused({"pages": [{"name": "a", "elements": [part]}]})[0]


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**50), 2**50) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), plain))
def test_written_yaml_is_read_back_exactly(content):
    assert parse_yaml(yaml_text(content), "a.yaml") == content


json_value = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "type", "elements", "choices", "value", "title", "visibleIf"]),
            inner,
        )
    ),
    max_leaves=12,
)


@given(st.lists(json_value, max_size=3))
def test_any_pages_are_either_an_instrument_or_refused_in_words(pages):
    with contextlib.suppress(ContentError):
        parse_instrument(yaml_text(made({"pages": pages})[0]), "tea.yaml")
