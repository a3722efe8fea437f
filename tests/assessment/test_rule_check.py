from tiny import raw

from toolkit.assessment.rule_check import check_rules


def told(content):
    return [str(problem) for problem in check_rules(content)]


def test_the_rules_of_the_tiny_instrument_are_sound():
    assert told(raw()) == []


def test_a_gate_names_a_question_a_stage_and_a_step_there_are():
    content = raw()
    content["gates"] = [
        {"question": "B7", "at_least": 3, "caps_at": "start", "name": "x"},
        {"question": "B1", "at_least": 9, "caps_at": "strat", "name": "x"},
    ]
    assert told(content) == [
        "gates, item 1, question: there is no question 'B7'; use one of: B1, B2, D1, E1, E2",
        "gates, item 2, caps_at: there is no stage 'strat'; did you mean 'start'?",
        "gates, item 2, at_least: 'B1' has no step 9",
    ]


def test_a_gate_cannot_be_skipped():
    content = raw()
    content["gates"] = [
        {"question": "E1", "at_least": 3, "caps_at": "start", "name": "x"},
        {"question": "E2", "at_least": 3, "caps_at": "start", "name": "x"},
    ]
    assert told(content) == [
        "gates, item 1, question: 'E1' may be answered 'not applicable'; "
        "take 'not_applicable' out of E1",
        "gates, item 2, question: 'E2' is not always asked; take 'show_if' out of E2",
    ]


def test_stages_name_areas_there_are():
    content = raw()
    content["stages"]["weakest_of"] = ["B", "Q"]
    assert told(content) == [
        "stages, weakest_of: there is no area 'Q'; use one of: B, D, E",
    ]


def test_a_deciding_area_has_points():
    content = raw()
    for question in content["questions"]:
        if question["area"] == "E":
            del question["anchors"]
            question["choices"] = [{"id": "a", "text": "A"}]
    assert told(content) == [
        "stages, weakest_of: no question in 'E' has points; "
        "take it out, or give its questions points"
    ]


def test_every_score_has_a_stage():
    content = raw()
    content["stages"]["steps"][0] |= {"from": 1, "every_area": 1}
    assert told(content) == [
        "stages, first step: starts at 1, so a lower score has no stage; write: from: 0",
        "stages, first step: has a rule of its own; take 'every_area' out",
    ]


def test_stages_are_written_from_the_lowest_up():
    content = raw()
    content["stages"]["steps"][1]["from"] = 4
    assert told(content) == ["stages, steps: are not in order; write the lowest 'from' first"]


def test_a_retired_id_is_never_used_again():
    content = raw()
    content["retired"].append("B1")
    assert told(content) == [
        "retired: 'B1' is used again; give the question a new id: old answers would count for it"
    ]


def test_a_migration_leads_to_a_version_and_to_questions_there_are():
    content = raw()
    content["migrations"] = [{"to": 3, "renamed": {"B7": "B5"}}]
    assert told(content) == [
        "migrations, item 1, to: is 3, but the version is 2",
        "migrations, item 1, renamed: 'B7' is not retired; add it to 'retired'",
        "migrations, item 1, renamed: there is no question 'B5'; use one of: B1, B2, D1, E1, E2",
    ]
