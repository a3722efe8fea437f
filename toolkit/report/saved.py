"""Read the answers that somebody saved, as JSON or as a table, and say what could not be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.assessment.answer import Answers, carry_over, read_answers
from toolkit.assessment.beside import beside
from toolkit.assessment.instrument import Instrument
from toolkit.errors import ContentError, Problem, did_you_mean
from toolkit.language import N_, _
from toolkit.progress import ProgressFile, document_of, parse_progress
from toolkit.report.answer_sheet import Sheet, read_answer_sheet
from toolkit.yamlfile import Json

__all__ = ["Saved", "read_saved", "saved_of"]

NEWER = (
    N_("was saved by a newer version of this page"),
    N_("load it where you saved it, or ask for this toolkit to be updated"),
)


@dataclass(frozen=True)
class Saved:
    """What a file of answers holds.

    Parameters
    ----------
    instrument : Instrument
        The self-assessment the answers are to.
    answers : mapping of str to Answer
        The answers that can be used.
    notices : str
        What could not be used, and why; empty where everything could.
    example : str
        The made-up body that the answers are a worked example about; empty for a real one.
    beside : mapping
        What it holds beside the answers; see `toolkit.assessment.beside`.
    """

    instrument: Instrument
    answers: Answers
    notices: str = ""
    example: str = ""
    beside: Mapping[str, Json] = field(default_factory=dict)


def read_saved(text: str, instruments: Mapping[str, Instrument], file: str = "The file") -> Saved:
    """Return the answers that a file holds.

    Parameters
    ----------
    text : str
        What the file holds: JSON as a page saves it, or a table of answers.
    instruments : mapping of str to Instrument
        The self-assessments it may belong to, by their id.
    file : str
        The file's name; one that ends in ``.csv`` is read as a table.

    Returns
    -------
    Saved
        The answers, carried over where they are to an older version.

    Raises
    ------
    ContentError
        Where the file is damaged, is not ours, belongs to no self-assessment there is, or was
        saved by a newer version.
    """
    if file.lower().endswith(".csv"):
        sheet = read_answer_sheet(text, file)
        instrument = _one_of(instruments, sheet.instrument, file)
        if sheet.version > instrument.version:
            raise ContentError(file, [Problem("file", _(NEWER[0]), _(NEWER[1]))])
    else:
        instrument = _one_of(instruments, document_of(text, file), file)
        saved = parse_progress(text, instrument.id, instrument.version, file)
        return saved_of(instrument, saved)
    return _used(instrument, sheet)


def saved_of(instrument: Instrument, saved: ProgressFile) -> Saved:
    """Return the answers that were saved in a file of ours.

    Parameters
    ----------
    instrument : Instrument
        The self-assessment the file belongs to.
    saved : ProgressFile
        Answers to this version or an older one.

    Returns
    -------
    Saved
        The answers, carried over where they are to an older version.
    """
    sheet = Sheet(saved.document, saved.version, saved.values, saved.example)
    return _used(instrument, sheet)


def _used(instrument: Instrument, sheet: Sheet) -> Saved:
    values: dict[str, Json] = dict(sheet.values)
    notices = ""
    if sheet.version < instrument.version:
        values, notices = carry_over(instrument, sheet.version, values)
    answers, problems = read_answers(instrument, values)
    unused = " ".join(f"{problem.where}: {problem.what}." for problem in problems)
    told = f"{notices} {unused}".strip()
    return Saved(instrument, answers, told, sheet.example, beside(values))


def _one_of(instruments: Mapping[str, Instrument], name: str, file: str) -> Instrument:
    if name in instruments:
        return instruments[name]
    if len(instruments) == 1:
        [only] = instruments
        what, remedy = (
            _("belongs to ‘{name}’, not to ‘{only}’").format(name=name, only=only),
            _("load it on the page of ‘{name}’").format(name=name),
        )
    else:
        what = _("belongs to ‘{name}’, and there is no such self-assessment here").format(name=name)
        remedy = did_you_mean(name, instruments)
    raise ContentError(file, [Problem("file", what, remedy)])
