"""Every self-assessment of a content folder at once, for what takes files of any of them."""

from __future__ import annotations

from pathlib import Path

from toolkit.added import refused_files
from toolkit.assessment.instrument import Instrument, instrument_paths, read_instrument
from toolkit.errors import ContentError

__all__ = ["load_instruments", "read_shelf"]


def load_instruments(root: Path | None = None) -> dict[str, Instrument]:
    """Return every self-assessment of a content folder that can be used, by its id.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    dict of str to Instrument
        Without those whose file has mistakes: `toolkit check` names them.
    """
    return {instrument.id: instrument for instrument in read_shelf(root)[0]}


def read_shelf(
    root: Path | None = None,
) -> tuple[tuple[Instrument, ...], tuple[ContentError, ...]]:
    """Return the self-assessments of a content folder, and why others cannot be used.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.

    Returns
    -------
    instruments : tuple of Instrument
        By the names of their files.
    errors : tuple of ContentError
        One for each file with mistakes, and for each that a council may not add.
    """
    instruments: list[Instrument] = []
    errors = list(refused_files("data/instruments", root))
    for path in instrument_paths(root):
        try:
            instruments.append(read_instrument(path))
        except ContentError as error:
            errors.append(error)
    return tuple(instruments), tuple(errors)
