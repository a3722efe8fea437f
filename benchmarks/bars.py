"""Hold a figure to its bar, and say both."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from timeit import repeat


def best_of(work: Callable[[], object], times: int = 20, rounds: int = 5) -> float:
    """Return how long something takes, in milliseconds: the quickest round, as others disturb."""
    work()
    return min(repeat(work, number=times, repeat=rounds)) / times * 1000


def say(what: str, found: float, bar: float) -> bool:
    """Print a figure in milliseconds, its bar and their ratio; return whether it holds."""
    holds = found <= bar
    print(f"{'ok  ' if holds else 'SLOW'} {what}: {found:.2f} ms of {bar:g} ms ({found / bar:.0%})")
    return holds


def percentile(figures: list[float], share: float) -> float:
    """Return the figure that a share of all figures does not exceed."""
    return sorted(figures)[min(int(len(figures) * share), len(figures) - 1)]


def spread(figures: list[float]) -> str:
    """Return the middle and the ends of some figures in words."""
    ends = f"{min(figures):.0f} to {max(figures):.0f} ms"
    return f"{len(figures)} times, {ends}, half of them up to {median(figures):.0f} ms"
