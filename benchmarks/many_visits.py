"""What a server keeps of visits that are over: ``python benchmarks/many_visits.py``.

People come one after another, each gets a live page and leaves. The memory of the server and of
all that it started, taken when it has come to rest, has to be what it was after the first fifty:
more than five per cent away is a bar missed, and ends with 1. So does a visitor without a page.
With ``--keep`` the figures go into the next report of ``make bench``.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "tests"), str(HERE.parent / "tests" / "browser"), str(HERE)]

from contender import AUDIENCE, OURS, Running, run  # noqa: E402
from light_visitor import visit  # noqa: E402
from long_runs import keep  # noqa: E402
from served import copy_content  # noqa: E402

PAGE = "notebooks/lessons/01-what-is-ai.ipynb"
FIRST = 50  # after which everything that is kept for good has been loaded
MAY_DIFFER = 0.05
PATIENCE = 60  # seconds


async def come_and_go(server: Running, people: int) -> int:
    """Let people visit one after another; return how many got nothing."""
    nothing = 0
    for _ in range(people):
        async with AsyncExitStack() as stay:
            seen = await visit(server.page(PAGE), PATIENCE, stay)
        nothing += bool(seen.trouble)
    await asyncio.to_thread(server.settle)
    return nothing


def main() -> int:
    """Print the figures; return 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=1000)
    parser.add_argument("--audience", action="store_true", help="with thirty pages kept ready")
    parser.add_argument("--keep", action="store_true", help="write the figures down")
    asked = parser.parse_args()
    contender = AUDIENCE if asked.audience else OURS
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "content").mkdir()
        with run(contender, copy_content(Path(name) / "content")) as server:
            nothing = asyncio.run(come_and_go(server, FIRST))
            before, start = server.memory(), time.monotonic()
            nothing += asyncio.run(come_and_go(server, asked.visits))
            after, taken = server.memory(), time.monotonic() - start
    print(
        f"{contender.name}: {asked.visits} visits in {taken:.0f} s, {nothing} of them in vain; "
        f"memory {before:.0f} MB before, {after:.0f} MB after ({after / before - 1:+.1%})"
    )
    if asked.keep:
        change = round(100 * (after / before - 1), 1)
        keep("visits", visits=asked.visits, in_vain=nothing, memory_change_percent=change)
    return 0 if not nothing and abs(after / before - 1) <= MAY_DIFFER else 1


if __name__ == "__main__":
    sys.exit(main())
