"""Measure how the toolkit serves, beside stock Voilà and Panel, and write a report: ``make bench``.

All contenders run on the same machine in the same run, and take turns, so that whatever else the
machine does falls on all of them. Read the ratios, not the seconds. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import monotonic

HERE = Path(__file__).parent
TESTS = HERE.parent / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "browser"), str(HERE)]

from contender import AUDIENCE, OURS, PANEL, STOCK, available  # noqa: E402
from cost import Assumed, read_measured, tables, with_tables  # noqa: E402
from figures import Measure  # noqa: E402
from held import bars, held  # noqa: E402
from long_runs import read_long_runs  # noqa: E402
from measuring import Plan, crowds, loads, visitor_cost  # noqa: E402
from report import chart, markdown  # noqa: E402
from served import copy_content, write_notebook  # noqa: E402

RESULTS = HERE / "results"
FULL = Plan(rounds=4, crowds=(1, 10, 30, 100), minutes=20)
QUICK = Plan(rounds=1, crowds=(1, 10), minutes=1)


def main() -> int:
    """Run the benchmarks; return 1 where a visit failed that should not have."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="about two minutes, fewer rounds")
    parser.add_argument(
        "--keep", action="store_true", help="also write REPORT.md here, and HOSTING.md's tables"
    )
    parser.add_argument("--rounds", type=int, help="how often each page is loaded")
    asked = parser.parse_args()
    plan = QUICK if asked.quick else FULL
    plan = replace(plan, rounds=asked.rounds or plan.rounds)
    contenders = tuple(one for one in (STOCK, OURS, AUDIENCE, PANEL) if available(one))
    start = monotonic()
    with tempfile.TemporaryDirectory() as name:
        content = _content(Path(name))
        measures = asyncio.run(loads(content, contenders, plan))
        measures += asyncio.run(
            crowds(content, contenders, plan, until=monotonic() + 60 * plan.minutes)
        )
        taken = visitor_cost(content)
    [lesson] = [one for one in measures if one.what == "A lesson: sent on a first visit"]
    taken["page_kilobytes"] = round(median(lesson.found[OURS.name]))
    about = _about(plan, monotonic() - start)
    table = held(bars(measures, taken["visitor_megabytes"], read_long_runs()))
    for folder in [RESULTS, *([HERE] if asked.keep else [])]:
        _write(folder, measures, taken, about, table)
    if asked.keep:
        page = HERE.parent / "HOSTING.md"
        new = with_tables(page.read_text("utf-8"), tables(read_measured(), Assumed()))
        page.write_text(new, encoding="utf-8")
    print(f"The report is in {RESULTS / 'REPORT.md'}")
    return 0


def _content(folder: Path) -> Path:
    """Return a copy of the content, with the comparison page among it."""
    (folder / "content").mkdir()
    content = copy_content(folder / "content")
    page = content / "notebooks" / "comparison.ipynb"
    write_notebook(page, "from comparison_page import show", "show()", title="Comparison")
    return content


def _about(plan: Plan, seconds: float) -> list[str]:
    """Return when, where and how this was measured, without naming the machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return [
        f"Measured on {datetime.now(UTC):%d %B %Y} in {seconds / 60:.0f} minutes: "
        f"{os.cpu_count()} processors ({platform.machine()}), {memory:.0f} GB of memory, "
        f"Python {platform.python_version()}. Each page was loaded {plan.rounds} times.",
        "Server, visitors and browser shared the machine, and contenders took turns. Each figure "
        "is the middle one, with the lowest and the highest. The bold number is its ratio to "
        "stock Voilà in the same run: below 1 is better. To measure again: `make bench`.",
    ]


def _write(
    folder: Path,
    measures: list[Measure],
    taken: dict[str, float],
    about: list[str],
    table: list[str],
) -> None:
    folder.mkdir(exist_ok=True)
    text = markdown(measures, STOCK.name, about=about, chart_file="ratios.svg", bars=table)
    (folder / "REPORT.md").write_text(text, encoding="utf-8")
    (folder / "ratios.svg").write_text(chart(measures, STOCK.name), encoding="utf-8")
    stated = {"measured": f"{datetime.now(UTC):%Y-%m-%d}", **taken}
    (folder / "measured.json").write_text(json.dumps(stated, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
