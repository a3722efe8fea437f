"""The toolkit as a package that Python in the browser can install: its content lies inside it."""

from __future__ import annotations

import hashlib
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import toolkit
from toolkit.place import CONTENT

__all__ = ["LEFT_OUT", "NEEDS", "wheel_name", "write_wheel"]

NAME = "council_ai_toolkit"
# What the parts that run in the browser import. Each is pure Python, or comes with Pyodide.
NEEDS = (
    "anywidget",
    "govuk-frontend-jinja",
    "ipywidgets",
    "jinja2",
    "jsonschema",
    "markupsafe",
    "mistune",
    "numpy",
    "pandas",
    "python-docx",
    "pyyaml",
    "traitlets",
)
LEFT_OUT = ("serving", "static_site")  # what needs a server, or makes the copies without one
SOURCES = ("style", "node_modules", "__pycache__")
CONTENTS = {"data": "*", "casestudies": "*.ipynb", "notebooks": "*.ipynb"}


def wheel_name() -> str:
    """Return the file name of the package.

    Returns
    -------
    str
        As `pip` expects it.
    """
    return f"{NAME}-{toolkit.__version__}-py3-none-any.whl"


def write_wheel(root: Path, folder: Path, built: date) -> Path:
    """Write the package, the same each time for the same content and day.

    Parameters
    ----------
    root : Path
        The content folder.
    folder : Path
        Where to write it.
    built : date
        The date of every file in it.

    Returns
    -------
    Path
        The file.
    """
    files = {**dict(_code()), **dict(_content(root)), **_about()}
    record = f"{NAME}-{toolkit.__version__}.dist-info/RECORD"
    files[record] = _record(files, record).encode()
    path = folder / wheel_name()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            told = zipfile.ZipInfo(name, (built.year, built.month, built.day, 0, 0, 0))
            told.compress_type = zipfile.ZIP_DEFLATED
            told.external_attr = 0o644 << 16
            packed.writestr(told, content)
    return path


def _code() -> Iterator[tuple[str, bytes]]:
    package = Path(toolkit.__file__).parent
    for path in sorted(package.rglob("*")):
        inside = path.relative_to(package)
        if inside.parts[0] in LEFT_OUT or set(SOURCES).intersection(inside.parts):
            continue
        if path.is_file():
            yield f"toolkit/{inside.as_posix()}", path.read_bytes()


def _content(root: Path) -> Iterator[tuple[str, bytes]]:
    for folder, pattern in CONTENTS.items():
        for path in sorted((root / folder).rglob(pattern)):
            if path.is_file() and not any(part[:1] == "." for part in path.parts):
                inside = path.relative_to(root).as_posix()
                yield f"toolkit/{CONTENT}/{inside}", path.read_bytes()


def _about() -> dict[str, bytes]:
    about = f"{NAME}-{toolkit.__version__}.dist-info"
    needs = "".join(f"Requires-Dist: {name}\n" for name in NEEDS)
    name = NAME.replace("_", "-")
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {toolkit.__version__}\n{needs}"
    wheel = "Wheel-Version: 1.0\nGenerator: toolkit\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    return {f"{about}/METADATA": metadata.encode(), f"{about}/WHEEL": wheel.encode()}


def _record(files: dict[str, bytes], record: str) -> str:
    lines = [f"{name},sha256={_hash(content)},{len(content)}" for name, content in files.items()]
    return "\n".join([*lines, f"{record},,", ""])


def _hash(content: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
