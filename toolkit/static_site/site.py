"""The pages of the static site, made from the templates of the served one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from toolkit.contents import read_contents
from toolkit.day import day_in_words
from toolkit.language import _
from toolkit.serving.site import TEMPLATE, Site
from toolkit.views.template import speak

__all__ = ["SCRIPTS", "StaticSite"]

HERE = Path(__file__).parent
SCRIPTS = HERE / "static"


@dataclass(frozen=True)
class StaticSite(Site):
    """One copy of the toolkit as a folder of pages.

    Its pages are drawn with the addresses of a served copy, which
    `toolkit.static_site.address` then changes.

    Parameters
    ----------
    root, base, home, stamped : Path, str, str, bool
        As every `Site` has them.
    built : date
        The day it was made.
    live : str
        Where the served toolkit is; empty where there is none.
    """

    built: date = date.min
    live: str = ""

    def context(self) -> dict[str, Any]:
        """Return what the frame of every page shows: when it was made; it keeps nothing anyway."""
        frame = super().context()
        made = _("{version}, a copy without a server, made on {day}").format(
            version=frame["version"], day=day_in_words(self.built)
        )
        return frame | {"version": made, "keeps": False}

    def page(self, name: str, **context: Any) -> str:
        """Return a page.

        Parameters
        ----------
        name : str
            A template.
        **context
            What it names.

        Returns
        -------
        str
            HTML, with the addresses of a served copy.
        """
        return self._render(name, live=self.live, **context)

    def _render(self, name: str, **context: Any) -> str:
        return _environment().get_template(name).render(site=self.context(), **context)

    def landing(self) -> str:
        """Return the landing page, which says what this copy is."""
        return self.page("static-landing.html", groups=read_contents(self.root))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(HERE / "templates"), FileSystemLoader(TEMPLATE)]),
        autoescape=True,
        undefined=StrictUndefined,
    )
    speak(environment)
    environment.filters["address"] = quote
    return environment
