"""The result on the page: the stage in words, a profile with its range, what to do next."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from toolkit.assessment.phrase import SCOPE, change_sentence, number, step_effect
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.result import AreaResult, GateResult
from toolkit.language import _
from toolkit.views.assessment.next_steps import draw_next_steps
from toolkit.views.assessment.paper import Paper
from toolkit.views.template import render

__all__ = ["draw_bars", "draw_result"]


def draw_result(paper: Paper) -> Markup:
    """Return the page with the result.

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
        Where the answers are about a proposal; `toolkit.views.assessment.proposal` draws those.
    """
    result = paper.result
    if isinstance(result, ProposalResult):
        raise ValueError(f"{paper.instrument.id} is about a proposal")
    return render(
        "assessment-result",
        paper=paper,
        result=result,
        scope=_(SCOPE),
        bars=draw_bars(result.areas),
        rows=[_row(area) for area in result.areas],
        gates=[(gate, *_standing(gate)) for gate in result.gates],
        next_steps=draw_next_steps(paper, result.next_steps, step_effect),
        changes=[change_sentence(change) for change in result.changes],
    )


def draw_bars(areas: Iterable[AreaResult]) -> Markup:
    """Return a bar for each area: its score, and striped how far it could rise.

    Parameters
    ----------
    areas : iterable of AreaResult
        The areas.

    Returns
    -------
    Markup
        A list; the numbers stand beside the bars in words.
    """
    bars = []
    for area in areas:
        low, high = area.evidenced.low, area.evidenced.high
        width = area.percent(low)
        words = _("{low} of {high:g}").format(low=number(low), high=area.limits.high)
        words += _(", could be up to {high}").format(high=number(high)) if high > low else ""
        bars.append((area.area.title, words, width, area.percent(high) - width))
    return render("assessment-bars", bars=bars)


def _row(area: AreaResult) -> dict[str, object]:
    return {
        "area": area,
        "low": number(area.evidenced.low),
        "high": number(area.evidenced.high),
        "claimed": number(area.claimed.low),
        "answered": _("{answered} of {asked}").format(
            answered=area.counts.answered, asked=area.counts.asked
        ),
    }


def _standing(gate: GateResult) -> tuple[str, str]:
    """Return how a gate stands, in words and in the colour of its tag."""
    if gate.met:
        return _("In place"), "green"
    if gate.claimed:
        return _("Claimed, not shown"), "yellow"
    return (_("Not known") if gate.possible else _("Missing")), "red"
