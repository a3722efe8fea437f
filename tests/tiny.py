"""A tiny self-assessment, small enough to work every expected value out by hand."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from toolkit.assessment.answer import Answer, read_answers
from toolkit.assessment.instrument import Instrument, parse_instrument
from toolkit.yamlfile import parse_yaml

# Areas B and E decide, D does not. E2 is asked once E1 is at 2 or more. B1 is the one gate.
TEXT = """
id: tiny
version: 2
title: Is the tea club ready?
summary: Whether the tea club can start.
minutes: 2
use: Fill it in together.
status: A draft, and our judgement.
areas:
  - {id: B, title: Rules, summary: What is agreed.}
  - {id: D, title: Helpers, summary: Who helps.}
  - {id: E, title: Guests, summary: Who drinks.}
scales:
  - id: progress
    steps:
      - {value: 0, label: Not started, meaning: Nothing.}
      - {value: 1, label: Talked about, meaning: Talk.}
      - {value: 2, label: Written down, meaning: Words.}
      - {value: 3, label: In use, meaning: Use.}
      - {value: 4, label: Checked, meaning: Checks.}
    evidence: {above: 2, grade: 2}
evidence_grades:
  - {label: None yet, meaning: Nothing.}
  - {label: Said, meaning: Somebody said.}
  - {label: Shown, meaning: A document.}
  - {label: Checked, meaning: From outside.}
warn_not_applicable_above: 0.4
questions:
  - id: B1
    area: B
    name: Owner
    text: Who owns the kettle?
    why: Somebody has to.
    anchors: [Nobody., Somebody., A name., The name is used., The name is checked.]
    evidence_prompt: The name.
    actions: [{id: name-owner, text: Name an owner., effort: 1, roles: [Clerk], reaches: 3}]
    source: our judgement
  - id: B2
    area: B
    name: Tea rules
    text: Are there rules for tea?
    why: Tea needs rules.
    weight: 3
    anchors: [None., Talk., Written., Kept., Checked.]
    evidence_prompt: The rules.
    actions: [{id: write-rules, text: Write rules., effort: 2, roles: [Chair], reaches: 2}]
    source: our judgement
  - id: D1
    area: D
    name: Washing up
    text: Is washing up shared?
    why: Cups run out.
    not_applicable: true
    anchors: [No., Talk., Written., Done., Checked.]
    evidence_prompt: The rota.
    actions: [{id: rota, text: Write a rota., effort: 1, roles: [Clerk], reaches: 2}]
    source: our judgement
  - id: E1
    area: E
    name: Asking guests
    text: Are guests asked?
    why: They drink it.
    not_applicable: true
    anchors: [No., Talk., Written., Done., Checked.]
    evidence_prompt: What they said.
    actions: [{id: ask, text: Ask guests., effort: 3, roles: [Chair], reaches: 3}]
    source: our judgement
  - id: E2
    area: E
    name: Telling guests
    text: Are guests told what changed?
    why: They asked for it.
    show_if: E1 at least 2
    anchors: [No., Talk., Written., Done., Checked.]
    evidence_prompt: The note.
    actions: [{id: tell, text: Tell guests., effort: 1, roles: [Chair], reaches: 3}]
    source: our judgement
gates:
  - {question: B1, at_least: 3, caps_at: start, name: a named owner}
stages:
  weakest_of: [B, E]
  steps:
    - {id: start, title: Start, from: 0, meaning: Begin.}
    - {id: middle, title: Middle, from: 1, meaning: Go on.}
    - {id: end, title: End, from: 3, every_area: 3, meaning: Done.}
retired: [B9]
migrations:
  - {to: 2, renamed: {B9: B2}, dropped: {B8: It was asked twice.}}
"""


def raw() -> dict[str, Any]:
    """Return the tiny instrument as its file has it, to be spoilt by a test."""
    return dict(parse_yaml(TEXT, "tiny.yaml"))


def tiny() -> Instrument:
    """Return the tiny instrument."""
    return parse_instrument(TEXT, "tiny.yaml")


def answers(**values: str | int) -> dict[str, Answer]:
    """Return answers from short words: ``B1="3/2"`` is step 3 with evidence of grade 2."""
    kept: dict[str, Any] = {}
    for name, value in values.items():
        choice, _, grade = str(value).partition("/")
        kept |= {name: choice, f"{name}.evidence": grade or "0"}
        if choice == "na":
            kept[f"{name}.reason"] = "There are paper cups."
    found, problems = read_answers(tiny(), kept)
    if problems:
        raise ValueError(problems)
    return found


# Any answer at all, for property tests.
ANSWERS = st.builds(
    Answer,
    state=st.just("answered"),
    choice=st.sampled_from(["0", "1", "2", "3", "4"]),
    evidence=st.integers(0, 3),
    note=st.text(),
    reason=st.text(),
) | st.builds(
    Answer,
    state=st.sampled_from(["unanswered", "unknown", "not_applicable"]),
    evidence=st.integers(0, 3),
    note=st.text(),
    reason=st.text(),
)
