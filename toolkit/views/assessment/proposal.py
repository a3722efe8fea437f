"""The result of a proposal on the page: the outcome in words, red lines, tier, what is missing."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from toolkit.assessment.phrase import SCOPE, listed, named, signed
from toolkit.assessment.proposal_phrase import (
    draws_sentence,
    fit_words,
    proposal_step_effect,
    risk_sentences,
    safeguard_words,
    switch_sentence,
)
from toolkit.assessment.proposal_reason import tier_words
from toolkit.assessment.proposal_result import FitResult, ProposalResult, SafeguardResult
from toolkit.assessment.proposal_steps import ProposalStep, best_pair, proposal_steps
from toolkit.assessment.stability import stability
from toolkit.assessment.weighing import rules_of
from toolkit.language import _
from toolkit.views.assessment.next_steps import draw_next_steps
from toolkit.views.assessment.paper import Paper
from toolkit.views.template import render

__all__ = ["draw_proposal"]

MOST_SWITCHES = 12


def draw_proposal(paper: Paper) -> Markup:
    """Return the page with the result of a proposal.

    Parameters
    ----------
    paper : Paper
        What was answered and what it comes to.

    Returns
    -------
    Markup
        The page.

    Raises
    ------
    ValueError
        Where the answers are not about a proposal; `toolkit.views.assessment.result` draws those.
    """
    result = paper.result
    if not isinstance(result, ProposalResult):
        raise ValueError(f"{paper.instrument.id} is not about a proposal")
    instrument = paper.instrument
    steps = proposal_steps(instrument, paper.answers, result.stage)
    firm = stability(instrument, paper.answers, result.stage)
    return render(
        "assessment-proposal",
        paper=paper,
        result=result,
        scope=_(SCOPE),
        tier_words=tier_words(result.tier.number, result.tier.could_be),
        risks=risk_sentences(result),
        safeguards=[(s, safeguard_words(s), _colour(s)) for s in result.safeguards if s.asked],
        required=_required(paper),
        fits=[_bar(fit) for fit in result.fit],
        fit_mean=signed(result.fit_mean.low) if result.fit_mean else "",
        fit_scale=_scale(result),
        next_steps=draw_next_steps(
            paper,
            steps,
            partial(proposal_step_effect, instrument=instrument),
            pair=_pair(paper, steps, result.stage),
        ),
        draws=draws_sentence(firm, instrument),
        cut_offs=[c.name for c in firm.cut_offs],
        switches=[switch_sentence(s, instrument) for s in firm.switches[:MOST_SWITCHES]],
        more=max(len(firm.switches) - MOST_SWITCHES, 0),
    )


def _colour(safeguard: SafeguardResult) -> str:
    if not safeguard.asked:
        return "grey"
    return "green" if safeguard.shown else "yellow" if safeguard.claimed else "red"


def _required(paper: Paper) -> list[tuple[str, list[str]]]:
    """Return for every safeguard whether each tier requires it."""
    rules = rules_of(paper.instrument)
    return [
        (
            named(paper.instrument.by_id[name]),
            [_("Yes") if name in tier else _("No") for tier in rules.required],
        )
        for name in rules.safeguards
    ]


def _bar(fit: FitResult) -> dict[str, object]:
    """Return a bar from the middle, to the left for minus and to the right for plus."""
    low, high = fit.score.low, fit.score.high
    lowest, highest = fit.question.points[0], fit.question.points[-1]
    width = highest - lowest
    known = low == high
    start, end = (min(low, 0.0), max(high, 0.0)) if known else (low, high)
    return {
        "fit": fit,
        "name": named(fit.question),
        "words": fit_words(fit),
        "known": known,
        "left": 100 * (start - lowest) / width,
        "width": 100 * (end - start) / width,
    }


def _scale(result: ProposalResult) -> str:
    points = [point for fit in result.fit for point in fit.question.points]
    return (
        _("from {lowest} to {highest}").format(
            lowest=signed(min(points)), highest=signed(max(points))
        )
        if points
        else ""
    )


def _pair(paper: Paper, steps: tuple[ProposalStep, ...], stage: str | None) -> str:
    found = best_pair(paper.instrument, paper.answers, steps, stage)
    if found is None:
        return ""
    one, two, outcome = found
    title = rules_of(paper.instrument).outcomes[outcome].title
    both = listed([named(one.question), named(two.question)])
    return _("The best two together: {both}. If both were done and shown: ‘{title}’.").format(
        both=both, title=title
    )
