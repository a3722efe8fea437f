"""What several commands understand and do alike: files, dates, documents, how they end."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toolkit.assessment.instrument import Instrument
    from toolkit.document.blocks import Document

__all__ = [
    "DOCUMENT_ENDINGS",
    "day",
    "document_file",
    "must_exist",
    "named_instrument",
    "no_questionnaire",
    "say_exit_codes",
    "save_document",
]

DOCUMENT_ENDINGS = (".md", ".html", ".docx")


def day(text: str) -> date:
    """Return a date as it is typed after an option.

    Parameters
    ----------
    text : str
        For example ``2026-11-22``.

    Returns
    -------
    date
        The date.

    Raises
    ------
    argparse.ArgumentTypeError
        Where it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("write a date like 2026-11-22") from None


def document_file(text: str) -> Path:
    """Return the name of a file that a document can be written to.

    Parameters
    ----------
    text : str
        As it is typed.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    argparse.ArgumentTypeError
        Where its ending is none of `DOCUMENT_ENDINGS`.
    """
    path = Path(text)
    if path.suffix not in DOCUMENT_ENDINGS:
        raise ArgumentTypeError(f"end its name in one of {', '.join(DOCUMENT_ENDINGS)}")
    return path


def save_document(document: Document, path: Path, on: date) -> None:
    """Write a document in the form that its file's name ends in.

    Parameters
    ----------
    document : Document
        What to write.
    path : Path
        Ends in one of `DOCUMENT_ENDINGS`.
    on : date
        The date in a Word file's properties.
    """
    from toolkit.document.form import DOCUMENT_FORMS, write_document

    form = next(name for name, form in DOCUMENT_FORMS.items() if path.suffix == f".{form.ending}")
    content = write_document(document, form, on=on)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def must_exist(path: Path, kind: str = "file") -> Path:
    """Return a path that was typed, once it is sure that something is there.

    Parameters
    ----------
    path : Path
        What to read.
    kind : str
        What it should be, in words. Only a ``folder`` has to be one.

    Returns
    -------
    Path
        The same path.

    Raises
    ------
    LookupError
        Where it is not there.
    """
    if not (path.is_dir() if kind == "folder" else path.exists()):
        raise LookupError(f"There is no {kind} '{path}'. Check its name.")
    return path


def named_instrument(typed: str) -> Instrument:
    """Return the self-assessment that was typed.

    Parameters
    ----------
    typed : str
        Its id, or the name of its YAML file, whatever that is called.

    Returns
    -------
    Instrument
        The self-assessment.

    Raises
    ------
    LookupError
        Where there is none, or no such file.
    ContentError
        Where its file cannot be used.
    """
    from toolkit.assessment.instrument import load_instrument
    from toolkit.assessment.own_instrument import read_instrument_file

    if typed.lower().endswith((".yaml", ".yml")):
        return read_instrument_file(must_exist(Path(typed)))
    return load_instrument(typed)


def no_questionnaire(instrument: Instrument, refusal: str) -> Instrument:
    """Return a self-assessment that has a scale.

    Parameters
    ----------
    instrument : Instrument
        Any.
    refusal : str
        What cannot be done with a questionnaire of pages, as a sentence.

    Returns
    -------
    Instrument
        The same.

    Raises
    ------
    LookupError
        For a questionnaire.
    """
    if instrument.survey is not None:
        advice = "‘toolkit assess’ makes a report from one file of its answers."
        raise LookupError(f"‘{instrument.title}’ is a questionnaire. {refusal} {advice}")
    return instrument


def say_exit_codes(job: ArgumentParser, done: str, problems: str, wrong: str) -> None:
    """Say in a command's help how it ends.

    Parameters
    ----------
    job : ArgumentParser
        The command.
    done, problems, wrong : str
        What it means that it ends with 0, with 1 and with 2.
    """
    job.formatter_class = RawDescriptionHelpFormatter
    job.epilog = f"exit codes:\n  0  {done}\n  1  {problems}\n  2  wrong use: {wrong}"
