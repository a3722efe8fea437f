"""The frame every page stands in, in a real browser: structure, waiting, failure, print."""

import re

import pytest
from playwright.sync_api import expect
from served import app_address, open_app, scrolls_sideways, violations, write_notebook

LESSON = "notebooks/lessons/04-data-gaps.ipynb"
STATIC = ("/", "/accessibility", "/privacy", "/nothing-here")
WAIT = 30_000  # milliseconds; kernels are slow to start where many tests run at once
SLOW = "import time; time.sleep(4)"
LIST = "## First\n\nText.\n\n## Second\n\nText.\n\n## Third\n\nText."


@pytest.fixture(scope="module")
def notebooks(server):
    """Put pages that wait, fail and scroll beside the real ones."""
    folder = server.content / "notebooks"
    button = "from ipywidgets import Button\nButton(description='Hello')"
    write_notebook(folder / "slow.ipynb", f"# Early text\n\n{LIST}", f"{SLOW}\n{button}")
    failing = ("# Before", "1 / 0", "## After the failure", "'never run'")
    write_notebook(folder / "failing.ipynb", *failing)
    wide = "# Wide\n\n| " + " | ".join(["column"] * 12) + " |\n|" + "---|" * 12 + "\n|" + "x|" * 12
    write_notebook(folder / "wide.ipynb", wide)
    return folder


def status(page):
    return page.locator("#toolkit-status")


@pytest.mark.parametrize("path", STATIC)
def test_pages_without_a_kernel_have_no_serious_fault_and_fit_a_phone(page, server, path):
    page.goto(server.url + path)
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("path", [*STATIC, f"/voila/render/{LESSON}"])
def test_each_page_has_its_language_one_heading_and_its_landmarks(page, server, path):
    page.goto(server.url + path)
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    expect(page.locator("h1")).to_have_count(1)
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("banner")).to_have_count(1)
    expect(page.get_by_role("contentinfo")).to_have_count(1)


@pytest.mark.parametrize("path", ["/", f"/voila/render/{LESSON}"])
def test_text_is_in_the_readers_own_font_and_large_enough(page, server, path):
    page.goto(server.url + path)
    styles = page.evaluate(
        """() => [...document.querySelectorAll("main *")]
            .filter((one) => one.checkVisibility() && one.innerText?.trim())
            .map((one) => getComputedStyle(one))
            .map((style) => [style.fontFamily, parseFloat(style.fontSize)])"""
    )
    assert styles
    assert [family for family, _ in styles if "GDS" in family] == []
    assert [family for family, _ in styles if "system-ui" not in family] == []
    assert min(size for _, size in styles) >= 16
    read = page.locator("main .toolkit-prose p, main .govuk-body-l").first
    assert float(read.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")) >= 19


def test_the_first_tab_stop_skips_to_the_main_content(page, server):
    open_app(page, server, LESSON)
    page.evaluate("location.hash = 'step=2'")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    assert page.evaluate("location.hash") == "#step=2"  # the visitor's place is kept


def test_the_landing_page_leads_to_every_page_and_back(page, server):
    page.goto(server.url + "/")
    page.get_by_role("link", name="Data gaps become decisions").click()
    expect(page).to_have_title(re.compile("Data gaps become decisions – Council AI Toolkit$"))
    page.get_by_role("link", name="All lessons and tools").first.click()
    expect(page).to_have_url(server.url + "/")


def test_an_unknown_address_has_a_way_home(page, server):
    assert page.goto(server.url + "/nothing-here").status == 404
    page.get_by_role("link", name="See all lessons and tools").click()
    expect(page).to_have_url(server.url + "/")


def test_the_contents_list_leads_to_the_sections(page, server, notebooks):
    page.goto(app_address(server, "notebooks/slow.ipynb"), wait_until="commit")
    page.get_by_role("link", name="Third").click()
    assert page.evaluate("location.hash") == "#third"
    expect(page.locator("section#third h2")).to_be_in_viewport()


def test_the_text_can_be_read_while_the_activity_gets_ready(page, server, notebooks):
    page.goto(app_address(server, "notebooks/slow.ipynb"), wait_until="commit")
    expect(page.get_by_role("heading", name="Early text")).to_be_visible()
    expect(page.get_by_role("heading", name="Third")).to_be_visible()
    assert page.evaluate("document.readyState") == "loading"
    words = "Getting the activity ready. This usually takes 5 to 10 seconds."
    expect(page.locator(".toolkit-wait")).to_contain_text(words)
    expect(status(page)).to_have_text(words)


def test_that_the_activity_is_ready_is_announced(page, server, notebooks):
    page.goto(app_address(server, "notebooks/slow.ipynb"), wait_until="commit")
    expect(page.get_by_role("button", name="Hello")).to_be_visible(timeout=WAIT)
    expect(status(page)).to_have_text("The activity is ready.")
    expect(page.locator(".toolkit-wait")).to_have_count(0)


def test_after_half_a_minute_a_way_out_is_offered(page, server, notebooks):
    page.clock.install()
    page.goto(app_address(server, "notebooks/slow.ipynb"), wait_until="commit")
    expect(page.locator(".toolkit-wait")).to_be_visible()
    page.clock.run_for(1_000)
    page.clock.run_for(30_000)
    late = page.locator(".toolkit-wait__late")
    expect(late).to_be_visible()
    expect(late.get_by_role("link", name="load the page again")).to_be_visible()
    expect(late.get_by_role("link", name="go back to all lessons and tools")).to_be_visible()
    page.clock.run_for(1_000)
    expect(status(page)).to_contain_text("This is taking longer than usual.")


def test_a_failed_part_is_told_plainly_and_leaves_the_rest(page, server, notebooks):
    page.goto(app_address(server, "notebooks/failing.ipynb"))
    failed = page.get_by_text("This part of the page could not be shown")
    expect(failed).to_be_visible(timeout=WAIT)
    expect(page.get_by_role("heading", name="After the failure")).to_be_visible()
    expect(page.get_by_text("This part needs an earlier part of the page")).to_be_visible()
    expect(status(page)).to_have_text("A part of this page could not be shown. The rest is ready.")
    text = page.locator("body").inner_text()
    for word in ("Traceback", "ZeroDivisionError", "--show_tracebacks", "Voilà"):
        assert word not in text
    assert violations(page) == []


def test_loading_the_page_again_keeps_the_visitors_place(page, server, notebooks):
    page.goto(app_address(server, "notebooks/failing.ipynb", "step=2"))
    again = page.get_by_role("link", name="load the page again")
    again.click(timeout=WAIT)
    page.wait_for_load_state("domcontentloaded")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].type") == "reload"
    assert page.evaluate("location.hash") == "#step=2"


