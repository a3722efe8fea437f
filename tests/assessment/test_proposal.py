"""The outcome of a proposal, on the shipped questions: exactly one, and never improved by harm."""

from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proposal_answers import PROPOSAL, RULES, UNKNOWN, any_answers, good

from toolkit.assessment.answer import Answer, read_answers
from toolkit.assessment.outcome import Facts, outcome_of
from toolkit.assessment.proposal import score_proposal
from toolkit.assessment.proposal_phrase import risk_sentences
from toolkit.assessment.proposal_rules import OUTCOMES
from toolkit.assessment.proposal_steps import best_pair, proposal_steps
from toolkit.assessment.report_json import report_json
from toolkit.assessment.stability import stability
from toolkit.assessment.weighing import weigh
from toolkit.progress import parse_progress


def outcome(answers, stage=None):
    return score_proposal(PROPOSAL, answers, stage).outcome.id


def standing(found):
    """Return what a visitor is shown, each number larger for better."""
    fit = found.fit.low if found.fit else 2
    return (found.place, -found.tier, -round(found.residual.high, 9), round(fit, 9))


def no_better(after, before):
    return all(a <= b for a, b in zip(standing(after), standing(before), strict=True))


def test_all_in_place_and_shown_may_proceed():
    assert outcome(good()) == "proceed"


def test_a_claim_without_evidence_leaves_a_condition():
    answers = good() | {"S3": Answer("answered", "4")}
    result = score_proposal(PROPOSAL, answers)
    assert result.outcome.id == "pilot"
    assert [condition.question.id for condition in result.conditions] == ["S3"]
    assert result.conditions[0].claimed


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("alone", {"T2": "alone"}),
        ("lawful", {"S1": "1"}),
        ("person", {"S8": "1"}),
        ("told", {"S6": "0"}),
        ("contract", {"T5": "silent"}),
        ("review", {"S5": "1"}),
        ("stop", {"S13": "0"}),
    ],
)
def test_each_red_line_alone_flips_the_outcome(line, changes):
    result = score_proposal(PROPOSAL, good(**changes))
    assert [found.line.id for found in result.open_lines] == [line]
    assert result.outcome.id == "do-not-proceed"


def test_staff_who_are_not_told_are_a_red_line_only_where_their_jobs_change():
    assert outcome(good(S9="1")) == "pilot"
    assert outcome(good(R6="2")) == "proceed"
    assert outcome(good(R6="2", S9="1")) == "do-not-proceed"


@pytest.mark.parametrize("name", ["S1", "S5", "S6", "S8", "S13", "T5"])
def test_not_knowing_leaves_a_red_line_open(name):
    assert outcome(good() | {name: UNKNOWN}) == "do-not-proceed"
    assert score_proposal(PROPOSAL, good() | {name: UNKNOWN}).could_be.id == "proceed"


def test_every_combination_has_exactly_one_outcome():
    found = set()
    for needless, red, tier, missing, low, allowed in product(
        (True, False), (True, False), (1, 2, 3, 4), (True, False), (True, False),
        (None, 0, 1, 2, 3, 4),
    ):  # fmt: skip
        over = low or (allowed is not None and tier > allowed)
        rules = {
            "not-needed": needless,
            "do-not-proceed": not needless and red,
            "rethink": not needless and not red and (over or (missing and tier == 4)),
            "pilot": not needless and not red and not over and missing and tier < 4,
            "proceed": not needless and not red and not over and not missing,
        }
        [expected] = [name for name, holds in rules.items() if holds]
        assert outcome_of(Facts(needless, red, tier, missing, low, allowed), 3) == expected
        found.add(expected)
    assert found == set(OUTCOMES)


