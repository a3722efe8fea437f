"""Answers about a proposal, on the shipped questions: a good one to spoil, and any at all."""

from __future__ import annotations

from hypothesis import strategies as st

from toolkit.assessment.answer import Answer
from toolkit.assessment.instrument import load_instrument

PROPOSAL = load_instrument("proposal")
RULES = PROPOSAL.proposal
UNKNOWN = Answer("unknown")
PLAIN = {
    "T1": "talks", "T2": "informs", "T3": "residents", "T4": "personal", "T5": "contract",
    "T6": "engagement", "T7": "idea", "T8": "compared",
}  # fmt: skip


def good(**changes):
    """Return a proposal with every safeguard in use and shown, little risk and a fair fit."""
    values = PLAIN | {q.id: "1" for q in PROPOSAL.by_area["R"]}
    values |= {q.id: "3" for q in PROPOSAL.by_area["S"]}
    values |= {q.id: "1" for q in PROPOSAL.by_area["F"]}
    return {name: Answer("answered", c, evidence=2) for name, c in (values | changes).items()}


def any_answers():
    """Return any set of answers, with a part that is not known or not given."""
    one = {
        question.id: st.sampled_from(
            [None, UNKNOWN]
            + [Answer("answered", c.id, evidence=g) for c in question.choices for g in (0, 2)]
        )
        for question in PROPOSAL.questions
    }
    return st.fixed_dictionaries(one).map(lambda a: {n: v for n, v in a.items() if v})
