"""A lesson presented to a room, its notes beside it, the handout, and the course page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect
from served import ROOT, app_address, open_app, scrolls_sideways, violations, wait_until_live

LESSON = "notebooks/lessons/04-data-gaps.ipynb"
LESSONS = sorted((ROOT / "notebooks" / "lessons").glob("[0-9]*.ipynb"))
COURSE = "notebooks/my-course.ipynb"
SMALLEST = """() => Math.min(...[...document.querySelectorAll(
  ".toolkit-section:not([hidden]) *, .toolkit-presenter *")]
  .filter(one => one.checkVisibility() && [...one.childNodes].some(
    node => node.nodeType === 3 && node.textContent.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize)))"""


# How many lines to write on fit into the space for notes, as long as paper shows them at all.
RULED = """() => {
  const lines = document.querySelector(".toolkit-lines");
  const { backgroundImage: drawn, printColorAdjust: kept } = getComputedStyle(lines);
  const apart = parseFloat(drawn.match(/([\\d.]+)px\\)$/)?.[1]);
  const onPaper = !matchMedia("print").matches || kept === "exact";
  return lines.checkVisibility() && onPaper ? Math.floor(lines.offsetHeight / apart) : 0;
}"""


def present(page, server, lesson=LESSON):
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(app_address(server, lesson) + "?present=1")
    wait_until_live(page)


def step(page, words):
    expect(page.locator(".toolkit-presenter__step")).to_have_text(words)


def test_one_step_fills_the_screen_in_large_type_and_keys_move_it(page, server):
    present(page, server)
    step(page, "Step 1 of 7: Data gaps become decisions")
    page.keyboard.press("ArrowRight")
    step(page, "Step 2 of 7: The situation")
    page.keyboard.press("PageDown")
    step(page, "Step 3 of 7: Your prediction")
    expect(page.locator(".toolkit-section:visible")).to_have_count(1)
    assert page.evaluate(SMALLEST) >= 24
    page.get_by_role("spinbutton", name="It goes up").press("ArrowRight")  # in a field: the caret
    step(page, "Step 3 of 7: Your prediction")
    assert violations(page) == []
    page.get_by_role("button", name="Back").click()
    page.keyboard.press("PageUp")
    step(page, "Step 1 of 7: Data gaps become decisions")


def test_keys_go_on_once_a_field_has_been_left(page, server):
    present(page, server)
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    expect(page.get_by_text("There are no wrong answers.")).to_be_visible()
    expect(page.get_by_text("Nobody sees your choice but you.")).to_be_hidden()
    counted = page.get_by_role("spinbutton", name="It goes up")
    for leave in ("Enter", "Escape"):
        counted.fill("12")
        counted.press("PageDown")
        step(page, "Step 3 of 7: Your prediction")
        counted.press(leave)
        page.keyboard.press("PageDown")
        step(page, "Step 4 of 7: Try it")
        page.keyboard.press("PageUp")
    page.get_by_role("radio", name="It goes up").check()
    expect(page.get_by_role("heading", name="Your prediction")).to_be_focused()
    page.get_by_role("radio", name="It goes down").press("Space")  # with the keyboard it stays
    expect(page.get_by_role("radio", name="It goes down")).to_be_focused()


def test_keys_reach_a_long_result_and_the_window_stays(page, server):
    present(page, server, "notebooks/lessons/03-fluent-is-not-true.ipynb")
    page.evaluate("document.querySelector('[data-action=skip-prediction]').click()")
    expect(page.locator(".toolkit-try__seen")).not_to_have_count(0)
    for number in (2, 3, 4):
        page.keyboard.press("PageDown")
        expect(page.locator(".toolkit-presenter__step")).to_contain_text(f"Step {number} of 9")
    page.keyboard.press("PageDown")
    step(page, "Step 4 of 9: Try it, part 2 of 3")
    seen = page.locator(".toolkit-try__seen:visible")
    expect(seen.locator(".main-svg").first).to_be_visible()
    page.wait_for_function("one => one.scrollHeight > one.clientHeight", arg=seen.element_handle())
    page.keyboard.press("ArrowDown")
    page.wait_for_function("one => one.scrollTop > 0", arg=seen.element_handle())
    page.keyboard.press("ArrowUp")
    page.wait_for_function("one => one.scrollTop === 0", arg=seen.element_handle())
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_the_room_is_counted_drawn_and_emptied_twice_and_nothing_is_kept(page, server):
    page.goto(server.url + "/")  # the host has looked at another sample before
    page.evaluate("localStorage.setItem('toolkit/lesson-data-gaps/1', '{\"sample\": 9}')")
    present(page, server)
    for _ in range(2):
        page.keyboard.press("PageDown")
        page.keyboard.press("PageDown")
        page.get_by_role("spinbutton", name="It goes up").fill("12")
        page.get_by_role("spinbutton", name="It goes down").fill("5")
        page.get_by_role("button", name="Go on without a prediction").first.click()
        expect(page.get_by_text("Of 17 in this room, 12 said “It goes up”").first).to_be_visible()
        page.get_by_role("button", name="Next").click()
        step(page, "Step 4 of 7: Try it, part 1 of 3")
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_text("Made-up data, sample 5").first).to_be_visible()
        page.get_by_role("button", name="Show another sample").click()
        expect(page.get_by_text("Made-up data, sample 6").first).to_be_visible()
        page.wait_for_url("**#seed=6")
        page.get_by_role("button", name="Start again").click()
        page.get_by_role("button", name="Yes, start again").click()
        step(page, "Step 1 of 7: Data gaps become decisions")
        expect(page.get_by_text("Of 17 in this room")).to_have_count(0)
    kept = page.evaluate("({...localStorage})")
    assert kept == {"toolkit/lesson-data-gaps/1": '{"sample": 9}'}  # neither read nor changed


def test_a_link_to_another_sample_holds_for_the_room_and_outlives_a_reload(page, server):
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(app_address(server, LESSON) + "?present=1#seed=8")
    wait_until_live(page)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Go on without a prediction").first.click()
    page.get_by_role("button", name="Next").click()
    step(page, "Step 4 of 7: Try it, part 1 of 3")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Show another sample").click()
    page.wait_for_url("**#seed=9")
    page.reload()
    wait_until_live(page)
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Yes, start again").click()
    page.wait_for_url("**#seed=8")
    step(page, "Step 1 of 7: Data gaps become decisions")


# What a host sets, what the sentence says and the chart it is about, on one screen.
OUT_OF_SIGHT = """() => {
  const bottom = document.querySelector(".toolkit-presenter").getBoundingClientRect().top;
  const step = document.querySelector(".toolkit-section:not([hidden])");
  const first = what => [...step.querySelectorAll(what)].find(one => one.checkVisibility());
  const parts = [step, ...[".toolkit-try__set", "figcaption", ".toolkit-chart"].map(first)];
  return parts.filter(one => one?.getBoundingClientRect().bottom > bottom)
    .map(one => `${one.className || one.localName} ends at ${one.getBoundingClientRect().bottom}`);
}"""
CHARTED = """() => [...document.querySelectorAll(".toolkit-section:not([hidden]) [data-figure]")]
  .filter(one => one.checkVisibility()).every(one => one.querySelector(".main-svg"))"""


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_each_part_of_a_lesson_fits_one_screen_in_large_type(page, server, lesson):
    present(page, server, f"notebooks/lessons/{lesson.name}")
    skip = "document.querySelector('[data-action=skip-prediction]').click()"
    page.evaluate(skip)
    expect(page.locator(".toolkit-try").first).to_be_attached()
    words, tried, bad = "", 0, []
    while page.locator("[data-present=next]").is_enabled():
        page.keyboard.press("PageDown")
        expect(page.locator(".toolkit-presenter__step")).not_to_have_text(words)
        words = page.locator(".toolkit-presenter__step").inner_text()
        page.wait_for_function(CHARTED)
        tried += page.locator(".toolkit-try__set:visible").count()
        bad += [f"{words}: {one}" for one in page.evaluate(OUT_OF_SIGHT)]
        if page.evaluate(SMALLEST) < 24:
            bad.append(f"{words}: type of {page.evaluate(SMALLEST)} px")
    assert bad == []
    assert tried >= 1


def test_the_notes_are_in_their_own_window_and_follow(page, server):
    present(page, server)
    assert "Take two answers" not in page.content()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Notes, in a new window").click()
    notes = opened.value
    assert (
        notes.evaluate("window.menubar.visible") is False
    )  # a window, not a tab of the shared one
    status = notes.locator("#toolkit-notes-status")
    expect(status).to_have_text("The shared screen shows: Data gaps become decisions")
    page.keyboard.press("PageDown")
    expect(status).to_have_text("The shared screen shows: The situation")
    expect(notes.locator("[aria-current=step]")).to_contain_text("Take two answers")
    assert violations(notes) == []


def test_hands_that_are_counted_stand_beside_beliefs_in_the_notes_alone(page, server):
    present(page, server)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Notes, in a new window").click()
    notes = opened.value
    page.evaluate("document.querySelector('[data-action=skip-prediction]').click()")
    hands = page.locator("[name^=hands-quiz-]")
    hands.first.wait_for(state="attached")
    shown = page.locator(".toolkit-presenter__step")
    for _ in range(12):
        if "Check" not in shown.inner_text():
            page.keyboard.press("PageDown")
    expect(shown).to_contain_text("Check")
    hands.first.fill("7")
    row = notes.locator(f'tr:has([data-hands="{hands.first.get_attribute("name")}"])')
    expect(row.get_by_role("cell").last).to_have_text("7")
    belief = row.get_by_role("cell").first.inner_text()
    assert len(belief) > 10
    expect(page.get_by_text(belief)).to_have_count(0)
    page.get_by_role("button", name="Start again").click()
    page.get_by_role("button", name="Yes, start again").click()
    expect(row.get_by_role("cell").last).to_have_text("–")


def test_where_pop_ups_are_blocked_the_notes_come_in_a_tab(page, server):
    page.add_init_script("window.open = () => null")
    present(page, server)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Notes, in a new window").click()
    expect(opened.value.locator("#toolkit-notes-status")).to_have_text(
        "The shared screen shows: Data gaps become decisions"
    )
    assert opened.value.evaluate("window.menubar.visible") is True
    step(page, "Step 1 of 7: Data gaps become decisions")


def test_the_handout_opens_everything_and_keeps_nothing(page, server):
    page.goto(app_address(server, LESSON) + "?handout=1#seed=7")
    expect(page.get_by_text("Made-up data, sample 7").first).to_be_visible()
    expect(page.get_by_text("☐ It goes up")).to_be_visible()
    expect(page.get_by_role("table", name="What the dashboard says")).to_be_visible()
    expect(page.get_by_role("button", name="Show another sample")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        expect(page.get_by_role("heading", name="Your notes")).to_be_visible()
        assert page.evaluate(RULED) >= 4, media


def test_lines_for_notes_are_on_the_handout_alone(page, server):
    open_app(page, server, LESSON)
    expect(page.locator(".toolkit-lines")).to_be_hidden()


def test_the_guide_leads_to_presentation_notes_and_handout(page, server):
    page.goto(server.url + "/host")
    assert violations(page) == []
    assert not scrolls_sideways(page)
    expect(page.get_by_role("heading", name="60 minutes")).to_be_visible()
    page.get_by_role("link", name="Present lesson 4").click()
    step(page, "Step 1 of 7: Data gaps become decisions")


def test_the_set_up_is_measured_in_this_browser(page, server):
    open_app(page, server, "notebooks/check-your-set-up.ipynb")
    page.get_by_role("button", name="Check now").click()
    expect(page.get_by_role("row")).to_have_count(6)
    expect(page.get_by_text("1280 pixels wide.")).to_be_visible()
    expect(page.get_by_text("Answers outlive a reload.")).to_be_visible()
    assert violations(page) == []


def test_the_course_gathers_what_lessons_keep_and_a_cleared_device_is_empty(page, server):
    page.goto(server.url + "/")
    kept = json.dumps({"done": ["Your prediction", "Try it"], "notes": "Ask Ada"})
    page.evaluate("kept => localStorage.setItem('toolkit/lesson-data-gaps/1', kept)", kept)
    page.evaluate("localStorage.setItem('toolkit/readiness/1', '{\"A1\": \"3\"}')")
    page.set_viewport_size({"width": 320, "height": 700})
    open_app(page, server, COURSE)
    expect(page.get_by_text("Still to do: Try to fix it, Check, Take away.")).to_be_visible()
    expect(page.get_by_text("Ask Ada")).to_be_visible()
    page.get_by_role("button", name="Use this question: Who is not in the data").click()
    expect(page.get_by_label("Question 1")).to_have_value(
        "Who is not in the data, and how would we find out?"
    )
    page.get_by_label("Question 1").fill("Who is missing?")
    expect(page.get_by_text("To ask: Who is missing?")).to_be_visible()
    assert not scrolls_sideways(page)
    assert violations(page) == []
    page.get_by_role("button", name="Clear this device").click()
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()
    page.get_by_role("button", name="Yes, delete everything").click()
    expect(page.get_by_text("Everything was deleted from this browser.").first).to_be_visible()
    expect(page.get_by_text("You have not started yet.")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    wait_until_live(page)
    expect(page.get_by_label("Question 1")).to_have_value("")
