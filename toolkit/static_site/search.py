"""The search of the static site, made by Pagefind from the finished pages."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

__all__ = ["MISSING", "index_pages"]

MISSING = (
    "Pagefind makes the search of the case studies, and it is not installed. "
    "Install the group 'site' of pyproject.toml, or leave the search out with --no-search."
)
# Pagefind's own controls; ours ask its index directly.
UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
INDEX = "pagefind"


def index_pages(folder: Path) -> None:
    """Write the index of the case studies into a folder with the finished site.

    Parameters
    ----------
    folder : Path
        The site.

    Raises
    ------
    LookupError
        Where Pagefind is not installed, or could not make the index.
    """
    if find_spec("pagefind") is None:
        raise LookupError(MISSING)
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-subdir", INDEX]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LookupError(f"Pagefind could not make the search: {done.stderr.strip()}")
    for pattern in UNUSED:
        for file in (folder / INDEX).glob(pattern):
            file.unlink()
