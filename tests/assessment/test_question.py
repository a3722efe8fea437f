from tiny import tiny

from toolkit.assessment.question import EvidenceRule, Law, Source, build_question

SCALES = {
    "yes-no": {
        "id": "yes-no",
        "steps": [{"value": 0, "label": "No"}, {"value": 5, "label": "Yes"}],
    }
}
RAW = {
    "id": "A1",
    "area": "A",
    "name": "Owner",
    "text": "Is there an owner?",
    "why": "Somebody answers.",
    "source": {"title": "A guide", "url": "https://example.org"},
}


def test_anchors_become_choices_with_the_points_of_their_step():
    question = build_question(RAW | {"anchors": ["Nobody.", "Somebody."]}, SCALES)
    assert [(c.id, c.label, c.text, c.points) for c in question.choices] == [
        ("0", "No", "Nobody.", 0),
        ("5", "Yes", "Somebody.", 5),
    ]


def test_choices_without_points_do_not_score():
    question = build_question(RAW | {"choices": [{"id": "a", "text": "One"}]}, SCALES)
    assert question.points == ()
    assert question.choices[0].label == "One"


def test_points_are_listed_from_the_lowest_up():
    choices = [{"id": "a", "text": "One", "points": 2}, {"id": "b", "text": "Two", "points": -1}]
    assert build_question(RAW | {"choices": choices}, SCALES).points == (-1, 2)


def test_the_evidence_rule_comes_from_the_scale():
    assert tiny().by_id["B1"].evidence == EvidenceRule(above=2, grade=2)


def test_what_a_question_maps_to_is_kept():
    law = {"name": "An Act", "nations": ["Wales"], "url": "https://example.org/act"}
    raw = RAW | {"anchors": ["No.", "Yes."], "maps_to": {"principle": ["learning"], "law": [law]}}
    question = build_question(raw, SCALES)
    assert question.principles == ("learning",)
    assert question.laws == (Law("An Act", ("Wales",), "https://example.org/act"),)
    assert question.source == Source("A guide", "https://example.org")


def test_what_is_left_out_has_its_plain_meaning():
    question = build_question(RAW | {"anchors": ["No.", "Yes."]}, SCALES)
    assert (question.weight, question.show_if, question.not_applicable) == (1, None, False)
    assert question.evidence is None
