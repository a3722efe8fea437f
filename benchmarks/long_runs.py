"""Figures of what takes longer than ``make bench`` may, kept beside the report with their day."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

__all__ = ["LONG_RUNS", "keep", "read_long_runs"]

LONG_RUNS = Path(__file__).parent / "long_runs.json"
Runs = dict[str, dict[str, float | str]]


def read_long_runs(path: Path = LONG_RUNS) -> Runs:
    """Return the figures of each run by its name; of none where nothing was kept yet."""
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}


def keep(name: str, *, path: Path = LONG_RUNS, **figures: float) -> None:
    """Write down the figures of one run in place of its last ones.

    Parameters
    ----------
    name : str
        The run's.
    path : Path
        The file.
    **figures : float
        Each by its name.
    """
    runs = read_long_runs(path) | {name: {"measured": f"{datetime.now(UTC):%Y-%m-%d}", **figures}}
    path.write_text(json.dumps(runs, indent=2, sort_keys=True) + "\n", encoding="utf-8")
