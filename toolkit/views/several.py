"""Several pages that one cell shows, one below the other."""

from __future__ import annotations

from IPython.display import display

from toolkit.views.bridge import Bridge

__all__ = ["Several"]


class Several:
    """Widgets that one cell shows, without a box of ipywidgets around them.

    A box would have every visitor's browser fetch the controls of ipywidgets, which no lesson
    needs otherwise.

    Parameters
    ----------
    *children : Bridge
        From top to bottom.
    """

    def __init__(self, *children: Bridge) -> None:
        self.children = children

    def _ipython_display_(self) -> None:
        for child in self.children:
            display(child)
