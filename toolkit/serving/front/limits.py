"""How much one request, one page and one address may ask for."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass

from tornado.httputil import HTTPServerRequest

__all__ = ["HEADERS", "LIMITS", "MESSAGE", "Pace", "too_large"]

KILOBYTE = 1024
BODY = 256 * KILOBYTE  # no form of ours sends more; files travel over the websocket
HEADERS = 16 * KILOBYTE  # names and values together
ADDRESS = 4 * KILOBYTE
MESSAGE = 10 * KILOBYTE * KILOBYTE  # a file of 5 million characters, the most a page takes, in JSON
LIMITS = {
    # tornado ends a connection without a word beyond these, so ours are reached first.
    "max_body_size": 4 * BODY,
    "max_header_size": 4 * HEADERS,
    "idle_connection_timeout": 75.0,  # seconds, also for the first line of a request
    "body_timeout": 60.0,  # seconds
}
MOST_ADDRESSES = 10_000  # remembered at a time


def too_large(request: HTTPServerRequest) -> int | None:
    """Return the status of a request that asks for too much, None for any other."""
    length = request.headers.get("Content-Length", "0")
    if length.isascii() and length.isdigit() and int(length) > BODY:
        return 413
    if len(request.uri or "") > ADDRESS:
        return 414
    sizes = (len(name) + len(value) for name, value in request.headers.get_all())
    return 431 if sum(sizes) > HEADERS else None


@dataclass
class Pace:
    """How often one address may do something in a minute.

    An address is any text: see `toolkit.serving.front.proxy.network_of` for those of visitors.

    Parameters
    ----------
    most : int
        How often.
    seconds : float
        How long a minute is.
    """

    most: int
    seconds: float = 60.0

    def __post_init__(self) -> None:
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def allows(self, address: str, now: float) -> bool:
        """Return whether an address may do it now, without counting it."""
        times = self._times.get(address, deque())
        while times and now - times[0] >= self.seconds:
            times.popleft()
        return len(times) < self.most

    def count(self, address: str, now: float) -> bool:
        """Count one more where it is allowed, and return whether it was."""
        if not self.allows(address, now):
            return False
        self._times.setdefault(address, deque()).append(now)
        self._times.move_to_end(address)
        if len(self._times) > MOST_ADDRESSES:
            self._times.popitem(last=False)  # whoever has not been counted for longest
        return True
