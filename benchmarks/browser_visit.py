"""A visitor with a real browser: when there is text, when controls live, how many bytes came."""

from __future__ import annotations

import time
from dataclasses import dataclass

from line import Line
from playwright.async_api import BrowserContext, Error

__all__ = ["ANSWERS", "LIVE", "Load", "load"]

# Some frameworks keep each control in a document of its own, which a search has to step into.
ROOTS = """const roots = (root) => [root, ...[...root.querySelectorAll('*')]
  .flatMap(one => one.shadowRoot ? roots(one.shadowRoot) : [])];
const all = (selector) => roots(document).flatMap(one => [...one.querySelectorAll(selector)]);"""
TEXT = f"""() => {{ {ROOTS}
  return all('h1, p, td').some(one => one.checkVisibility() && one.textContent.trim().length > 2);
}}"""
# The controls of one of our apps.
LIVE = """() => document.querySelector('.toolkit-app[data-ready]')
  && !document.querySelector('.toolkit-app:not([data-ready])')"""
# The comparison page: its chart is drawn, its button is clicked, and Python answers.
ANSWERS = f"""() => {{ {ROOTS}
  if (roots(document.body).some(one => /Python answers/.test(one.textContent))) return true;
  const [drawn] = all('svg.main-svg');
  const button = all('button').find(one => /Answer/.test(one.textContent));
  if (button && drawn && !window.clickedForTheBenchmark) {{
    window.clickedForTheBenchmark = true;
    button.click();
  }}
  return false;
}}"""


@dataclass(frozen=True)
class Load:
    """How one load of a page went: seconds from the start, and kB on the wire."""

    text: float
    usable: float
    kilobytes: float


async def load(
    context: BrowserContext, address: str, usable: str, line: Line, patience: float = 90
) -> Load | None:
    """Load a page over a line until the function `usable` holds in it; None where it never did."""
    page = await context.new_page()
    before, start = line.sent, time.monotonic()
    try:
        await page.goto(address, wait_until="commit", timeout=patience * 1000)
        await page.wait_for_function(TEXT, polling="raf", timeout=patience * 1000)
        text = time.monotonic() - start
        await page.wait_for_function(usable, polling="raf", timeout=patience * 1000)
        return Load(text, time.monotonic() - start, (line.sent - before) / 1000)
    except Error:
        return None
    finally:
        await page.goto("about:blank")  # leave as a visitor does, so that the kernel is told
        await page.close()
