"""What has to hold for any answers about a council, on the shipped questions."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.assessment.answer import Answer, read_answers
from toolkit.assessment.instrument import load_instrument
from toolkit.assessment.report_json import report_json
from toolkit.assessment.scoring import score
from toolkit.assessment.stage import stage_reached
from toolkit.progress import parse_progress

READINESS = load_instrument("readiness")
STAGES = READINESS.stages
GATES = [gate.question for gate in READINESS.gates]
FEW = settings(max_examples=50, deadline=None)

STEPS = st.builds(Answer, st.just("answered"), st.sampled_from("01234"), st.sampled_from([0, 2]))
ANY = st.just(Answer()) | st.just(Answer("unknown")) | STEPS
ANSWERS = st.fixed_dictionaries({question.id: ANY for question in READINESS.questions})


def shown(result):
    """Return everything a result shows, each number larger for better."""
    return (
        STAGES.place(result.stage.stage.id),
        STAGES.place(result.stage.could_be.id),
        STAGES.place(result.stage.claimed.id),
        *(flag for gate in result.gates for flag in (gate.met, gate.claimed, gate.possible)),
        *(
            round(number, 9)
            for found in (*result.areas, result)
            for number in (
                (found.overall.low, found.overall.high)
                if found is result
                else (
                    found.evidenced.low,
                    found.evidenced.high,
                    found.claimed.low,
                    found.claimed.high,
                )
            )
        ),
    )


def no_better(after, before):
    return all(a <= b for a, b in zip(shown(after), shown(before), strict=True))


@FEW
@given(answers=ANSWERS, data=st.data())
def test_a_worse_answer_or_less_evidence_improves_nothing_shown(answers, data):
    name = data.draw(st.sampled_from(sorted(answers)))
    low, high = sorted(data.draw(st.tuples(*[st.sampled_from("01234")] * 2)))
    little, much = sorted(data.draw(st.tuples(*[st.integers(0, 3)] * 2)))
    better, worse, barer = (
        score(READINESS, answers | {name: Answer("answered", choice, grade)})
        for choice, grade in ((high, much), (low, much), (high, little))
    )
    assert no_better(worse, better)
    assert no_better(barer, better)


@FEW
@given(answers=ANSWERS, name=st.sampled_from(sorted(READINESS.by_id)))
def test_dont_know_is_at_its_low_end_the_worst_answer_and_at_its_high_end_the_best(answers, name):
    worst = score(READINESS, answers | {name: Answer("answered", "0")})
    best = score(READINESS, answers | {name: Answer("answered", "4", 2)})
    for blind in (Answer(), Answer("unknown")):
        found = score(READINESS, answers | {name: blind})
        assert found.stage.stage == worst.stage.stage
        assert found.stage.could_be == best.stage.could_be
        assert found.overall.low == pytest.approx(worst.overall.low)
        assert found.overall.high == pytest.approx(best.overall.high)


@pytest.mark.parametrize("met", list(product([True, False], repeat=len(GATES))))
def test_every_combination_of_gates_and_scores_has_the_one_stage_of_the_rules(met):
    gates = [name for name, there in zip(GATES, met, strict=True) if there]
    for weakest, lowest in product([0.0, 0.9, 1.0, 1.9, 2.0, 2.9, 3.0, 4.0], repeat=2):
        scores = dict.fromkeys("BCE", weakest) | dict.fromkeys("ADF", lowest)
        place = stage_reached(STAGES, READINESS.gates, scores, gates)
        rules = {
            0: weakest < 1,
            1: weakest >= 1 and (weakest < 2 or not all(met)),
            2: 2 <= weakest < 3 and all(met),
            3: weakest >= 3 and all(met) and lowest < 3,
            4: weakest >= 3 and all(met) and lowest >= 3,
        }
        [expected] = [number for number, holds in rules.items() if holds]
        assert place == expected


def every_change(answers):
    """Yield every next step a person could think of: the question, the answer, the effort."""
    for question in READINESS.questions:
        answer = answers[question.id]
        if answer.state == "unanswered":
            continue
        done = replace(answer, state="answered", evidence=max(answer.evidence, 2))
        if answer.state == "answered":
            yield question.id, done, 1
        for action in question.actions:
            if answer.state == "unknown" or action.reaches > answer.choice:
                yield question.id, replace(done, choice=action.reaches), action.effort


def gains(before, after):
    """Return what a change gains, in the order in which it is said to count."""
    weakest = [min(a.evidenced.low for a in r.areas if a.area.id in "BCE") for r in (before, after)]
    risen = STAGES.place(after.stage.stage.id) > STAGES.place(before.stage.stage.id)
    return (
        STAGES.place(after.stage.stage.id) if risen else -1,
        sum(gate.met for gate in after.gates) - sum(gate.met for gate in before.gates),
        round(weakest[1] - weakest[0], 9),
        round(after.overall.low - before.overall.low, 9),
        round(
            (before.overall.high - before.overall.low) - (after.overall.high - after.overall.low), 9
        ),
    )


@settings(max_examples=8, deadline=None)
@given(answers=ANSWERS)
def test_no_other_single_step_does_more_than_the_first(answers):
    before = score(READINESS, answers)
    if not before.next_steps or before.next_steps[0].kind == "find out":
        return
    first = before.next_steps[0]
    answer = answers[first.question.id]
    choice = first.action.reaches if first.action else answer.choice
    done = replace(answer, state="answered", choice=choice, evidence=max(answer.evidence, 2))
    best = (*gains(before, score(READINESS, answers | {first.question.id: done})), -first.effort)
    for name, changed, effort in every_change(answers):
        gain = gains(before, score(READINESS, answers | {name: changed}))
        assert (*gain, -effort) <= best or not any(gain[1:])


WORDS = st.text(max_size=40)
TOLD = st.builds(
    Answer, st.just("answered"), st.sampled_from("01234"), st.integers(0, 3), WORDS, WORDS
) | st.builds(Answer, st.just("unknown"), note=WORDS)


@FEW
@given(
    answers=st.dictionaries(st.sampled_from(sorted(READINESS.by_id)), TOLD),
    reason=st.text(),
    note=st.text(),
)
def test_answers_notes_reasons_and_evidence_come_back_exactly(answers, reason, note):
    answers = answers | {"A5": Answer("not_applicable", reason=reason, note=note)}
    text = report_json(score(READINESS, answers), answers, on=date(2026, 11, 2))
    values = parse_progress(text, "readiness", READINESS.version).values
    assert read_answers(READINESS, values) == (answers, ())
