"""Read a notebook without running it: its front matter, its cells, its text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.errors import ContentError, Problem
from toolkit.language import _
from toolkit.yamlfile import Json, parse_yaml

__all__ = ["Cell", "Notebook", "parse_notebook", "read_notebook"]

TAG = "front-matter"


@dataclass(frozen=True)
class Cell:
    """One cell of a notebook.

    Parameters
    ----------
    kind : str
        ``markdown``, ``code`` or ``raw``.
    source : str
        Its text.
    tags : tuple of str
        Its tags.
    """

    kind: str
    source: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notebook:
    """A notebook as written: nothing in it has been run.

    Parameters
    ----------
    path : Path
        The file.
    front_matter : dict
        The YAML of the first cell.
    cells : tuple of Cell
        The cells after the first.
    """

    path: Path
    front_matter: dict[str, Json]
    cells: tuple[Cell, ...]

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def text(self) -> str:
        """The Markdown a reader sees, cells parted by blank lines."""
        shown = [
            cell.source.strip()
            for cell in self.cells
            if cell.kind == "markdown" and "author-note" not in cell.tags
        ]
        return "\n\n".join(shown)


def read_notebook(path: Path) -> Notebook:
    """Return a notebook's front matter and cells without running it.

    Parameters
    ----------
    path : Path
        An ``.ipynb`` file.

    Returns
    -------
    Notebook
        The notebook.

    Raises
    ------
    ContentError
        Where the file is missing or damaged, or its first cell holds no front matter.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ContentError(
            path, [Problem(_("file"), _("is not there"), _("check its name"))]
        ) from None
    except OSError as error:
        raise ContentError(
            path,
            [Problem(_("file"), _("cannot be read: {reason}").format(reason=error.strerror))],
        ) from None
    except UnicodeDecodeError:
        raise ContentError(path, [Problem(_("file"), _("is not a notebook"))]) from None
    return parse_notebook(text, path)


def parse_notebook(text: str, path: Path) -> Notebook:
    """Return the notebook that a text holds; see `read_notebook`.

    Parameters
    ----------
    text : str
        What an ``.ipynb`` file holds.
    path : Path
        Where it came from, for messages and for the slug.

    Returns
    -------
    Notebook
        The notebook.

    Raises
    ------
    ContentError
        Where the text is not a notebook, or its first cell holds no front matter.
    """
    try:
        raw = json.loads(text)
        cells = [_cell(cell) for cell in raw["cells"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ContentError(
            path,
            [
                Problem(
                    _("file"),
                    _("is not a notebook, or is damaged"),
                    _("open it in JupyterLab and save"),
                )
            ],
        ) from None
    if not cells or cells[0].kind != "raw" or TAG not in cells[0].tags:
        raise ContentError(
            path,
            [
                Problem(
                    _("first cell"),
                    _("is not a raw cell with the tag '{tag}'").format(tag=TAG),
                    _("copy the first cell of _template.ipynb and fill it in"),
                )
            ],
        )
    yaml_text = cells[0].source.strip().removeprefix("---").removesuffix("---")
    return Notebook(path, parse_yaml(yaml_text, path), tuple(cells[1:]))


def _cell(raw: dict[str, Any]) -> Cell:
    source = raw["source"]
    tags = tuple(raw.get("metadata", {}).get("tags", ()))
    text = source if isinstance(source, str) else "".join(source)
    text.encode()  # half a character, which JSON can hold, is damage: no page could show it
    return Cell(raw["cell_type"], text, tags)
