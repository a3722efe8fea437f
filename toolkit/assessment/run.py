"""One filled-in self-assessment from a file: its answers, its result, and what was lost."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.assessment.answer import Answers, carry_over, read_answers
from toolkit.assessment.assess import assess
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.proposal_result import ProposalResult
from toolkit.assessment.result import Result
from toolkit.language import N_, _
from toolkit.progress import ProgressFile, parse_progress

__all__ = ["EXAMPLE_NOTICE", "Run", "example_notice", "read_run", "run_of"]

EXAMPLE_NOTICE = N_(
    "This is a worked example. {body} is made up, and so is every answer and every note about it."
)


@dataclass(frozen=True)
class Run:
    """A self-assessment, filled in once.

    Parameters
    ----------
    name : str
        What the visitor knows it by, for example the name of its file.
    saved : str
        The date it was saved, as in the file; empty where not known.
    answers : mapping of str to Answer
        The answers by question, as this version of the instrument has them.
    result : Result or ProposalResult
        What they come to by the rules of this version.
    notices : str
        What could not be used, or was saved for an older version; empty where all is as it was.
    example : str
        The made-up body that it is a worked example about; empty for a real one.
    """

    name: str
    saved: str
    answers: Answers
    result: Result | ProposalResult
    notices: str = ""
    example: str = ""


def example_notice(body: str) -> str:
    """Return what every page and report on a worked example says; nothing for a real one.

    Parameters
    ----------
    body : str
        The made-up body; empty for a real assessment.

    Returns
    -------
    str
        Two sentences, or nothing.
    """
    return _(EXAMPLE_NOTICE).format(body=body) if body else ""


def run_of(instrument: Instrument, saved: ProgressFile, name: str, stage: str | None = None) -> Run:
    """Return a filled-in self-assessment from what was saved of it.

    Parameters
    ----------
    instrument : Instrument
        The version in use now.
    saved : ProgressFile
        Answers to this version or an older one.
    name : str
        What the visitor knows it by.
    stage : str, optional
        For a proposal: the id of the council's stage of readiness.

    Returns
    -------
    Run
        With what could not be carried over or used in its notices.
    """
    values, told = dict(saved.values), []
    if saved.version < instrument.version:
        values, lost = carry_over(instrument, saved.version, values)
        told.append(
            _(
                "It was saved for version {version} of the questions and is shown here by the "
                "rules of version {newer}. {lost}"
            )
            .format(version=saved.version, newer=instrument.version, lost=lost)
            .strip()
        )
    answers, problems = read_answers(instrument, values)
    if problems:
        unused = " ".join(f"{problem.where}: {problem.what}." for problem in problems)
        told.append(_("Not used: {unused}").format(unused=unused))
    result = assess(instrument, answers, stage)
    return Run(name, saved.saved, answers, result, " ".join(told), saved.example)


def read_run(text: str, instrument: Instrument, file: str) -> Run:
    """Return a filled-in self-assessment from the text of its file.

    Parameters
    ----------
    text : str
        What the file holds.
    instrument : Instrument
        What it has to be about.
    file : str
        The file's name.

    Returns
    -------
    Run
        The answers and their result.

    Raises
    ------
    ContentError
        Where the file is damaged, is not ours, belongs to another instrument or was saved by a
        newer version.
    """
    return run_of(instrument, parse_progress(text, instrument.id, instrument.version, file), file)