@pytest.mark.parametrize(
    ("role", "severity", "tier"),
    [(r, s, t) for r, row in {
        "drafting": (1, 1, 1, 2, 2), "informs": (1, 1, 2, 2, 3), "recommends": (1, 2, 2, 3, 4),
        "review": (1, 2, 3, 4, 4), "alone": (2, 3, 4, 4, 4),
    }.items() for s, t in enumerate(row)],
)  # fmt: skip
def test_the_table_sets_the_tier(role, severity, tier):
    risks = dict.fromkeys((q.id for q in PROPOSAL.by_area["R"]), "0") | {"R1": str(severity)}
    answers = good(T1="patterns", T2=role, T3="nobody", T4="none", **risks)
    assert weigh(PROPOSAL, answers).tier == tier


def test_risk_is_half_the_worst_and_half_the_mean():
    # One item at 4 and eleven at 0: 100 x (0.5 x 4 + 0.5 x 4/12) / 4.
    risks = dict.fromkeys((q.id for q in PROPOSAL.by_area["R"]), "0") | {"R12": "4"}
    result = score_proposal(PROPOSAL, good(**risks))
    assert result.inherent.high == pytest.approx(54.1667, abs=1e-3)
    assert result.cover.low == 1
    assert result.residual.high == pytest.approx(54.1667 * 0.6, abs=1e-3)


def test_a_tier_that_is_not_known_says_so():
    result = score_proposal(PROPOSAL, good() | {"R3": UNKNOWN})
    assert (result.tier.could_be, result.tier.number) == (2, 3)
    assert result.tier.reasons[0] == (
        "Tier 2, could be 3: you do not know Access and exclusion (R3)."
    )


def test_without_ai_and_decisions_nothing_more_is_asked():
    answers = {"T1": Answer("answered", "no-ai"), "T2": Answer("answered", "drafting")}
    result = score_proposal(PROPOSAL, answers)
    assert result.asked == ("T1", "T2")
    assert result.outcome.id == "not-needed"


def test_an_empty_form_is_never_the_lowest_tier():
    result = score_proposal(PROPOSAL, {})
    assert (result.tier.number, result.outcome.id) == (4, "do-not-proceed")


def test_the_strongest_minus_comes_first_and_is_named():
    result = score_proposal(PROPOSAL, good(F8="-2"))
    assert [fit.question.id for fit in result.fit][:2] == ["F8", "F1"]
    assert any("works against Innovation (F8)" in reason for reason in result.reasons)


def test_a_fit_below_nought_asks_for_another_think():
    assert outcome(good(F1="-2", F7="-2")) == "rethink"


@pytest.mark.parametrize(
    ("stage", "expected"),
    [("not-yet", "rethink"), ("foundations", "rethink"), ("low-tier-pilots", "proceed")],
)
def test_the_stage_of_the_council_limits_the_tier(stage, expected):
    assert outcome(good(), stage) == expected


def test_a_stage_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="no stage 'somewhere'"):
        score_proposal(PROPOSAL, good(), "somewhere")


@settings(max_examples=150, deadline=None)
@given(answers=any_answers(), data=st.data())
def test_what_is_worse_never_looks_better(answers, data):
    question = data.draw(st.sampled_from([*PROPOSAL.by_area["R"], *PROPOSAL.by_area["S"],
                                          *PROPOSAL.by_area["F"]]))  # fmt: skip
    low, high = sorted(data.draw(st.tuples(*[st.sampled_from(question.points)] * 2)))
    worse, better = (high, low) if question.id in RULES.risks else (low, high)
    before, after = (
        weigh(PROPOSAL, answers | {question.id: Answer("answered", f"{points:g}", evidence=2)})
        for points in (better, worse)
    )
    assert no_better(after, before)


@settings(max_examples=150, deadline=None)
@given(answers=any_answers(), data=st.data())
def test_a_heavier_use_never_looks_better(answers, data):
    name = data.draw(st.sampled_from(["T1", "T2", "T3", "T4", "T5"]))
    ids = [choice.id for choice in PROPOSAL.by_id[name].choices]
    light, heavy = sorted(data.draw(st.tuples(*[st.integers(0, len(ids) - 1)] * 2)))
    before, after = (
        weigh(PROPOSAL, answers | {name: Answer("answered", ids[place])})
        for place in (light, heavy)
    )
    assert no_better(after, before)


