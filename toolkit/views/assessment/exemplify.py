"""A worked example in a sitting: take it over, say on every step that it is one, clear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from toolkit.assessment.example import has_example, load_example
from toolkit.assessment.run import example_notice
from toolkit.errors import ContentError
from toolkit.language import N_, _
from toolkit.report.saved import saved_of
from toolkit.views.assessment.loading import MARK, offer
from toolkit.views.page import Event, Page
from toolkit.views.template import render

if TYPE_CHECKING:
    from toolkit.views.assessment.sitting import Sitting

__all__ = ["act_on_example", "draw_example", "offer_example"]

NAME = N_("the worked example")


def act_on_example(sitting: Sitting, page: Page, event: Event) -> bool:
    """Do what a visitor asks of the worked example.

    Parameters
    ----------
    sitting : Sitting
        The sitting.
    page : Page
        Where it was asked.
    event : Event
        What was asked.

    Returns
    -------
    bool
        Whether it was about the example.
    """
    match event:
        case Event("action", "example-open"):
            _open(sitting, page)
        case Event("action", "example-clear"):
            sitting.store.forget()
            sitting.go(page, "start")
            page.notice(_("The example was cleared. These questions are yours to answer."))
        case _:
            return False
    return True


def offer_example(sitting: Sitting) -> Markup:
    """Return the offer of a worked example for the start page.

    Parameters
    ----------
    sitting : Sitting
        The sitting.

    Returns
    -------
    Markup
        Nothing where there is none, or where it is the example already.
    """
    if not has_example(sitting.instrument, sitting.root) or sitting.store.values.get(MARK):
        return Markup("")
    return render("assessment-example-offer", begun=bool(sitting.answers))


def draw_example(sitting: Sitting) -> Markup:
    """Return the words that stand above every step of a worked example.

    Parameters
    ----------
    sitting : Sitting
        The sitting.

    Returns
    -------
    Markup
        Nothing for a visitor's own answers.
    """
    body = sitting.store.values.get(MARK)
    if not isinstance(body, str):
        return Markup("")
    return render("assessment-example", notice=example_notice(body))


def _open(sitting: Sitting, page: Page) -> None:
    try:
        saved = load_example(sitting.instrument, sitting.root)
    except (ContentError, OSError):
        page.notice(_("The worked example cannot be read. Nothing on this page was changed."))
        return
    offer(sitting, page, saved_of(sitting.instrument, saved), _(NAME))
