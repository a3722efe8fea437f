"""Group mode for all the self-assessments of a content folder, one of them open at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import ipywidgets
from markupsafe import Markup

from toolkit.added import ADDED
from toolkit.assessment.group.role import Roles, load_roles
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.shelf import read_shelf
from toolkit.errors import ContentError
from toolkit.identity import Identity, load_identity
from toolkit.language import N_, _
from toolkit.views.bridge import Bridge
from toolkit.views.group.sitting import Sitting
from toolkit.views.page import Event, Page
from toolkit.views.store import Store
from toolkit.views.template import render

__all__ = ["Desk", "show_group"]

TITLE = N_("Group self-assessment")


def show_group(
    root: Path | None = None, *, today: Callable[[], date] = date.today
) -> Bridge | ipywidgets.VBox:
    """Return group mode for the self-assessments of a content folder.

    Parameters
    ----------
    root : Path, optional
        The content folder; the toolkit's own where left out.
    today : callable
        Returns the date for reports and file names.

    Returns
    -------
    Bridge or ipywidgets.VBox
        What a notebook cell shows. A self-assessment whose file cannot be used is shown as
        such, and the others work.

    Raises
    ------
    ContentError
        Where the identity or the roles cannot be read.
    """
    instruments, errors = read_shelf(root)
    scaled = tuple(one for one in instruments if one.survey is None)  # others have no scale
    return Desk(scaled, errors, load_roles(root), load_identity(), root, today).widget


class Desk:
    """Holds a group's sitting with each self-assessment, and a page to choose one.

    Parameters
    ----------
    instruments : tuple of Instrument
        Those that can be used.
    errors : tuple of ContentError
        Why the others cannot.
    roles : Roles
        The roles there are.
    identity : Identity
        The name of the service.
    root : Path or None
        The content folder, for links to case studies.
    today : callable
        Returns the date.
    """

    def __init__(
        self,
        instruments: tuple[Instrument, ...],
        errors: tuple[ContentError, ...],
        roles: Roles,
        identity: Identity,
        root: Path | None,
        today: Callable[[], date],
    ) -> None:
        self.instruments = instruments
        self.errors = errors
        self.identity = identity
        self.sittings = [
            Sitting(
                instrument,
                roles,
                identity,
                partial(self.place, instrument.id),
                partial(self.is_open, instrument.id),
                root,
                today,
            )
            for instrument in instruments
        ]
        chooser = Page(Store("group"), draw=self.draw, act=self.act, owns_place=True)
        self.pages = [chooser, *(sitting.page for sitting in self.sittings)]

    @property
    def widget(self) -> Bridge | ipywidgets.VBox:
        """What a notebook cell shows."""
        return ipywidgets.VBox([page.widget for page in self.pages])

    def place(self, instrument: str, **place: str) -> dict[str, str]:
        """Return a place in the pages of a self-assessment."""
        kept = {name: value for name, value in place.items() if value}
        return {"instrument": instrument, **kept}

    def address(self, instrument: str, **place: str) -> str:
        """Return a place as the fragment of an address."""
        return "#" + urlencode(self.place(instrument, **place))

    def is_open(self, instrument: str, page: Page) -> bool:
        """Return whether a self-assessment is the one the address names."""
        return page.place.get("instrument", "") == instrument

    def draw(self, page: Page) -> Markup:
        """Return the list to choose from, or nothing where one is open."""
        chosen = page.place.get("instrument", "")
        if chosen in [instrument.id for instrument in self.instruments]:
            page.title = ""
            return Markup("")
        page.title = f"{_(TITLE)} – {self.identity.name}"
        return render(
            "assessment-choose",
            instruments=self.instruments,
            own=(),
            added=ADDED,
            told="",
            upload="",
            unknown=chosen,
            errors=self.errors,
            address=self.address,
            group=True,
        )

    def act(self, page: Page, event: Event) -> None:
        """Hand the address on: in JupyterLab only the page that was clicked hears of it."""
        if event.kind != "place":
            return
        for sitting in self.sittings:
            sitting.page.place = dict(page.place)
            sitting.store.redraw()
