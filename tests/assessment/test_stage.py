import pytest

from toolkit.assessment.stage import Gate, Stage, Stages, reaches, stage_reached

STAGES = Stages(
    ("A", "B"),
    (Stage("low", "Low", "", 0), Stage("mid", "Mid", "", 1), Stage("high", "High", "", 2, 2)),
)
GATE = Gate("A1", 3, "low", "an owner")


@pytest.mark.parametrize(
    ("scores", "place"),
    [
        ({"A": 0.9, "B": 4, "C": 4}, 0),
        ({"A": 1, "B": 4, "C": 0}, 1),
        ({"A": 4, "B": 2, "C": 2}, 2),
        ({"A": 4, "B": 4, "C": 1.9}, 1),
    ],
)
def test_the_weakest_deciding_area_sets_the_stage(scores, place):
    assert stage_reached(STAGES, [], scores, []) == place


def test_a_missing_gate_caps_the_stage():
    scores = {"A": 4, "B": 4, "C": 4}
    assert stage_reached(STAGES, [GATE], scores, []) == 0
    assert stage_reached(STAGES, [GATE], scores, ["A1"]) == 2


def test_a_cap_never_lifts_a_stage():
    gate = Gate("A1", 3, "high", "an owner")
    assert stage_reached(STAGES, [gate], {"A": 0, "B": 0, "C": 0}, []) == 0


def test_only_rounding_is_forgiven():
    assert reaches(0.1 + 0.2, 0.3)
    assert not reaches(0.2999, 0.3)
