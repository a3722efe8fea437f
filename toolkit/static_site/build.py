"""Make the static site: every page as bytes, then a folder or a zip of them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from toolkit.added import added_folder
from toolkit.contents import Entry, read_contents
from toolkit.language import speaking
from toolkit.serving.site import STATIC_FOLDERS
from toolkit.static_site.address import RENDER, Addresses
from toolkit.static_site.catalogue import Listed, case_pages, framework_pages
from toolkit.static_site.form import form_pages
from toolkit.static_site.notebook import Read, read_run
from toolkit.static_site.running import run_notebooks
from toolkit.static_site.site import SCRIPTS, StaticSite
from toolkit.static_site.still import with_addresses

__all__ = ["Files", "make_files", "write_zip"]

Files = Mapping[str, bytes]
ASSETS = ("style.css", "icon.svg", "page.js", "present.js", "notes.js", "idiomorph.min.js",
          "plotly-basic.min.js")  # fmt: skip
KINDS = ("lesson", "in-depth")


@dataclass(frozen=True)
class Plan:
    """What will be in the site, known before any page is drawn.

    Parameters
    ----------
    site : StaticSite
        The copy.
    notebooks : tuple of Entry
        The lessons and the in-depth pages.
    listed : tuple of Listed
        All other pages.
    """

    site: StaticSite
    notebooks: tuple[Entry, ...]
    listed: tuple[Listed, ...]

    def addresses(self) -> Addresses:
        """Return where each page will lie."""
        files = {page.file for page in self.listed}
        files |= {_file(entry) for entry in self.notebooks}
        files |= {_handout(entry) for entry in self.notebooks if entry.kind == "lesson"}
        return Addresses(frozenset(files), self.site.live)


def make_files(root: Path, *, built: date, live: str = "") -> Files:
    """Return every file of the static site but those of its search.

    Parameters
    ----------
    root : Path
        The content folder.
    built : date
        The day to date it with.
    live : str
        Where the served toolkit is, for what only it can do; empty where there is none.

    Returns
    -------
    mapping of str to bytes
        By the path from the site's folder. The same each time for the same content and day.

    Raises
    ------
    ContentError
        Where a notebook cannot be run.
    LookupError
        Where a page has an address that leads nowhere.
    """
    site = StaticSite(root, built=built, live=live)
    with speaking(site.language):
        return dict(sorted(_made(site).items()))


def _made(site: StaticSite) -> dict[str, bytes]:
    plan = Plan(site, _notebooks(site.root), tuple(_listed(site)))
    addresses = plan.addresses()
    pages = [*plan.listed]
    files = _assets(site.root, site)
    for entry, read in _read(plan, addresses):
        pages += _drawn(site, entry, read)
        files[f"assets/{_data(entry)}"] = read.script.encode()
        if entry.kind == "lesson":
            files[f"assets/handout-{_data(entry)}"] = read.opening.encode()
    for page in pages:
        files[page.file] = _with_addresses(page, addresses).encode()
    return files


def write_zip(folder: Path, path: Path, built: date) -> None:
    """Write a folder as a zip, the same each time for the same files and day.

    Parameters
    ----------
    folder : Path
        What `make_files` was written to.
    path : Path
        The zip.
    built : date
        The date of every file in it.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            name = f"{path.stem}/{file.relative_to(folder).as_posix()}"
            told = zipfile.ZipInfo(name, (built.year, built.month, built.day, 0, 0, 0))
            told.compress_type = zipfile.ZIP_DEFLATED
            told.external_attr = 0o644 << 16
            packed.writestr(told, file.read_bytes())


def _with_addresses(page: Listed, addresses: Addresses) -> str:
    def change(link: str) -> str:
        return addresses.relative(link, page.file, page.served)

    return with_addresses(page.html, change)


def _notebooks(root: Path) -> tuple[Entry, ...]:
    entries = (entry for group in read_contents(root) for entry in group.entries)
    return tuple(one for one in entries if one.kind in KINDS and not one.problem)


def _listed(site: StaticSite) -> Iterator[Listed]:
    """Return the pages that no notebook has to be run for."""
    yield Listed("index.html", "/", site.landing())
    for name in ("accessibility", "privacy", "glossary"):
        yield Listed(f"{name}.html", f"/{name}", getattr(site, name)())
    yield Listed("host/index.html", "/host", site.host())
    for lesson in site.lessons():
        yield Listed(f"host/{lesson.id}.html", f"/host/{lesson.id}", site.host_notes(lesson.id))
    yield from case_pages(site)
    yield from framework_pages(site)
    yield from form_pages(site)
    yield Listed("live.html", f"{RENDER}notebooks/live.ipynb", _live(site))


def _live(site: StaticSite) -> str:
    apps = [
        {"slug": Path(entry.path).stem, "title": entry.title, "summary": entry.summary}
        for group in read_contents(site.root)
        for entry in group.entries
        if entry.kind == "app" and not entry.problem
    ]
    return site.page("static-live.html", apps=apps)


def _read(plan: Plan, addresses: Addresses) -> Iterator[tuple[Entry, Read]]:
    """Run every notebook, and return what its page shows."""
    paths = {_path(plan.site.root, entry): entry for entry in plan.notebooks}
    for path, run in run_notebooks(list(paths), plan.site.root).items():
        entry = paths[path]

        def change(link: str, entry: Entry = entry) -> str:
            return addresses.relative(link, _file(entry), _served(entry))

        yield entry, read_run(path, run, plan.site, change)


def _drawn(site: StaticSite, entry: Entry, read: Read) -> Iterator[Listed]:
    served, assets = _served(entry), site.assets
    yield Listed(_file(entry), served, read.draw(site, served, assets + _data(entry)))
    if entry.kind == "lesson":
        data = f"{assets}handout-{_data(entry)}"
        yield Listed(_handout(entry), served, read.draw(site, served, data, handout=True))


def _assets(root: Path, site: StaticSite) -> dict[str, bytes]:
    folders = (*STATIC_FOLDERS, SCRIPTS)
    found = {file.name: file for folder in folders for file in sorted(folder.glob("*.*"))}
    names = [*ASSETS, *(file.name for file in SCRIPTS.iterdir())]
    files = {f"assets/{name}": found[name].read_bytes() for name in names}
    for folder in STATIC_FOLDERS:
        for licence in sorted((folder / "licences").glob("*.txt")):
            files[f"assets/licences/{licence.name}"] = licence.read_bytes()
    logo = site.identity().logo
    return files | ({f"assets/{Path(logo).name}": _logo(root, logo)} if logo else {})


def _logo(root: Path, logo: str) -> bytes:
    return (root / "data" / logo).read_bytes()


def _path(root: Path, entry: Entry) -> Path:
    folder = added_folder() if entry.added else None
    return (folder or root) / entry.path


def _served(entry: Entry) -> str:
    return f"{RENDER}{quote(entry.path)}"


def _file(entry: Entry) -> str:
    return entry.path.removeprefix("notebooks/").removesuffix(".ipynb") + ".html"


def _handout(entry: Entry) -> str:
    return f"handouts/{Path(entry.path).stem}.html"


def _data(entry: Entry) -> str:
    return f"data-{Path(entry.path).stem}.js"
