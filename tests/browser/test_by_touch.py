"""Lessons on a telephone and a tablet: every control by tap, large enough, and nothing on hover."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect
from served import ROOT, open_app, wait_until_live

LESSONS = sorted((ROOT / "notebooks" / "lessons").glob("[0-9]*.ipynb"))
PHONE, TABLET = {"width": 320, "height": 640}, {"width": 820, "height": 1180}

# Smaller than 44 pixels. A radio button or a tick box is as large as its label, which is tapped
# too; a link within a sentence may be as high as its line (WCAG 2.2, 2.5.8).
TOO_SMALL = """smallest => [...document.querySelectorAll(
  ".toolkit-app :is(button, input, select, textarea, summary, a[href]), .toolkit-contents a")]
  .filter(one => one.checkVisibility() && !one.disabled)
  .filter(one => !(one.localName === "a" && getComputedStyle(one).display === "inline"))
  .filter(one => {
    const {width, height} = one.getBoundingClientRect();
    return width < smallest || height < smallest;
  }).map(one => `${one.outerHTML.slice(0, 90)} ${one.getBoundingClientRect().height}`)"""
# A telephone shrinks a page that is too wide, so the window is no measure of it.
WIDTH = "document.documentElement.scrollWidth"
# What only a mouse would find: a tooltip, or a rule that shows something on hover.
ON_HOVER = """() => [
  ...[...document.querySelectorAll("main [title], .toolkit-app [title]")]
    .map(one => one.outerHTML.slice(0, 80)),
  ...[...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
    .filter(rule => /:hover/.test(rule.selectorText ?? "") &&
      !/js-plotly-plot/.test(rule.selectorText) && // the charts' own toolbar, which we do not show
      /(display|visibility|opacity|content)\\s*:/.test(rule.style.cssText))
    .map(rule => rule.cssText.slice(0, 120)),
]"""


@pytest.fixture
def touch(browser, server):
    """A page in a browser that is touched, and has no mouse."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def tap(page: Page, name: str, place: int = 0) -> None:
    page.get_by_role("button", name=name).nth(place).tap()


def tap_on(target: Locator, part: float) -> None:
    """Tap at a part of the width of something, as a finger does on a slider."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    target.tap(position={"x": box["width"] * part, "y": box["height"] / 2})


def test_a_whole_lesson_and_the_device_is_cleared_by_tap_alone(touch, server):
    open_app(touch, server, "notebooks/lessons/04-data-gaps.ipynb")
    touch.get_by_label("It goes down", exact=True).tap()
    tap(touch, "Show me what happens")
    sentence = touch.locator("#data-gaps-try-it-chart-sentence")
    expect(sentence).to_contain_text("With 25% of")
    tap(touch, "5 more")
    expect(sentence).to_contain_text("With 30% of")
    tap_on(touch.locator("input[type=range]"), 0.5)
    expect(sentence).not_to_contain_text("With 30% of")
    touch.get_by_text("Show the numbers").first.tap()
    expect(touch.get_by_role("table").first).to_be_visible()
    tap(touch, "Show another sample")
    expect(touch.get_by_text("Made-up data, sample 6").first).to_be_visible()
    touch.get_by_label("Staff a phone line").tap()
    tap(touch, "Try what I ticked")
    expect(touch.locator("#data-gaps-fixes-chart-sentence")).to_contain_text("a phone line")
    for number in range(3):
        touch.locator(".toolkit-question").nth(number).get_by_role("radio").first.tap()
        tap(touch, "Check my answer", number)
        expect(touch.locator(".toolkit-feedback")).to_have_count(number + 1)
    tap(touch, "Add this question")
    tap(touch, "Make it one of my three")
    expect(touch.get_by_text("It is question 1 of your three.")).to_be_visible()
    expect(touch.locator(".toolkit-record")).not_to_contain_text("still to do")
    touch.get_by_role("link", name="Go to my course").tap()
    wait_until_live(touch)
    expect(touch.get_by_label("Question 1")).to_have_value(
        "Who is not in the data, and how would we find out?"
    )
    tap(touch, "Clear this device")
    tap(touch, "Yes, delete everything")
    expect(touch.get_by_text("Everything was deleted from this browser.").first).to_be_visible()
    assert touch.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_everything_is_large_enough_to_touch_and_nothing_needs_a_mouse(touch, server, lesson):
    open_app(touch, server, f"notebooks/lessons/{lesson.name}")
    tap(touch, "Go on without a prediction")
    expect(touch.locator(".toolkit-question").first).to_be_visible()
    touch.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    for size in (PHONE, TABLET):
        touch.set_viewport_size(size)
        assert touch.evaluate(TOO_SMALL, 44) == []
        assert touch.evaluate(WIDTH) <= size["width"]
    assert touch.evaluate(ON_HOVER) == []


def test_my_course_is_large_enough_to_touch(touch, server):
    touch.goto(server.url + "/")
    done = '{"done": ["Your prediction", "Try it", "Check", "Take away"], "finished": "2026-11-02"}'
    touch.evaluate("done => localStorage.setItem('toolkit/lesson-what-is-ai/1', done)", done)
    open_app(touch, server, "notebooks/my-course.ipynb")
    expect(touch.get_by_text("Completed: 1 of 8 lessons")).to_be_visible()
    for size in (PHONE, TABLET):
        touch.set_viewport_size(size)
        assert touch.evaluate(TOO_SMALL, 44) == []
        assert touch.evaluate(WIDTH) <= size["width"]
