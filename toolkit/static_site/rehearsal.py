"""Work an activity through, for a page that has no kernel. Runs inside the notebook's own kernel.

What is written down is what the live activity shows: the same code, given the same events.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from toolkit.static_site.controls import JUMPS, fragment, read_dials
from toolkit.static_site.dial import MOST, Dial, settings, thin
from toolkit.views.bridge import Bridge
from toolkit.views.page import Page
from toolkit.views.rehearse import screen_after
from toolkit.views.several import Several
from toolkit.yamlfile import Json

__all__ = ["MEDIA_TYPE", "Rehearsed", "rehearse", "rehearse_all"]

MEDIA_TYPE = "application/vnd.council-ai-toolkit.rehearsal+json"
MOST_ANSWERS = 400  # of a quiz: words alone, most of which its screens share
OPEN: dict[str, Json] = {"predicted": "skipped"}


class Rehearsed:
    """What a notebook's activities show, by the number of the cell that shows them.

    Parameters
    ----------
    activities : dict
        For each number, what `rehearse` returned.
    """

    def __init__(self, activities: dict[int, dict[str, Any]]) -> None:
        self.activities = activities

    def _repr_mimebundle_(self, **_options: object) -> dict[str, Any]:
        return {MEDIA_TYPE: {str(number): one for number, one in self.activities.items()}}


def rehearse_all(shown: Mapping[int, object]) -> Rehearsed:
    """Work all activities of a notebook through.

    Parameters
    ----------
    shown : mapping
        The value of each cell by its number, as IPython keeps them in ``Out``.

    Returns
    -------
    Rehearsed
        To be shown as the value of the last cell.
    """
    # Of several in one cell the last: what stands before it asks for a reader's own words.
    last = {
        number: value.children[-1] if isinstance(value, Several) else value
        for number, value in shown.items()
    }
    pages = {
        number: value.page
        for number, value in last.items()
        if isinstance(value, Bridge) and isinstance(value.page, Page)
    }
    return Rehearsed({number: rehearse(page) for number, page in pages.items()})


def rehearse(page: Page) -> dict[str, Any]:
    """Return every result of one activity that is worked out beforehand.

    Parameters
    ----------
    page : Page
        The activity.

    Returns
    -------
    dict
        ``dials``, ``start`` (the key of the screen it opens with), ``screens`` by key, ``jumps``
        (for a button, the key of its screen), and ``folded`` (what stands there until the reader
        has predicted, empty where nothing is folded).
    """
    closed = screen_after(page, {})
    folded = _offers(closed["html"], "skip-prediction") and not _offers(closed["html"], "predict")
    kept = {} if _offers(closed["html"], "predict") else OPEN
    opened = screen_after(page, kept)
    dials = thin(read_dials(opened["html"]))
    screens = {
        _key(setting): screen_after(page, kept, *_events(dials, setting))
        for setting in settings(dials, MOST_ANSWERS if all(dial.press for dial in dials) else MOST)
    }
    jumps = {name: name for name in JUMPS if _offers(opened["html"], name)}
    screens |= {name: screen_after(page, kept, _action(name)) for name in jumps}
    return {
        "dials": [vars(dial) for dial in dials],
        "start": _key(tuple(dial.start for dial in dials)),
        "screens": screens,
        "jumps": jumps,
        "folded": closed["html"] if folded else "",
    }


def _events(dials: tuple[Dial, ...], setting: tuple[int, ...]) -> list[dict[str, Any]]:
    """Return what a visitor would do to bring the dials there."""
    events = []
    for dial, at in zip(dials, setting, strict=True):
        if at != dial.start:
            value = dial.positions[at]
            events.append({"kind": "change", "name": dial.name, "value": value, "keep": True})
            events += [_action(*dial.press)] if dial.press else []
    return events


def _action(name: str, value: str = "") -> dict[str, Any]:
    return {"kind": "action", "name": name, "value": value or None}


def _key(setting: tuple[int, ...]) -> str:
    return ",".join(map(str, setting))


def _offers(html: str, action: str) -> bool:
    return fragment(html).find(f".//*[@data-action='{action}']") is not None
