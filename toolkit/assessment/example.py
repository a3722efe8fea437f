"""Worked examples: saved answers about a council that does not exist, one for an instrument."""

from __future__ import annotations

from pathlib import Path

from toolkit.assessment.answer import read_answers
from toolkit.assessment.instrument import Instrument, load_instrument
from toolkit.errors import ContentError, Problem
from toolkit.place import content_root
from toolkit.progress import ProgressFile, document_of, parse_progress

__all__ = ["LATER", "example_problems", "has_example", "load_example"]

LATER = "-later"  # the same case some months on, to compare with


def has_example(instrument: Instrument, root: Path | None = None, part: str = "") -> bool:
    """Return whether there is a worked example for an instrument.

    Parameters
    ----------
    instrument : Instrument
        The instrument.
    root : Path, optional
        The content folder; the toolkit's own where left out.
    part : str
        `LATER` for the same case some months on.

    Returns
    -------
    bool
        True where its file is there.
    """
    return _path(instrument, root, part).is_file()


def load_example(instrument: Instrument, root: Path | None = None, part: str = "") -> ProgressFile:
    """Return the worked example for an instrument.

    Parameters
    ----------
    instrument : Instrument
        The instrument.
    root : Path, optional
        The content folder; the toolkit's own where left out.
    part : str
        `LATER` for the same case some months on.

    Returns
    -------
    ProgressFile
        Its answers, with the name of the made-up council.

    Raises
    ------
    ContentError
        Where its file is damaged or belongs to another instrument.
    """
    path = _path(instrument, root, part)
    text = path.read_text(encoding="utf-8")
    return parse_progress(text, instrument.id, instrument.version, path.name)


def example_problems(path: Path, root: Path | None = None) -> list[Problem]:
    """Return everything that keeps a file from being a worked example.

    Parameters
    ----------
    path : Path
        Its file.
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    list of Problem
        Empty where it fits its instrument and says that it is made up.
    """
    try:
        text = path.read_text(encoding="utf-8")
        instrument = load_instrument(document_of(text, path.name), root)
        saved = parse_progress(text, instrument.id, instrument.version, path.name)
    except ContentError as error:
        return list(error.problems)
    except LookupError as error:
        return [Problem("document", str(error.args[0]))]
    _, problems = read_answers(instrument, saved.values)
    found = list(problems)
    if path.stem not in (instrument.id, f"{instrument.id}{LATER}"):
        advice = f"call it {instrument.id}.json, or {instrument.id}{LATER}.json"
        found.append(Problem("file name", f"is an example for '{instrument.id}'", advice))
    if not saved.example:
        advice = 'write: "example": "the name of a made-up council"'
        found.append(Problem("example", "does not say that it is made up", advice))
    if saved.version < instrument.version:
        what = (
            f"is for version {saved.version}, and the questions have version {instrument.version}"
        )
        found.append(Problem("version", what, "load it on the page, look it through, save it"))
    return found


def _path(instrument: Instrument, root: Path | None, part: str) -> Path:
    return (root or content_root()) / "data" / "examples" / f"{instrument.id}{part}.json"