@settings(max_examples=100, deadline=None)
@given(answers=any_answers(), data=st.data())
def test_not_knowing_never_beats_any_answer(answers, data):
    question = data.draw(st.sampled_from(PROPOSAL.questions))
    blind = weigh(PROPOSAL, answers | {question.id: UNKNOWN})
    for choice in question.choices:
        known = answers | {question.id: Answer("answered", choice.id, evidence=2)}
        assert no_better(blind, weigh(PROPOSAL, known))


@settings(max_examples=30, deadline=None)
@given(answers=any_answers(), note=st.text())
def test_a_report_brings_the_same_answers_back(answers, note):
    answers = answers | {"T1": Answer("answered", "talks", note=note)}
    result = score_proposal(PROPOSAL, answers)
    text = report_json(result, answers, on=date(2026, 11, 2))
    saved = parse_progress(text, "proposal", PROPOSAL.version, "x")
    assert read_answers(PROPOSAL, saved.values) == (answers, ())


def test_single_answers_that_change_the_outcome_do_so():
    answers = good()
    for switch in stability(PROPOSAL, answers).switches:
        changed = answers | {switch.question.id: Answer("answered", switch.to.id, evidence=2)}
        assert outcome(changed) == switch.outcome != "proceed"


def test_the_draws_are_the_same_each_time_and_a_clear_case_is_no_close_call():
    stop = good(S13="0")
    assert stability(PROPOSAL, stop).share == 1
    assert not stability(PROPOSAL, stop).close_call
    edge = good(F1="0", F7="0", F10="0")
    first, second = (stability(PROPOSAL, edge) for _ in range(2))
    assert first == second
    assert first.close_call
    assert "the lowest fit half a point higher" in [cut.name for cut in first.cut_offs]


def test_the_draws_move_what_readiness_allows_and_the_highest_tier_for_a_pilot():
    # Tier 2 is the highest that this stage allows, so some draws no longer allow it.
    answers = good()
    limited = stability(PROPOSAL, answers, "low-tier-pilots")
    assert limited.share < stability(PROPOSAL, answers).share
    # Nothing else could change this outcome: the tier is the highest there is, S9 is missing at
    # any step, and the fit is far above its cut-off.
    higher = replace(PROPOSAL, proposal=replace(RULES, pilot_up_to=4))
    found = stability(higher, good(T1="biometrics", S9="0"))
    assert 0.7 < found.share < 1


def test_the_best_step_and_the_best_pair_are_the_best_by_brute_force():
    answers = good(S3="0", S12="2", R5="3", F1="-1")
    steps = [s for s in proposal_steps(PROPOSAL, answers) if s.kind != "find out"]
    places = [weigh(PROPOSAL, answers | {s.question.id: s.after}).place for s in steps]
    assert places[0] == max(places)
    *_, found = best_pair(PROPOSAL, answers, proposal_steps(PROPOSAL, answers))
    best = max(
        weigh(PROPOSAL, answers | {a.question.id: a.after, b.question.id: b.after}).place
        for a, b in combinations(steps, 2)
        if a.question != b.question
    )
    assert OUTCOMES.index(found) == best == OUTCOMES.index("proceed")


def test_every_score_names_the_answers_behind_it():
    risk, cover, _ = risk_sentences(score_proposal(PROPOSAL, good(R3="3", R10="3", S7="2")))
    assert risk.endswith("Heaviest: Access and exclusion (R3) and Reach (R10).")
    assert cover.endswith("Not shown: Explaining a result (S7).")
    calm = dict.fromkeys((q.id for q in PROPOSAL.by_area["R"]), "0")
    assert "Heaviest" not in risk_sentences(score_proposal(PROPOSAL, good(**calm)))[0]


def test_a_long_list_of_answers_behind_a_score_is_cut_and_counted():
    risk = risk_sentences(score_proposal(PROPOSAL, {}))[0]
    assert "Putting it right (R5)" not in risk
    assert risk.endswith("Children and people at risk (R4) and 8 more.")
