"""What the page that frameworks are compared on shows and says, whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["FIGURE", "SLIDERS", "answer", "table"]

TOWNS = {"Ashby": 12, "Barrow": 30, "Corby": 22, "Derby": 41, "Exeter": 17}
FIGURE = {
    "data": [{"type": "bar", "x": list(TOWNS), "y": list(TOWNS.values())}],
    "layout": {"height": 300},
}
SLIDERS = tuple((f"Amount {number}", number) for number in range(10))  # each with where it starts


def table() -> str:
    """Return a table of fifty rows as HTML."""
    rows = [f"<tr><td>{town} {n}</td><td>{value + n}</td></tr>" for n in range(10)
            for town, value in TOWNS.items()]  # fmt: skip
    return f"<table><tr><th>Place</th><th>Calls</th></tr>{''.join(rows)}</table>"


def answer(amounts: Iterable[float]) -> str:
    """Return what the button says; the browser waits for its first two words."""
    return f"Python answers {sum(amounts):.0f}"
