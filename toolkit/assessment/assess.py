"""Score any self-assessment, whichever kind it is."""

from __future__ import annotations

from toolkit.assessment.answer import Answers
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal import score_proposal
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.result import Result
from toolkit.assessment.scoring import score

__all__ = ["assess"]


def assess(
    instrument: Instrument, answers: Answers, readiness_stage: str | None = None
) -> Result | ProposalResult:
    """Return what a set of answers comes to.

    Parameters
    ----------
    instrument : Instrument
        About a council or about a proposal.
    answers : mapping of str to Answer
        The answers by question.
    readiness_stage : str, optional
        For a proposal: the id of the council's stage of readiness.

    Returns
    -------
    Result or ProposalResult
        The second for an instrument about a proposal.

    Raises
    ------
    ValueError
        For a questionnaire of pages, whose answers are of another kind:
        `toolkit.assessment.survey.score.score_survey` scores those.
    """
    if instrument.survey is not None:
        raise ValueError(f"{instrument.id} is a questionnaire of pages: use score_survey")
    if instrument.proposal is None:
        return score(instrument, answers)
    return score_proposal(instrument, answers, readiness_stage)
