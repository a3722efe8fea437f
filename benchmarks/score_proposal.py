"""How long scoring, stability and what-if take: ``python benchmarks/score_proposal.py``.

Bars: scoring a proposal 1 ms; stability with all its draws and what-if over all actions together
500 ms. Ends with 1 where a bar is missed.
"""

from __future__ import annotations

import sys

from bars import best_of, say

from toolkit.assessment.answer import Answer, Answers
from toolkit.assessment.example import load_example
from toolkit.assessment.instrument import Instrument, load_instrument
from toolkit.assessment.proposal import score_proposal
from toolkit.assessment.proposal_steps import best_pair, proposal_steps
from toolkit.assessment.run import run_of
from toolkit.assessment.scoring import score
from toolkit.assessment.stability import stability
from toolkit.assessment.weighing import rules_of


def worst(instrument: Instrument) -> Answers:
    """Return the answers that leave most to do: every action is open."""
    return {
        question.id: Answer("answered", question.choices[-1 if question.area in "TR" else 0].id)
        for question in instrument.questions
    }


def measure(name: str, instrument: Instrument, answers: Answers) -> list[bool]:
    """Print the figures for one set of answers."""
    steps = proposal_steps(instrument, answers)
    what_if = best_of(lambda: proposal_steps(instrument, answers), times=3)
    pair = best_of(lambda: best_pair(instrument, answers, steps), times=1)
    draws = rules_of(instrument).spread.draws
    firm = best_of(lambda: stability(instrument, answers), times=3)
    print(f"{name}: {len(steps)} next steps, {draws:,} draws")
    return [
        say("scoring", best_of(lambda: score_proposal(instrument, answers), times=200), 1),
        say(f"stability {firm:.0f}, what-if {what_if:.0f}, best pair {pair:.0f}; together",
            firm + what_if + pair, 500),
    ]  # fmt: skip


def main() -> int:
    """Print every figure; return 1 where a bar is missed."""
    proposal, readiness = load_instrument("proposal"), load_instrument("readiness")
    example = run_of(proposal, load_example(proposal), "example").answers
    held = [
        *measure("The worked example", proposal, example),
        *measure("Everything at its worst", proposal, worst(proposal)),
        *measure("Nothing answered yet", proposal, {}),
    ]
    council = run_of(readiness, load_example(readiness), "example").answers
    figure = best_of(lambda: score(readiness, council), times=5)
    held.append(say("readiness, with every change and next step", figure, 50))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
