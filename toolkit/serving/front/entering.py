"""A page that runs a kernel: it opens where there is a place, and gives it back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tornado.web import RequestHandler

from toolkit.added import KINDS, find_file
from toolkit.serving.front.places import Taken
from toolkit.serving.front.waiting import Claiming

__all__ = ["Entered", "left"]


class Entered:
    """What a handler of pages with a kernel does at the door.

    Inside an ordinary Jupyter server there is no door, and everybody is let in.
    """

    place: Taken | None = None
    told_as = ""

    @contextmanager
    def entered(self: Any, path: str) -> Iterator[bool]:
        """Say whether the visitor is let in, and note when their page is complete."""
        found = self._exists(path)
        door = self.settings.get("toolkit_door") if found else None
        self.told_as = "waiting"  # until it is known, since the door tells of it at once
        self.place = door.admit(self) if door else None
        if door and not self.place:
            yield False
            return
        self.told_as = path if found else "missing"
        try:
            yield True
        finally:
            if door and self.place:
                door.places.served(self.place, time.monotonic())

    def on_connection_close(self: Any) -> None:
        """Note that the visitor left before the page was complete, and will never connect."""
        if self.place:
            self.place.gone = True
        super().on_connection_close()  # type: ignore[misc]

    def claim(self, kernel: str) -> None:
        """Say which kernel goes with the place, where it was ready before the visitor came."""
        if self.place:
            self.place.kernel = kernel

    @property
    def kernel_manager(self: Any) -> Any:
        """The kernels; the one that this page starts goes with its place."""
        kernels = self.settings["kernel_manager"]
        return Claiming(kernels, self.place) if self.place else kernels

    def _exists(self: Any, path: str) -> bool:
        kind, _, name = path.rpartition("/")
        if kind in KINDS and find_file(kind, name.removesuffix(".ipynb")):
            return True
        site = self.settings["toolkit_site"]
        return bool((site.root / path).is_file())


def left(handler: RequestHandler, kernel: str) -> None:
    """Note that the page of a kernel was left."""
    door = handler.settings.get("toolkit_door")
    if door:
        door.places.leave(kernel, time.monotonic())
