"""What a committee is told of a proposal. It never recommends more than the outcome says."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.assessment.answer import Answers
from toolkit.assessment.phrase import named
from toolkit.assessment.proposal_phrase import draws_sentence, proposal_step_effect, risk_sentences
from toolkit.assessment.proposal_reason import tier_words
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.proposal_rules import OUTCOMES, OutcomeId
from toolkit.assessment.proposal_steps import ProposalStep, proposal_steps
from toolkit.assessment.stability import stability
from toolkit.assessment.step import step_sentence
from toolkit.document.blocks import Block, Bullets, Heading, Phrase, Strong, Text
from toolkit.language import N_, _, ngettext
from toolkit.report.committee_part import BLANK, Matter
from toolkit.report.proposal import conditions, fits, lines, outcome, tier

__all__ = ["proposal_matter"]

MOST_CHANGES = 3
# The most that may be recommended at each outcome.
AT_MOST: dict[OutcomeId, str] = {
    "do-not-proceed": N_("Not agree to the proposal as it is described."),
    "rethink": N_("Not agree to the proposal as it stands, and ask for it to be changed."),
    "pilot": N_("Consider a small trial with an end date, once each condition has owner and date."),
    "proceed": N_("Consider agreeing to the proposal, with a date for its first review."),
    "not-needed": N_("Note that this self-assessment is not needed for the proposal."),
}


def proposal_matter(result: ProposalResult, answers: Answers) -> Matter:
    """Return what a committee is told of a proposal.

    Parameters
    ----------
    result : ProposalResult
        As `toolkit.assessment.proposal.score_proposal` returns it.
    answers : mapping of str to Answer
        The answers it comes from.

    Returns
    -------
    Matter
        Its recommendations go no further than the outcome.
    """
    needed = result.outcome.id != "not-needed"
    steps = proposal_steps(result.instrument, answers, result.stage)
    return Matter(
        purpose=_(
            "To ask the committee for a decision on a proposal to use AI, and to tell it what "
            "a self-assessment found."
        ),
        recommendations=tuple(_recommendations(result)),
        found=(*outcome(result), *(_found(result, answers) if needed else ())),
        conditions=tuple(conditions(result, _(BLANK))),
        options=tuple(_options(result)),
        changes=tuple(_changes(result, steps)),
        risk=(Bullets(risk_sentences(result)),) if needed else (),
    )


def _found(result: ProposalResult, answers: Answers) -> Iterator[Block]:
    yield Text(
        draws_sentence(stability(result.instrument, answers, result.stage), result.instrument)
    )
    yield Heading(4, _("Red lines"))
    yield lines(result)
    yield Heading(4, tier_words(result.tier.number, result.tier.could_be))
    yield from tier(result)
    if result.fit:
        yield Heading(4, _("Co-operative fit"))
        yield fits(result)


def _recommendations(result: ProposalResult) -> Iterator[Phrase]:
    comes_to = _("The self-assessment's result is ‘{title}’.").format(title=result.outcome.title)
    yield (Strong(_(AT_MOST[result.outcome.id])), f" {comes_to}")
    if result.outcome.id == "not-needed":
        return
    for line in result.open_lines:
        first = (
            _("Ask that this red line be closed first")
            if line.certain
            else _("Ask that this red line be looked into first, as it is not known")
        )
        yield f"{first}: {line.line.name}. {line.line.advice}"
    if result.conditions:
        count = len(result.conditions)
        yield ngettext(
            "Ask for an owner and a date for {count} condition, listed in this report.",
            "Ask for an owner and a date for {count} conditions, listed in this report.",
            count,
        ).format(count=count)
    left = result.counts.unanswered + result.counts.unknown
    if left:
        yield ngettext(
            "Note that {count} answer of {asked} is not known. What is not known counts at its "
            "worst.",
            "Note that {count} answers of {asked} are not known. What is not known counts at its "
            "worst.",
            left,
        ).format(count=left, asked=result.counts.asked)
    found = result.tier.tier
    yield _("Note who decides at tier {number}: {approval} {duties}").format(
        number=result.tier.number, approval=found.approval, duties=found.duties
    )


def _options(result: ProposalResult) -> Iterator[tuple[str, str]]:
    yield _("Do not go ahead"), _("Nothing in the self-assessment speaks against this.")
    if result.outcome.id == "not-needed":
        yield _("Go ahead"), _("The self-assessment does not apply. Your usual checks do.")
        return
    yield _("Change the proposal first"), _("Nothing in the self-assessment speaks against this.")
    yield _("A trial with conditions and an end date"), _words(result, "pilot")
    yield _("Go ahead as described"), _words(result, "proceed")


def _words(result: ProposalResult, wanted: OutcomeId) -> str:
    allowed = OUTCOMES.index(result.outcome.id) >= OUTCOMES.index(wanted)
    return (
        _("The result, ‘{title}’, allows this.").format(title=result.outcome.title)
        if allowed
        else _("The result, ‘{title}’, does not support this.").format(title=result.outcome.title)
    )


def _changes(result: ProposalResult, steps: tuple[ProposalStep, ...]) -> Iterator[Phrase]:
    """Give the best change to each of a few questions, where it changes the result at all."""
    best: dict[str, ProposalStep] = {}
    for step in steps:
        if step.kind == "do" and _helps(step):
            best.setdefault(step.question.id, step)
    for step in list(best.values())[:MOST_CHANGES]:
        effect = proposal_step_effect(step, result.instrument)
        yield (Strong(f"{named(step.question)}:"), f" {step_sentence(step)} {effect}")


def _helps(step: ProposalStep) -> bool:
    gains = (len(step.lines), step.conditions, step.tier, step.residual, step.fit)
    return step.better or any(gain > 0 for gain in gains)
