"""Check your set-up: what a host looks at before a session, measured in the browser they use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from toolkit.language import _
from toolkit.views.bridge import Bridge
from toolkit.views.page import Event, Page
from toolkit.views.store import Store
from toolkit.views.template import render

__all__ = ["Finding", "set_up_findings", "show_set_up"]

QUICK = 250  # milliseconds; a longer wait is noticed
WIDE = 1024  # pixels; a narrower window shows the layout for phones
HERE = ("localhost", "127.0.0.1", "[::1]")


class Finding(NamedTuple):
    """One thing that was looked at."""

    what: str
    good: bool
    words: str


def show_set_up() -> Bridge:
    """Return a button that checks the set-up, and what was found.

    Returns
    -------
    Bridge
        What a notebook cell shows.
    """
    found: list[Finding] = []

    def act(page: Page, event: Event) -> None:
        match event:
            case Event("change", "measured", dict(measured)):
                found[:] = set_up_findings(measured)
                wrong = sum(not one.good for one in found)
                told = (
                    _("Checked. {wrong} to look at.")
                    if wrong
                    else _("Checked. Nothing to look at.")
                )
                page.announce(told.format(wrong=wrong))
                page.focus("set-up-result")

    def draw(page: Page) -> Markup:
        return render("set-up", found=found)

    return Page(Store("set-up"), draw=draw, act=act).widget


def set_up_findings(measured: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what a measurement means for a host.

    Parameters
    ----------
    measured : mapping
        ``milliseconds`` until the toolkit answered, the window's ``width`` in pixels, whether
        the browser has ``storage``, and the ``host`` the page came from.

    Returns
    -------
    tuple of Finding
        Five: the toolkit, its speed, the window, what is kept, the network.
    """
    time, width = round(float(measured["milliseconds"])), round(float(measured["width"]))
    local = measured["host"] in HERE
    return (
        Finding(_("The toolkit"), True, _("It is running and answers.")),
        Finding(
            _("How quickly it answers"),
            time <= QUICK,
            (
                _("In {time} milliseconds.")
                if time <= QUICK
                else _("In {time} milliseconds, which people notice. Close other programs.")
            ).format(time=time),
        ),
        Finding(
            _("The window"),
            width >= WIDE,
            _("{width} pixels wide.").format(width=width) if width >= WIDE
            else _("Only {width} pixels wide. Make it larger, or zoom out.").format(width=width),
        ),
        Finding(
            _("What this browser keeps"),
            bool(measured["storage"]),
            _("Answers outlive a reload.")
            if measured["storage"]
            else _(
                "Nothing: a reload loses what was typed. Use another browser, or allow storage."
            ),
        ),
        Finding(
            _("Without a network"),
            local,
            _("It runs on this computer, so it goes on without a network.") if local
            else _("It runs on another computer. Start it on your own to be independent."),
        ),
    )  # fmt: skip
