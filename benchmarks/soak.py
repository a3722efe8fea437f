"""Load each app many times, one after another, and say how many loads never finished.

Run it with ``make soak``. It fails where a single load is unfinished. With ``--keep`` the figures
go into the next report of ``make bench``.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, sync_playwright

TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "browser")]

from chromium import find_chromium  # noqa: E402
from long_runs import keep  # noqa: E402
from served import (  # noqa: E402
    FLAGS,
    ROOT,
    Server,
    app_address,
    copy_content,
    start_server,
    stop_server,
    wait_until_live,
)

PATIENCE = 60_000  # ms; a load slower than this is counted as unfinished


def apps(root: Path) -> list[str]:
    """Return every notebook that the toolkit serves as a page of its own."""
    folders = (root / "notebooks", root / "notebooks" / "lessons")
    found = [path for folder in folders for path in folder.glob("*.ipynb")]
    return sorted(
        path.relative_to(root).as_posix() for path in found if not path.name.startswith("_")
    )


def load(context: BrowserContext, address: str) -> float | None:
    """Return the seconds until the controls of a page were live, or None if they never were."""
    page = context.new_page()
    start = time.monotonic()
    try:
        page.goto(address, timeout=PATIENCE)
        page.set_default_timeout(PATIENCE)
        wait_until_live(page)
        return time.monotonic() - start
    except Error as error:
        print(f"  unfinished: {address}: {str(error).splitlines()[0]}", flush=True)
        return None
    finally:
        page.goto("about:blank")  # leave as a visitor does, so that the kernel is told
        page.close()


def soak(context: BrowserContext, server: Server, notebook: str, loads: int) -> int:
    """Load one app `loads` times; return how many loads never finished."""
    seconds = [load(context, app_address(server, notebook)) for _ in range(loads)]
    finished = sorted(one for one in seconds if one is not None)
    unfinished = loads - len(finished)
    middle = f"{statistics.median(finished):.1f} s" if finished else "-"
    slowest = f"{finished[-1]:.1f} s" if finished else "-"
    print(
        f"{notebook}: {loads} loads, {unfinished} unfinished, median {middle}, slowest {slowest}, "
        f"{len(server.kernels())} kernels left",
        flush=True,
    )
    return unfinished


def main() -> int:
    """Run the soak; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loads", type=int, default=100, help="loads of each app")
    parser.add_argument("--keep", action="store_true", help="write the figures down")
    parser.add_argument("notebooks", nargs="*", help="all of them where none is named")
    options = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        print("no Chromium was found, so nothing was loaded")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        server = start_server(copy_content(Path(folder) / "content"), Path(folder) / "server.log")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            names = options.notebooks or apps(ROOT)
            lost = sum(soak(browser.new_context(), server, name, options.loads) for name in names)
            browser.close()
        stop_server(server)
    if options.keep:
        keep("soak", loads=options.loads * len(names), unfinished=lost)
    print(f"{lost} of {options.loads * len(names)} loads unfinished")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
