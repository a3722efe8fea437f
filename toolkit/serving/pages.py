"""How a notebook becomes a page: what is the same for every visitor is made once.

Voilà reads, checks, arranges and converts a notebook and compiles its template for each visit: a
quarter of a second in which the server, which has one thread, does nothing for anybody else. Here
that is kept until a file of the content or of the toolkit changes.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import voila.handler
from jinja2 import pass_context
from jupyter_server.services.contents.largefilemanager import LargeFileManager
from nbconvert.exporters.templateexporter import TemplateExporter
from nbformat.sign import MemorySignatureStore, NotebookNotary
from voila.notebook_renderer import NotebookRenderer
from voila.utils import get_page_config

from toolkit.added import KINDS, added_folder, find_file
from toolkit.serving.kernels.files import Stamp, stamp_of

__all__ = ["Draft", "Drafts", "Renderer", "contents_of", "install", "no_signatures"]

PACKAGE = Path(__file__).parents[1]
CONTENT = ("notebooks", "casestudies", "data")


@dataclass(frozen=True)
class Draft:
    """A page without what its cells show.

    Parameters
    ----------
    stamp : Stamp
        The files it was made from, and many others.
    source : NotebookNode
        The notebook as its file has it.
    arranged : NotebookNode
        The notebook as the template wants it.
    resources : dict
        What the template knows besides.
    template : jinja2.Template
        Compiled.
    """

    stamp: Stamp
    source: Any
    arranged: Any
    resources: dict[str, Any]
    template: Any


class Drafts:
    """The drafts of one server, by the path of their notebook.

    Parameters
    ----------
    root : Path
        The content folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._kept: dict[str, Draft] = {}

    def stamp(self) -> Stamp:
        """Return what changes when a file of the content or of the toolkit does."""
        try:
            added: Iterable[Path] = filter(None, [added_folder()])
        except LookupError:  # it has been taken away
            added = ()
        return stamp_of([PACKAGE, *(self._root / name for name in CONTENT), *added])

    def get(self, path: str) -> Draft | None:
        """Return the draft of a page, unless something has changed since it was made."""
        draft = self._kept.get(path)
        return draft if draft and draft.stamp == self.stamp() else None

    def keep(self, path: str, draft: Draft) -> Draft:
        """Keep a draft in the place of an older one."""
        self._kept[path] = draft
        return draft


def contents_of(path: str, usual: Any) -> Any:
    """Return who reads a notebook: another than usual for those that a council adds.

    Parameters
    ----------
    path : str
        The notebook, from the content folder.
    usual : jupyter_server.services.contents.manager.ContentsManager
        Who reads the toolkit's own.

    Returns
    -------
    jupyter_server.services.contents.manager.ContentsManager
    """
    kind, _, name = path.rpartition("/")
    file = find_file(kind, name.removesuffix(".ipynb")) if kind in KINDS else None
    if file is None or not file.added:
        return usual
    return LargeFileManager(root_dir=str(added_folder()), notary=no_signatures())


def no_signatures() -> NotebookNotary:
    """Return who knows of no signed notebook, and keeps nothing in anybody's home folder.

    Jupyter signs notebooks for whoever edits them, with a key and a list in the user's home. A
    server edits none, and its user may have no home that can be written.

    Returns
    -------
    nbformat.sign.NotebookNotary
        For one contents manager.
    """
    return NotebookNotary(secret=os.urandom(32), store_factory=MemorySignatureStore)


class Renderer(NotebookRenderer):
    """Voilà's way to make a page, from a draft where there is one."""

    def __init__(self, drafts: Drafts, **options: Any) -> None:
        super().__init__(**options)
        self.drafts = drafts

    async def initialize(self, **options: Any) -> None:
        """Have a draft at hand."""
        found = self.drafts.get(self.notebook_path)
        if found is None:
            stamp = self.drafts.stamp()  # before anything is read
            await super().initialize(**options)
            found = self.drafts.keep(self.notebook_path, self._draft(stamp))
        self.draft, self.notebook = found, found.source
        self.cwd = os.path.dirname(self.notebook_path)
        self.page_config["jupyterLabTheme"] = self.voila_configuration.theme

    def _draft(self, stamp: Stamp) -> Draft:
        exporter = self.exporter
        exporter.register_filter("markdown2html", _once(exporter.markdown2html))
        exporter.register_filter("trusted", _trusted)
        # As VoilaExporter.generate_from_notebook_node does before it fills the template.
        arranged, resources = super(TemplateExporter, exporter).from_notebook_node(
            self.notebook, self.resources
        )
        resources["static_url"] = exporter.static_url
        return Draft(stamp, self.notebook, arranged, resources, exporter.template)

    async def generate_content_generator(
        self, kernel_id: str | None = None, kernel_future: Any = None
    ) -> AsyncIterator[tuple[str, dict[str, Any]]]:
        """Yield the page in pieces, its cells run in a kernel."""
        start = partial(self._jinja_kernel_start, kernel_id=kernel_id, kernel_future=kernel_future)
        async for piece in self.draft.template.generate_async(
            nb=deepcopy(self.draft.arranged),  # what the cells show is put into it
            resources=self.draft.resources,
            page_config=self.page_config,
            static_url=self.draft.resources["static_url"],
            frontend="voila",
            main_js="voila.js",
            kernel_start=start,
            notebook_execute=self._jinja_notebook_execute,
            cell_generator=self._jinja_cell_generator,
            progressive_rendering=False,
        ):
            yield piece, self.draft.resources


def _once(convert: Callable[[Any, str], str]) -> Callable[[Any, str], str]:
    """Return a filter that converts each piece of Markdown once."""
    converted: dict[tuple[str, str], str] = {}

    @pass_context
    def kept(context: Any, source: str) -> str:
        piece = (context["cell"]["id"], source)
        if piece not in converted:
            converted[piece] = convert(context, source)
        return converted[piece]

    return kept


def _trusted(output: Any) -> Any:
    """Mark what a cell shows as trusted, for Voilà's own front end."""
    output["trusted"] = True
    return output


def install() -> None:
    """Have Voilà make our pages our way, and every other page in its own."""
    configs: dict[tuple[str, int], dict[str, Any]] = {}

    def page_config_once(base_url: str, voila_configuration: Any, **more: Any) -> dict[str, Any]:
        """Look for installed extensions once: what they say is in hundreds of files."""
        key = (base_url, id(voila_configuration))
        if key not in configs:
            configs[key] = get_page_config(
                base_url=base_url, voila_configuration=voila_configuration, **more
            )
        return configs[key]

    # Voilà names both in the module and offers no setting for them.
    voila.handler.NotebookRenderer = _renderer
    voila.handler.get_page_config = page_config_once


def _renderer(**options: Any) -> NotebookRenderer:
    drafts = getattr(options["request_handler"], "drafts", None)
    # A hook may change the notebook for each visitor.
    if drafts is None or options["voila_configuration"].prelaunch_hook:
        return NotebookRenderer(**options)
    return Renderer(drafts, **options)
