"""A line on which every message of the server comes late, to find tests that are in a hurry."""

from __future__ import annotations

import os
from typing import Any

from playwright.sync_api import Browser, BrowserContext

__all__ = ["slow_down"]

LATE = """(delay) => {
  const Real = globalThis.WebSocket;
  globalThis.WebSocket = class WebSocket extends Real {
    constructor(...named) {
      super(...named);
      this.addEventListener("message", (event) => {
        if (!event.isTrusted) return; // the same message, come late
        event.stopImmediatePropagation();
        const late = new MessageEvent("message", { data: event.data });
        setTimeout(() => this.dispatchEvent(late), delay);
      });
    }
  };
}"""


def slow_down(browser: Browser) -> None:
    """Have all visitors of a browser wait as long as ``TOOLKIT_SLOW_LINE`` says, in ms."""
    delay = int(os.environ.get("TOOLKIT_SLOW_LINE", "0"))
    if not delay:
        return
    plain = browser.new_context

    def slow(**named: Any) -> BrowserContext:
        context = plain(**named)
        context.add_init_script(f"({LATE})({delay})")
        return context

    browser.new_context = slow  # type: ignore[method-assign]
