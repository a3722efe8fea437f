"""Who has a place, who waits for one, and whose turn it is.

Each open page that runs a program (a kernel) takes one place. Places knows nothing of the network
and reads no clock: every question comes with the time. It runs in the server's one thread, so an
answer and the change it brings cannot be parted by another visitor's question.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

__all__ = ["Places", "Taken", "Waiting"]

PATIENCE = 30.0  # seconds a waiting page may be silent before its turn is lost
HELD_FOR_TURN = 30.0  # seconds a free place is held for the next in the queue
HELD_FOR_RELOAD = 4.0  # seconds a place that was left is held for whoever left it
UNSEEN = 120.0  # seconds a page may take to connect once complete; slow lines need long
OFTEN = 1.0  # seconds between two looks at everything, however many ask for their turn


@dataclass(eq=False)
class Taken:
    """A place somebody has.

    Parameters
    ----------
    kernel : str
        The kernel that the page runs; empty until there is one.
    ready : float, optional
        When the page was complete, in seconds.
    seen : bool
        Whether the page has connected to its kernel.
    gone : bool
        Whether the visitor has left before the page was complete.
    """

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
    seen : float
        When they last asked, in seconds.
    number : int
        Their number in the queue.
    left : str
        The kernel of the page they have left for this one, which nobody else knows.
    until : float
        How long a place is held for them, once it is their turn; 0 before.
    """

    ticket: str
    seen: float
    number: int
    left: str = ""
    until: float = 0.0


class Places:
    """A number of places, and a queue.

    Parameters
    ----------
    number : int
        How many there are.
    runs : callable
        Whether a kernel, by its id, is still there.
    longest : float
        How many may wait.
    """

    def __init__(self, number: int, runs: Callable[[str], bool], longest: float = inf) -> None:
        self.number = number
        self.longest = longest
        self._runs = runs
        self._looked = -inf  # when everything was last looked at
        self._taken: list[Taken] = []
        self._left: dict[str, float] = {}  # kernels whose place is held, and until when
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

    def ask(self, now: float, ticket: str = "", left: str = "") -> Taken | Waiting | None:
        """Take a place, or a ticket for the queue.

        Parameters
        ----------
        now : float
            The time, in seconds, on a clock that never goes back.
        ticket : str
            The ticket of somebody who waits.
        left : str
            As for `Waiting`.

        Returns
        -------
        Taken or Waiting or None
            None where so many wait already that nobody else may.
        """
        if ticket in self._queue and left:
            self._queue[ticket].left = left
        self.tidy(now)
        waiting = self._queue.get(ticket)
        if waiting and not waiting.until:
            waiting.seen = now
            return waiting
        # Whoever waited has been given theirs.
        if self._queue.pop(ticket, None) or self._is_held(left) or self.taken < self.number:
            place = Taken()
            self._taken.append(place)
            return place
        return self._wait(now, left)

    def turn(self, ticket: str, now: float) -> int | None:
        """Return someone's number in the queue: 0 when it is their turn, None if they have none."""
        if now - self._looked >= OFTEN:
            self.tidy(now)
        waiting = self._queue.get(ticket)
        if not waiting:
            return None
        waiting.seen = now
        return 0 if waiting.until else waiting.number

    def served(self, place: Taken, now: float) -> None:
        """Note that a page is complete; without a kernel that runs it needs no place."""
        place.ready = now
        if place in self._taken and not (place.kernel and self._runs(place.kernel)):
            self._taken.remove(place)
            self._looked = -inf

    def leave(self, kernel: str, now: float) -> None:
        """Give up the place of a page that was left, and hold it for whoever left it."""
        for place in [one for one in self._taken if one.kernel == kernel]:
            self._taken.remove(place)
            self._left[kernel] = now + HELD_FOR_RELOAD
            self._looked = -inf

    def unseen(self, connected: Callable[[str], bool], now: float) -> list[str]:
        """Return the kernels of pages that no browser will connect to, or has in time."""
        for place in self._taken:
            place.seen = place.seen or bool(place.kernel and connected(place.kernel))
        return [
            one.kernel
            for one in self._taken
            if one.kernel and not one.seen
            if one.gone or (one.ready is not None and now - one.ready > UNSEEN)
        ]

    def tidy(self, now: float) -> None:
        """Let go of what has ended or gone silent, and give free places to those next.

        Each place and each waiter is looked at once, also where both are many.
        """
        self._looked = now
        self._taken = [one for one in self._taken if not one.kernel or self._runs(one.kernel)]
        self._left = {kernel: until for kernel, until in self._left.items() if now < until}
        self._queue = {
            ticket: one
            for ticket, one in self._queue.items()
            if (now < one.until if one.until else now - one.seen < PATIENCE)
        }
        free, number = self.number - self.taken, 0
        for one in self._queue.values():
            if one.until:
                continue
            held = self._is_held(one.left)
            if held or free > 0:
                one.until = now + HELD_FOR_TURN
                free -= not held  # a place that was held for them was not among the free ones
            else:
                number += 1
                one.number = number

    def _is_held(self, kernel: str) -> bool:
        """Return whether the place of a page that was left is held, and hold it no longer."""
        return self._left.pop(kernel, None) is not None

    def _wait(self, now: float, left: str) -> Waiting | None:
        """Join the queue at its end.

        Browsers say that a page is left when they have its successor, so a place may be free only
        after it was asked for again. Then `tidy` gives it back.
        """
        has_place = left and any(one.kernel == left for one in self._taken)
        if self.waiting >= self.longest + (self.number if has_place else 0):
            return None
        one = Waiting(secrets.token_urlsafe(12), now, self.waiting + 1, left)
        self._queue[one.ticket] = one
        return one
