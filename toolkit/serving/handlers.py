"""What answers a request: Voilà's own handlers with our pages, cache times and limits."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator
from contextlib import nullcontext
from typing import Any

from jupyter_server.base.handlers import FileFindHandler, JupyterHandler
from tornado.web import HTTPError, RequestHandler, authenticated
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.static_file_handler import AllowListFileHandler, MultiStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler

from toolkit.added import find_file
from toolkit.serving.case_page import case_page
from toolkit.serving.front.entering import Entered, left
from toolkit.serving.kernels.ready import Pool
from toolkit.serving.pages import contents_of
from toolkit.serving.site import STATIC_FOLDERS, Site

__all__ = ["Extensions", "Files", "Missing", "replace", "routes"]

FINISHED = "<template data-toolkit-finished></template>"  # as at the end of the template
HEARTBEAT = "voila_heartbeat"  # what Voilà sends when there is nothing to send
LONGEST_SILENCE = 150  # seconds; longer than VoilaExecutor.timeout in voila.json
Route = tuple[Any, ...]

NOTEBOOKS = r"(?:notebooks|casestudies)(?:/[^/\\_.][^/\\]*)+\.ipynb"
CASE = re.compile(r"casestudies/(?P<slug>[a-z0-9][a-z0-9-]*)\.ipynb")
STAMP = re.compile(r"/static/(?:[0-9a-f]{12}|v[0-9][0-9a-z.]*)/|\.[0-9a-f]{16,}\.js$")
FLUSH = "<!-- send -->"  # the template has this where the visitor should see what there is


class PlainErrors:
    """Tell a visitor what went wrong in plain words, whatever it was."""

    def write_error(self: Any, status_code: int, **kwargs: Any) -> None:
        """Answer with a page that says what to do next."""
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.finish(self.settings["toolkit_site"].error(status_code))


class Kept:
    """Let browsers keep a file for a year where its address changes with its content."""

    def set_headers(self: Any) -> None:
        """Set how long the file may be kept."""
        super().set_headers()  # type: ignore[misc]
        stamped = STAMP.search(self.request.path)
        keep = "public, max-age=31536000, immutable" if stamped else "no-cache"
        self.set_header("Cache-Control", keep)


class Page(PlainErrors, JupyterHandler):
    """A page that needs no kernel: the landing page and the statements."""

    def initialize(self, page: str) -> None:
        """Remember which page, the name of a method of `Site`."""
        self.page = self.told_as = page

    @authenticated
    def get(self) -> None:
        """Answer with the page as its files say now."""
        site: Site = self.settings["toolkit_site"]
        self.set_header("Cache-Control", "no-cache")
        self.finish(getattr(site, self.page)())


class HostNotes(PlainErrors, JupyterHandler):
    """The notes for those who lead a lesson, for a window of their own."""

    told_as = "host notes"

    @authenticated
    def get(self, lesson: str) -> None:
        """Answer with the notes as the lesson's notebook says now."""
        site: Site = self.settings["toolkit_site"]
        self.set_header("Cache-Control", "no-cache")
        try:
            self.finish(site.host_notes(lesson))
        except LookupError:
            raise HTTPError(404) from None


class Case(PlainErrors, JupyterHandler):
    """A short address of a case study that stays the same, for citations and lists."""

    @authenticated
    def get(self, slug: str) -> None:
        """Lead to the case."""
        if find_file("casestudies", slug) is None:
            raise HTTPError(404)
        site: Site = self.settings["toolkit_site"]
        self.redirect(f"{site.base}voila/render/casestudies/{slug}.ipynb")


class Missing(PlainErrors, RequestHandler):
    """The page for an address that nothing answers to."""

    told_as = "missing"

    def prepare(self) -> None:
        """Refuse every method alike."""
        raise HTTPError(404)


