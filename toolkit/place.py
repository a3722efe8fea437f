"""Where content lives: the folder that holds `notebooks`, `casestudies` and `data`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["CONTENT", "content_root"]

_MARK = Path("data") / "vocabulary.yaml"
CONTENT = "content"  # in a package for the browser, where nothing can lie beside a package
_INSTALLED = Path("share") / "council-ai-toolkit"


def content_root() -> Path:
    """Return the folder that holds `notebooks`, `casestudies` and `data`.

    Looked for in this order: the folder that ``TOOLKIT_ROOT`` names, the working folder and
    the folders above it, the checkout this package lies in, the content inside the package,
    the content that was installed with it.

    Returns
    -------
    Path
        An absolute path.

    Raises
    ------
    LookupError
        Where no such folder can be found.
    """
    named = os.environ.get("TOOLKIT_ROOT")
    if named:
        return _required(Path(named))
    here = Path.cwd()
    installed = Path(sys.prefix) / _INSTALLED
    inside = Path(__file__).parent / CONTENT
    for folder in (here, *here.parents, Path(__file__).parents[1], inside, installed):
        if (folder / _MARK).is_file():
            return folder.resolve()
    raise LookupError(
        "Cannot find the toolkit's content. Run the command in the toolkit's folder, "
        "or set TOOLKIT_ROOT to the folder that holds 'notebooks', 'casestudies' and 'data'."
    )


def _required(folder: Path) -> Path:
    if not (folder / _MARK).is_file():
        raise LookupError(
            f"TOOLKIT_ROOT is '{folder}', but that folder has no {_MARK.as_posix()}. "
            "Set it to the folder that holds 'notebooks', 'casestudies' and 'data'."
        )
    return folder.resolve()
