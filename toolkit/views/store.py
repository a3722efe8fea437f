"""What a document keeps in the visitor's own browser, as Python sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from toolkit.language import _
from toolkit.views.words import RESTORED_OLDER
from toolkit.yamlfile import Json

__all__ = ["Migration", "Store"]

Migration = Callable[[int, dict[str, Json]], tuple[dict[str, Json], str]]


class Store:
    """Values by name that outlive a reload, shared by all the pages of one document.

    Parameters
    ----------
    document : str
        A short name that never changes, for example ``readiness``.
    version : int
        Raise it when the meaning of a kept value changes.
    migrate : callable, optional
        Given the older version and its values, returns the values for this version and a
        sentence for the visitor (empty where nothing was lost).

    Attributes
    ----------
    values : dict
        What is kept. Change it through `set`, `update` and `forget`, so that pages redraw.
    """

    def __init__(self, document: str, version: int = 1, migrate: Migration | None = None) -> None:
        self.document = document
        self.version = version
        self.values: dict[str, Json] = {}
        self.trouble = ""
        self._migrate = migrate
        self._explained = False
        self._redraws: list[Callable[[], None]] = []
        self._forgets: list[Callable[[bool], None]] = []

    def set(self, name: str, value: Json) -> None:
        """Keep one value; None removes it."""
        self.update({name: value})

    def update(self, values: Mapping[str, Json]) -> None:
        """Keep several values; None removes one."""
        for name, value in values.items():
            if value is None:
                self.values.pop(name, None)
            else:
                self.values[name] = value

    def forget(self, everything: bool = False) -> None:
        """Remove every value, here and in the visitor's browser.

        Parameters
        ----------
        everything : bool
            Also remove what other documents of the toolkit keep in that browser.
        """
        self.values.clear()
        for forget in self._forgets:
            forget(everything)

    def restore(self, saved: dict[str, Any] | None) -> str:
        """Take over what the visitor's browser kept; return a sentence where some was lost.

        Parameters
        ----------
        saved : dict or None
            ``version`` and ``values``, or None where nothing was kept.

        Returns
        -------
        str
            Empty unless the visitor has to be told something; told once per store.
        """
        if not saved:
            return ""
        values, explanation = saved["values"], ""
        if saved["version"] != self.version:
            values, explanation = self._carry_over(saved["version"], values)
        self.update(values)
        told, self._explained = self._explained, self._explained or bool(explanation)
        return "" if told else explanation

    def _carry_over(self, version: int, values: dict[str, Json]) -> tuple[dict[str, Json], str]:
        if self._migrate is None or version > self.version:
            return {}, _(RESTORED_OLDER)
        return self._migrate(version, values)

    def join(self, redraw: Callable[[], None], forget: Callable[[bool], None]) -> None:
        """Let a page redraw with this store, and pass `forget` on to its browser."""
        self._redraws.append(redraw)
        self._forgets.append(forget)

    def redraw(self) -> None:
        """Redraw every page of this store."""
        for redraw in self._redraws:
            redraw()
