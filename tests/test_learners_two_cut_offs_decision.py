"""Lesson 5: a decision and its reason, as they go into the notes."""

from __future__ import annotations

from toolkit.learners.two_cut_offs import RULES
from toolkit.learners.two_cut_offs_decision import RULE_CHOICES, decision


def test_the_choices_are_the_rules_that_are_computed() -> None:
    assert tuple(choice.id for choice in RULE_CHOICES) == RULES


def test_a_decision_needs_a_choice_and_a_reason() -> None:
    assert decision(30, decided="", reason="Because.") == ""
    assert decision(30, decided="found", reason="  ") == ""
    written = decision(30, decided="found", reason=" Missing someone is worse. ")
    assert written.startswith(
        "We chose to make this alike in both wards: how many of those in need are "
    )
    assert written.endswith("(made-up data, sample 30). Our reason: Missing someone is worse.")
