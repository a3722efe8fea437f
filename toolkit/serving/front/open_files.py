"""How many files and connections the server may have open at once, and whether that is enough."""

from __future__ import annotations

import sys

__all__ = ["PER_VISITOR", "RESERVED", "allow_files", "enough_files_for", "raise_limit"]

PER_VISITOR = 15  # 14 measured: sockets to the browser and to the kernel, and the page itself
RESERVED = 300  # the server itself, pages that are fetched, and connections that say nothing


def enough_files_for(visitors: int) -> int:
    """Return how many open files some visitors need.

    Examples
    --------
    >>> enough_files_for(30)
    750
    """
    return RESERVED + visitors * PER_VISITOR


def allow_files(visitors: int) -> tuple[str, ...]:
    """Allow this process the open files that some visitors need.

    Parameters
    ----------
    visitors : int
        How many may have a page open at once.

    Returns
    -------
    tuple of str
        What to tell whoever starts the server; nothing where the system allows enough.
    """
    wanted = enough_files_for(visitors)
    allowed = raise_limit(wanted)
    if allowed >= wanted:
        return ()
    enough = max(0, allowed - RESERVED) // PER_VISITOR
    return (
        f"This computer lets one program have {allowed} files open, enough for about {enough} of"
        f" {visitors} people at once. HOSTING.md says how to allow more.",
    )


def raise_limit(wanted: int) -> int:
    """Allow this process as many open files as it wants, or as many as the system lets it.

    Parameters
    ----------
    wanted : int
        As `enough_files_for` says.

    Returns
    -------
    int
        How many are allowed now; never fewer than before.
    """
    if sys.platform == "win32":  # it has no such limit
        return wanted
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return wanted
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if most > soft:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return max(soft, most)
