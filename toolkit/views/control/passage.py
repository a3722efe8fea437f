"""A box for a few sentences of the reader's own, kept as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.views.control.control import element_id
from toolkit.views.form import component
from toolkit.yamlfile import Json

__all__ = ["Passage"]


@dataclass(frozen=True)
class Passage:
    """A box for a few sentences; nothing is computed from them, so nothing is cut off.

    Parameters
    ----------
    name : str
        What its value is kept under.
    label : str
        What to write.
    hint : str
        A sentence of help.
    rows : int
        How many lines of it are seen at first.
    """

    name: str
    label: str
    hint: str = ""
    rows: int = 2

    def value(self, kept: Mapping[str, Json]) -> str:
        """Return what was typed, without the space around it."""
        return self._typed(kept).strip()

    def draw(self, kept: Mapping[str, Json]) -> Markup:
        """Return label and box."""
        return component(
            "textarea",
            {
                "name": self.name,
                "id": element_id(self.name),
                "label": {"text": self.label, "classes": "govuk-label--s"},
                "hint": {"text": self.hint} if self.hint else None,
                "value": self._typed(kept),
                "rows": str(self.rows),
                "attributes": {"data-live": "yes"},
            },
        )

    def _typed(self, kept: Mapping[str, Json]) -> str:
        text = kept.get(self.name)
        return text if isinstance(text, str) else ""
