"""A lesson or an in-depth notebook as a page without a kernel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupyter_server.services.contents.filemanager import FileContentsManager
from markupsafe import Markup
from nbconvert.filters.markdown_mistune import MarkdownWithMath

from toolkit.frontmatter import read_notebook
from toolkit.serving.arrange import arrange, link_terms
from toolkit.serving.markdown import Markdown
from toolkit.static_site.activity import Activity, as_script, make_activity
from toolkit.static_site.running import Run
from toolkit.static_site.site import StaticSite

__all__ = ["Read", "read_run"]


@dataclass(frozen=True)
class Read:
    """A notebook that was run, ready to be drawn.

    Parameters
    ----------
    title, kind, id : str
        As its front matter says.
    minutes, sample : int
        How long it takes, and the sample its numbers are of; 0 where it says neither.
    cells : tuple of mapping
        Text as ``html``, or an ``activity`` with its ``number``; either may open a section.
    sections : tuple of mapping
        ``id`` and ``title``.
    """

    title: str
    kind: str
    id: str
    minutes: int
    sample: int
    cells: tuple[Mapping[str, Any], ...]
    sections: tuple[Mapping[str, str], ...]

    @property
    def script(self) -> str:
        """The results of its activities, as a script."""
        return as_script({cell["number"]: cell["activity"] for cell in self._activities})

    @property
    def opening(self) -> str:
        """The results that its activities open with, as a script for paper."""
        return as_script({cell["number"]: cell["activity"].opening() for cell in self._activities})

    @property
    def _activities(self) -> list[Mapping[str, Any]]:
        return [cell for cell in self.cells if "activity" in cell]

    def draw(self, site: StaticSite, served: str, data: str, *, handout: bool = False) -> str:
        """Return the page.

        Parameters
        ----------
        site : StaticSite
            What it belongs to.
        served : str
            The path it has where it is served.
        data : str
            The address of its script.
        handout : bool
            Whether it is for paper.

        Returns
        -------
        str
            HTML, with the addresses of a served copy.
        """
        return site.page(
            "static-notebook.html",
            **vars(self),
            page={"id": self.id},
            served=served,
            data=data,
            handout=handout,
        )


def read_run(path: Path, run: Run, site: StaticSite, change: Callable[[str], str]) -> Read:
    """Return what a page shows of a notebook that was run.

    Parameters
    ----------
    path : Path
        The notebook.
    run : tuple
        As `toolkit.static_site.running.run_notebooks` returns it.
    site : StaticSite
        What it belongs to.
    change : callable
        Given an address, returns what stands in its place.

    Returns
    -------
    Read
        Its text and its activities.
    """
    notebook, rehearsed = run
    said = read_notebook(path).front_matter
    cells, sections = arrange(notebook.cells)
    if said.get("kind") == "lesson":
        cells = link_terms(cells, site, said)
    render = _markdown(site.root)
    activities = {number: make_activity(one, change) for number, one in rehearsed.items()}
    return Read(
        title=str(said["title"]),
        kind=str(said["kind"]),
        id=str(said.get("id") or ""),
        minutes=int(str(said.get("minutes") or 0)),
        sample=int(str(said.get("sample") or 0)),
        cells=tuple(_shown(cells, render, activities)),
        sections=tuple(sections),
    )


def _shown(
    cells: list[Any], render: Callable[[str], Markup], activities: Mapping[int, Activity]
) -> list[dict[str, Any]]:
    """Return what is seen of the cells. Activities are numbered from 1 in the order they stand."""
    shown: list[dict[str, Any]] = []
    number = 0
    for cell in cells:
        opens = cell.metadata.get("opens", "")
        if cell.cell_type == "markdown":
            shown.append({"opens": opens, "html": render(cell.source)})
        elif cell.execution_count in activities:
            number += 1
            activity = activities[cell.execution_count]
            shown.append({"opens": opens, "number": str(number), "activity": activity})
    return shown


def _markdown(root: Path) -> Callable[[str], Markup]:
    pictures = FileContentsManager(root_dir=str(root))
    render = MarkdownWithMath(renderer=Markdown(pictures))
    return lambda text: Markup(render.render(text))  # our renderer shows HTML, and obeys none
