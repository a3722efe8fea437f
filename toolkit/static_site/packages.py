"""The packages that lie beside ours in the copy that runs in the browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

__all__ = ["BESIDE", "fetch_packages"]

# Pure Python packages that Pyodide does not come with: they lie beside ours in the copy.
BESIDE = (
    "anywidget",
    "comm",
    "govuk-frontend-jinja",
    "ipywidgets",
    "jupyterlab-widgets",
    "mistune",
    "psygnal",
    "python-docx",
)


def fetch_packages(folder: Path, lock: Path, wheels: Path | None) -> None:
    """Put the packages of `BESIDE` into a folder, as `requirements.lock` pins them.

    Parameters
    ----------
    folder : Path
        Where to.
    lock : Path
        The lock file.
    wheels : Path or None
        A folder to take them from; they are fetched where it is None.

    Raises
    ------
    LookupError
        Where one cannot be had.
    """
    wanted = folder.parent / "beside.txt"
    wanted.write_text(_pins(lock), encoding="utf-8")
    source = ["--no-index", "--find-links", str(wheels)] if wheels else []
    command = [
        sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet",
        "--no-deps", "--require-hashes", "--only-binary", ":all:", "--platform", "any",
        "--abi", "none", "--implementation", "py", "--python-version", "3.14", *source,
        "--dest", str(folder), "--requirement", str(wanted),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LookupError(f"A package could not be had: {done.stderr.strip()}")


def _pins(lock: Path) -> str:
    """Return the entries of a lock file for the packages of `BESIDE`."""
    entries = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return "\n".join(line for line in entries if line.split("==")[0] in BESIDE)
