"""Every self-assessment of a content folder at once, for what takes files of any of them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from toolkit.assessment.instrument import Instrument, instrument_paths, read_instrument
from toolkit.errors import ContentError

__all__ = ["load_instruments"]


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
    found = {}
    for path in instrument_paths(root):
        with suppress(ContentError):
            found[path.stem] = read_instrument(path)
    return found
