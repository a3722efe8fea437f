"""The bridge in a real browser: what a visitor does, loses, and gets back."""

import json
import os
import signal

from playwright.sync_api import expect
from served import open_app, violations, wait_until_live

DEMO = "notebooks/bridge-demo.ipynb"
KEY = "toolkit/bridge-demo/2"
# Writes down what the page shows at the moment when it says that it is ready.
ONCE_READY = """new MutationObserver(() => {
  const ready = document.querySelector('.toolkit-app[data-ready]:has(#step)');
  if (ready) window.onceReady ??= ready.innerText;
}).observe(document, { subtree: true, childList: true, attributes: true })"""


def kept(page):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "{}")


def said(page, text):
    expect(page.locator("#said")).to_contain_text(text)


def test_a_choice_reaches_python_is_announced_and_reaches_every_page(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Blue").check()
    said(page, "blue")
    expect(page.locator("#side")).to_have_text("blue")
    expect(page.locator(".toolkit-live")).to_have_text("You chose blue")


def test_radios_change_by_keyboard_and_keep_the_focus(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Red").focus()
    page.keyboard.press("Space")
    said(page, "red")
    page.keyboard.press("ArrowDown")
    said(page, "blue")
    expect(page.get_by_label("Blue")).to_be_focused()


def test_a_redraw_keeps_the_caret_in_the_text(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Find").fill("bins")
    page.get_by_label("Find").press("ArrowLeft")
    said(page, "bins")
    page.keyboard.type("e")
    said(page, "bines")
    assert page.evaluate("document.activeElement.selectionStart") == 4


def test_slider_number_box_and_buttons_say_the_same(page, server):
    open_app(page, server, DEMO)
    page.locator("#slider").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#box")).to_have_value("51")
    said(page, "51")
    page.locator("#more").click()
    expect(page.locator("#slider")).to_have_value("56")
    said(page, "56")
    page.locator("#box").fill("120")
    page.locator("#more").click()
    expect(page.locator("#slider")).to_have_value("100")


def test_a_reload_brings_back_what_was_chosen_and_what_was_only_typed(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Blue").check()
    said(page, "blue")
    page.get_by_label("Note").press_sequentially("half a thought")
    page.reload()
    wait_until_live(page)
    expect(page.get_by_label("Blue")).to_be_checked()
    expect(page.get_by_label("Note")).to_have_value("half a thought")


def test_html_typed_by_a_visitor_is_shown_as_text(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Note").fill("<img src=x onerror=document.title='ran'>")
    page.get_by_label("Note").blur()
    said(page, "<img src=x")
    assert page.title() == "Step 1 – Bridge demo"


def test_next_moves_focus_title_and_address_and_back_returns(page, server):
    open_app(page, server, DEMO)
    page.locator("#next").click()
    expect(page.locator("#step")).to_be_focused()
    expect(page).to_have_title("Step 2 – Bridge demo")
    assert page.url.endswith("#step=2")
    page.go_back()
    expect(page.locator("#step")).to_have_text("Step 1")
    page.go_forward()
    expect(page.locator("#step")).to_have_text("Step 2")


def test_a_deep_link_opens_its_step_in_a_private_window(page, server):
    open_app(page, server, DEMO, place="step=3")
    expect(page.locator("#step")).to_have_text("Step 3")


def test_a_jump_within_the_page_leaves_the_step_alone(page, server):
    open_app(page, server, DEMO, place="step=3")
    page.get_by_role("link", name="Jump to the note").click()
    page.get_by_label("Blue").check()
    said(page, "blue")
    expect(page.locator("#step")).to_have_text("Step 3")


def test_typed_search_never_enters_the_query_of_the_address(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Find").fill("private words")
    said(page, "private words")
    assert "?" not in page.url


def test_a_file_can_be_taken_away_and_brought_back(page, server):
    open_app(page, server, DEMO)
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == "saved.json"
    assert json.loads(download.value.path().read_text()) == {"saved": True}
    file = {"name": "note.txt", "mimeType": "text/plain", "buffer": b"from a file"}
    page.locator("#load").set_input_files(files=[file])
    expect(page.get_by_label("Note")).to_have_value("from a file")


def test_a_file_that_is_too_large_is_refused_in_words(page, server):
    open_app(page, server, DEMO)
    file = {"name": "note.txt", "mimeType": "text/plain", "buffer": b"x" * 5000}
    page.locator("#load").set_input_files(files=[file])
    expect(page.get_by_text("That file is too large: 5 kB")).to_be_visible()


def test_an_error_in_a_view_is_told_and_the_page_still_works(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Red").check()
    page.locator("#fail").click()
    expect(page.get_by_text("Something went wrong here")).to_be_visible()
    expect(page.locator("#bridge-demo-notice")).to_be_focused()
    page.get_by_role("button", name="Close this message").click()
    expect(page.get_by_text("Something went wrong here")).to_have_count(0)
    expect(page.get_by_label("Red")).to_be_checked()


def test_what_has_the_focus_is_redrawn_too(page, server):
    open_app(page, server, DEMO)
    page.locator("#fail").click()
    banner = page.locator("#bridge-demo-notice")
    expect(banner).to_be_focused()
    page.evaluate(
        "document.getElementById('tell').dispatchEvent(new MouseEvent('click', {bubbles: true}))"
    )
    expect(banner).to_contain_text("This is another message")
    expect(banner).to_be_focused()


def test_two_tabs_do_not_undo_each_other(page, context, server):
    open_app(page, server, DEMO)
    other = context.new_page()
    open_app(other, server, DEMO)
    page.get_by_label("Red").check()
    said(other, "red")
    other.get_by_label("Note").fill("from the other tab")
    other.get_by_label("Note").blur()
    said(page, "from the other tab")
    assert kept(page) == {"colour": "red", "note": "from the other tab"}


def test_what_another_tab_writes_into_the_same_text_meanwhile_is_kept_too(page, server):
    open_app(page, server, DEMO)
    note = page.get_by_label("Note")
    note.press_sequentially("Ours")
    page.evaluate(
        """key => {
          localStorage.setItem(key, '{"note": "Theirs"}');
          dispatchEvent(new StorageEvent("storage", { key }));
        }""",
        KEY,
    )
    said(page, "Theirs")
    expect(note).to_have_value("Ours")  # nothing moves under the hands of somebody who writes
    note.blur()
    expect(note).to_have_value("Theirs\nOurs")
    page.wait_for_function("key => localStorage.getItem(key)?.includes('Ours')", arg=KEY)
    assert kept(page) == {"note": "Theirs\nOurs"}
    note.fill("Ours")  # what was seen may be deleted
    note.blur()
    page.wait_for_function("key => !localStorage.getItem(key)?.includes('Theirs')", arg=KEY)
    assert kept(page) == {"note": "Ours"}


def test_a_page_is_ready_when_it_shows_what_was_kept_and_asked_for(page, server):
    page.goto(server.url)
    page.evaluate('key => localStorage.setItem(key, \'{"colour": "red"}\')', KEY)
    page.add_init_script(ONCE_READY)
    open_app(page, server, DEMO, "step=3")
    shown = page.evaluate("onceReady")
    assert "Step 3" in shown
    assert "red 50" in shown


def test_deleting_answers_empties_the_browser(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Red").check()
    page.wait_for_function("key => localStorage.getItem(key)?.includes('red')", arg=KEY)
    page.locator("#forget").click()
    page.wait_for_function("key => localStorage.getItem(key) === null", arg=KEY)
    said(page, "None")


def test_answers_to_an_older_version_are_explained_and_not_destroyed(page, server):
    page.goto(server.url)
    page.evaluate("localStorage.setItem('toolkit/bridge-demo/1', '{\"colour\": \"red\"}')")
    open_app(page, server, DEMO)
    expect(page.get_by_text("could not be carried over")).to_have_count(1)
    assert page.evaluate("localStorage.getItem('toolkit/bridge-demo/1')") == '{"colour": "red"}'


def test_damaged_storage_is_told_put_aside_and_does_not_stop_the_page(page, server):
    page.goto(server.url)
    page.evaluate("key => localStorage.setItem(key, '{not json')", KEY)
    open_app(page, server, DEMO)
    expect(page.get_by_text("It was put aside, not deleted")).to_have_count(1)
    assert page.evaluate("localStorage.getItem('toolkit/bridge-demo/damaged')") == "{not json"
    page.get_by_label("Blue").check()
    said(page, "blue")


def test_blocked_storage_is_told_and_the_page_works(page, server):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() {throw new Error('blocked')}})"
    )
    open_app(page, server, DEMO)
    expect(page.get_by_text("does not let this page keep anything")).to_have_count(1)
    page.get_by_label("Blue").check()
    said(page, "blue")


def test_full_storage_is_told_and_the_page_works(page, server):
    page.add_init_script("Storage.prototype.setItem = () => {throw new Error('full')}")
    open_app(page, server, DEMO)
    page.get_by_label("Blue").check()
    expect(page.get_by_text("storage is full")).to_have_count(1)
    said(page, "blue")


def test_a_dead_kernel_is_told_within_15_s_and_the_answers_come_back(page, server):
    open_app(page, server, DEMO)
    page.get_by_label("Blue").check()
    said(page, "blue")
    for kernel in server.kernels():
        os.kill(kernel, signal.SIGKILL)
    banner = page.get_by_role("alert").filter(has_text="lost its connection")
    expect(banner).to_be_visible(timeout=15_000)
    expect(banner).to_contain_text("safe in this browser")
    page.get_by_label("Note").press_sequentially("typed while it was gone")
    page.get_by_role("button", name="Load the page again").click()
    page.wait_for_load_state()
    wait_until_live(page)
    expect(page.get_by_label("Blue")).to_be_checked()
    expect(page.get_by_label("Note")).to_have_value("typed while it was gone")


def test_where_nothing_can_be_kept_a_lost_connection_does_not_promise_safety(page, server):
    page.add_init_script("Storage.prototype.setItem = () => {throw new Error('full')}")
    open_app(page, server, DEMO)
    page.get_by_label("Blue").check()
    said(page, "blue")
    for kernel in server.kernels():
        os.kill(kernel, signal.SIGKILL)
    banner = page.get_by_role("alert").filter(has_text="lost its connection")
    expect(banner).to_be_visible(timeout=15_000)
    expect(banner).to_contain_text("It is only on this screen")
    expect(banner).not_to_contain_text("safe")


def test_a_chart_follows_its_numbers_and_adds_no_tab_stop(page, server):
    open_app(page, server, DEMO)
    page.wait_for_selector("[data-figure] .main-svg")
    bars = "document.querySelector('[data-figure]').data[0].y[0]"
    assert page.evaluate(bars) == 50
    page.locator("#more").click()
    page.wait_for_function(f"() => {bars} === 55")
    stops = "[data-figure] a, [data-figure] button, [data-figure] [tabindex='0']"
    assert page.locator(stops).count() == 0


def test_a_chart_keeps_its_height_when_a_tablet_is_turned(page, server):
    open_app(page, server, DEMO)
    page.wait_for_selector("[data-figure] .main-svg")
    page.locator("#more").click()
    said(page, "55")
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_function("() => document.querySelector('[data-figure] svg').clientWidth < 320")
    assert page.evaluate("document.querySelector('[data-figure]').clientHeight") == 200


def test_details_that_were_opened_stay_open_and_print_unfolds_all(page, server):
    open_app(page, server, DEMO)
    folded = page.get_by_text("Folded text")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(folded).to_be_hidden()
    page.get_by_text("More", exact=True).click()
    page.get_by_label("Blue").check()
    said(page, "blue")
    expect(folded).to_be_visible()


def test_axe_finds_nothing_serious_before_or_after_use(page, server):
    open_app(page, server, DEMO)
    assert violations(page) == []
    page.get_by_label("Blue").check()
    page.locator("#fail").click()
    expect(page.get_by_text("Something went wrong here")).to_be_visible()
    assert violations(page) == []
