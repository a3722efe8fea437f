"""The queue and the password as a visitor meets them, and what browsers are allowed to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from served import Server, scrolls_sideways, start_server, stop_server, violations, write_notebook
from tiny_site import make_site

PAGE = "/voila/render/notebooks/page.ipynb"
SLIDER = ("import ipywidgets", "ipywidgets.IntSlider(description='Age')")
DRAWS = ("import plotly.graph_objects as go", "go.FigureWidget(go.Bar(y=[1, 2]))")


@contextmanager
def serving(folder: Path, *flags: str) -> Iterator[Server]:
    site = make_site(folder / "site")
    write_notebook(site / "notebooks" / "page.ipynb", *SLIDER)
    write_notebook(site / "notebooks" / "chart.ipynb", *DRAWS)
    server = start_server(site, folder / "log", *flags)
    try:
        yield server
    finally:
        stop_server(server)


@pytest.fixture
def allowed(context: BrowserContext) -> Iterator[Page]:
    """A page that fails its test where it does what the server does not allow."""
    opened = context.new_page()
    refused: list[str] = []
    opened.on(
        "console",
        lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None,
    )
    yield opened
    assert refused == []


def test_the_queue_lets_the_next_in_by_itself_at_the_place_they_asked_for(
    allowed: Page, context: BrowserContext, tmp_path: Path
) -> None:
    with serving(tmp_path, "--audience", "1") as server:
        first = context.new_page()
        first.goto(server.url + PAGE)
        expect(first.get_by_text("Age", exact=True)).to_be_visible()
        allowed.goto(f"{server.url}{PAGE}#step=2")
        expect(allowed.get_by_role("heading", level=1)).to_have_text("All places are taken")
        expect(allowed.get_by_role("status")).to_have_text("You are number 1 in the queue.")
        assert violations(allowed) == []
        allowed.set_viewport_size({"width": 320, "height": 800})
        assert not scrolls_sideways(allowed)
        first.close(run_before_unload=True)
        expect(allowed.get_by_text("Age", exact=True)).to_be_visible()
        assert allowed.url == f"{server.url}{PAGE}#step=2"


def test_whoever_is_signed_out_in_the_queue_is_asked_for_the_password(
    allowed: Page, context: BrowserContext, tmp_path: Path
) -> None:
    (tmp_path / "password").write_text("open sesame", "utf-8")
    with serving(
        tmp_path, "--audience", "1", "--password-file", str(tmp_path / "password")
    ) as server:
        first = context.new_page()
        first.goto(server.url + PAGE)
        first.get_by_label("Password").fill("open sesame")
        first.keyboard.press("Enter")
        expect(first.get_by_text("Age", exact=True)).to_be_visible()
        allowed.goto(server.url + PAGE)
        expect(allowed.get_by_role("status")).to_have_text("You are number 1 in the queue.")
        context.clear_cookies()  # a restart signs everybody out, too
        expect(allowed.get_by_label("Password")).to_be_visible(timeout=60_000)


def test_a_page_that_is_loaded_again_keeps_its_place_from_a_colleague_who_waits(
    allowed: Page, context: BrowserContext, tmp_path: Path
) -> None:
    with serving(tmp_path, "--audience", "1") as server:
        allowed.goto(server.url + PAGE)
        expect(allowed.get_by_text("Age", exact=True)).to_be_visible()
        colleague = context.new_page()  # the same address and browser, seen from the server
        colleague.goto(server.url + PAGE)
        expect(colleague.get_by_role("status")).to_have_text("You are number 1 in the queue.")
        for visit in (allowed.reload, lambda: allowed.goto(f"{server.url}{PAGE}?again=1")):
            visit()
            expect(allowed.get_by_text("Age", exact=True)).to_be_visible()
            assert "left=" not in allowed.url
            assert "waiting=" not in allowed.url
        expect(colleague.get_by_role("status")).to_have_text("You are number 1 in the queue.")


def test_a_visitor_signs_in_by_keyboard_and_stays_at_the_place_they_asked_for(
    allowed: Page, tmp_path: Path
) -> None:
    (tmp_path / "password").write_text("open sesame", "utf-8")
    with serving(tmp_path, "--password-file", str(tmp_path / "password")) as server:
        allowed.goto(f"{server.url}/glossary#bias")
        assert violations(allowed) == []
        allowed.get_by_label("Password").press_sequentially("sesame")
        allowed.keyboard.press("Enter")
        expect(allowed.get_by_role("alert")).to_be_focused()
        expect(allowed).to_have_title("Error: Password – Tiny toolkit")
        assert violations(allowed) == []
        allowed.set_viewport_size({"width": 320, "height": 800})
        assert not scrolls_sideways(allowed)
        allowed.get_by_role("link", name="That is not the password").press("Enter")
        expect(allowed.get_by_label("Password")).to_be_focused()
        allowed.keyboard.type("open sesame")
        allowed.keyboard.press("Enter")
        expect(allowed.get_by_role("heading", level=1)).to_have_text("Glossary")
        assert allowed.url == f"{server.url}/glossary#bias"


def test_plain_widgets_and_plotlys_own_work_within_what_browsers_are_allowed(
    allowed: Page, tmp_path: Path
) -> None:
    with serving(tmp_path) as server:
        allowed.goto(server.url + PAGE)
        expect(allowed.locator(".noUi-handle")).to_be_visible()
        allowed.goto(f"{server.url}/voila/render/notebooks/chart.ipynb")
        expect(allowed.locator(".main-svg").first).to_be_visible()
