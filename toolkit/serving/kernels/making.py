"""Make a page before anybody asks for it, as Voilà's handler makes one for a visitor."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import date
from pathlib import Path
from typing import Any

import voila.handler
from voila.utils import ENV_VARIABLE

from toolkit.added import content_files
from toolkit.errors import did_you_mean
from toolkit.serving.kernels.ready import Pool, Ready
from toolkit.serving.pages import Drafts, Renderer, contents_of

__all__ = ["VARIABLE", "make_page", "make_pool", "weigh_pages"]

VARIABLE = "TOOLKIT_READY"
FAILED = "data-toolkit-failure"  # what the template writes where a cell has failed
# What a visitor's own request says to a notebook; nothing of that is known beforehand.
OF_A_REQUEST = ("QUERY_STRING", "VOILA_REQUEST", "SCRIPT_NAME", "PATH_INFO", "HTTP_", "SERVER_")
APPS, LESSONS = "notebooks", "notebooks/lessons"
IN_DEPTH, CASES = "notebooks/in-depth", "casestudies"


def make_pool(server: Any, drafts: Drafts) -> Pool:
    """Return the ready pages of a server: none yet.

    Parameters
    ----------
    server : toolkit.serving.app.Server
        Its ``audience`` says how many people are expected at once. The variable TOOLKIT_READY
        names pages, with commas between them, where not all are to be kept ready; or ``none``.
    drafts : Drafts
        What is kept of its pages.

    Returns
    -------
    Pool
        Its ``keep`` is to be run.

    Raises
    ------
    LookupError
        Where TOOLKIT_READY names a page that is not there.
    """
    named = [name.strip() for name in os.environ.get(VARIABLE, "").split(",") if name.strip()]
    if named == ["none"]:
        audience, named = 0, []
    else:
        audience = getattr(server, "audience", 0)
    root = Path(server.root_dir)
    wanted = weigh_pages(root, named)  # better refused now than never ready
    return Pool(
        server.kernel_manager,
        make=lambda path: make_page(server, drafts, path),
        stamp=drafts.stamp,
        pages=lambda: _still_there(wanted, root) if named else weigh_pages(root),
        audience=audience,
        log=server.log,
    )


def weigh_pages(root: Path, named: Sequence[str] = ()) -> dict[str, int]:
    """Return the pages that may be kept ready, and how much each counts before its first visit.

    Parameters
    ----------
    root : Path
        The content folder.
    named : sequence of str
        Names of pages, as their addresses end: the only ones to keep ready. All where empty.

    Returns
    -------
    dict of str to int
        By path: 1 for apps and lessons, 0 for what most visitors read elsewhere.

    Raises
    ------
    LookupError
        Where a page that is named is not there.
    """
    apps, in_depth = _own(root, APPS), _own(root, IN_DEPTH)
    lessons, cases = ([f"{kind}/{file.path.name}" for file in content_files(kind)]
                      for kind in (LESSONS, CASES))  # fmt: skip
    found = {**dict.fromkeys([*apps, *lessons], 1), **dict.fromkeys([*in_depth, *cases], 0)}
    by_name = {Path(path).stem: path for path in found}
    for name in named:
        if name not in by_name:
            advice = did_you_mean(name, by_name)
            raise LookupError(f"{VARIABLE} names '{name}', but there is no such page. {advice}")
    return {by_name[name]: 1 for name in named} or found


def _still_there(wanted: dict[str, int], root: Path) -> dict[str, int]:
    """Return those pages whose notebooks nobody has taken away since they were named."""
    found = weigh_pages(root)
    return {path: weight for path, weight in wanted.items() if path in found}


def _own(root: Path, kind: str) -> list[str]:
    """Return the paths of the toolkit's own notebooks in one folder that have an address."""
    paths = sorted((root / kind).glob("[!_.]*.ipynb"))
    return [f"{kind}/{path.name}" for path in paths]


async def make_page(server: Any, drafts: Drafts, path: str) -> Ready | None:
    """Return a page with its kernel.

    Parameters
    ----------
    server : toolkit.serving.app.Server
        The server.
    drafts : Drafts
        What is kept of its pages.
    path : str
        The notebook, from the content folder.

    Returns
    -------
    Ready or None
        None where a cell fails or asks for a visitor's request: visitors find out themselves.
    """
    stamp, day, kernels = drafts.stamp(), date.today(), server.kernel_manager
    renderer = _renderer(server, drafts, path)
    await renderer.initialize()
    code = (cell.source for cell in renderer.notebook.cells if cell.cell_type == "code")
    if any(word in source for source in code for word in OF_A_REQUEST):
        return None
    async with AsyncExitStack() as undo:
        kernel = await kernels.start_kernel(
            kernel_name=renderer.notebook.metadata.kernelspec.name,
            path=renderer.cwd,
            env={**os.environ, **_environment(server, path)},
        )
        kernels.kept.add(kernel)
        undo.callback(kernels.kept.discard, kernel)
        undo.push_async_callback(_end, kernels, kernel)
        running = kernels.get_kernel(kernel)
        pieces = [html async for html, _ in renderer.generate_content_generator(kernel, running)]
        page = "".join(pieces)
        if FAILED in page:
            return None
        undo.pop_all()
    return Ready(kernel, running.provisioner.pid, page, stamp, day)


async def _end(kernels: Any, kernel: str) -> None:
    if kernel in kernels:
        await kernels.shutdown_kernel(kernel, now=True)


def _renderer(server: Any, drafts: Drafts, path: str) -> Renderer:
    settings, voila_configuration = server.app.settings, server.voila_configuration
    return Renderer(
        drafts,
        voila_configuration=voila_configuration,
        traitlet_config=server.config,
        notebook_path=path,
        template_paths=server.template_paths,
        config_manager=server.config_manager,
        contents_manager=contents_of(path, server.contents_manager),
        base_url=server.base_url,
        kernel_spec_manager=server.kernel_spec_manager,
        page_config=voila.handler.get_page_config(
            base_url=server.base_url,
            settings=settings,
            log=server.log,
            voila_configuration=voila_configuration,
        ),
        mathjax_config=settings.get("mathjax_config"),
        mathjax_url=settings.get("mathjax_url"),
    )


def _environment(server: Any, path: str) -> dict[str, str]:
    """Return what Voilà tells every kernel of its server."""
    return {
        ENV_VARIABLE.VOILA_PREHEAT: "False",  # there is nothing to wait for
        ENV_VARIABLE.VOILA_BASE_URL: server.base_url,
        ENV_VARIABLE.VOILA_SERVER_URL: server.server_url or server.base_url,
        ENV_VARIABLE.VOILA_APP_PORT: str(server.port),
    }