def test_a_table_too_wide_scrolls_in_itself_and_can_be_reached(page, server, notebooks):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(app_address(server, "notebooks/wide.ipynb"))
    assert not scrolls_sideways(page)
    expect(page.get_by_role("region", name="Table, scrolls sideways")).to_have_attribute(
        "tabindex", "0"
    )
    page.set_viewport_size({"width": 1900, "height": 900})
    expect(page.locator(".toolkit-scroll")).to_have_attribute("role", "region")


def test_leaving_the_page_ends_its_kernel(page, server, notebooks):
    before = set(server.kernels())
    open_app(page, server, LESSON)
    started = set(server.kernels()) - before
    assert started
    page.goto(server.url + "/")
    for _ in range(100):
        if not started & set(server.kernels()):
            return
        page.wait_for_timeout(100)
    pytest.fail("the kernel of a page that was left is still running")


def test_no_words_about_a_file_to_load_are_printed_without_the_place_to_choose_it(page, server):
    open_app(page, server, "notebooks/my-course.ipynb")
    hint = page.get_by_text("It replaces what this browser keeps of all lessons.")
    expect(hint).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Keep or move your work")).to_be_visible()
    expect(hint).to_be_hidden()
    expect(page.get_by_text("Load my course from a file")).to_be_hidden()


def test_a_handout_speaks_of_no_record_and_of_nothing_kept(page, server):
    page.goto(app_address(server, LESSON) + "?handout=1")
    expect(page.get_by_text("Leave out names and anything confidential").first).to_be_visible()
    expect(page.get_by_text("Kept in this browser only.")).to_be_hidden()
    expect(page.get_by_text("Your record of this lesson")).to_be_hidden()
    expect(page.get_by_text("Your name, if you want it on the record")).to_be_hidden()


def test_print_shows_everything_that_is_said_and_nothing_that_is_operated(page, server):
    open_app(page, server, LESSON)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("details:not([open])")).to_have_count(0)
    assert page.locator("button:visible").count() == 0
    expect(page.locator("nav:visible")).to_have_count(0)
    printed = page.locator("[data-toolkit-printed]")
    expect(printed).to_contain_text(f"from {server.url}/voila/render/{LESSON}")
    expect(printed).to_contain_text(re.compile(r"\d{1,2} [A-Z][a-z]+ 20\d\d"))
    expect(page.locator(".toolkit-footer__version")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 0


def test_nothing_moves_for_those_who_asked_for_that(page, server):
    page.emulate_media(reduced_motion="reduce")
    open_app(page, server, LESSON)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("main *")].filter((one) => {
            const style = getComputedStyle(one);
            return parseFloat(style.transitionDuration) || parseFloat(style.animationDuration);
        }).length"""
    )
    assert moving == 0


def test_no_page_keeps_a_cookie(page, server):
    page.goto(server.url + "/")
    open_app(page, server, LESSON)
    assert page.context.cookies() == []
