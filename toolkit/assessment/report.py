"""From a saved file to a report, in one call: what the command line does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from toolkit.assessment.answer import carry_over, read_answers
from toolkit.assessment.assess import assess
from toolkit.assessment.beside import beside
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.report_json import report_json
from toolkit.assessment.report_markdown import report_markdown
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.progress import document_of, parse_progress

__all__ = ["FORMS", "Form", "report_file"]

Form = Literal["markdown", "json"]
FORMS: tuple[Form, ...] = ("markdown", "json")


def report_file(
    text: str,
    instruments: Mapping[str, Instrument],
    *,
    on: date,
    form: Form = "markdown",
    file: str = "The file",
) -> str:
    """Return the report on a file of saved answers.

    Parameters
    ----------
    text : str
        What the file holds; the page of the assessment saves such files.
    instruments : mapping of str to Instrument
        The self-assessments there are, by their id.
    on : date
        The date of the report.
    form : str
        ``markdown`` or ``json``.
    file : str
        The file's name, for messages.

    Returns
    -------
    str
        The report. What could not be used of the answers is said in it.

    Raises
    ------
    ContentError
        Where the file is damaged, is not ours, belongs to no self-assessment there is, or was
        saved by a newer version.
    """
    document = document_of(text, file)
    if document not in instruments:
        what = f"belongs to ‘{document}’, and there is no such self-assessment here"
        raise ContentError(file, [Problem("file", what, did_you_mean(document, instruments))])
    instrument = instruments[document]
    saved = parse_progress(text, document, instrument.version, file)
    values, notices = dict(saved.values), ""
    if saved.version < instrument.version:
        values, notices = carry_over(instrument, saved.version, values)
    answers, problems = read_answers(instrument, values)
    if problems:
        unused = " ".join(f"{problem.where}: {problem.what}." for problem in problems)
        notices = f"{notices} Not used: {unused}".strip()
    result = assess(instrument, answers)
    if form == "json":
        return report_json(result, answers, on=on, notices=notices, beside=beside(values))
    return report_markdown(result, answers, on=on, notices=notices)
