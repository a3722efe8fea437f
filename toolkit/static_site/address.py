"""Where each address of the served toolkit leads in the static site.

Views and templates write the addresses of the served toolkit. They are changed here, in one place,
into relative ones, so that the folder works below any path and without a server.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

__all__ = ["Addresses", "RENDER"]

RENDER = "/voila/render/"
ASSETS = re.compile(r"/voila/templates/toolkit/static/(?:[0-9a-f]{12}/)?([\w.-]+)$")
NOTEBOOK = re.compile(r"/voila/render/(?:notebooks/)?(.+)\.ipynb$")
CASE = re.compile(r"/(?:voila/render/casestudies/|case/)([a-z0-9-]+)(?:\.ipynb)?$")
NOTES = re.compile(r"/host/([a-z0-9-]+)$")
PAGES = {
    "/": "index.html",
    "/glossary": "glossary.html",
    "/accessibility": "accessibility.html",
    "/privacy": "privacy.html",
    "/host": "host/index.html",
    "/case": "cases/index.html",
}


@dataclass(frozen=True)
class Addresses:
    """The pages of a static site, and where the live toolkit is.

    Parameters
    ----------
    files : frozenset of str
        The files there are, from the site's folder.
    live : str
        Where the served toolkit is, ending in a slash; empty where there is none.
    folder : mapping
        For an app, the folder with its static pages.
    """

    files: frozenset[str]
    live: str = ""
    folder: Mapping[str, tuple[str, str]] = field(
        default_factory=lambda: {
            "explore-case-studies": ("cases", "case"),
            "frameworks": ("frameworks", "open"),
            "self-assessment": ("forms", "instrument"),
        }
    )

    def relative(self, address: str, page: str, served: str) -> str:
        """Return an address as a page of the site has to write it.

        Parameters
        ----------
        address : str
            As the served page has it.
        page : str
            The file of the page that links, from the site's folder.
        served : str
            The path the page has where it is served.

        Returns
        -------
        str
            Relative to the page; other sites' addresses and places on the same page stay.

        Raises
        ------
        LookupError
            Where nothing is known of the address.
        """
        if urlsplit(address).scheme or (address[:1] == "#" and "=" not in address):
            return address
        target = self.target(urljoin(served, address))
        if urlsplit(target).scheme:
            return target
        file, _, place = target.partition("#")
        path = posixpath.relpath(file, posixpath.dirname(page) or ".")
        here = f"#{place}" if place else ""
        return here if here and file == page else quote(path, safe="/?=") + here

    def target(self, address: str) -> str:
        """Return the file, with a place in it, that a served address leads to.

        Raises
        ------
        LookupError
            Where nothing is known of the address.
        """
        parts = urlsplit(address)
        path, place = unquote(parts.path), parts.fragment
        if path in PAGES:
            return PAGES[path] + (f"#{place}" if place else "")
        for pattern, wanted in ((ASSETS, "assets/{}"), (NOTES, "host/{}.html")):
            if match := pattern.match(path):
                return wanted.format(match[1])
        if path.startswith("/voila/files/data/"):
            return f"assets/{posixpath.basename(path)}"
        if match := CASE.match(path):
            return f"cases/{match[1]}.html"
        if match := NOTEBOOK.match(path):
            return self._notebook(match[1], parse_qs(parts.query), place, address)
        raise LookupError(f"the address '{address}' leads nowhere in the static site")

    def _notebook(self, name: str, asked: Mapping[str, list[str]], place: str, address: str) -> str:
        said = parse_qs(place)
        if name in self.folder:
            folder, opens = self.folder[name]
            file = f"{folder}/{said.get(opens, ['index'])[0]}.html"
            inside = said.get("source", said.get("question", [""]))[0]
            kind = "source" if "source" in said else "question"
            if file in self.files and inside:
                return f"{file}#{kind}-{inside}"
            if file in self.files:
                return file if opens in said or not place else f"{file}#{place}"  # a list's filters
        folder = "handouts" if "handout" in asked else posixpath.dirname(name)
        file = posixpath.join(folder, f"{posixpath.basename(name)}.html")
        if file in self.files:
            presented = "?present=1" if "present" in asked else ""
            return file + presented + (f"#{place}" if place and "=" not in place else "")
        return self.opened_live(address, posixpath.basename(name))

    def opened_live(self, address: str, name: str) -> str:
        """Return where something is that only the served toolkit has."""
        return urljoin(self.live, address.lstrip("/")) if self.live else f"live.html#{name}"
