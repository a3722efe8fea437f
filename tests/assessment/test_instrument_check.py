"""Each test spoils the tiny instrument in one way and expects one sentence about it."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny import raw

from toolkit.assessment.instrument_check import check_instrument


def told(content, stem="tiny"):
    return [str(problem) for problem in check_instrument(content, stem)]


def question(content, name):
    return next(found for found in content["questions"] if found["id"] == name)


def test_the_tiny_instrument_is_sound():
    assert told(raw()) == []


def test_the_id_is_the_name_of_the_file():
    assert told(raw(), "other") == [
        "id: is 'tiny', but the file is called 'other'; make the id and the file's name the same"
    ]


def test_an_id_used_twice_is_told():
    content = raw()
    question(content, "D1")["id"] = "E1"
    assert (
        "questions, item 4 (E1): its id is used twice; "
        "ids never repeat and never change meaning: choose a new one"
    ) in told(content)


def test_a_word_of_the_condition_language_is_no_id():
    content = raw()
    question(content, "D1")["id"] = "not"
    assert "questions, item 3 (not): 'not' has a meaning in 'show_if'; rename it" in told(content)


def test_an_area_is_not_called_like_another_page():
    content = raw()
    content["areas"][1]["id"] = "check"
    question(content, "D1")["area"] = "check"
    assert told(content) == ["areas, item 2 (check): 'check' names another page; choose another id"]


def test_an_unknown_area_is_told_with_the_nearest():
    content = raw()
    question(content, "E1")["area"] = "e"
    assert told(content) == [
        "questions, item 4 (E1), area: there is no area 'e'; did you mean 'E'?"
    ]


def test_an_area_without_questions_is_told():
    content = raw()
    content["areas"].append({"id": "Z", "title": "Zoo", "summary": "Animals."})
    assert told(content) == ["areas, item 4 (Z): has no question; add one or remove it"]


def test_an_unknown_scale_is_told():
    content = raw()
    question(content, "D1")["scale"] = "progres"
    assert told(content) == [
        "questions, item 3 (D1), scale: there is no scale 'progres'; did you mean 'progress'?"
    ]


def test_a_missing_anchor_is_told():
    content = raw()
    question(content, "D1")["anchors"].pop()
    assert told(content) == [
        "questions, item 3 (D1), anchors: has 4 steps, but its scale has 5; "
        "write one sentence for every step of the scale"
    ]


def test_a_question_needs_anchors_or_choices():
    content = raw()
    del question(content, "D1")["anchors"]
    assert told(content) == [
        "questions, item 3 (D1): has no 'anchors'; "
        "write one sentence for every step of the scale under 'anchors'"
    ]


def test_a_question_does_not_have_both():
    content = raw()
    question(content, "D1")["choices"] = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]
    assert any("has 'anchors' and 'choices'" in sentence for sentence in told(content))


@pytest.mark.parametrize("part", ["actions", "evidence_prompt"])
def test_a_question_with_points_needs_an_action_and_an_evidence_prompt(part):
    content = raw()
    del question(content, "D1")[part]
    assert told(content) == [
        f"questions, item 3 (D1), {part}: missing; a question with points needs it"
    ]


def test_all_choices_have_points_or_none_has():
    content = raw()
    found = question(content, "D1")
    del found["anchors"]
    found["choices"] = [{"id": "a", "text": "A", "points": 1}, {"id": "b", "text": "B"}]
    found["actions"][0]["reaches"] = "a"
    assert told(content) == [
        "questions, item 3 (D1), choices: some have points and some have none; "
        "give every choice points, or none"
    ]


@pytest.mark.parametrize("name", ["unknown", "na"])
def test_a_choice_cannot_be_called_what_dont_know_is_kept_as(name):
    content = raw()
    found = question(content, "D1")
    del found["anchors"]
    found["choices"] = [
        {"id": name, "text": "A", "points": 1},
        {"id": "b", "text": "B", "points": 2},
    ]
    found["actions"][0]["reaches"] = "b"
    assert told(content) == [
        f"questions, item 3 (D1), choices: '{name}' cannot be a choice; "
        "'don't know' and 'not applicable' are there already: rename it"
    ]


def test_an_action_reaches_a_step_there_is():
    content = raw()
    question(content, "D1")["actions"][0]["reaches"] = 7
    assert told(content) == [
        "questions, item 3 (D1), actions, item 1 (rota), reaches: there is no step or choice '7'; "
        "use one of: 0, 1, 2, 3, 4"
    ]


def test_steps_are_written_from_the_lowest_up():
    content = raw()
    steps = content["scales"][0]["steps"]
    steps[0], steps[1] = steps[1], steps[0]
    assert "scales, item 1 (progress), steps: are not in order; write the lowest value first" in (
        told(content)
    )


def test_the_evidence_rule_names_a_step_and_a_grade_there_are():
    content = raw()
    content["scales"][0]["evidence"] = {"above": 9, "grade": 4}
    assert told(content) == [
        "scales, item 1 (progress), evidence, above: 9 is not a step of it",
        "scales, item 1 (progress), evidence, grade: there is no grade 4; "
        "write the grades in 'evidence_grades', the first being grade 0",
    ]


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), 0, -1, "many"])
def test_a_weight_is_a_number_above_0(weight):
    content = raw()
    question(content, "B2")["weight"] = weight
    assert len(told(content)) == 1
    assert told(content)[0].endswith("write a number above 0 and up to 100")


def places(value, path=()):
    yield path
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict | list):
        for key, part in entries:
            yield from (
                places(part, (*path, key)) if isinstance(part, dict | list) else [(*path, key)]
            )


JUNK = st.sampled_from([None, True, -1, 10**30, 1.5, "", "x", [], [1], ["x", {}], {}, {"id": []}])


@given(place=st.sampled_from([path for path in places(raw()) if path]), junk=JUNK)
def test_whatever_stands_anywhere_is_told_and_never_an_error(place, junk):
    content = copy.deepcopy(raw())
    part = content
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = junk
    assert all(isinstance(sentence, str) for sentence in told(content))
