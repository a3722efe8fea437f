"""Worked examples: saved answers about a council that does not exist, one for an instrument."""

from __future__ import annotations

from pathlib import Path

from toolkit.assessment.instrument import Instrument
from toolkit.place import content_root
from toolkit.progress import ProgressFile, parse_progress

__all__ = ["LATER", "has_example", "load_example"]

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


def _path(instrument: Instrument, root: Path | None, part: str) -> Path:
    return (root or content_root()) / "data" / "examples" / f"{instrument.id}{part}.json"
