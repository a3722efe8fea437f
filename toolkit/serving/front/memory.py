"""How much memory there is, how much is used, and how many visitors it is enough for.

The arithmetic: what this computer or container has, less what the system and the server need, in
pieces of what one visitor's page needs.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

import psutil

__all__ = ["FEWEST", "PER_VISITOR", "RESERVED", "enough_for", "memory_of", "read_memory"]

MEGABYTE = 1024 * 1024
PER_VISITOR = 100 * MEGABYTE  # 85 MB measured for a page with pandas and a chart, and some air
RESERVED = 512 * MEGABYTE  # the system and the server itself
FEWEST = 2  # whoever presents, and one who looks on
LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")


def enough_for(memory: int) -> int:
    """Return how many visitors fit into some memory, in bytes; never fewer than two.

    Examples
    --------
    >>> enough_for(8 * 1024**3), enough_for(1024**3), enough_for(0)
    (76, 5, 2)
    """
    return max(FEWEST, (memory - RESERVED) // PER_VISITOR)


def read_memory(limits: Iterable[str] = LIMITS) -> int:
    """Return the memory this computer has, or this container where that is less, in bytes."""
    found = [psutil.virtual_memory().total]
    for path in limits:
        with contextlib.suppress(OSError, ValueError):  # no limit, or no such file
            found.append(int(Path(path).read_text("ascii")))
    return int(min(found))


def memory_of(process: psutil.Process) -> int:
    """Return what a process uses, in bytes; what is shared is shared out, where that is known."""
    with contextlib.suppress(psutil.Error):
        used = process.memory_full_info()
        return int(getattr(used, "pss", 0) or used.uss)
    return 0
