"""What to do next, under who can lead it: the same for every kind of self-assessment."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from toolkit.assessment.phrase import EFFORT, named
from toolkit.assessment.step import AnyStep, by_role, step_sentence
from toolkit.views.assessment.paper import Paper
from toolkit.views.template import render

__all__ = ["draw_next_steps"]

MOST_STEPS = 10


def draw_next_steps(
    paper: Paper,
    steps: Sequence[AnyStep],
    effect: Callable[[AnyStep], str],
    *,
    pair: str = "",
) -> Markup:
    """Return the next steps as a part of a result page.

    Parameters
    ----------
    paper : Paper
        What was answered and what it comes to.
    steps : sequence of Step
        The most useful first; only the first few are shown.
    effect : callable
        Given a step, returns a sentence on what it would change.
    pair : str
        A sentence on the best two steps together, where there is one.

    Returns
    -------
    Markup
        The part, with its heading.
    """
    return render(
        "assessment-next-steps",
        paper=paper,
        result=paper.result,
        roles=by_role(steps[:MOST_STEPS]),
        sentence=step_sentence,
        effect=effect,
        effort=EFFORT,
        named=named,
        pair=pair,
    )
