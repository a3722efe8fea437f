"""A whole number to set: slider, number box and − and + buttons under one label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.language import _
from toolkit.views.control.control import element_id
from toolkit.views.template import render
from toolkit.yamlfile import Json

__all__ = ["Slider"]


@dataclass(frozen=True)
class Slider:
    """A whole number set with a slider, a number box or the − and + buttons beside it.

    Parameters
    ----------
    name : str
        What its value is kept under.
    label : str
        What it sets, as a question or a noun.
    low, high : int
        The ends.
    start : int
        Where it stands at first.
    step : int
        How far − and + move it.
    unit : str
        Shown behind the number.
    hint : str
        A sentence of help.
    """

    name: str
    label: str
    low: int = 0
    high: int = 100
    start: int = 0
    step: int = 5
    unit: str = "%"
    hint: str = ""

    def value(self, kept: Mapping[str, Json]) -> int:
        """Return the number that is used: within the ends, and `start` where none was typed."""
        typed = _number(kept.get(self.name))
        return self.start if typed is None else min(max(typed, self.low), self.high)

    def draw(self, kept: Mapping[str, Json]) -> Markup:
        """Return slider, number box and buttons under one label."""
        typed, used = kept.get(self.name), self.value(kept)
        wrong = typed is not None and _number(typed) != used
        error = _("Enter a whole number from {low} to {high}. {used} is used for now.").format(
            low=self.low, high=self.high, used=used
        )
        shown = typed if wrong and isinstance(typed, str) else used
        return render(
            "slider",
            slider=self,
            id=element_id(self.name),
            used=used,
            shown=shown,
            error=error if wrong else "",
        )


def _number(value: Json) -> int | None:
    try:
        return int(str(value).strip())
    except ValueError:
        return None
