from dataclasses import replace

import pytest
from tiny import answers, tiny

from toolkit.assessment.answer import Answer
from toolkit.assessment.instrument import load_instrument
from toolkit.assessment.measure import measure
from toolkit.assessment.reason import stage_reasons
from toolkit.assessment.scoring import score


def area_reason(name, **values):
    found = score(tiny(), answers(**values))
    reason = next(area.reason for area in found.areas if area.area.id == name)
    return reason.partition(" Best next step:")[0]


def stage(**values):
    found = answers(**values)
    return " ".join(stage_reasons(tiny(), found, measure(tiny(), found)))


def test_an_area_names_the_answers_that_hold_it_down():
    assert area_reason("B", B1="3/2", B2="1") == (
        "Rules scores 1.5. Lowest: Tea rules (B2) at ‘Talked about’ and Owner (B1) at ‘In use’."
    )


def test_an_area_says_how_far_it_is_not_known():
    assert area_reason("E", E1="2", E2="unknown") == (
        "Guests scores 1.0. It could be up to 3.0, as not every answer is known. "
        "Lowest: Asking guests (E1) at ‘Written down’. Not known: Telling guests (E2)."
    )


def test_an_area_names_what_counts_less_for_want_of_evidence():
    assert area_reason("B", B1="4", B2="unknown") == (
        "Rules scores 0.5. It could be up to 3.5, as not every answer is known. "
        "Not counted in full until shown with evidence: Owner (B1). Not known: Tea rules (B2)."
    )


def test_an_area_without_answers_says_so():
    assert area_reason("B") == (
        "No answer in Rules is known yet. The score could be anything from 0.0 to 4.0."
    )


def test_an_area_where_nothing_applies_has_no_finding():
    assert area_reason("D", D1="na") == "No question in Helpers applies, so there is no finding."


def test_a_stage_names_the_weakest_area_the_answers_behind_it_and_the_missing_gate():
    assert stage(B1="1", B2="2", E1="2", E2="2") == (
        "The weakest of Rules and Guests decides. "
        "Rules is lowest, at 1.7. "
        "Lowest: Owner (B1) at ‘Talked about’ and Tea rules (B2) at ‘Written down’. "
        "It cannot go above ‘Start’ while this is missing, or not shown with evidence: "
        "a named owner (B1)."
    )


def test_a_stage_says_what_it_could_be_and_what_is_only_claimed():
    reason = stage(B1="3/2", B2="2", E1="unknown")
    assert reason.endswith("If all that is not known turned out well: ‘Middle’.")
    assert stage(B1="3", B2="2", E1="1").endswith("If no evidence were asked for: ‘Middle’.")


def test_areas_on_the_same_level_are_said_to_be():
    assert "They are level, at 2.0." in stage(B1="2", B2="2", E1="2", E2="2")


def test_an_instrument_without_stages_has_no_reason_for_one():
    instrument = replace(tiny(), stages=None, gates=())
    with pytest.raises(ValueError, match="tiny has no stages"):
        stage_reasons(instrument, {}, measure(instrument, {}))


def test_long_lists_of_answers_are_cut_and_counted():
    found = score(load_instrument("readiness"), {"C1": Answer("answered", "1")})
    reason = next(area.reason for area in found.areas if area.area.id == "C")
    assert "Not answered yet: Data inventory (C2), Data protection and equality checks (C3), " in (
        reason
    )
    assert "and 1 more" in reason
