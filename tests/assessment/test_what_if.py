from dataclasses import replace

from tiny import answers, tiny

from toolkit.assessment.measure import measure
from toolkit.assessment.what_if import changes, next_steps


def changes_of(**values):
    found = answers(**values)
    return [
        (change.question.id, change.to.id, change.evidence, change.stage.id)
        for change in changes(tiny(), found, measure(tiny(), found))
    ]


def steps_of(**values):
    found = answers(**values)
    return next_steps(tiny(), found, measure(tiny(), found))


def test_every_single_change_that_alters_the_stage_is_named():
    # Stage middle: the gate is met, B is 2.25, E is 1. With B2 at 0, B is 0.75.
    assert changes_of(B1="3/2", B2="2", D1="3/2", E1="1") == [
        ("B1", "3", "lost", "start"),
        ("B2", "0", "same", "start"),
        ("E1", "0", "same", "start"),
    ]


def test_the_smallest_change_is_named_for_each_direction():
    # E1 at 1 would already do, so 2, 3 and 4 are not named.
    assert changes_of(B1="3/2", B2="2", E1="0") == [("E1", "1", "same", "middle")]


def test_a_missing_gate_is_a_change_that_needs_evidence():
    assert changes_of(B1="2", B2="2", E1="1") == [("B1", "3", "needed", "middle")]


def test_an_unsteady_answer_is_named_in_both_directions():
    # E1 at 3 brings E2 in, and E to 3; E1 at 0 leaves E at 0.
    found = changes_of(B1="3/2", B2="3/2", D1="3/2", E1="1", E2="3/2")
    assert [change for change in found if change[0] == "E1"] == [
        ("E1", "0", "same", "start"),
        ("E1", "3", "needed", "end"),
    ]


def test_without_stages_there_is_nothing_to_change():
    instrument = replace(tiny(), stages=None, gates=())
    found = answers(B1="2")
    assert changes(instrument, found, measure(instrument, found)) == ()


def test_what_raises_the_stage_comes_first_then_the_weakest_area_then_the_mean():
    # B is 0.5 (gate missing), D is 0, E is 1.
    found = steps_of(B1="2", B2="0", D1="0", E1="1")
    assert [step.action.id for step in found] == ["name-owner", "write-rules", "rota", "ask"]
    # name-owner puts the gate in place and lifts B to 0.75; write-rules lifts B to 2, and the
    # weakest area from 0.5 to 1.


def test_a_step_that_raises_the_stage_says_to_which():
    step = steps_of(B1="2", B2="2", E1="1")[0]
    assert (step.action.id, step.stage.id) == ("name-owner", "middle")
    assert [gate.name for gate in step.gates] == ["a named owner"]


def test_what_is_claimed_and_not_shown_needs_evidence_not_work():
    step = steps_of(B1="3", B2="2", E1="1")[0]
    assert (step.kind, step.question.id, step.action) == ("show", "B1", None)


def test_what_is_not_known_can_be_found_out():
    kinds = [(step.kind, step.question.id) for step in steps_of(D1="unknown")]
    assert kinds == [("do", "D1"), ("find out", "D1")]


def test_an_unanswered_question_has_no_next_step_but_an_answer():
    assert steps_of() == ()


def test_a_hidden_question_and_one_that_does_not_apply_have_no_next_step():
    assert [step.question.id for step in steps_of(D1="na", E1="1", E2="0")] == ["E1"]


def test_an_action_that_is_done_is_not_proposed():
    assert steps_of(B1="3/2", B2="2", D1="4/2") == ()


def test_among_equals_the_least_effort_comes_first():
    instrument = tiny()
    action = instrument.by_id["D1"].actions[0]
    slow = replace(action, id="slow", effort=3)
    questions = tuple(
        replace(question, actions=(slow, action)) if question.id == "D1" else question
        for question in instrument.questions
    )
    instrument = replace(instrument, questions=questions)
    found = answers(D1="0")
    steps = next_steps(instrument, found, measure(instrument, found))
    assert [step.action.id for step in steps] == ["rota", "slow"]


def test_the_first_step_is_the_best_by_brute_force():
    found = answers(B1="1", B2="1", D1="1", E1="2", E2="0")
    now = measure(tiny(), found)
    best = next_steps(tiny(), found, now)[0]
    gains = {}
    for question in tiny().questions:
        for action in question.actions:
            reached = replace(found[question.id], choice=action.reaches, evidence=2)
            after = measure(tiny(), {**found, question.id: reached})
            gains[action.id] = (
                after.stage,
                len(after.met),
                min(after.evidenced["B"].low, after.evidenced["E"].low),
            )
    assert gains[best.action.id] == max(gains.values())
