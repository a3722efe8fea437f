"""What has to hold for any answers about a proposal: harm and doubt never look better.

All on the shipped questions, and on everything the result shows.
"""

from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proposal_answers import PROPOSAL, RULES, UNKNOWN, any_answers, good

from toolkit.assessment.answer import Answer, keep_answers, read_answers
from toolkit.assessment.proposal import score_proposal
from toolkit.assessment.proposal_rules import OUTCOMES
from toolkit.assessment.proposal_steps import best_pair, proposal_steps
from toolkit.assessment.report_json import report_json
from toolkit.progress import parse_progress

LIST_QUESTIONS = ("T1", "T2", "T3", "T4", "T5")  # the heaviest choice last
STAGES = (None, *RULES.allows)
MANY, FEW = settings(max_examples=120, deadline=None), settings(max_examples=40, deadline=None)


def place(outcome):
    return OUTCOMES.index(outcome.id)


def cautious(result):
    """Return everything a result shows at its cautious end, each number larger for better."""
    if result.outcome.id == "not-needed":  # nothing else is shown then
        return (place(result.outcome),)
    return (
        place(result.outcome),
        -result.tier.number,
        -len(result.open_lines),
        *(not line.open for line in result.red_lines),
        -round(result.inherent.high, 9),
        -round(result.residual.high, 9),
        round(result.cover.low, 9),
        round(result.claimed_cover.low, 9),
        round(result.fit_mean.low, 9) if result.fit_mean else 2,
    )


def hopeful(result):
    """Return what a result could be once more is known, each number larger for better."""
    if result.outcome.id == "not-needed":
        return (place(result.could_be),)
    return (
        place(result.could_be),
        -result.tier.could_be,
        *(not line.certain for line in result.red_lines),
        -round(result.inherent.low, 9),
        -round(result.residual.low, 9),
        round(result.cover.high, 9),
        round(result.claimed_cover.high, 9),
        round(result.fit_mean.high, 9) if result.fit_mean else 2,
    )


def no_better(after, before):
    """Return whether nothing got better; a result that says less is held to its outcome."""
    return all(a <= b for a, b in zip(after, before, strict=False))


def known(question, choice, grade=2):
    return Answer("answered", choice, evidence=grade if question.evidence else 0)


def worsened(data):
    """Draw a question and two of its choices, the lighter and the heavier."""
    scales = [q for area in "RSF" for q in PROPOSAL.by_area[area]]
    question = data.draw(st.sampled_from([*scales, *map(PROPOSAL.by_id.get, LIST_QUESTIONS)]))
    ids = [choice.id for choice in question.choices]
    first, second = sorted(data.draw(st.tuples(*[st.integers(0, len(ids) - 1)] * 2)))
    falling = question.area in "SF"  # there more is better
    light, heavy = (second, first) if falling else (first, second)
    return question, ids[light], ids[heavy]


@MANY
@given(answers=any_answers(), stage=st.sampled_from(STAGES), data=st.data())
def test_more_harm_a_weightier_role_or_a_weaker_safeguard_improves_nothing_shown(
    answers, stage, data
):
    question, light, heavy = worsened(data)
    grade = data.draw(st.sampled_from([0, 2]))
    before, after = (
        score_proposal(PROPOSAL, answers | {question.id: known(question, choice, grade)}, stage)
        for choice in (light, heavy)
    )
    assert no_better(cautious(after), cautious(before))
    assert no_better(hopeful(after), hopeful(before))


@MANY
@given(answers=any_answers(), data=st.data())
def test_less_evidence_improves_nothing_shown(answers, data):
    question = data.draw(st.sampled_from(PROPOSAL.by_area["S"]))
    choice = data.draw(st.sampled_from(question.choices)).id
    shown, claimed = (
        score_proposal(PROPOSAL, answers | {question.id: known(question, choice, grade)})
        for grade in (2, 0)
    )
    assert no_better(cautious(claimed), cautious(shown))


