import pytest
from tiny import TEXT, answers, tiny

from toolkit.assessment.answer import Answer
from toolkit.assessment.instrument import parse_instrument
from toolkit.assessment.measure import asked, doubtful, measure, worth
from toolkit.assessment.result import Range


def test_an_area_is_the_weighted_mean_of_its_questions():
    # (1 x 3 + 3 x 2) / (1 + 3)
    found = measure(tiny(), answers(B1="3/2", B2="2"))
    assert found.evidenced["B"] == Range(2.25, 2.25)


def test_what_is_not_known_runs_from_the_worst_to_the_best():
    # (3 x 2 + 1 x 0) / 4 and (3 x 2 + 1 x 4) / 4
    for state in ("unknown", ""):
        found = measure(tiny(), answers(B1=state, B2="2"))
        assert found.evidenced["B"] == Range(1.5, 2.5)


def test_a_high_answer_without_evidence_counts_as_written_down():
    found = measure(tiny(), answers(B1="4/1", B2="3/2"))
    assert found.claimed["B"] == Range(3.25, 3.25)  # (4 + 9) / 4
    assert found.evidenced["B"] == Range(2.75, 2.75)  # (2 + 9) / 4


@pytest.mark.parametrize(
    ("kept", "expected"), [("2/0", 2), ("3/1", 2), ("3/2", 3), ("4/3", 4), ("4/0", 2), ("1/3", 1)]
)
def test_evidence_decides_only_above_written_down(kept, expected):
    question = tiny().by_id["B1"]
    assert worth(question, answers(B1=kept)["B1"])[1] == Range(expected, expected)


def test_not_applicable_leaves_the_denominator():
    found = measure(tiny(), answers(E1="na", D1="2"))
    assert found.evidenced["D"] == Range(2, 2)
    assert worth(tiny().by_id["E1"], answers(E1="na")["E1"]) is None


def test_where_nothing_applies_anything_may_be_true():
    assert measure(tiny(), answers(D1="na")).evidenced["D"] == Range(0, 4)


def test_not_applicable_counts_as_not_known_where_it_is_not_allowed():
    answer = Answer("not_applicable", reason="No.")
    assert worth(tiny().by_id["B1"], answer) == (Range(0, 4), Range(0, 4))


def test_a_hidden_answer_never_scores():
    shown = measure(tiny(), answers(E1="2", E2="4/2"))
    hidden = measure(tiny(), answers(E1="1", E2="4/2"))
    assert shown.evidenced["E"] == Range(3, 3)
    assert hidden.evidenced["E"] == Range(1, 1)


def test_a_question_is_asked_when_its_condition_holds():
    assert [q.id for q in asked(tiny(), answers(E1="1"))] == ["B1", "B2", "D1", "E1"]
    assert [q.id for q in asked(tiny(), answers(E1="2"))] == ["B1", "B2", "D1", "E1", "E2"]


def test_overall_is_the_mean_of_the_areas():
    # B (2.25), D (1), E (1, E2 hidden)
    found = measure(tiny(), answers(B1="3/2", B2="2", D1="1", E1="1"))
    assert found.overall.low == pytest.approx(4.25 / 3)


def test_a_gate_is_met_claimed_or_possible():
    for kept, expected in {
        "3/2": (True, True, True),
        "3/0": (False, True, False),
        "2/3": (False, False, False),
        "unknown": (False, False, True),
    }.items():
        found = measure(tiny(), answers(B1=kept))
        gates = (found.met, found.claimed_met, found.possible)
        assert tuple("B1" in gate for gate in gates) == expected


def test_the_stage_is_cautious_and_beside_it_stands_what_it_could_be():
    found = measure(tiny(), answers(B1="3/2", B2="3/0", D1="3/2", E1="3/2", E2="unknown"))
    # B is 2.25 and E is 1.5 at worst: middle. At best E is 3.5, but B is still below 3.
    assert (found.stage, found.could_be) == (1, 1)
    found = measure(tiny(), answers(B1="3/2", B2="3/2", D1="3/2", E1="3/2", E2="unknown"))
    assert (found.stage, found.could_be) == (1, 2)


def test_claims_without_evidence_have_a_stage_of_their_own():
    found = measure(tiny(), answers(B1="3", B2="3", D1="3", E1="3", E2="3"))
    assert (found.stage, found.claimed_stage) == (0, 2)


# E2 is asked unless E1 is at 0; E3 is asked where E2 is at 2.
CHAIN = TEXT.replace("show_if: E1 at least 2", "show_if: not E1 is 0").replace(
    "gates:\n",
    """  - id: E3
    area: E
    name: Cake
    text: Is there cake?
    why: Tea wants cake.
    show_if: E2 is 2
    anchors: [No., Talk., Written., Done., Checked.]
    evidence_prompt: The cake.
    actions: [{id: bake, text: Bake., effort: 1, roles: [Chair], reaches: 3}]
    source: our judgement
gates:
""",
    1,
)


@pytest.mark.parametrize(
    ("given_answers", "expected"),
    [
        ({"E2": "2"}, {"E2", "E3"}),  # E1 may turn out to be at 0
        ({"E1": "1", "E2": "2"}, set()),
        ({"E1": "1"}, set()),
        ({"E1": "unknown"}, {"E2"}),
    ],
)
def test_what_is_asked_only_because_something_is_not_known_is_doubtful(given_answers, expected):
    instrument = parse_instrument(CHAIN, "tiny.yaml")
    found = answers(**given_answers)
    assert doubtful(instrument, asked(instrument, found), found) == expected
