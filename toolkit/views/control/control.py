"""What the steps of a lesson need of a control, whatever it looks like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from markupsafe import Markup

from toolkit.yamlfile import Json

__all__ = ["Control", "element_id"]


class Control(Protocol):
    """What an explorable needs of a control."""

    @property
    def name(self) -> str:
        """What its value is kept under, and the name `value` is handed on by."""

    def value(self, kept: Mapping[str, Json]) -> object:
        """Return a value that can be used, whatever was kept."""

    def draw(self, kept: Mapping[str, Json]) -> Markup:
        """Return its HTML."""


def element_id(name: str) -> str:
    """Return the id of a control's element.

    Parameters
    ----------
    name : str
        The control's name.

    Returns
    -------
    str
        The id that its label points at.

    Examples
    --------
    >>> element_id("share")
    'control-share'
    """
    return f"control-{name}"