@MANY
@given(answers=any_answers(), stage=st.sampled_from(STAGES), data=st.data())
def test_neither_dont_know_nor_no_answer_beats_any_answer(answers, stage, data):
    question = data.draw(st.sampled_from(PROPOSAL.questions))
    choice = data.draw(st.sampled_from(question.choices)).id
    without = {name: answer for name, answer in answers.items() if name != question.id}
    told = score_proposal(PROPOSAL, without | {question.id: known(question, choice)}, stage)
    for blind in (without, without | {question.id: UNKNOWN}):
        found = score_proposal(PROPOSAL, blind, stage)
        assert no_better(cautious(found), cautious(told))
        # Whether the assessment is needed at all is not guessed: "could be" takes it as needed.
        if told.outcome.id != "not-needed":
            assert no_better(hopeful(told), hopeful(found))


NOTHING_KNOWN = st.fixed_dictionaries(
    {},
    optional={
        q.id: st.sampled_from([Answer(), UNKNOWN, Answer("not_applicable", reason="No.")])
        for q in PROPOSAL.questions
    },
)


@FEW
@given(NOTHING_KNOWN)
def test_a_form_without_a_known_answer_has_the_highest_tier_and_the_worst_outcome(answers):
    result = score_proposal(PROPOSAL, answers)
    assert (result.tier.number, result.outcome.id) == (4, "do-not-proceed")
    assert len(result.open_lines) == len(RULES.red_lines)


@FEW
@given(any_answers())
def test_what_is_claimed_is_never_below_what_is_shown(answers):
    result = score_proposal(PROPOSAL, answers)
    assert result.cover.low <= result.claimed_cover.low
    assert result.cover.high <= result.claimed_cover.high
    assert result.residual.high <= result.inherent.high


@FEW
@given(any_answers(), st.data())
def test_an_answer_to_a_question_that_is_not_asked_never_counts(answers, data):
    before = score_proposal(PROPOSAL, answers)
    hidden = sorted(set(PROPOSAL.by_id) - set(before.asked))
    if not hidden:
        return
    question = PROPOSAL.by_id[data.draw(st.sampled_from(hidden))]
    answer = known(question, data.draw(st.sampled_from(question.choices)).id)
    after = score_proposal(PROPOSAL, answers | {question.id: answer})
    assert (after.asked, cautious(after), hopeful(after)) == (
        before.asked,
        cautious(before),
        hopeful(before),
    )


# -- red lines and outcomes -------------------------------------------------------------------


def fulfil(line):
    """Return every choice that opens a red line, one for each of its parts in turn."""
    return [
        dict(zip([part.question for part in line.open_when], found, strict=True))
        for found in product(*(sorted(part.choices) for part in line.open_when))
    ]


OPENED = [
    pytest.param(line.id, values, id=f"{line.id} {' '.join(values.values())}")
    for line in RULES.red_lines
    for values in fulfil(line)
]


@pytest.mark.parametrize(("line", "values"), OPENED)
def test_each_way_to_open_a_red_line_leads_to_do_not_proceed(line, values):
    result = score_proposal(PROPOSAL, good(**values))
    assert line in [found.line.id for found in result.open_lines]
    assert result.outcome.id == "do-not-proceed"


@FEW
@given(answers=any_answers(), way=st.sampled_from([p.values[1] for p in OPENED]))
def test_no_other_answer_makes_up_for_a_red_line(answers, way):
    opened = {name: known(PROPOSAL.by_id[name], choice) for name, choice in way.items()}
    result = score_proposal(PROPOSAL, answers | opened)
    assert result.outcome.id in ("do-not-proceed", "not-needed")
    closed = [name for name in way if name not in result.asked]
    assert result.outcome.id == "do-not-proceed" or closed


TIERS = {
    1: {"T1": "patterns", "T2": "informs", "T4": "none"},
    2: {},
    3: {"T3": "care"},
    4: {"T1": "biometrics"},
}


