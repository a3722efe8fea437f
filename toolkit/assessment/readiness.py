"""The council's own stage, as far as it bears on a proposal."""

from __future__ import annotations

from toolkit.assessment.answer import Answers
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.scoring import score

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
        The id of the stage; None while a question is not answered, or where the proposal's rules
        do not know the stage. Then a sentence on why it plays no part; empty otherwise.
    """
    result = score(council, answers)
    if result.counts.unanswered:
        return None, (
            f"The council's readiness plays no part, as {result.counts.unanswered} of "
            f"{result.counts.asked} questions on it are not answered."
        )
    rules = proposal.proposal
    if rules is None or result.stage is None or result.stage.stage.id not in rules.allows:
        return None, "The council's readiness plays no part, as its stage is not in the rules."
    return result.stage.stage.id, ""
