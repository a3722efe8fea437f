"""Who has a place, who waits for one, and whose turn it is.

Each open page that runs a program (a kernel) takes one place. Places knows nothing of the network
and reads no clock: every question comes with the time. It runs in the server's one thread, so an
answer and the change it brings cannot be parted by another visitor's question.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Places", "Taken", "Waiting"]

PATIENCE = 30.0  # seconds a waiting page may be silent before its turn is lost
HELD_FOR_TURN = 30.0  # seconds a free place is held for the next in the queue
HELD_FOR_RELOAD = 4.0  # seconds a place that was left is held for the same page, loaded again
UNSEEN = 120.0  # seconds a page may take to connect once complete; slow lines need long


@dataclass(eq=False)
class Taken:
    """A place somebody has.

    Parameters
    ----------
    who : str
        What tells this page and browser from another, for a page that is loaded again.
    kernel : str
        The kernel that the page runs; empty until there is one.
    ready : float, optional
        When the page was complete, in seconds.
    seen : bool
        Whether the page has connected to its kernel.
    gone : bool
        Whether the visitor has left before the page was complete.
    """

    who: str
    kernel: str = ""
    ready: float | None = None
    seen: bool = False
    gone: bool = False


@dataclass(eq=False)
class Waiting:
    """Somebody in the queue.

    Parameters
    ----------
    ticket : str
        What only they know.
    who : str
        As for `Taken`.
    seen : float
        When they last asked, in seconds.
    until : float
        How long a place is held for them, once it is their turn; 0 before.
    """

    ticket: str
    who: str
    seen: float
    until: float = 0.0


class Places:
    """A number of places, and a queue.

    Parameters
    ----------
    number : int
        How many there are.
    runs : callable
        Whether a kernel, by its id, is still there.
    """

    def __init__(self, number: int, runs: Callable[[str], bool]) -> None:
        self.number = number
        self._runs = runs
        self._taken: list[Taken] = []
        self._left: list[tuple[str, float]] = []  # who may come back, and until when
        self._queue: dict[str, Waiting] = {}

    @property
    def taken(self) -> int:
        """How many places are taken, with those held for somebody for a few seconds."""
        turns = sum(bool(one.until) for one in self._queue.values())
        return len(self._taken) + len(self._left) + turns

    @property
    def waiting(self) -> int:
        """How many wait and have not had their turn."""
        return sum(not one.until for one in self._queue.values())

    def ask(self, who: str, now: float, ticket: str = "", again: bool = False) -> Taken | Waiting:
        """Take a place, or a ticket for the queue.

        Parameters
        ----------
        who : str
            As for `Taken`.
        now : float
            The time, in seconds, on a clock that never goes back.
        ticket : str
            The ticket of somebody who waits.
        again : bool
            Whether the browser says that it loads a page again.
        """
        self.tidy(now)
        if ticket in self._queue and self._queue[ticket].until:
            del self._queue[ticket]
            return self._take(who)
        if ticket in self._queue:
            return self._seen(ticket, now)
        if again and self._comes_back(who):
            return self._take(who)
        if self.taken < self.number:  # whoever waited has been given theirs
            return self._take(who)
        first = again and any(one.who == who for one in self._taken)
        return self._wait(who, now, first)

    def turn(self, ticket: str, now: float) -> int | None:
        """Return someone's number in the queue: 0 when it is their turn, None if they have none."""
        self.tidy(now)
        if ticket not in self._queue:
            return None
        if self._seen(ticket, now).until:
            return 0
        return [one.ticket for one in self._queue.values() if not one.until].index(ticket) + 1

    def served(self, place: Taken, now: float) -> None:
        """Note that a page is complete; without a kernel it needs no place."""
        place.ready = now
        if not place.kernel and place in self._taken:
            self._taken.remove(place)

    def leave(self, kernel: str, now: float) -> None:
        """Give up the place of a page that was left, and hold it for a page loaded again."""
        for place in [one for one in self._taken if one.kernel == kernel]:
            self._taken.remove(place)
            self._left.append((place.who, now + HELD_FOR_RELOAD))

    def unseen(self, connected: Callable[[str], bool], now: float) -> list[str]:
        """Return the kernels of complete pages that no browser will connect to, or has in time."""
        for place in self._taken:
            place.seen = place.seen or bool(place.kernel and connected(place.kernel))
        return [
            one.kernel
            for one in self._taken
            if one.kernel and not one.seen and one.ready is not None
            if one.gone or now - one.ready > UNSEEN
        ]

    def tidy(self, now: float) -> None:
        """Let go of what has ended or gone silent, and give free places to those next."""
        self._taken = [one for one in self._taken if not one.kernel or self._runs(one.kernel)]
        self._left = [(who, until) for who, until in self._left if now < until]
        self._queue = {
            ticket: one
            for ticket, one in self._queue.items()
            if (now < one.until if one.until else now - one.seen < PATIENCE)
        }
        for one in self._queue.values():
            if not one.until and (self._comes_back(one.who) or self.taken < self.number):
                one.until = now + HELD_FOR_TURN

    def _take(self, who: str) -> Taken:
        place = Taken(who)
        self._taken.append(place)
        return place

    def _comes_back(self, who: str) -> bool:
        """Return whether a place is held for this page, and hold it no longer."""
        for held in self._left:
            if held[0] == who:
                self._left.remove(held)
                return True
        return False

    def _wait(self, who: str, now: float, first: bool) -> Waiting:
        one = Waiting(secrets.token_urlsafe(12), who, now)
        old = self._queue
        self._queue = {one.ticket: one, **old} if first else {**old, one.ticket: one}
        return one

    def _seen(self, ticket: str, now: float) -> Waiting:
        self._queue[ticket].seen = now
        return self._queue[ticket]