@pytest.mark.parametrize("tier", TIERS)
@pytest.mark.parametrize("missing", [True, False])
@pytest.mark.parametrize("low_fit", [True, False])
@pytest.mark.parametrize("red", [True, False])
@pytest.mark.parametrize("stage", STAGES)
def test_answers_for_every_combination_have_the_one_outcome_of_the_table(
    tier, missing, low_fit, red, stage
):
    changes = TIERS[tier] | ({"S9": "2"} if missing else {}) | ({"S13": "0"} if red else {})
    fit = {q.id: "-1" for q in PROPOSAL.by_area["F"]} if low_fit else {}
    result = score_proposal(PROPOSAL, good(**changes, **fit), stage)
    allowed = 4 if stage is None else RULES.allows[stage]
    if red:
        expected = "do-not-proceed"
    elif low_fit or tier > allowed or (missing and tier == 4):
        expected = "rethink"
    else:
        expected = "pilot" if missing else "proceed"
    assert (result.tier.number, result.outcome.id) == (tier, expected)


# -- what to do next, by brute force ----------------------------------------------------------


def every_change(answers):
    """Yield every next step a person could think of: its question, its answer, its effort."""
    asked_now = score_proposal(PROPOSAL, answers).asked
    for question in PROPOSAL.questions:
        answer = answers.get(question.id)
        if answer is None or question.id not in asked_now:
            continue
        ids = [choice.id for choice in question.choices]
        order = ids[::-1] if question.area in "TR" else ids
        grade = max(answer.evidence, 2 if question.evidence else 0)
        here = order.index(answer.choice) if answer.choice else -1
        if answer.choice:
            yield question.id, replace(answer, evidence=grade), 1
        for action in question.actions:
            if order.index(action.reaches) > here:
                yield (
                    question.id,
                    replace(answer, state="answered", choice=action.reaches, evidence=grade),
                    action.effort,
                )


def gains(before, after):
    """Return what a change gains, in the order in which it is said to count."""
    return (
        place(after.outcome) if place(after.outcome) > place(before.outcome) else -1,
        len(before.open_lines) - len(after.open_lines),
        len(before.conditions) - len(after.conditions),
        before.tier.number - after.tier.number,
        round(before.residual.high - after.residual.high, 9),
        round(
            (after.fit_mean.low if after.fit_mean else 0)
            - (before.fit_mean.low if before.fit_mean else 0),
            9,
        ),
    )


@FEW
@given(any_answers())
def test_no_other_single_step_does_more_than_the_first(answers):
    steps = proposal_steps(PROPOSAL, answers)
    if not steps:
        return
    before = score_proposal(PROPOSAL, answers)
    found = [
        (*gain, -effort)
        for name, changed, effort in every_change(answers)
        if any((gain := gains(before, score_proposal(PROPOSAL, answers | {name: changed})))[1:])
    ]
    first = steps[0]
    done = score_proposal(PROPOSAL, answers | {first.question.id: first.after})
    assert (*gains(before, done), -first.effort) >= max(found, default=())


@settings(max_examples=5, deadline=None)
@given(any_answers())
def test_no_other_two_steps_do_more_than_the_best_pair(answers):
    pair = best_pair(PROPOSAL, answers, proposal_steps(PROPOSAL, answers))
    if pair is None:
        return
    one, two, outcome = pair
    before = score_proposal(PROPOSAL, answers)
    done = answers | {one.question.id: one.after, two.question.id: two.after}
    best = gains(before, score_proposal(PROPOSAL, done))
    assert score_proposal(PROPOSAL, done).outcome.id == outcome
    for (a, to_a, _), (b, to_b, _) in combinations(every_change(answers), 2):
        if a != b:
            after = score_proposal(PROPOSAL, answers | {a: to_a, b: to_b})
            assert gains(before, after) <= best


# -- out and back -----------------------------------------------------------------------------


@FEW
@given(any_answers(), st.dictionaries(st.sampled_from(sorted(PROPOSAL.by_id)), st.text()))
def test_answers_notes_and_evidence_come_back_exactly(answers, notes):
    noted = answers | {
        name: replace(answers.get(name, Answer()), note=note) for name, note in notes.items()
    }
    noted = {name: answer for name, answer in noted.items() if answer != Answer()}
    text = report_json(score_proposal(PROPOSAL, noted), noted, on=date(2026, 11, 2))
    values = parse_progress(text, "proposal", PROPOSAL.version).values
    assert read_answers(PROPOSAL, values) == (noted, ())
    assert values == keep_answers(noted)
