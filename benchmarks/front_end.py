"""How soon a page can be used, and what it fetches: our front end beside Voilà's own.

Three ways to see the same page are visited in turn, round after round, since others may use the
same machine: ours; our server with Voilà's front end; and Voilà as it comes. What counts is from
the first request until every activity of the page answers. The second visit is by the same
browser, which may have kept files. Run it with ``python benchmarks/front_end.py``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "browser")]

from chromium import find_chromium  # noqa: E402
from line import Line  # noqa: E402
from playwright.sync_api import Browser, BrowserContext, sync_playwright  # noqa: E402
from served import (  # noqa: E402
    FLAGS,
    copy_content,
    free_port,
    start_server,
    stop_server,
    wait_until_live,
)

PAGES = ("notebooks/lessons/04-data-gaps.ipynb", "notebooks/explore-case-studies.ipynb")
PATIENCE = 90_000  # milliseconds
BAR = 0.6  # of the time that Voilà takes as it comes
FIRST_BAR, SECOND_BAR = 1_200_000, 60_000  # bytes
# What stock.js remembers when a page has to be shown by Voilà's own front end.
FULL = "sessionStorage.setItem(`toolkit-full-front-end ${location.pathname}`, 'a measurement')"


@dataclass(frozen=True)
class Visit:
    """What one visit took.

    Parameters
    ----------
    seconds : float
        Until every activity answered.
    sent : int
        Bytes from the server, as they travelled.
    requests : int
        How many files were asked for, over the network or of the browser's own store.
    """

    seconds: float
    sent: int
    requests: int


@dataclass(frozen=True)
class Way:
    """One way to see a page: its name, the line to its server, what the browser runs first."""

    name: str
    line: Line
    before: str = ""


def visit(context: BrowserContext, way: Way, page: str) -> Visit:
    """Visit a page until it answers, then leave it as people do."""
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    asked: list[str] = []
    tab.on("requestfinished", lambda request: asked.append(request.url))
    before, start = way.line.sent, time.monotonic()
    tab.goto(f"{way.line.url}/voila/render/{page}", timeout=PATIENCE)
    wait_until_live(tab)
    seconds, sent = time.monotonic() - start, way.line.sent - before
    tab.goto("about:blank")
    tab.close()
    return Visit(seconds, sent, len([one for one in asked if one.startswith(way.line.url)]))


def line_to(url: str) -> Line:
    """Return a line to a server that counts what it sends."""
    return Line(urlsplit(url).port or 80)


def both_visits(browser: Browser, way: Way, page: str) -> tuple[Visit, Visit]:
    """Return the first visit of a fresh browser and its second."""
    context = browser.new_context()
    if way.before:
        context.add_init_script(way.before)
    visits = visit(context, way, page), visit(context, way, page)
    context.close()
    return visits


@contextmanager
def voila_as_it_comes(content: Path, log: Path) -> Iterator[str]:
    """Serve the same notebooks with Voilà and none of our settings."""
    port = free_port()
    (content / "voila.json").unlink()
    command = [sys.executable, "-m", "voila", "--no-browser", f"--port={port}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TOOLKIT_ROOT": str(content)}
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=content, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(url, timeout=5).read()
                break
            except OSError:
                time.sleep(0.25)
        yield url
    finally:
        process.terminate()
        process.wait(20)


def compare(browser: Browser, ways: list[Way], page: str, rounds: int) -> bool:
    """Visit a page in each way, say what it took, and return whether our bars hold."""
    found: dict[str, list[tuple[Visit, Visit]]] = {way.name: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            found[way.name].append(both_visits(browser, way, page))
    print(f"\n{page}, {rounds} rounds, middle values")
    for name, visits in found.items():
        for number, told in enumerate(("first visit", "second")):
            each = [pair[number] for pair in visits]
            print(
                f"  {name:32} {told:12} {median(v.seconds for v in each):5.2f} s "
                f"{median(v.sent for v in each) / 1000:7.0f} kB "
                f"{median(v.requests for v in each):4.0f} requests"
            )
    return hold(found[ways[0].name], found[ways[-1].name])


def hold(ours: list[tuple[Visit, Visit]], stock: list[tuple[Visit, Visit]]) -> bool:
    """Hold our visits to the bars, and say both."""
    ratio = median(v.seconds for v, _ in ours) / median(v.seconds for v, _ in stock)
    first, second = (median(pair[number].sent for pair in ours) for number in (0, 1))
    checks = (
        (f"time, beside Voilà as it comes: {ratio:.2f} of at most {BAR}", ratio <= BAR),
        (f"first visit: {first / 1000:.0f} of {FIRST_BAR // 1000} kB", first <= FIRST_BAR),
        (f"second visit: {second / 1000:.0f} of {SECOND_BAR // 1000} kB", second <= SECOND_BAR),
    )
    for told, holds in checks:
        print(f"  {'ok  ' if holds else 'OVER'} {told}")
    return all(holds for _, holds in checks)


def main() -> int:
    """Run the comparison; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("pages", nargs="*", default=PAGES)
    options = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        print("no Chromium was found, so nothing was measured")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        server = start_server(copy_content(place / "ours"), place / "ours.log")
        with voila_as_it_comes(copy_content(place / "stock"), place / "stock.log") as stock:
            ways = [
                Way("ours", line_to(server.url)),
                Way("our server, Voilà's front end", line_to(server.url), FULL),
                Way("Voilà as it comes", line_to(stock)),
            ]
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                held = [compare(browser, ways, page, options.rounds) for page in options.pages]
                browser.close()
        stop_server(server)
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
