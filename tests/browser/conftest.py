"""A served copy of the repository's content, and a Chromium to visit it with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from served import (
    FLAGS,
    HERE,
    ROOT,
    Server,
    copy_content,
    start_server,
    stop_server,
    write_notebook,
)
from slow import slow_down


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a browser test."""
    for item in items:
        if HERE in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, chromium_path: str) -> Iterator[Server]:
    """The toolkit, serving a copy of the repository's content.

    Where the variable ``TOOLKIT_URL`` names a server that runs already, that one is visited:
    ``TOOLKIT_URL=http://localhost:8866 pytest tests/browser/test_three_jobs.py``.
    """
    running_already = os.environ.get("TOOLKIT_URL")
    if running_already:
        yield Server(running_already.rstrip("/"), ROOT, None)
        return
    folder = tmp_path_factory.mktemp("served")
    content = copy_content(folder / "content")
    write_notebook(
        content / "notebooks" / "bridge-demo.ipynb",
        "from demo import show_demo, show_side",
        "show_demo()",
        "show_side()",
        title="Bridge demo",
    )
    running = start_server(content, folder / "server.log")
    yield running
    stop_server(running)


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A headless Chromium."""
    expect.set_options(timeout=15_000)  # several browsers share two cores while tests run
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        slow_down(launched)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor with an empty browser."""
    fresh = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    fresh.set_default_timeout(30_000)
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext, server: Server) -> Iterator[Page]:
    """A page that fails its test where a script fails, or does what the server does not allow."""
    opened = context.new_page()
    trouble: list[str] = []
    opened.on(
        "console",
        lambda said: trouble.append(said.text) if "Content Security Policy" in said.text else None,
    )
    opened.on("pageerror", lambda error: trouble.append(f"script error: {error}"))
    opened.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((server.url, "blob:", "data:"))
            else trouble.append(f"request to {request.url}")
        ),
    )
    yield opened
    assert trouble == []
