"""What a server and all that it started take: memory and processor time. Linux only.

A server is started with a mark in its environment, which everything it starts inherits. So its
kernels are found however they came about: started, forked, or left by a parent that has ended.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["MARK", "Hold", "hold", "marked", "memory", "processor"]

MARK = "TOOLKIT_BENCHMARK"
MEGABYTE = 1_000_000
GROUPS = Path("/sys/fs/cgroup")
NEWER = ("memory.max", "memory.peak", "memory.events")
OLDER = ("memory.limit_in_bytes", "memory.max_usage_in_bytes", "memory.oom_control")


def marked(mark: str) -> tuple[int, ...]:
    """Return the numbers of the processes that were started with a mark, or by one that was."""
    wanted = f"{MARK}={mark}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return tuple(sorted(found))


def memory(processes: Sequence[int]) -> float:
    """Return the memory of some processes in MB, what they share counted once (PSS)."""
    total = 0
    for number in processes:
        with contextlib.suppress(OSError):
            text = Path(f"/proc/{number}/smaps_rollup").read_text()
            total += sum(int(line.split()[1]) for line in text.splitlines() if line[:4] == "Pss:")
    return total * 1024 / MEGABYTE


def processor(processes: Sequence[int]) -> float:
    """Return the processor time that some processes have used in seconds, their ended ones too."""
    ticks = 0
    for number in processes:
        with contextlib.suppress(OSError):
            after_name = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(int(field) for field in after_name[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Hold:
    """A bound on the memory of a group of processes that the kernel of Linux keeps."""

    folder: Path
    names: tuple[str, str, str]

    def command(self, command: Sequence[str]) -> list[str]:
        """Return a command that runs another within the bound."""
        return ["sh", "-c", f'echo $$ > "{self.folder}/cgroup.procs" && exec "$@"', "-", *command]

    def peak(self) -> float:
        """Return the most memory there has been in MB, files that were read included."""
        return int((self.folder / self.names[1]).read_text()) / MEGABYTE

    def ended(self) -> int:
        """Return how many processes were ended because the bound was reached."""
        lines = (self.folder / self.names[2]).read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("oom_kill "))


@contextlib.contextmanager
def hold(megabytes: int, name: str) -> Iterator[Hold | None]:
    """Offer a bound on memory, or None where this machine does not let us set one."""
    newer = (GROUPS / "cgroup.controllers").is_file()
    folder = (GROUPS if newer else GROUPS / "memory") / name
    names = NEWER if newer else OLDER
    try:
        folder.mkdir()
    except OSError:
        yield None
        return
    try:
        (folder / names[0]).write_text(str(megabytes * MEGABYTE))
    except OSError:
        folder.rmdir()
        yield None
        return
    try:
        yield Hold(folder, names)
    finally:
        with contextlib.suppress(OSError):  # a process that will not end keeps it
            folder.rmdir()
