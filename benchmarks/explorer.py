"""How long the explorer takes from a visitor's click to the new screen, on Python's side.

``python benchmarks/explorer.py`` prints it for the catalogue as it is and for 2,000 cases. It
counts the time of the processor, so that other work on the machine does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from time import process_time
from typing import Any

from toolkit.cases.catalogue import Catalogue, load_catalogue
from toolkit.identity import Identity
from toolkit.views.explorer import Explorer

LARGE = 2_000
STATUSES = (["live"], ["stopped"], ["pilot", "live"], [])
WORDS = ("b", "bin", "bins", "chatbto", "wigan", "")


def milliseconds(explorer: Explorer, messages: Iterable[dict[str, Any]]) -> list[float]:
    """Return how long each message took, from the shortest to the longest."""
    taken = []
    for number, message in enumerate(messages, 1):
        begun = process_time()
        explorer.page._receive({"keep": False, "number": number, **message})
        taken.append(1000 * (process_time() - begun))
    return sorted(taken)


def report(name: str, taken: list[float], explorer: Explorer) -> None:
    """Print the median, the 95th percentile and the size of the screen."""
    size = len(explorer.page.widget.screen["html"]) / 1000
    middle, high = taken[len(taken) // 2], taken[round(0.95 * (len(taken) - 1))]
    print(f"  {name:16} median {middle:4.0f} ms, 95 % within {high:4.0f} ms, {size:4.0f} kB")


def measure(catalogue: Catalogue) -> None:
    """Print what the explorer takes over a catalogue."""
    begun = process_time()
    explorer = Explorer(catalogue, Identity(), date(2026, 11, 22))
    print(f"{len(catalogue.cases)} cases, first screen {1000 * (process_time() - begun):.0f} ms")
    for view in ("list", "timeline", "map", "evidence"):
        milliseconds(explorer, [{"kind": "action", "name": "view", "value": view}])
        clicks = [{"kind": "change", "name": "status", "value": value} for value in STATUSES * 10]
        report(f"filter, {view}", milliseconds(explorer, clicks), explorer)
    milliseconds(explorer, [{"kind": "place", "value": ""}])
    typed = [{"kind": "change", "name": "q", "value": text} for text in WORDS * 5]
    report("search", milliseconds(explorer, typed), explorer)
    opened = [{"kind": "place", "value": f"case={case.slug}"} for case in catalogue.cases[:40]]
    report("open a case", milliseconds(explorer, opened), explorer)


def many(catalogue: Catalogue) -> Catalogue:
    """Return a catalogue of `LARGE` cases, made of copies."""
    copies = -(-LARGE // len(catalogue.cases))
    cases = [
        replace(case, slug=f"{case.slug}-{number}", title=f"{case.title} {number}")
        for number in range(copies)
        for case in catalogue.cases
    ]
    return Catalogue(tuple(cases[:LARGE]), catalogue.vocabulary)


if __name__ == "__main__":
    shipped = load_catalogue()
    measure(shipped)
    measure(many(shipped))
