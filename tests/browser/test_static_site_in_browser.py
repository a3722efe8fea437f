"""The site without a server, as a visitor finds it: on a plain web server and from a folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from served import ROOT, violations
from static_copy import whole_site

from toolkit.cases.catalogue import load_catalogue
from toolkit.cases.query import Query, answer
from toolkit.static_site.search import index_pages

BELOW = "some/path"  # it has to work below any path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a folder, with its search."""
    pytest.importorskip("pagefind")
    top = tmp_path_factory.mktemp("static")
    site = top / BELOW
    for name, content in whole_site().items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    index_pages(site)
    return top


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Where a plain web server has it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{BELOW}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[1280, 320])
def visitor(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page that fails its test where a script fails or a request leaves the server."""
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(f"script error: {error}"))
    opened.on(
        "request",
        lambda asked: None if asked.url.startswith(address) else trouble.append(asked.url),
    )
    yield opened
    width = opened.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    context.close()
    assert trouble == []
    assert width[0] <= width[1]


def activity(page: Page, step: str) -> Locator:
    return page.locator(f"section#{step} [data-activity]").last


def test_a_lesson_is_taken_by_keyboard(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}lessons/04-data-gaps.html")
    try_it = activity(visitor, "try-it")
    expect(try_it).to_contain_text("opens once you have made your prediction")
    visitor.get_by_label("It goes down", exact=True).focus()
    visitor.keyboard.press("Space")
    visitor.keyboard.press("Tab")
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_text("You said: It goes down")).to_be_visible()
    expect(visitor.locator(":focus")).to_have_text("Your turn")
    expect(try_it.locator("figcaption")).to_contain_text("With 25% of offline tenants")
    expect(try_it.locator(".main-svg").first).to_be_visible()
    try_it.locator("input[type=range]").focus()
    visitor.keyboard.press("End")
    expect(try_it.locator("figcaption")).to_contain_text("With 100% of offline tenants")
    expect(visitor.get_by_role("status").filter(has_text="With 100%")).to_have_count(1)
    try_it.get_by_role("button", name="5 less").press("Enter")
    expect(try_it.get_by_role("spinbutton")).to_have_value("95")
    assert violations(visitor) == []


def test_answers_are_checked_each_by_itself(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}lessons/04-data-gaps.html")
    check = activity(visitor, "check")
    check.get_by_role("button", name="Go on without a prediction").click()
    questions = check.locator(".toolkit-question")
    questions.nth(0).get_by_role("radio").first.check()
    questions.nth(0).get_by_role("button").click()
    expect(questions.nth(0).locator(".toolkit-feedback")).to_be_visible()
    questions.nth(1).get_by_role("button").click()
    expect(visitor.get_by_role("status").filter(has_text="Choose an answer")).to_have_count(1)
    questions.nth(1).get_by_role("radio").nth(1).check()
    questions.nth(1).get_by_role("button").click()
    expect(check.locator(".toolkit-feedback")).to_have_count(2)
    assert violations(visitor) == []


def test_cases_are_found_by_words_and_filters(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}cases/index.html")
    found, cards = visitor.locator("#found"), visitor.locator("[data-case]")
    expect(visitor.locator("[data-find][data-ready]")).to_have_count(1)
    everything = cards.count()
    visitor.get_by_label("Words to look for").fill("fly-tipping cameras")
    expect(cards.first).to_have_attribute("data-case", "ai-fly-tipping-cameras")
    visitor.get_by_label("Words to look for").fill("")
    expect(found).to_have_text(f"{everything} case studies")
    visitor.get_by_label("Went wrong").focus()
    visitor.keyboard.press("Space")
    expect(found).not_to_have_text(f"{everything} case studies")
    expect(visitor.get_by_role("status").filter(has_text="found")).to_have_text(
        f"{cards.count()} case studies found"
    )
    assert visitor.url.endswith("#teaches=went-wrong")
    assert violations(visitor) == []
    visitor.reload()
    expect(found).not_to_have_text(f"{everything} case studies")
    visitor.get_by_role("button", name="Clear search and filters").press("Enter")
    expect(found).to_have_text(f"{everything} case studies")
    expect(found).to_be_focused()


def test_a_link_with_filters_leads_to_the_cases_it_names(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}cases/index.html#status=stopped,contested&country=UK")
    expect(visitor.get_by_role("button", name="Clear search and filters")).to_be_visible()
    expect(visitor.locator("input[name=status]:checked")).to_have_count(2)
    expect(visitor.locator("input[name=country]:checked")).to_have_count(1)
    catalogue = load_catalogue(ROOT)
    query = Query(filters={"status": ("stopped", "contested"), "country": ("UK",)})
    wanted = {case.slug for case in answer(catalogue, query).cases}
    shown = visitor.locator("[data-case]").evaluate_all("all => all.map(one => one.dataset.case)")
    assert set(shown) == wanted
    assert 0 < len(wanted) < len(catalogue.cases)


@pytest.mark.parametrize(
    "file",
    ["index.html", "cases/ai-fly-tipping-cameras.html", "forms/proposal.html", "live.html",
     "handouts/06-can-it-explain-itself.html", "in-depth/falls-before-and-after.html",
     "frameworks/index.html", "lessons/08-deciding-together.html", "host/data-gaps.html"],
)  # fmt: skip
def test_a_page_has_no_barrier_that_axe_finds(visitor: Page, address: str, file: str) -> None:
    visitor.goto(address + file)
    assert violations(visitor) == []


def test_opened_from_a_folder_a_lesson_works_and_all_cases_are_listed(
    browser: Browser, folder: Path
) -> None:
    page = browser.new_page()
    page.goto((folder / BELOW / "lessons" / "03-fluent-is-not-true.html").as_uri())
    page.get_by_role("button", name="Go on without a prediction").first.click()
    slider = activity(page, "try-it").locator("input[type=range]")
    sentence = activity(page, "try-it").locator("figcaption").first
    expect(sentence).to_contain_text("looks back 5 words")
    slider.focus()
    page.keyboard.press("Home")
    expect(sentence).to_contain_text("looks back 1 word")
    page.goto((folder / BELOW / "cases" / "index.html").as_uri())
    expect(page.get_by_text("Search and filters need a web server")).to_be_visible()
    assert page.locator("[data-case]:visible").count() > 50
    page.close()


def test_without_scripts_a_lesson_shows_a_result_and_all_cases_are_listed(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}lessons/04-data-gaps.html")
    expect(activity(page, "try-it").locator("figcaption")).to_contain_text("With 25%")
    page.goto(f"{address}cases/index.html")
    expect(page.get_by_role("search")).to_have_count(0)
    assert page.locator("[data-case]:visible").count() > 50
    context.close()


def test_a_lesson_is_presented_one_step_at_a_time_and_started_again(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.goto(f"{address}lessons/04-data-gaps.html?present=1")
    onwards = page.get_by_role("button", name="Next", exact=True)
    onwards.click()
    onwards.click()
    expect(page.get_by_text("Step 3 of")).to_be_visible()
    page.get_by_role("button", name="Go on without a prediction").first.click()
    onwards.click()
    expect(page.get_by_text("Step 4 of 7: Try it, part 1 of 3")).to_be_visible()
    onwards.click()
    expect(activity(page, "try-it").locator("figcaption")).to_be_visible()
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Yes, start again").click()
    expect(page.get_by_text("Step 1 of")).to_be_visible()
    expect(activity(page, "try-it")).to_contain_text("opens once you have made your prediction")
    page.close()
