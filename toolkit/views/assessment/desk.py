"""All the self-assessments of a content folder in one widget, one of them open at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import ipywidgets
from markupsafe import Markup

from toolkit.added import ADDED
from toolkit.assessment.instrument import Instrument
from toolkit.assessment.readiness import stage_for
from toolkit.assessment.shelf import read_shelf
from toolkit.errors import ContentError
from toolkit.identity import Identity, load_identity
from toolkit.language import N_, _
from toolkit.views.assessment.loading import MARK
from toolkit.views.assessment.shelf import Shelf
from toolkit.views.assessment.sitting import Sitting
from toolkit.views.assessment.survey.sitting import SurveySitting
from toolkit.views.assessment.survey.upload import draw_upload
from toolkit.views.bridge import Bridge
from toolkit.views.page import Event, Page
from toolkit.views.served import kept
from toolkit.views.store import Store
from toolkit.views.template import render

__all__ = ["Desk", "show_assessments"]

TITLE = N_("Self-assessment")
# Once there was only this one: an address from then names a section and no self-assessment.
FIRST = "readiness"
OWN_LABEL = N_("Load a self-assessment from a file")
OWN_HINT = N_("A YAML file made for this toolkit, or the JSON file of a SurveyJS survey.")
OWN_KEPT = N_("It is kept in this browser and nowhere else.")
OWN_KINDS = ".yaml,.yml,.json,application/json"


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
    return Desk(*read_shelf(root), load_identity(), root, today).widget


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
        self.root = root
        self.today = today
        self.told = ""
        self.own: dict[str, Page] = {}
        self.questionnaires: list[SurveySitting] = []
        self.sittings: list[Sitting] = []  # drawing one for the first time looks for the others
        pages = [self.sit(instrument) for instrument in instruments]
        self.shelf = Shelf(self.bring, [instrument.id for instrument in instruments])
        self.choice = Store("self-assessment")
        if errors or len(instruments) != 1:
            chooser = Page(self.choice, draw=self.draw, act=self.act, owns_place=True)
            pages = [chooser, self.shelf.page, *pages]
        self.box = ipywidgets.VBox([page.widget for page in pages])

    @property
    def widget(self) -> Bridge | ipywidgets.VBox:
        """What a notebook cell shows."""
        widgets = self.box.children
        return widgets[0] if len(widgets) == 1 else self.box

    def sit(self, instrument: Instrument, *, own: bool = False) -> Page:
        """Begin a sitting of the kind a self-assessment needs; return its page."""
        place, is_open, today = self.place, self.is_open, self.today
        if instrument.survey:
            other = SurveySitting(instrument, self.identity, place, is_open, today)
            self.questionnaires.append(other)
            return other.page
        sitting = Sitting(instrument, self.identity, place, is_open, self.root, today, self.stage)
        sitting.own = own
        self.sittings.append(sitting)
        return sitting.page

    def bring(self, instrument: Instrument) -> None:
        """Add a self-assessment that the visitor brought along, in place of one of the same id."""
        self.take_away(instrument.id)
        page = self.sit(instrument, own=True)
        self.own[instrument.id] = page
        self.instruments = (*self.instruments, instrument)
        self.box.children = (*self.box.children, page.widget)
        self.choice.redraw()

    def take_away(self, identity: str) -> None:
        """Take away a self-assessment that the visitor brought along; its answers stay."""
        page = self.own.pop(identity, None)
        if page is None:
            return
        self.instruments = tuple(one for one in self.instruments if one.id != identity)
        self.sittings = [one for one in self.sittings if one.page is not page]
        self.questionnaires = [one for one in self.questionnaires if one.page is not page]
        self.box.children = tuple(one for one in self.box.children if one is not page.widget)

    def place(self, instrument: str, **place: str) -> dict[str, str]:
        """Return a place in a self-assessment, with its name where there are several."""
        return place if instrument == self.only else {"instrument": instrument, **place}

    def address(self, instrument: str, **place: str) -> str:
        """Return a place as the fragment of an address."""
        return "#" + urlencode(self.place(instrument, **place))

    def chosen(self, page: Page) -> str:
        """Return the self-assessment that the address names; empty where it names none."""
        if "section" in page.place and FIRST in [one.id for one in self.instruments]:
            return page.place.get("instrument", self.only or FIRST)
        return page.place.get("instrument", self.only)

    def is_open(self, instrument: str, page: Page) -> bool:
        """Return whether a self-assessment is the one the address names."""
        return self.chosen(page) == instrument

    def stage(self, instrument: Instrument) -> str | None:
        """Return the council's stage for a proposal, once any question on it is answered."""
        rules = instrument.proposal
        council = [s for s in self.sittings if rules and s.instrument.id == rules.readiness]
        if rules is None or not council:
            return None
        # The stage of a made-up council says nothing about a real proposal.
        marks = [s.store.values.get(MARK) for s in self.sittings if s.instrument is instrument]
        if not council[0].answers or marks != [council[0].store.values.get(MARK)]:
            return None
        return stage_for(instrument, council[0].instrument, council[0].answers)[0]

    def draw(self, page: Page) -> Markup:
        """Return the list to choose from, or nothing where one is open."""
        chosen = self.chosen(page)
        known = chosen in [instrument.id for instrument in self.instruments]
        if known and not (chosen == self.only and self.errors):
            page.title = ""
            return Markup("")
        page.title = f"{_(TITLE)} – {self.identity.name}"
        hint = Markup("{} {}").format(_(OWN_HINT), kept(_(OWN_KEPT)))
        return render(
            "assessment-choose",
            instruments=[] if known else self.instruments,
            own=self.own,
            told=self.told,
            upload=draw_upload("own-upload", "own", _(OWN_LABEL), hint, OWN_KINDS),
            unknown="" if known else chosen,
            errors=self.errors,
            address=self.address,
            added=ADDED,
            group=False,
        )

    def act(self, page: Page, event: Event) -> None:
        """Hand the address on, and add or take away what the visitor brings along."""
        match event:
            case Event("place"):
                self.told = ""
                # In JupyterLab only the page that was clicked hears of it.
                every: list[Sitting | SurveySitting] = [*self.sittings, *self.questionnaires]
                for sitting in every:
                    sitting.page.place = dict(page.place)
                    sitting.store.redraw()
            case Event("upload", "own", {"filename": filename, "text": text}):
                self._tell(page, self.shelf.load(str(filename), str(text)))
            case Event("action", "remove-own", str(identity)):
                self.take_away(identity)
                self.shelf.remove(identity)
                self._tell(page, _("It was taken away. Your answers to it stay in this browser."))

    def _tell(self, page: Page, text: str) -> None:
        """Say what came of a file, until the visitor moves on."""
        self.told = text
        page.focus("own-told")
