"""Find the Chromium that the browser tests drive.

Run as a script it prints where Chromium is, and fails where there is none.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

__all__ = ["find_chromium"]

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)


def find_chromium() -> str | None:
    """Return the path of a Chromium, or None where there is none.

    Looked for in this order: what the variable ``CHROMIUM`` names, the usual commands, the
    usual places, what playwright has fetched.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = [path for path in map(shutil.which, NAMES) if path]
    found += [place for place in PLACES if Path(place).is_file()]
    return next(iter(found), None) or _fetched()


def _fetched() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


if __name__ == "__main__":
    print(find_chromium() or "no Chromium was found")
    sys.exit(find_chromium() is None)
