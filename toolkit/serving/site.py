"""The pages that need no kernel, and what every page says of the site it belongs to."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import voila
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import toolkit
from toolkit.added import content_files
from toolkit.cases.link import read_case_links
from toolkit.colour import darker
from toolkit.contents import read_contents
from toolkit.errors import ContentError
from toolkit.glossary import Term, load_glossary
from toolkit.identity import Identity, read_identity
from toolkit.language import Language
from toolkit.lesson import Lesson
from toolkit.serving.front.headers import mark
from toolkit.serving.host_pages import course, guide, notes
from toolkit.serving.markdown import to_html
from toolkit.serving.spoken import in_its_language, words_of_scripts
from toolkit.translation import load_language
from toolkit.views.template import speak

__all__ = ["STATIC_FOLDERS", "TEMPLATE", "Site"]

log = logging.getLogger(__name__)

PACKAGE = Path(__file__).parents[1]
TEMPLATE = PACKAGE / "serving" / "templates" / "toolkit"
STATIC_FOLDERS = (TEMPLATE / "static", PACKAGE / "views" / "static")
BUILT = TEMPLATE / "static" / "front-end"


@dataclass(frozen=True)
class Site:
    """One served copy of the toolkit.

    Parameters
    ----------
    root : Path
        The content folder.
    base : str
        The path everything is served under, with slashes at both ends.
    home : str
        The path of the landing page, with slashes at both ends.
    stamped : bool
        Whether the server understands addresses of assets that change with their content,
        which browsers may then keep for a year.
    """

    root: Path
    base: str = "/"
    home: str = "/"
    stamped: bool = True

    @property
    def assets(self) -> str:
        """The address of the folder with style sheet and scripts."""
        folder = f"{self.base}voila/templates/toolkit/static/"
        return f"{folder}{_stamp()}/" if self.stamped else folder

    @property
    def front_end(self) -> str:
        """The address of the folder with Voilà's own scripts."""
        folder = f"{self.base}voila/static"
        return f"{folder}/v{voila.__version__}" if self.stamped else folder

    def context(self) -> dict[str, Any]:
        """Return what the frame of every page shows: names, addresses, colours."""
        identity = self.identity()
        return {
            "name": identity.name,
            "council": identity.council,
            "logo": f"{self.base}voila/files/data/{identity.logo}" if identity.logo else "",
            "contact": identity.contact,
            "corrections": identity.corrections,
            "colours": {
                "header": identity.colours.header,
                "link": identity.colours.link,
                "link_hover": darker(identity.colours.link, by=0.4),
                "button": identity.colours.button,
                "button_hover": darker(identity.colours.button),
            },
            "base": self.base,
            "home": self.home,
            "assets": self.assets,
            "front_end": self.front_end,
            "nonce": mark(),
            "version": toolkit.__version__,
            "language": self.language.code,
            "words": words_of_scripts(),
            "keeps": True,
        }

    @property
    def language(self) -> Language:
        """The language of the interface, as the files say now."""
        return load_language(self.root)

    def identity(self) -> Identity:
        """Return who runs this copy, as the file says now."""
        try:
            return read_identity(self.root / "data" / "identity.yaml")
        except ContentError as error:
            log.error("%s\nUntil that is put right, every page has the toolkit's own name.", error)
            return Identity()

    @in_its_language
    def landing(self) -> str:
        """Return the landing page: everything this copy offers."""
        return self.render("landing.html", groups=read_contents(self.root))

    @in_its_language
    def accessibility(self) -> str:
        """Return the accessibility statement."""
        path = self.root / "ACCESSIBILITY.md"
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        return self.render("accessibility.html", statement=to_html(text))

    @in_its_language
    def privacy(self) -> str:
        """Return what happens to what a visitor types."""
        return self.render("privacy.html", paragraphs=self.identity().privacy)

    @in_its_language
    def cases(self) -> str:
        """Return the list of all case studies."""
        slugs = [file.path.stem for file in content_files("casestudies", self.root)]
        cases = sorted(read_case_links(slugs, self.root), key=lambda case: case.title.casefold())
        return self.render("cases.html", cases=cases)

    @in_its_language
    def glossary(self) -> str:
        """Return the terms that lessons use, in plain English."""
        return self.render("glossary.html", terms=self.terms())

    def terms(self) -> tuple[Term, ...]:
        """Return the glossary's terms, none where its file is damaged."""
        try:
            return load_glossary(self.root).terms
        except ContentError as error:
            log.error("%s", error)
            return ()

    def lessons(self) -> tuple[Lesson, ...]:
        """Return the lessons that can be read."""
        return course(self.root)[0]

    @in_its_language
    def host(self) -> str:
        """Return the guide for those who lead a session."""
        return self.render("host.html", **guide(self.root))

    @in_its_language
    def host_notes(self, lesson_id: str) -> str:
        """Return the notes for those who lead a lesson.

        Raises
        ------
        LookupError
            Where there is no such lesson.
        """
        return self.render("host_notes.html", **notes(self.root, lesson_id))

    @in_its_language
    def sign_in(self, problem: str) -> str:
        """Return the form that asks for the password."""
        return self.render("sign_in.html", problem=problem)

    @in_its_language
    def waiting(self, ticket: str, number: int) -> str:
        """Return the page for somebody who waits for a place."""
        return self.render("waiting.html", ticket=ticket, number=number)

    @in_its_language
    def refused(self, reason: str) -> str:
        """Return the page that says why a request is refused, in words of `front.application`."""
        return self.render("refused.html", reason=reason)

    @in_its_language
    def error(self, status: int) -> str:
        """Return the page shown instead of one that cannot be."""
        name = "404.html" if status in (403, 404, 405) else "error.html"
        return self.render(name)

    def render(self, name: str, **context: Any) -> str:
        """Return a page of that template, in the frame of every page."""
        return _environment().get_template(name).render(site=self.context(), **context)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATE),
        autoescape=True,
        undefined=StrictUndefined,
    )
    speak(environment)
    environment.filters["address"] = quote
    return environment


def _stamp() -> str:
    """Return letters and figures that change when any file of style or script does."""
    folders = (*STATIC_FOLDERS, BUILT)
    files = sorted(path for folder in folders for path in folder.glob("*.*"))
    told = [f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:12]
