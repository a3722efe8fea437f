"""Things to choose from: one of a few, one of a list, or any number of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from toolkit.language import _
from toolkit.lesson_parts import Choice
from toolkit.views.control.control import element_id
from toolkit.views.form import component
from toolkit.yamlfile import Json

__all__ = ["Radios", "Select", "TickBoxes"]


@dataclass(frozen=True)
class Radios:
    """One of a few answers, none of them chosen for the reader.

    Parameters
    ----------
    name : str
        What its value is kept under.
    label : str
        The question.
    options : tuple of Choice
        What can be chosen.
    hint : str
        A sentence of help.
    """

    name: str
    label: str
    options: tuple[Choice, ...]
    hint: str = ""

    def value(self, kept: Mapping[str, Json]) -> str:
        """Return the id of what is chosen, empty until the reader chooses."""
        return _known(kept.get(self.name), self.options)

    def draw(self, kept: Mapping[str, Json]) -> Markup:
        """Return a fieldset of radio buttons."""
        return _group("radios", self, [self.value(kept)])


@dataclass(frozen=True)
class Select:
    """One of a list, for a setting that always stands somewhere.

    Parameters
    ----------
    name : str
        What its value is kept under.
    label : str
        What it sets.
    options : tuple of Choice
        What can be chosen; the first is where it stands at first. Hints are not shown.
    hint : str
        A sentence of help.
    """

    name: str
    label: str
    options: tuple[Choice, ...]
    hint: str = ""

    def value(self, kept: Mapping[str, Json]) -> str:
        """Return the id of what is chosen, the first one's until the reader chooses."""
        return _known(kept.get(self.name), self.options) or self.options[0].id

    def draw(self, kept: Mapping[str, Json]) -> Markup:
        """Return a label and a list to choose from."""
        chosen = self.value(kept)
        return component(
            "select",
            {
                "name": self.name,
                "id": element_id(self.name),
                "label": {"text": self.label, "classes": "govuk-label--s"},
                "hint": _hint(self.hint),
                "items": [
                    {"value": one.id, "text": _(one.text), "selected": one.id == chosen}
                    for one in self.options
                ],
            },
        )


@dataclass(frozen=True)
class TickBoxes:
    """Any number of things to tick, none of them ticked for the reader.

    Parameters
    ----------
    name : str
        What its value is kept under.
    label : str
        The question.
    options : tuple of Choice
        What can be ticked.
    hint : str
        A sentence of help.
    """

    name: str
    label: str
    options: tuple[Choice, ...]
    hint: str = ""

    def value(self, kept: Mapping[str, Json]) -> tuple[str, ...]:
        """Return the ids of what is ticked, in the order of the options."""
        ticked = kept.get(self.name)
        names = ticked if isinstance(ticked, list) else []
        return tuple(one.id for one in self.options if one.id in names)

    def draw(self, kept: Mapping[str, Json]) -> Markup:
        """Return a fieldset of tick boxes."""
        return _group("checkboxes", self, self.value(kept))


def _known(kept: Json, options: tuple[Choice, ...]) -> str:
    return next((one.id for one in options if one.id == kept), "")


def _hint(text: str) -> dict[str, str] | None:
    return {"text": text} if text else None


# Choices of `toolkit.learners` are marked for translation where they are made.
def _group(kind: str, control: Radios | TickBoxes, chosen: list[str] | tuple[str, ...]) -> Markup:
    title = {"text": control.label, "classes": "govuk-fieldset__legend--s"}
    items: list[dict[str, Any]] = [
        {
            "value": one.id,
            "text": _(one.text),
            "hint": _hint(_(one.hint)),
            "checked": one.id in chosen,
        }
        for one in control.options
    ]
    return component(
        kind,
        {
            "name": control.name,
            "idPrefix": element_id(control.name),
            "fieldset": {"legend": title},
            "hint": _hint(control.hint),
            "items": items,
        },
    )
