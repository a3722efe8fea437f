"""The results of an activity as one small file: what its screens share is written once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import prod
from typing import Any

from markupsafe import Markup

from toolkit.static_site.dial import Dial
from toolkit.static_site.still import still, unfolded, writes_here

__all__ = ["Activity", "as_script", "make_activity"]


@dataclass(frozen=True)
class Activity:
    """An activity whose results were worked out beforehand.

    Parameters
    ----------
    html : Markup
        The screen it opens with.
    paper : Markup
        The screen for a handout: with nothing left to unfold.
    data : mapping
        What the script needs to show the others.
    results : int
        How many screens there are.
    explored : bool
        Whether moving its controls leads to them, so that a reader should know how many.
    nearest : bool
        Whether values between those worked out lead to the nearest.
    alone : bool
        Whether one control is moved at a time.
    live_only : bool
        Whether the live activity offers more: samples, or words of one's own.
    writes : bool
        Whether it has a box to write in.
    """

    html: Markup
    paper: Markup
    data: Mapping[str, Any]
    results: int = 1
    explored: bool = False
    nearest: bool = False
    alone: bool = False
    live_only: bool = False
    writes: bool = False

    def opening(self) -> Activity:
        """Return the same with nothing but the screen it opens with, for paper."""
        start = self.data["start"]
        charts = self.data["screens"][start][1]
        screens = {start: [[], dict(zip(charts, range(len(charts)), strict=True)), ""]}
        kept = [self.data["charts"][place] for place in charts.values()]
        nothing: dict[str, Any] = {"dials": [], "jumps": {}, "lines": []}
        return replace(self, data={"start": start, "charts": kept, "screens": screens, **nothing})


@dataclass
class _Shared:
    """Things that are written once and named by their place."""

    places: dict[str, int] = field(default_factory=dict)

    def place(self, thing: str) -> int:
        return self.places.setdefault(thing, len(self.places))


def make_activity(rehearsed: Mapping[str, Any], change: Callable[[str], str]) -> Activity:
    """Return an activity for a page without a kernel.

    Parameters
    ----------
    rehearsed : mapping
        What `toolkit.static_site.rehearsal.rehearse` returned.
    change : callable
        Given an address, returns what stands in its place.

    Returns
    -------
    Activity
        Ready to be put on a page.
    """
    dials = [Dial(**dial) for dial in rehearsed["dials"]]
    start = rehearsed["screens"][rehearsed["start"]]
    clean = _cleaner(dials, rehearsed["jumps"], change)
    lines, charts = _Shared(), _Shared()
    screens = {
        key: [
            [lines.place(line) for line in clean(screen["html"]).splitlines()],
            {name: charts.place(_text(chart)) for name, chart in screen["figures"].items()},
            screen["said"],
        ]
        for key, screen in rehearsed["screens"].items()
    }
    if rehearsed["folded"]:
        folded = _cleaner([], {"skip-prediction": ""}, change)(rehearsed["folded"])
        screens["folded"] = [[lines.place(line) for line in folded.splitlines()], {}, ""]
    # The page it stands on has its addresses changed as a whole.
    plain = _cleaner(dials, rehearsed["jumps"], lambda link: link)
    opening = plain(start["html"])
    paper = rehearsed["screens"].get("skip-prediction", start)["html"]
    return Activity(
        html=Markup(opening),  # drawn by our own templates, which escape
        paper=Markup(unfolded(plain(paper))),
        data={
            "dials": [{key: vars(dial)[key] for key in SENT} for dial in dials],
            "start": rehearsed["start"],
            "jumps": rehearsed["jumps"],
            "lines": list(lines.places),
            "charts": [json.loads(chart) for chart in charts.places],
            "screens": screens,
        },
        results=len(rehearsed["screens"]),
        explored=any(not dial.press for dial in dials) or "try-suggested" in rehearsed["jumps"],
        nearest=any(dial.slides and dial.all > len(dial.positions) for dial in dials),
        alone=prod(len(dial.positions) for dial in dials) > len(rehearsed["screens"]),
        live_only=opening != start["html"] and "another-sample" in start["html"],
        writes=writes_here(opening),
    )


SENT = ("name", "positions", "start", "press")


def _cleaner(
    dials: list[Dial], jumps: Mapping[str, str], change: Callable[[str], str]
) -> Callable[[str], str]:
    texts = {dial.name for dial in dials if not dial.slides and not dial.press}
    works = {*jumps, *(dial.press[0] for dial in dials if dial.press)}
    works |= {"use-example"} if texts else set()
    return lambda text: still(text, change, works, texts)


def as_script(activities: Mapping[str, Activity]) -> str:
    """Return activities as a script, which a page can load also where it lies in a folder.

    Parameters
    ----------
    activities : mapping
        By the number of their place on the page.

    Returns
    -------
    str
        JavaScript.
    """
    return f"globalThis.toolkitActivities = {_text({k: a.data for k, a in activities.items()})};\n"


def _text(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
