"""Pages that are ready before anybody asks: their kernels have run every cell.

For a webinar, where thirty people click at once and one computer could not run thirty notebooks
at that moment. Nothing of a visitor is in a ready page: it is made before there is one, goes to
one visitor, and is never taken back.
"""

from __future__ import annotations

import asyncio
import math
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from logging import Logger
from typing import Any

from jupyter_server._tz import utcnow

from toolkit.serving.kernels.files import Stamp
from toolkit.serving.kernels.share import share, to_keep

__all__ = ["Pool", "Ready"]

PAUSE = 1.0  # seconds between looks at what is missing
AT_ONCE = max(1, (os.cpu_count() or 1) // 2)  # pages made for visitors, before we hold back
AGAIN = 60.0  # seconds until a page is tried again that could not be made: a disk may be full
LONGEST = 150.0  # seconds for a page; longer than VoilaExecutor.timeout in voila.json


@dataclass(frozen=True)
class Ready:
    """A page with its kernel.

    Parameters
    ----------
    kernel : str
        The kernel's id.
    pid : int
        Its process; another one would know nothing of the page.
    html : str
        The page.
    stamp : Stamp
        The files it was made from, and many others.
    day : date
        When its cells were run: some show what day it is.
    """

    kernel: str
    pid: int
    html: str
    stamp: Stamp
    day: date


class Pool:
    """The ready pages of one server.

    Parameters
    ----------
    kernels : Kernels
        The server's kernels.
    make : callable
        Makes a page by its path; returns None for one that must not be kept ready.
    stamp : callable
        Returns what the files are like now.
    pages : callable
        Returns a weight for each page that may be kept ready; its visits are added to it.
    audience : int
        How many people are expected at once.
    log : Logger
        Where it is said that a page cannot be kept ready.
    clock : callable, optional
        Returns seconds that only grow.
    """

    def __init__(
        self,
        kernels: Any,
        *,
        make: Callable[[str], Awaitable[Ready | None]],
        stamp: Callable[[], Stamp],
        pages: Callable[[], dict[str, int]],
        audience: int,
        log: Logger,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.audience = audience
        self._kernels, self._make, self._stamp, self._pages = kernels, make, stamp, pages
        self._log, self._clock = log, clock
        self._ready: dict[str, list[Ready]] = {}
        self._spoilt: list[Ready] = []
        self._visits: dict[str, int] = {}
        self._unfit: dict[str, tuple[Stamp, float]] = {}  # for which files, and until when
        self._under_way = 0

    @property
    def number(self) -> int:
        """How many pages are ready."""
        return sum(map(len, self._ready.values()))

    def take(self, path: str) -> Ready | None:
        """Hand a ready page to a visitor; None where there is none.

        Parameters
        ----------
        path : str
            The page's notebook.

        Returns
        -------
        Ready or None
            It belongs to the visitor from now on.
        """
        if path in self._visits:  # an address that somebody made up is not
            self._visits[path] += 1
        waiting = self._ready.get(path, [])
        stamp = self._stamp() if waiting else frozenset()
        while waiting:
            found = waiting.pop(0)
            if self._is_good(found, stamp):
                self._kernels.kept.discard(found.kernel)
                # It may have been idle for hours, and is not to be ended for that now.
                self._kernels.get_kernel(found.kernel).last_activity = utcnow()
                return found
            self._spoilt.append(found)
        return None

    @contextmanager
    def making(self) -> Iterator[None]:
        """Note that a page is being made for a visitor: nothing is made for others meanwhile."""
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1

    async def keep(self) -> None:
        """Keep pages ready for as long as the server runs, one page at a time."""
        while self.audience and not self._kernels.closing:
            step = asyncio.ensure_future(self.step())
            await asyncio.wait([step])
            if step.exception():
                self._log.error("A page could not be kept ready: %s", step.exception())
            if step.exception() or not step.result():
                await asyncio.sleep(PAUSE)

    async def step(self) -> bool:
        """Do one thing that is due: end a kernel, or make a page.

        Returns
        -------
        bool
            Whether there was something to do. While a visitor waits for a page, there is not.
        """
        if self._under_way >= AT_ONCE:
            return False
        stamp = self._stamp()
        shares = self._shares(stamp)
        for path, pages in self._ready.items():
            good = [one for one in pages if self._is_good(one, stamp)][: shares.get(path, 0)]
            self._spoilt += [one for one in pages if one not in good]
            self._ready[path] = good
        if self._spoilt:
            await self._end(self._spoilt.pop())
            return True
        fit = ((path, due) for path, due in shares.items() if path not in self._unfit)
        short = [path for path, due in fit if len(self._ready.get(path, ())) < due]
        if short:
            await self._add(short[0], stamp)
        return bool(short)

    def _shares(self, stamp: Stamp) -> dict[str, int]:
        weights = self._pages()
        self._visits = {path: self._visits.get(path, 0) for path in weights}
        now = self._clock()
        self._unfit = {
            path: (made, until)
            for path, (made, until) in self._unfit.items()
            if made == stamp and now < until
        }
        fit = {
            path: weight + self._visits[path]
            for path, weight in weights.items()
            if path not in self._unfit or self._ready.get(path)  # what is there stays
        }
        visitors = len(self._kernels.list_kernel_ids()) - len(self._kernels.kept)
        return share(to_keep(self.audience, visitors), fit)

    async def _add(self, path: str, stamp: Stamp) -> None:
        work = asyncio.ensure_future(asyncio.wait_for(self._make(path), LONGEST))
        await asyncio.wait([work])
        made = None if work.exception() else work.result()
        if made:
            self._ready.setdefault(path, []).append(made)
            return
        failed = work.exception() is not None
        self._unfit[path] = (stamp, self._clock() + AGAIN if failed else math.inf)
        if failed:
            self._log.error("%s is not kept ready: %r", path, work.exception())

    def _is_good(self, one: Ready, stamp: Stamp) -> bool:
        return (
            one.stamp == stamp
            and one.day == date.today()
            and one.kernel in self._kernels
            and self._kernels.get_kernel(one.kernel).runs(one.pid)
        )

    async def _end(self, one: Ready) -> None:
        self._kernels.kept.discard(one.kernel)
        if one.kernel in self._kernels:
            await self._kernels.shutdown_kernel(one.kernel, now=True)
