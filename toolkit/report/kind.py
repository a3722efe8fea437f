"""How each kind of result is told. A new kind of result adds one case to each function here.

A result of a kind that nobody has told us about still has a report: its answers, what was not
answered, and sources, with no finding.
"""

from __future__ import annotations

from toolkit.assessment.answer import keep_answers
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.report_json import report_json
from toolkit.assessment.result import Result
from toolkit.document.blocks import Block
from toolkit.language import _
from toolkit.progress import ProgressFile, write_progress
from toolkit.report.committee_part import Matter
from toolkit.report.material import Material
from toolkit.report.proposal import proposal_findings
from toolkit.report.proposal_matter import proposal_matter
from toolkit.report.readiness import readiness_findings, readiness_matter

__all__ = ["findings", "matter", "saved_json"]


def findings(material: Material) -> tuple[Block, ...]:
    """Return what a result comes to, as the middle of a summary.

    Parameters
    ----------
    material : Material
        What the report is made from.

    Returns
    -------
    tuple of Block
        Its own headings are of level 2. Empty for a kind of result that is not known.
    """
    match material.result:
        case ProposalResult() as result:
            return tuple(proposal_findings(result, material.answers))
        case Result() as result:
            return tuple(readiness_findings(result))
        case _:
            return ()


def matter(material: Material) -> Matter:
    """Return what a committee is told of a result.

    Parameters
    ----------
    material : Material
        What the report is made from.

    Returns
    -------
    Matter
        For a kind of result that is not known it recommends only to note the answers.
    """
    match material.result:
        case ProposalResult() as result:
            return proposal_matter(result, material.answers)
        case Result() as result:
            return readiness_matter(result)
        case _:
            return Matter(
                purpose=_("To tell the committee what was answered in a self-assessment."),
                recommendations=(_("Note the answers to the self-assessment."),),
            )


def saved_json(material: Material) -> str:
    """Return the answers with the result beside them, as a file that loads again.

    Parameters
    ----------
    material : Material
        What the file is made from.

    Returns
    -------
    str
        JSON; without a result for a kind of result that is not known.
    """
    match material.result:
        case ProposalResult() | Result() as result:
            return report_json(
                result,
                material.answers,
                on=material.on,
                notices=material.notices,
                example=material.example,
                beside=material.beside,
            )
        case _:
            instrument, on = material.instrument, material.on.isoformat()
            values = {**keep_answers(material.answers), **material.beside}
            return write_progress(
                ProgressFile(
                    instrument.id, instrument.version, values, on, example=material.example
                )
            )
