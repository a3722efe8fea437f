"""A questionnaire file held together: what is wrong in it is told with its place."""

import copy

import pytest

from toolkit.assessment.instrument import parse_instrument
from toolkit.errors import ContentError
from toolkit.yaml_text import yaml_text

CONTENT = {
    "id": "tea",
    "version": 1,
    "title": "Tea",
    "summary": "Tea.",
    "minutes": 1,
    "use": "Together.",
    "status": "A draft.",
    "languages": [{"code": "en", "name": "English"}, {"code": "cy", "name": "Cymraeg"}],
    "scoring": {
        "profile": "aia",
        "risk": "-RS",
        "mitigation": "-MS",
        "neither": "-NS",
        "phases": 1,
        "reduction": {"from": 0.5, "keep": 0.5},
        "levels": [{"name": "low", "up_to": 0.5}, {"name": "high"}],
    },
    "pages": [
        {
            "id": "one",
            "parts": [
                {"kind": "choice", "id": "a-RS", "choices": [{"id": "x-1"}, {"id": "y-3"}]},
                {"kind": "group", "id": "g", "parts": [{"kind": "text", "id": "b", "text": "B?"}]},
                {"kind": "note", "text": {"en": "Read.", "cy": "Darllenwch."}},
            ],
        }
    ],
}


def told(change):
    content = copy.deepcopy(CONTENT)
    change(content)
    with pytest.raises(ContentError) as error:
        parse_instrument(yaml_text(content), "tea.yaml")
    return [str(problem) for problem in error.value.problems]


def first(content):
    return content["pages"][0]["parts"][0]


def test_a_council_can_write_one_by_hand():
    survey = parse_instrument(yaml_text(CONTENT), "tea.yaml").survey
    assert [item.id for item in survey.items] == ["a-RS", "b"]
    assert survey.highest.raw == 3
    assert survey.by_id["a-RS"].text == {"en": "a-RS"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda c: c.update(areas=[]), "areas: cannot stand beside 'pages'; remove the one or"),
        (lambda c: c.update(id="other"), "id: is 'other', but the file is called 'tea'"),
        (lambda c: first(c).pop("id"), "pages, item 1 (one), parts, item 1, id: missing"),
        (lambda c: first(c).pop("choices"), "(a-RS), choices: missing; write what can be picked"),
        (lambda c: first(c).update(kind="text"), "(a-RS), choices: are not for this kind"),
        (lambda c: first(c).update(kind="matrix"), "'matrix' is not one of the words used here"),
        (lambda c: first(c).update(show_if="b > 1"), "show_if: '>' at character 3 cannot be used"),
        (lambda c: first(c).update(show_if="b at least 1"), "'at least' is for scales"),
        (lambda c: first(c).update(show_if="bb is 1"), "there is no question 'bb'"),
        (lambda c: first(c).update(show_if='"a-RS" is 1'), "circle: a-RS → a-RS"),
        (lambda c: c["pages"][0].update(show_if="b is 1"), "goes round in a circle"),
        (lambda c: c["pages"].append(c["pages"][0]), "its id is used twice; give every page"),
        (lambda c: c["pages"][0].update(id="tasks"), "'tasks' names another page"),
        (lambda c: c["pages"][0]["parts"].append({"kind": "group"}), "parts: missing"),
        (lambda c: c.update(pages=[{"id": "one", "parts": []}]), "pages: hold no question"),
        (lambda c: c["scoring"].update(profile="ours"), "is 'ours', but should be 'aia'"),
        (lambda c: c["scoring"].pop("phases"), "scoring, phases: missing"),
        (lambda c: c["scoring"]["levels"][1].update(up_to=1), "the last has an upper end"),
        (lambda c: c["scoring"]["levels"].reverse(), "the last has an upper end"),
        (lambda c: c["scoring"]["levels"].insert(0, {"name": "z"}), "one has no upper end"),
        (
            lambda c: c["scoring"]["levels"].insert(0, {"name": "z", "up_to": 0.9}),
            "scoring, levels: are not in order",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(change, message):
    assert any(message in problem for problem in told(change)), told(change)


def test_a_circle_over_two_questions_is_told_once():
    def change(content):
        first(content)["show_if"] = "b answered"
        content["pages"][0]["parts"][1]["show_if"] = '"a-RS" answered'

    assert [problem for problem in told(change) if "circle" in problem] == [
        "pages, item 1 (one), parts, item 1 (a-RS), show_if: goes round in a circle: "
        "a-RS → b → a-RS; ask one without the other"
    ]


def test_circles_are_found_quickly_among_many_questions_that_depend_on_each_other():
    # Each question asks after the next, and the last two after each other: one circle at the end.
    def change(content):
        parts = [
            {"kind": "text", "id": f"q{n}", "text": "?", "show_if": f"q{min(n + 1, 998)} answered"}
            for n in range(999)
        ]
        parts[998]["show_if"] = "q997 answered"
        content["pages"][0]["parts"] = parts

    assert told(change) == [
        "pages, item 1 (one), parts, item 998 (q997), show_if: goes round in a circle: "
        "q997 → q998 → q997; ask one without the other"
    ]


def test_more_questions_than_a_page_could_show_are_refused():
    page = {"kind": "group", "parts": [{"kind": "text", "id": "b", "text": "B?"}] * 1000}
    assert told(lambda c: c["pages"][0].update(parts=[page] * 3)) == [
        "pages: hold 3000 questions; use at most 2000"
    ]
