"""How soon many people have a live page, and what each takes: ``python benchmarks/kernels.py``.

Three servers, one after another in each round: kernels started one by one (plain), split off from
a warm parent (forked), and split off with pages kept ready (ready). People are programs that
fetch a page, open the line to its kernel and get the state of all its widgets, all at the same
moment and on the same machine. Memory is a kernel's proportional set size, its visitor connected
and idle. Bars, for pages kept ready: 5 s for 95 of 100 of thirty people; 45 MB a kernel. Ends
with 1 where one is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import median

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS)]

from bars import percentile  # noqa: E402
from tiny_site import ROOT, Running, kernels_of, running  # noqa: E402
from visitor import Visit  # noqa: E402

PAGE = "notebooks/lessons/01-what-is-ai.ipynb"
SECONDS, MEGABYTES = 5.0, 45.0
LONGEST_WAIT = 180.0  # seconds for pages to be made ready
SERVE = """
import sys
from toolkit.serving.app import Server
from toolkit.serving.kernels.warm import WarmParent
from toolkit.serving.launch import prepare
{mode}
prepare(port=int(sys.argv[1])).start()
"""
MODES = {
    "plain": "WarmParent.wanted = property(lambda _parent: False)",
    "forked": "",
    "ready": "Server.audience = {people}",
}


@dataclass(frozen=True)
class Round:
    """What so many people at once have met.

    Parameters
    ----------
    seconds : list of float
        Until each had a live page.
    megabytes : list of float
        Of each kernel.
    """

    seconds: list[float]
    megabytes: list[float]


def megabytes_of(pid: int) -> float:
    """Return the proportional set size of a process: shared memory is shared out."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


async def meet(server: Running, page: str, people: int) -> Round:
    """Let so many people come at once, stay until all are in, and leave."""
    visits = [Visit(server.url.rstrip("/"), page) for _ in range(people)]

    async def come(visit: Visit) -> float:
        start = time.perf_counter()
        await visit.__aenter__()
        return time.perf_counter() - start

    seconds = list(await asyncio.gather(*map(come, visits)))
    megabytes = [megabytes_of(pid) for pid in kernels_of(server.process.pid)]
    await asyncio.gather(*(visit.__aexit__(None, None, None) for visit in visits))
    return Round(seconds, megabytes)


def wait_for(server: Running, kernels: int) -> None:
    """Wait until a server has exactly so many kernels."""
    until = time.monotonic() + LONGEST_WAIT
    while len(kernels_of(server.process.pid)) != kernels and time.monotonic() < until:
        time.sleep(0.2)
    time.sleep(1)  # the last one runs its cells


def measure(page: str, crowds: list[int], rounds: int) -> dict[tuple[str, int], list[Round]]:
    """Return what each crowd met on each server, the servers taking turns."""
    found: dict[tuple[str, int], list[Round]] = defaultdict(list)
    for people in crowds * rounds:
        for name, mode in MODES.items():
            code = SERVE.format(mode=mode.format(people=people))
            with running(ROOT, 8700, serve=code, TOOLKIT_READY=Path(page).stem) as server:
                asyncio.run(meet(server, page, 1))  # the first visitor waits for imports
                wait_for(server, people if name == "ready" else 0)
                found[name, people].append(asyncio.run(meet(server, page, people)))
    return found


def main() -> int:
    """Print the figures; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", default=PAGE)
    parser.add_argument("--people", type=int, nargs="*", default=[1, 10, 30])
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    found = measure(asked.page, asked.people, asked.rounds)
    plain = {people: median(seconds_of(found["plain", people])) for people in asked.people}
    for (name, people), rounds in found.items():
        seconds = seconds_of(rounds)
        memory = [size for one in rounds for size in one.megabytes]
        print(
            f"{people} at once, {name}: half {median(seconds):.2f} s"
            f" ({median(seconds) / plain[people]:.0%} of plain), 95 of 100"
            f" {percentile(seconds, 0.95):.2f} s, {median(memory):.0f} MB a kernel",
            flush=True,
        )
    most = max(asked.people)
    late = percentile(seconds_of(found["ready", most]), 0.95)
    memory = median(size for one in found["ready", most] for size in one.megabytes)
    print(f"bars: {late:.1f} of {SECONDS:g} s, {memory:.0f} of {MEGABYTES:g} MB")
    return 0 if late <= SECONDS and memory <= MEGABYTES else 1


def seconds_of(rounds: list[Round]) -> list[float]:
    """Return how long everybody waited."""
    return [one for crowd in rounds for one in crowd.seconds]


if __name__ == "__main__":
    sys.exit(main())
