"""The council's own stage, as far as it bears on a proposal."""

from __future__ import annotations

from toolkit.assessment.answer import Answers
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.measure import measure
from toolkit.assessment.tally import tally
from toolkit.language import _

__all__ = ["stage_for"]


def stage_for(
    proposal: Instrument, council: Instrument, answers: Answers
) -> tuple[str | None, str]:
    """Return the council's stage where it bears on a proposal.

    Parameters
    ----------
    proposal : Instrument
        An instrument about a proposal.
    council : Instrument
        The one about the council that the proposal's rules name.
    answers : mapping of str to Answer
        The answers on the council.

    Returns
    -------
    str or None, str
        The id of the stage at its cautious end: what is not answered counts as not in place, so
        that leaving a question out never helps. None where the proposal's rules do not know the
        stage. Then a sentence on what was not answered, or on why it plays no part; empty
        otherwise.
    """
    # Only the stage: all else that a result says would be worked out at every answer.
    now = measure(council, answers)
    counts = tally(now.asked, answers)
    rules, stages = proposal.proposal, council.stages
    found = stages.steps[now.stage].id if stages else ""
    if rules is None or found not in rules.allows:
        return None, _("The council's readiness plays no part, as its stage is not in the rules.")
    if not counts.unanswered:
        return found, ""
    return found, _(
        "{unanswered} of {asked} questions on the council's readiness are not "
        "answered, and count as not in place."
    ).format(unanswered=counts.unanswered, asked=counts.asked)
