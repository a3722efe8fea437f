"""Words to type: one line of text, or a box in which each line is a thing of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from toolkit.language import N_, _
from toolkit.views.control.control import element_id
from toolkit.views.form import component
from toolkit.views.template import render
from toolkit.yamlfile import Json

__all__ = ["Lines", "TextBox"]


CUT = N_("Only the first {most} characters are used. Make it shorter to use all of it.")
TOO_MANY = N_("Only the first {most} lines are used. Make it shorter to use all of it.")
TOO_LONG = N_(
    "Only the first {most} characters of each line are used. Make it shorter to use all of it."
)


@dataclass(frozen=True)
class TextBox:
    """One line of text, a button that acts on it, and texts of ours to try.

    Parameters
    ----------
    name : str
        What its value is kept under.
    label : str
        What to type.
    start : str
        What stands in it at first.
    button : str
        What the button beside it says.
    examples : tuple of str
        Texts to put in with one click.
    hint : str
        A sentence of help.
    longest : int
        How many characters are used of a longer text.
    """

    name: str
    label: str
    start: str = ""
    button: str = N_("Try this text")
    examples: tuple[str, ...] = ()
    hint: str = ""
    longest: int = 500

    def value(self, kept: Mapping[str, Json]) -> str:
        """Return the text that is used: on one line, and no longer than it may be."""
        return " ".join(self._typed(kept).split())[: self.longest]

    def draw(self, kept: Mapping[str, Json]) -> Markup:
        """Return label, box, button and the texts to try."""
        typed = self._typed(kept)
        cut = len(" ".join(typed.split())) > self.longest
        box = component(
            "input",
            {
                **_labelled(self, typed),
                "errorMessage": _too_long(_(CUT), self.longest) if cut else None,
                "autocomplete": "off",
            },
        )
        return render("text-box", control=self, box=box, examples=self.examples)

    def _typed(self, kept: Mapping[str, Json]) -> str:
        text = kept.get(self.name, self.start)
        return text if isinstance(text, str) else self.start


@dataclass(frozen=True)
class Lines:
    """A box for several texts, one on each line.

    Parameters
    ----------
    name : str
        What its value is kept under.
    label : str
        What to type.
    start : tuple of str
        The lines that stand in it at first.
    button : str
        What the button under it says.
    hint : str
        A sentence of help; says what one line is.
    most : int
        How many lines are used.
    longest : int
        How many characters are used of a longer line.
    """

    name: str
    label: str
    start: tuple[str, ...] = ()
    button: str = N_("Use these lines")
    hint: str = ""
    most: int = 20
    longest: int = 200

    def value(self, kept: Mapping[str, Json]) -> tuple[str, ...]:
        """Return the lines that are used: none empty, none too long, none too many."""
        return tuple(line[: self.longest] for line in self._lines(kept)[: self.most])

    def draw(self, kept: Mapping[str, Json]) -> Markup:
        """Return label, box and button."""
        lines = self._lines(kept)
        error = None
        if len(lines) > self.most:
            error = _too_long(
                _("Only the first {most} lines are used. Make it shorter to use all of it."),
                self.most,
            )
        elif any(len(line) > self.longest for line in lines):
            error = _too_long(_(TOO_LONG), self.longest)
        box = component(
            "textarea",
            {
                **_labelled(self, self._typed(kept)),
                "errorMessage": error,
                "rows": str(max(3, min(len(lines) + 1, 10))),
            },
        )
        return render("text-box", control=self, box=box, examples=())

    def _typed(self, kept: Mapping[str, Json]) -> str:
        text = kept.get(self.name)
        return text if isinstance(text, str) else "\n".join(self.start)

    def _lines(self, kept: Mapping[str, Json]) -> list[str]:
        lines = (" ".join(line.split()) for line in self._typed(kept).splitlines())
        return [line for line in lines if line]


def _labelled(control: TextBox | Lines, typed: str) -> dict[str, Any]:
    return {
        "name": control.name,
        "id": element_id(control.name),
        "label": {"text": control.label, "classes": "govuk-label--s"},
        "hint": {"text": control.hint} if control.hint else None,
        "value": typed,
    }


def _too_long(words: str, most: int) -> dict[str, str]:
    return {"text": words.format(most=most)}
