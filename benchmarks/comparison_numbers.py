"""What the comparison page shows, whatever it is made with."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["FIGURE", "TOWNS", "answer", "table"]

TOWNS = {"Ashby": 12, "Barrow": 30, "Corby": 22, "Derby": 41, "Exeter": 17}
FIGURE = {
    "data": [{"type": "bar", "x": list(TOWNS), "y": list(TOWNS.values())}],
    "layout": {"height": 300},
}


def table() -> str:
    """Return a table of fifty rows as HTML."""
    rows = [f"<tr><td>{town} {n}</td><td>{value + n}</td></tr>" for n in range(10)
            for town, value in TOWNS.items()]  # fmt: skip
    return f"<table><tr><th>Place</th><th>Calls</th></tr>{''.join(rows)}</table>"


def answer(amounts: Iterable[float]) -> str:
    """Return what the button says; the browser waits for its first two words."""
    return f"Python answers {sum(amounts):.0f}"
