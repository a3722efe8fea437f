"""What an assessment of a proposal comes to, as parts of a report."""

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
from toolkit.assessment.proposal_result import ProposalResult, RedLineResult, SafeguardResult
from toolkit.assessment.proposal_steps import proposal_steps
from toolkit.assessment.stability import stability
from toolkit.assessment.step import by_role, step_sentence
from toolkit.assessment.weighing import rules_of
from toolkit.document.blocks import Block, Bullets, Heading, Phrase, Strong, Table, Text
from toolkit.language import _

__all__ = ["conditions", "fits", "lines", "outcome", "proposal_findings", "tier"]

MOST_STEPS = 10


def proposal_findings(result: ProposalResult, answers: Answers) -> Iterator[Block]:
    """Yield what a proposal comes to, why, what it asks for, and how firm that is.

    Parameters
    ----------
    result : ProposalResult
        As `toolkit.assessment.proposal.score_proposal` returns it.
    answers : mapping of str to Answer
        The answers it comes from.

    Yields
    ------
    Block
        Headings, lists and a table.
    """
    yield Heading(2, _("Result"))
    yield from outcome(result)
    if result.outcome.id == "not-needed":
        return
    yield Heading(2, _("Red lines"))
    yield lines(result)
    yield Heading(2, tier_words(result.tier.number, result.tier.could_be))
    yield from tier(result)
    yield Heading(2, _("Safeguards"))
    yield _safeguards(result)
    yield Text(_("Fill in owner and date for each one that is required and not in use."))
    yield Heading(2, _("Co-operative fit"))
    yield fits(result)
    if result.fit_mean:
        yield Text(_("The fit that counts is {low}.").format(low=signed(result.fit_mean.low)))
    yield from _steps(result, answers)
    yield from _firmness(result, answers)


def outcome(result: ProposalResult) -> Iterator[Block]:
    """Yield the outcome with its reasons.

    Parameters
    ----------
    result : ProposalResult
        The result.

    Yields
    ------
    Block
        A paragraph and a list; where the council's readiness was looked at, that too.
    """
    yield Text((Strong(f"{result.outcome.title}."), f" {result.outcome.meaning}"))
    yield Bullets(result.reasons)
    if result.stage:
        yield Text(
            _(
                "This takes into account what was answered on the council's readiness. What was "
                "not "
                "answered there counts as not in place."
            )
        )
    elif rules_of(result.instrument).readiness:
        yield Text(_("The council's own readiness played no part in this."))


def lines(result: ProposalResult) -> Bullets:
    """Return every red line and how it stands.

    Parameters
    ----------
    result : ProposalResult
        The result.

    Returns
    -------
    Bullets
        One line for each, with what to do about an open one.
    """
    return Bullets(tuple(_line(line) for line in result.red_lines))


def fits(result: ProposalResult) -> Bullets:
    """Return how the proposal goes with each co-operative principle that was asked about.

    Parameters
    ----------
    result : ProposalResult
        The result.

    Returns
    -------
    Bullets
        The strongest minus first.
    """
    return Bullets(tuple(f"{named(fit.question)}: {fit_words(fit)}" for fit in result.fit))


def tier(result: ProposalResult) -> Iterator[Block]:
    """Yield the tier, who decides at it, why it is that one, and the risk in numbers.

    Parameters
    ----------
    result : ProposalResult
        The result.

    Yields
    ------
    Block
        A paragraph and a list.
    """
    found = result.tier.tier
    yield Text((Strong(f"{found.title}."), f" {found.approval} {found.duties}"))
    yield Bullets((*result.tier.reasons, *risk_sentences(result)))


def conditions(result: ProposalResult, blank: str) -> Iterator[Block]:
    """Yield the safeguards that are required and not shown to be in use.

    Parameters
    ----------
    result : ProposalResult
        The result.
    blank : str
        What stands where an owner or a date is missing.

    Yields
    ------
    Block
        A table with blanks for owner and date; nothing where no condition is open.
    """
    rows = tuple(
        (named(s.question), s.question.text, safeguard_words(s), blank, blank)
        for s in result.conditions
    )
    if rows and result.outcome.id != "not-needed":
        header = (_("Condition"), _("What is asked"), _("Stands at"), _("Owner"), _("By when"))
        yield Table(_("Conditions, each to have an owner and a date"), header, rows)


def _line(found: RedLineResult) -> Phrase:
    if not found.open:
        return _("{name}: not crossed").format(name=found.line.name)
    standing = "open" if found.certain else _("not known, counts as open")
    return (f"{found.line.name}: ", Strong(standing), f". {found.line.advice}")


def _safeguards(result: ProposalResult) -> Table:
    return Table(
        _("What tier {number} requires, and what is in place").format(number=result.tier.number),
        (_("Safeguard"), _("Required"), _("Stands at"), _("Owner"), _("By when")),
        tuple(
            (named(s.question), "yes" if s.required else "no", safeguard_words(s), *_to_fill_in(s))
            for s in result.safeguards
            if s.asked
        ),
    )


def _to_fill_in(safeguard: SafeguardResult) -> tuple[str, str]:
    return ("…………", "…………") if safeguard.required and not safeguard.shown else ("–", "–")


def _steps(result: ProposalResult, answers: Answers) -> Iterator[Block]:
    yield Heading(2, _("Next steps"))
    if result.counts.unanswered:
        yield Text(
            _("Answer the {unanswered} questions that are left first.").format(
                unanswered=result.counts.unanswered
            )
        )
    steps = proposal_steps(result.instrument, answers, result.stage)
    if steps:
        yield Text(_("The most useful steps, by who can lead. Each was scored alone."))
    for role, found in by_role(steps[:MOST_STEPS]).items():
        yield Heading(3, role)
        yield Bullets(
            tuple(
                _("{step} ({id}; takes {effort}) {gain}").format(
                    step=step_sentence(step),
                    id=step.question.id,
                    effort=_(EFFORT[step.effort]),
                    gain=proposal_step_effect(step, result.instrument),
                )
                for step in found
            )
        )


def _firmness(result: ProposalResult, answers: Answers) -> Iterator[Block]:
    yield Heading(2, _("How firm this is"))
    firm = stability(result.instrument, answers, result.stage)
    yield Text(draws_sentence(firm, result.instrument))
    changes = [switch_sentence(switch, result.instrument) for switch in firm.switches]
    names = dict.fromkeys(cut_off.name for cut_off in firm.cut_offs)
    changes += [_("With {name}, the outcome would change.").format(name=name) for name in names]
    if changes:
        yield Bullets(tuple(changes))
    else:
        yield Text(_("No single answer and no single cut-off of ours would change it."))
