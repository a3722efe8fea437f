"""The connection between an open page and its kernel."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Literal

from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

__all__ = ["Socket", "is_whole"]

BAD_DATA = 1007  # websockets' own code for a message that makes no sense
PARTS = 5  # that each message of version 1 has at least: channel, header, parent, metadata, content


class Socket(VoilaKernelWebsocketHandler):
    """A websocket that the server knows of, so that it can end it when it stops."""

    async def open(self, kernel_id: str) -> None:
        """Remember the page."""
        self.settings["toolkit_sockets"].add(self)
        await super().open(kernel_id)

    def on_message(self, message: str | bytes) -> None:
        """Hand on a message, if its numbers can be true: Jupyter takes them as they are."""
        if isinstance(message, str) or is_whole(message, first=not self.selected_subprotocol):
            super().on_message(message)
        else:
            self.close(BAD_DATA)

    def on_close(self, *args: Any) -> None:
        """Forget the page, at once: Jupyter's pings would hold on to it until the next is due."""
        self.settings["toolkit_sockets"].discard(self)
        if self.ping_callback:
            self.ping_callback.stop()
        super().on_close(*args)


def is_whole(message: bytes, *, first: bool = False) -> bool:
    """Return whether a binary message has the parts that its first numbers say it has.

    Parameters
    ----------
    message : bytes
        A count, then where each part begins (in version 1 also where the last one ends), then
        the parts.
    first : bool
        Whether it is in Jupyter's first form, which has numbers of four bytes, the big end in
        front, and one part at least; version 1 has eight bytes, the little end in front.

    Returns
    -------
    bool
        False also where there are more numbers than bytes.

    Examples
    --------
    >>> is_whole(bytes([0, 0, 0, 1, 0, 0, 0, 8]) + b"{}", first=True)
    True
    >>> is_whole(bytes([255] * 64))
    False
    """
    width, fewest = (4, 1) if first else (8, PARTS + 1)
    order: Literal["big", "little"] = "big" if first else "little"
    count = int.from_bytes(message[:width], order)
    begin = width * (count + 1)
    if count < fewest or begin > len(message):
        return False
    starts = [int.from_bytes(message[at : at + width], order) for at in range(width, begin, width)]
    return all(one <= other for one, other in pairwise((begin, *starts, len(message))))
