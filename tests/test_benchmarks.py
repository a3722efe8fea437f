"""What the benchmarks make of their figures; the figures themselves are not tested."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest
from figures import Measure, percentile_95, ratio, said
from held import bars, held
from long_runs import keep, read_long_runs
from processes import MARK, hold, marked, memory, processor
from report import chart, markdown

STOCK, OURS = "Stock", "Ours"
LOADS = Measure("A lesson: usable", "s", {STOCK: (4.0, 2.0, 3.0), OURS: (1.5, 1.4, 9.0)})
CROWD = Measure("30 at once", "s", {STOCK: (), OURS: (5.0,)}, note="Stock answered 0 of 30")
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def test_a_ratio_is_of_the_middle_figures_so_one_bad_load_does_not_count() -> None:
    assert ratio(LOADS, OURS, STOCK) == 0.5


def test_there_is_no_ratio_to_a_figure_that_was_not_taken() -> None:
    assert ratio(CROWD, OURS, STOCK) is None
    assert ratio(LOADS, "Panel", STOCK) is None


def test_figures_are_told_with_their_spread() -> None:
    assert said([3.0, 1.0, 2.5]) == "2.5 (1.0 to 3.0)"
    assert said([0.25]) == "0.25"
    assert said([]) == "–"


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (20, 19), (30, 29), (100, 95)])
def test_the_95th_of_100_is_what_no_more_than_five_exceed(count: int, expected: int) -> None:
    assert percentile_95(range(1, count + 1)) == expected


def test_a_report_has_a_row_for_each_measure_and_says_what_could_not_be_compared() -> None:
    text = markdown([LOADS, CROWD], STOCK, about=["On a machine."], chart_file="ratios.svg")
    assert "| What | Stock | Ours, ratio |" in text
    assert "| A lesson: usable, s | 3.0 (2.0 to 4.0) | 1.5 (1.4 to 9.0), **0.50** |" in text
    assert "| 30 at once, s | – | 5.0 |" in text
    assert "- 30 at once: Stock answered 0 of 30" in text


def test_a_chart_draws_each_ratio_once_and_leaves_out_what_has_none() -> None:
    detail = replace(LOADS, what="A detail", drawn=False)
    picture = ElementTree.fromstring(chart([LOADS, CROWD, detail], STOCK))
    words = [element.text for element in picture.iter() if element.tag.endswith("text")]
    assert words == ["1 = Stock", "A lesson: usable", "Ours", "0.50"]
    assert picture[0].text == "Each figure as a ratio to Stock; shorter is better"


def test_each_bar_is_told_with_what_was_found_and_what_was_not_measured() -> None:
    measured = [
        Measure("A lesson: usable", "s", {"Toolkit": (1.0, 1.2, 1.1), "Stock Voilà": (3.0,)}),
        Measure("Comparison page: usable", "s", {"Toolkit": (1.0,), "Panel": (2.0, 3.0, 1.9)}),
        Measure("A lesson: sent on a second visit", "kB", {"Toolkit": (50.0,)}),
        Measure("Comparison page: sent on a second visit", "kB", {"Toolkit": (70.0,)}),
        Measure("30 at once: got nothing", "people", {"Toolkit, --audience 30": (0,)}),
    ]
    runs = {"soak": {"measured": "2026-11-22", "loads": 544, "unfinished": 1}}
    lines = held(bars(measured, 39.6, runs))
    loads = "544 loads of all apps (2026-11-22): never finished"
    assert f"| {loads} | 1 | 0 | **missed** |" in lines
    assert "| 1,000 visits: memory after, more or less | – | 5 % | not measured |" in lines
    assert "| Comparison page usable, as a share of Panel's time | 0.5 | 0.6 | held |" in lines
    assert "| A lesson usable, as a share of that time | 0.55 | 0.8 | held |" in lines
    assert "| Second visit, largest page | 70 kB | 60 kB | **missed** |" in lines
    nobody = "30 at once with `--audience 30`: got nothing"
    assert f"| {nobody} | 0 people | 0 people | held |" in lines
    assert "| First visit, largest page | – | 1,200 kB | not measured |" in lines
    assert "| Memory of one more idle visitor | 40 MB | 45 MB | held |" in lines


def test_a_longer_run_is_kept_in_place_of_its_last_one(tmp_path: Path) -> None:
    path = tmp_path / "runs.json"
    assert read_long_runs(path) == {}
    keep("soak", path=path, loads=2, unfinished=2)
    keep("visits", path=path, visits=9)
    keep("soak", path=path, loads=500, unfinished=0)
    kept = read_long_runs(path)
    assert (kept["soak"]["loads"], kept["soak"]["unfinished"]) == (500, 0)
    assert kept["visits"]["visits"] == 9


def test_a_bar_twice_as_long_as_it_may_be_ends_at_the_edge() -> None:
    slow = Measure("Slow", "s", {STOCK: (1.0,), OURS: (40.0,)})
    picture = ElementTree.fromstring(chart([slow], STOCK))
    bars = [element for element in picture.iter() if element.tag.endswith("rect")]
    assert float(bars[1].attrib["x"]) + float(bars[1].attrib["width"]) <= 760 - 50


def test_names_in_a_chart_are_escaped() -> None:
    odd = Measure("a < b", "s", {STOCK: (1.0,), "<b>": (1.0,)})
    assert "<b>" not in chart([odd], STOCK)


@linux
def test_whatever_a_server_starts_is_counted_with_it_and_nothing_else_is() -> None:
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    environment = {**os.environ, MARK: "a-mark-of-this-test"}
    server = subprocess.Popen([sys.executable, "-c", child], env=environment, stdin=subprocess.PIPE)
    try:
        while len(marked("a-mark-of-this-test")) < 2:
            assert server.poll() is None
        found = marked("a-mark-of-this-test")
        assert server.pid in found
        assert os.getpid() not in found
        assert 1 < memory(found) < 200
        assert processor(found) > 0
    finally:
        server.communicate(b"\n", timeout=20)
    assert marked("a-mark-of-this-test") == ()


@linux
def test_memory_is_held_where_the_machine_lets_us() -> None:
    with hold(64, "toolkit-test-of-a-bound") as held:
        if held is None:
            pytest.skip("no bound on memory can be set here")
        greedy = held.command([sys.executable, "-c", "b = b'x' * 200_000_000"])
        assert subprocess.run(greedy, capture_output=True).returncode != 0
        assert held.ended() == 1
        assert 50 < held.peak() <= 64
