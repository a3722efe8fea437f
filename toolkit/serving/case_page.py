"""A case study as a page without a kernel: what its notebook shows can be told without running it.

Nearly every case is text and one cell that shows its facts. Such a page is made here at once. A
notebook with any other code, as a council may write, is run like every other notebook.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat
from jupyter_server.services.contents.largefilemanager import LargeFileManager
from markupsafe import Markup
from nbconvert.filters.markdown_mistune import MarkdownWithMath

from toolkit.added import find_file
from toolkit.errors import ContentError
from toolkit.frontmatter import read_notebook
from toolkit.serving.arrange import arrange
from toolkit.serving.markdown import Markdown
from toolkit.serving.site import Site
from toolkit.views.case import show_case_study

__all__ = ["case_page"]

ALL_IT_RUNS = re.compile(
    r"from toolkit\.views\.case import show_case_study\s+"
    r"show_case_study\((['\"])(?P<slug>[a-z0-9][a-z0-9-]*)\1\)"
)


def case_page(site: Site, slug: str) -> str | None:
    """Return the page of a case study, made without a kernel.

    Parameters
    ----------
    site : Site
        The copy of the toolkit it belongs to.
    slug : str
        The name of the notebook without its ending.

    Returns
    -------
    str or None
        HTML; None where there is no such case, or where only running its notebook can tell what
        it shows or what is wrong with it.
    """
    file = find_file("casestudies", slug)
    if file is None or slug.startswith("_"):
        return None
    try:
        said = read_notebook(file.path).front_matter
        notebook = nbformat.reads(file.path.read_text(encoding="utf-8"), as_version=4)
        if not _only_shows(notebook.cells, slug):
            return None
        shown = show_case_study(slug).html
    except (ContentError, LookupError):
        return None
    cells, sections = arrange(notebook.cells)
    parts = [_part(cell, file.path) for cell in cells if cell.cell_type == "markdown"]
    # The facts stand where the notebook's cell is: under the title, before the first section.
    first = next((place for place, part in enumerate(parts) if part["opens"]), len(parts))
    parts.insert(first, {"opens": "", "html": shown, "prose": False})
    return site.render("case.html", title=str(said["title"]), parts=parts, sections=sections)


def _only_shows(cells: list[Any], slug: str) -> bool:
    """Return whether a notebook's code does nothing but show its own facts."""
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    match = ALL_IT_RUNS.fullmatch(code.strip())
    return match is not None and match["slug"] == slug


def _part(cell: Any, path: Path) -> dict[str, Any]:
    pictures = LargeFileManager(root_dir=str(path.parent))
    renderer = Markdown(pictures, attachments=cell.get("attachments", {}))
    html = MarkdownWithMath(renderer=renderer).render(cell.source)
    # The renderer shows HTML in the text as text.
    return {"opens": cell.metadata.get("opens", ""), "html": Markup(html), "prose": True}
