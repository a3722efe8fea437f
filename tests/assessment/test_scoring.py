import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import answers, tiny

from toolkit.assessment.answer import Answer
from toolkit.assessment.instrument import load_instrument
from toolkit.assessment.result import Counts, Range
from toolkit.assessment.scoring import score


def result(**values):
    return score(tiny(), answers(**values))


def test_every_state_of_a_question_is_counted_apart():
    found = result(B1="3/2", B2="unknown", D1="na", E1="2")
    assert found.counts == Counts(asked=5, answered=2, unknown=1, unanswered=1, not_applicable=1)
    assert found.areas[0].counts == Counts(2, 1, 1, 0, 0)


def test_claimed_stands_beside_evidenced():
    area = result(B1="4", B2="2").areas[0]
    assert (area.claimed, area.evidenced) == (Range(2.5, 2.5), Range(2, 2))


def test_questions_that_are_not_asked_any_more_keep_their_answer():
    found = result(E1="1", E2="3/2")
    assert found.asked == ("B1", "B2", "D1", "E1")
    assert found.set_aside == ("E2",)


def test_too_many_not_applicable_are_warned_of():
    assert [area.too_few_apply for area in result(D1="na", E1="2").areas] == [False, True, False]


def test_a_gate_says_whether_it_is_met_claimed_or_possible():
    gate = result(B1="3").gates[0]
    assert (gate.gate.name, gate.met, gate.claimed, gate.possible) == (
        "a named owner",
        False,
        True,
        False,
    )


def test_the_stage_stands_beside_what_it_could_be_and_what_is_claimed():
    stage = result(B1="3/2", B2="3", D1="3/2", E1="3/2", E2="unknown").stage
    assert (stage.stage.id, stage.could_be.id, stage.claimed.id) == ("middle", "middle", "middle")
    stage = result(B1="3", B2="3/2", D1="3/2", E1="3/2", E2="3").stage
    assert (stage.stage.id, stage.claimed.id) == ("start", "end")


def test_an_empty_form_has_the_lowest_stage_and_says_that_it_is_empty():
    stage = result().stage
    assert stage.stage.id == "start"
    assert stage.reason == (
        "No answer is known yet. Until answers show more, the stage is ‘Start’."
    )


def test_a_result_ends_with_what_to_do_first():
    area = result(B1="2", B2="2").areas[0]
    assert area.reason.endswith("Best next step: Name an owner.")


def test_an_answer_to_no_question_is_refused():
    with pytest.raises(ValueError, match="tiny has no question B7"):
        score(tiny(), {"B7": Answer("answered", "3")})


# -- what has to hold for any answers ---------------------------------------------------------


def any_answers(instrument, changeable=True):
    one = st.one_of(
        st.just(Answer()),
        st.just(Answer("unknown")),
        st.builds(
            Answer,
            st.just("answered"),
            st.sampled_from(["0", "1", "2", "3", "4"]),
            st.integers(0, 3),
        ),
        st.just(Answer("not_applicable", reason="No.")) if changeable else st.nothing(),
    )
    return st.fixed_dictionaries({question.id: one for question in instrument.questions})


READINESS = load_instrument("readiness")
FEW = settings(max_examples=60, deadline=None)


def place(found):
    return READINESS.stages.place(found.stage.stage.id)


@FEW
@given(any_answers(READINESS), st.data())
def test_a_better_answer_never_worsens_anything_shown(given_answers, data):
    name = data.draw(st.sampled_from(sorted(given_answers)))
    now = given_answers[name]
    if now.state != "answered" or now.choice == "4":
        return
    better = Answer("answered", str(int(now.choice) + 1), now.evidence)
    before = score(READINESS, given_answers)
    after = score(READINESS, {**given_answers, name: better})
    assert place(after) >= place(before)
    for one, other in zip(after.areas, before.areas, strict=True):
        assert one.evidenced.low >= other.evidenced.low - 1e-9
        assert one.claimed.low >= other.claimed.low - 1e-9


@FEW
@given(any_answers(READINESS), st.data())
def test_stronger_evidence_never_worsens_the_stage(given_answers, data):
    name = data.draw(st.sampled_from(sorted(given_answers)))
    now = given_answers[name]
    shown = Answer(now.state, now.choice, 3, reason=now.reason)
    before = score(READINESS, given_answers)
    assert place(score(READINESS, {**given_answers, name: shown})) >= place(before)


@FEW
@given(any_answers(READINESS, changeable=False), st.data())
def test_dont_know_and_no_answer_are_never_better_than_the_worst_answer(given_answers, data):
    name = data.draw(st.sampled_from(sorted(given_answers)))
    worst = score(READINESS, {**given_answers, name: Answer("answered", "0")})
    for answer in (Answer(), Answer("unknown")):
        found = score(READINESS, {**given_answers, name: answer})
        assert place(found) == place(worst)
        assert [a.evidenced.low for a in found.areas] == [a.evidenced.low for a in worst.areas]


@FEW
@given(any_answers(READINESS, changeable=False), st.data())
def test_whatever_an_unknown_answer_turns_out_to_be_lies_within_the_range(given_answers, data):
    name = data.draw(st.sampled_from(sorted(given_answers)))
    choice = data.draw(st.sampled_from(["0", "1", "2", "3", "4"]))
    unknown = score(READINESS, {**given_answers, name: Answer("unknown")})
    known = score(READINESS, {**given_answers, name: Answer("answered", choice, 2)})
    for wide, narrow in zip(unknown.areas, known.areas, strict=True):
        assert wide.evidenced.low - 1e-9 <= narrow.evidenced.low
        assert narrow.evidenced.high <= wide.evidenced.high + 1e-9
    assert place(unknown) <= place(known) <= READINESS.stages.place(unknown.stage.could_be.id)


@FEW
@given(any_answers(READINESS))
def test_evidenced_is_never_above_claimed(given_answers):
    for area in score(READINESS, given_answers).areas:
        assert area.evidenced.low <= area.claimed.low <= area.claimed.high


@FEW
@given(any_answers(READINESS))
def test_every_change_named_does_what_it_says(given_answers):
    for change in score(READINESS, given_answers).changes:
        now = given_answers[change.question.id]
        grade = {"needed": max(2, now.evidence), "lost": 0, "same": now.evidence}[change.evidence]
        changed = Answer("answered", change.to.id, grade)
        found = score(READINESS, {**given_answers, change.question.id: changed})
        assert found.stage.stage == change.stage


@pytest.mark.parametrize("gate", [gate.question for gate in READINESS.gates])
def test_each_gate_alone_caps_the_stage(gate):
    best = {question.id: Answer("answered", "4", 3) for question in READINESS.questions}
    assert score(READINESS, best).stage.stage.id == "high-tier"
    assert score(READINESS, {**best, gate: Answer("answered", "2")}).stage.stage.id == "foundations"


@pytest.mark.parametrize("answer", [Answer(), Answer("unknown")])
def test_a_form_without_a_known_answer_has_the_lowest_stage(answer):
    found = score(READINESS, {question.id: answer for question in READINESS.questions})
    assert found.stage.stage == READINESS.stages.steps[0]


def test_saying_that_nothing_applies_does_not_lead_to_a_high_stage():
    everything = {
        question.id: Answer("not_applicable", reason="No.") for question in READINESS.questions
    }
    assert score(READINESS, everything).stage.stage == READINESS.stages.steps[0]