class Notebook(PlainErrors, Entered, TornadoVoilaHandler):
    """A notebook as a page, its text sent before its kernel is ready."""

    @property
    def drafts(self) -> Any:
        """What is kept of pages between visits: see `toolkit.serving.pages`."""
        return self.settings["toolkit_drafts"]

    @property
    def contents_manager(self) -> Any:
        """Read what is not among the toolkit's own notebooks from the folder a council adds."""
        return contents_of(str(self.path_args[0]), super().contents_manager)

    async def get_generator(self, path: str | None = None) -> AsyncIterator[str]:
        """Yield a page that is ready, with its kernel; where none is, make one."""
        pool: Pool | None = self.settings.get("toolkit_ready")
        ready = pool.take(str(path)) if pool else None
        if ready:
            self.claim(ready.kernel)
            self.set_header("Cache-Control", "no-cache, no-store, must-revalidate")
            yield ready.html
            return
        with pool.making() if pool else nullcontext():
            async for html in super().get_generator(path=path):
                yield html

    @authenticated
    async def get(self, path: str | None = None) -> None:
        """Send the page to whoever has a place, in as few pieces as its reader will notice."""
        if not re.fullmatch(NOTEBOOKS, path or ""):  # what was decoded may be another place
            raise HTTPError(404)
        case = CASE.fullmatch(path or "")
        html = case_page(self.settings["toolkit_site"], case["slug"]) if case else None
        if html is not None:
            self.told_as = str(path)
            self.set_header("Cache-Control", "no-cache")
            self.finish(html)
            return
        with self.entered(str(path)) as let_in:
            if let_in:
                await self.send(str(path))

    async def send(self, path: str) -> None:
        """Send what there is as it comes, and end what never will."""
        silent = 0
        async for piece in self.get_generator(path=path):
            silent = silent + 1 if HEARTBEAT in piece else 0
            if silent * self.voila_configuration.http_keep_alive_timeout > LONGEST_SILENCE:
                # Voilà waits for ever where drawing the page has failed; a visitor should not.
                self.write(FINISHED)
                return
            self.write("" if silent else piece)
            # Voilà sends every scrap of a template by itself, which defeats compression.
            if silent or FLUSH in piece:
                self.flush()


class Shutdown(VoilaShutdownKernelHandler):
    """End a page's kernel when the visitor leaves."""

    async def post(self, kernel_id: str) -> None:
        """End it, and give its place to the next."""
        await super().post(kernel_id)
        left(self, kernel_id)

    def check_xsrf_cookie(self) -> None:
        """Ask for no token: the browser's farewell carries none, so kernels were never ended.

        Only someone who knows the kernel's id, a random UUID, can end it.
        """


class Files(PlainErrors, AllowListFileHandler):
    """A file that a visitor may download."""

    def set_extra_headers(self, path: str) -> None:
        """Have notebooks and data saved, not shown."""
        self.set_header("Cache-Control", "no-cache")
        if path.endswith((".ipynb", ".csv")):
            self.set_header("Content-Disposition", "attachment")


class Assets(PlainErrors, Kept, MultiStaticFileHandler):
    """Our style sheet and scripts, and Voilà's."""

    def get_absolute_path(self, root: str, path: str) -> str:
        """Return the file in the first folder that has it."""
        self.root = next((r for r in self.roots if os.path.exists(os.path.join(r, path))), "")
        if not self.root:
            raise HTTPError(404)
        return os.path.abspath(os.path.join(self.root, path))


class Extensions(PlainErrors, Kept, FileFindHandler):
    """Scripts of widget libraries."""


def routes(base: str, home: str, notebook: dict[str, Any], front_end: list[str]) -> list[Route]:
    """Return the routes that are ours, wherever they are mounted.

    Parameters
    ----------
    base : str
        The path everything is served under, with slashes at both ends.
    home : str
        The path of the landing page, with slashes at both ends.
    notebook : dict
        What Voilà's notebook handler needs.
    front_end : list of str
        The folders with Voilà's scripts.

    Returns
    -------
    list of tuple
        For `tornado.web.Application.add_handlers`.
    """
    front_end_options = {"paths": front_end, "default_filename": "index.html"}
    asset_options = {"paths": [str(folder) for folder in STATIC_FOLDERS]}
    return [
        (f"{home}?", Page, {"page": "landing"}),
        (f"{home}accessibility/?", Page, {"page": "accessibility"}),
        (f"{home}privacy/?", Page, {"page": "privacy"}),
        (f"{home}glossary/?", Page, {"page": "glossary"}),
        (f"{home}host/?", Page, {"page": "host"}),
        (rf"{home}host/([a-z][a-z0-9-]*)", HostNotes),
        (f"{home}case/?", Page, {"page": "cases"}),
        (rf"{home}case/([a-z0-9][a-z0-9-]*)/?", Case),
        (rf"{base}voila/render/({NOTEBOOKS})", Notebook, notebook),
        (rf"{base}voila/templates/toolkit/static/(?:[0-9a-f]{{12}}/)?(.*)", Assets, asset_options),
        (rf"{base}voila/static/(?:v[0-9][0-9a-z.]*/)?(.*)", Assets, front_end_options),
        (rf"{base}voila/api/shutdown/(.*)", Shutdown),
    ]


def replace(routes: list[Route], by: dict[type, type | None]) -> list[Route]:
    """Return routes with some handlers changed for others, or left out where None is given."""
    return [
        (pattern, by.get(handler, handler), *options)
        for pattern, handler, *options in routes
        if by.get(handler, handler) is not None
    ]
