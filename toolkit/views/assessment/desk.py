"""All the self-assessments of a content folder in one widget, one of them open at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import ipywidgets
from markupsafe import Markup

from toolkit.added import ADDED, refused_files
from toolkit.assessment.instrument import Instrument, instrument_paths, read_instrument
from toolkit.assessment.scoring import score
from toolkit.errors import ContentError
from toolkit.identity import Identity, load_identity
from toolkit.views.assessment.sitting import Sitting
from toolkit.views.bridge import Bridge
from toolkit.views.page import Event, Page
from toolkit.views.store import Store
from toolkit.views.template import render

__all__ = ["Desk", "show_assessments"]

TITLE = "Self-assessment"


def show_assessments(
    root: Path | None = None, *, today: Callable[[], date] = date.today
) -> Bridge | ipywidgets.VBox:
    """Return the self-assessments of a content folder.

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
        Where the identity cannot be read.
    """
    instruments, errors = [], []
    for path in instrument_paths(root):
        try:
            instruments.append(read_instrument(path))
        except ContentError as error:
            errors.append(error)
    errors += refused_files("data/instruments", root)
    return Desk(tuple(instruments), tuple(errors), load_identity(), root, today).widget


class Desk:
    """Holds a sitting with each self-assessment, and a page to choose from where there are more.

    Parameters
    ----------
    instruments : tuple of Instrument
        Those that can be used.
    errors : tuple of ContentError
        Why the others cannot.
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
        identity: Identity,
        root: Path | None,
        today: Callable[[], date],
    ) -> None:
        self.instruments = instruments
        self.errors = errors
        self.identity = identity
        self.only = instruments[0].id if len(instruments) == 1 else ""
        self.sittings: list[Sitting] = []  # drawing one for the first time looks for the others
        self.sittings = [
            Sitting(instrument, identity, self.place, self.is_open, root, today, self.stage)
            for instrument in instruments
        ]
        pages = [sitting.page for sitting in self.sittings]
        if errors or len(instruments) != 1:
            store = Store("self-assessment")
            pages.insert(0, Page(store, draw=self.draw, act=self.act, owns_place=True))
        self.pages = pages

    @property
    def widget(self) -> Bridge | ipywidgets.VBox:
        """What a notebook cell shows."""
        widgets = [page.widget for page in self.pages]
        return widgets[0] if len(widgets) == 1 else ipywidgets.VBox(widgets)

    def place(self, instrument: str, **place: str) -> dict[str, str]:
        """Return a place in a self-assessment, with its name where there are several."""
        return place if instrument == self.only else {"instrument": instrument, **place}

    def address(self, instrument: str, **place: str) -> str:
        """Return a place as the fragment of an address."""
        return "#" + urlencode(self.place(instrument, **place))

    def is_open(self, instrument: str, page: Page) -> bool:
        """Return whether a self-assessment is the one the address names."""
        return page.place.get("instrument", self.only) == instrument

    def stage(self, instrument: Instrument) -> str | None:
        """Return the council's stage for a proposal, once every question on it is answered."""
        rules = instrument.proposal
        council = [s for s in self.sittings if rules and s.instrument.id == rules.readiness]
        if rules is None or not council:
            return None
        result = score(council[0].instrument, council[0].answers)
        if result.counts.unanswered or result.stage is None:
            return None
        return result.stage.stage.id if result.stage.stage.id in rules.allows else None

    def draw(self, page: Page) -> Markup:
        """Return the list to choose from, or nothing where one is open."""
        chosen = page.place.get("instrument", self.only)
        known = chosen in [instrument.id for instrument in self.instruments]
        if known and not (chosen == self.only and self.errors):
            page.title = ""
            return Markup("")
        page.title = f"{TITLE} – {self.identity.name}"
        return render(
            "assessment-choose",
            instruments=[] if known else self.instruments,
            unknown="" if known else chosen,
            errors=self.errors,
            address=self.address,
            added=ADDED,
        )

    def act(self, page: Page, event: Event) -> None:
        """Hand the address on: in JupyterLab only the page that was clicked hears of it."""
        if event.kind != "place":
            return
        for sitting in self.sittings:
            sitting.page.place = dict(page.place)
            sitting.store.redraw()
