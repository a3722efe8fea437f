"""What the linter says of rules about a proposal that do not hold together."""

from copy import deepcopy

import pytest

from toolkit.assessment.instrument import instrument_paths
from toolkit.assessment.instrument_check import check_instrument
from toolkit.assessment.proposal_check import check_proposal
from toolkit.yamlfile import read_yaml

[PATH] = [path for path in instrument_paths() if path.stem == "proposal"]
WHOLE = read_yaml(PATH)


def told(*place, value):
    """Return what is said where one value of the shipped file is another."""
    spoilt = part = deepcopy(WHOLE)
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    return [str(problem) for problem in check_proposal(spoilt)]


def test_the_shipped_rules_hold_together():
    assert list(check_proposal(WHOLE)) == []


def test_an_instrument_without_such_rules_is_left_alone():
    assert list(check_proposal({"questions": []})) == []


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("stop_if",), "T1 = no-ai", "'=' at character 4"),
        (("stop_if",), "T99 is no-ai", "there is no question 'T99'"),
        (("decision", "question"), "S6", "'S6' is not always asked"),
        (("decision", "severity"), ["R99"], "there is no question 'R99'"),
        (("decision", "matrix", "alone"), [2, 1, 4, 4, 4], "falls with more harm"),
        (("decision", "matrix", "alnoe"), [1, 1, 1, 1, 1], "there is no choice 'alnoe'"),
        (("triggers", 0, "choices"), ["watches"], "'T1' has no choice 'watches'"),
        (("red_lines", 2, "open_when", 0, "choices"), [7], "'S8' has no choice '7'"),
        (("red_lines", 1, "id"), "alone", "its id is used twice"),
        (("safeguards", "in_use"), 9, "'S1' has no step 9"),
        (("safeguards", "required", 3), ["S1"], "tier 4 leaves out S2"),
        (("safeguards", "required", 0), ["R1"], "tier 1 names 'R1'"),
        (("fit", "questions"), ["T1"], "'T1' is not answered on a scale"),
        (("stability", "weights"), [2, 0.5], "is not in order"),
    ],
)
def test_what_does_not_hold_together_is_told(place, value, words):
    assert any(words in line for line in told("proposal", *place, value=value))


def test_a_role_without_a_row_is_told():
    spoilt = deepcopy(WHOLE)
    del spoilt["proposal"]["decision"]["matrix"]["alone"]
    assert any("has no row for 'alone'" in str(problem) for problem in check_proposal(spoilt))


def test_a_rule_that_could_be_skipped_is_told():
    spoilt = deepcopy(WHOLE)
    next(q for q in spoilt["questions"] if q["id"] == "S8")["not_applicable"] = True
    assert any("the rule could be skipped" in str(problem) for problem in check_proposal(spoilt))


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, {"decision": 3, "triggers": "x"}])
def test_rules_of_the_wrong_shape_are_reported_and_never_crash(value):
    assert check_instrument({**WHOLE, "proposal": value}, "proposal")
