"""The result of a proposal in Markdown, for committee papers."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.assessment.answer import Answers
from toolkit.assessment.phrase import EFFORT, named, signed
from toolkit.assessment.proposal_phrase import (
    draws_sentence,
    fit_words,
    proposal_step_effect,
    risk_sentences,
    safeguard_words,
    switch_sentence,
)
from toolkit.assessment.proposal_reason import tier_words
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.proposal_steps import proposal_steps
from toolkit.assessment.stability import stability
from toolkit.assessment.step import by_role, step_sentence
from toolkit.document.inert import inert

__all__ = ["proposal_markdown"]

MOST_STEPS = 10


def proposal_markdown(result: ProposalResult, answers: Answers) -> Iterator[str]:
    """Yield the blocks of a report on a proposal, between its head and its answers.

    Parameters
    ----------
    result : ProposalResult
        As `toolkit.assessment.proposal.score_proposal` returns it.
    answers : mapping of str to Answer
        The answers it comes from.

    Yields
    ------
    str
        One block of Markdown.
    """
    yield "## Result"
    yield f"**{inert(result.outcome.title)}.** {inert(result.outcome.meaning)}"
    yield _list(result.reasons)
    if result.outcome.id == "not-needed":
        return
    yield from _lines_and_tier(result)
    yield from _safeguards(result)
    yield "## Co-operative fit"
    yield "\n".join(f"- {inert(named(f.question))}: {inert(fit_words(f))}" for f in result.fit)
    if result.fit_mean:
        yield f"The fit that counts is {signed(result.fit_mean.low)}."
    yield from _steps(result, answers)
    yield from _firmness(result, answers)


def _list(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {inert(line)}" for line in lines)


def _lines_and_tier(result: ProposalResult) -> Iterator[str]:
    yield "## Red lines"
    yield "\n".join(
        f"- {inert(r.line.name)}: "
        + (f"**{'open' if r.certain else 'not known, counts as open'}**. {inert(r.line.advice)}"
           if r.open else "not crossed")
        for r in result.red_lines
    )  # fmt: skip
    yield f"## {tier_words(result.tier.number, result.tier.could_be)}"
    tier = result.tier.tier
    yield f"**{inert(tier.title)}.** {inert(tier.approval)} {inert(tier.duties)}"
    yield _list((*result.tier.reasons, *risk_sentences(result)))


def _safeguards(result: ProposalResult) -> Iterator[str]:
    yield "## Safeguards"
    rows = ["| Safeguard | Required | Stands at | Owner | By when |", "|---|---|---|---|---|"]
    rows += [
        f"| {inert(named(s.question))} | {'yes' if s.required else 'no'} | {safeguard_words(s)} |"
        "  |  |"
        for s in result.safeguards
        if s.asked
    ]
    yield "\n".join(rows)
    yield "Fill in owner and date for each one that is required and not in use."


def _steps(result: ProposalResult, answers: Answers) -> Iterator[str]:
    yield "## Next steps"
    if result.counts.unanswered:
        yield f"Answer the {result.counts.unanswered} questions that are left first."
    instrument = result.instrument
    steps = proposal_steps(instrument, answers, result.stage)
    for role, found in by_role(steps[:MOST_STEPS]).items():
        yield f"### {inert(role)}"
        yield "\n".join(
            f"- {inert(step_sentence(step))} ({step.question.id}; takes "
            f"{EFFORT[step.effort]}) {inert(proposal_step_effect(step, instrument))}"
            for step in found
        )


def _firmness(result: ProposalResult, answers: Answers) -> Iterator[str]:
    yield "## How firm this is"
    firm = stability(result.instrument, answers, result.stage)
    yield inert(draws_sentence(firm, result.instrument))
    outcomes = {c.name: c.outcome for c in firm.cut_offs}
    lines = [switch_sentence(switch, result.instrument) for switch in firm.switches]
    lines += [f"With {name}, the outcome would change." for name in outcomes]
    yield _list(tuple(lines)) or "No single answer and no single cut-off of ours would change it."
