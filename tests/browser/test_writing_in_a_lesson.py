"""Deciding and writing in a lesson with the keyboard alone, as lessons 5, 6 and 8 ask for it."""

import re

from playwright.sync_api import expect
from served import open_app, press, press_until_focused, wait_until_live

LESSON = "notebooks/lessons/05-choosing-a-threshold.ipynb"
ADDED = "It is in your notes, at the end of this lesson."


def test_a_decision_and_its_reason_reach_the_notes_and_outlive_a_reload(page, server):
    open_app(page, server, LESSON)
    press(page, page.get_by_label("About alike, since the rule is the same", exact=True), "Space")
    press(page, page.get_by_role("button", name="Show me what happens"))
    expect(page.locator("#choosing-a-threshold-try-it-chart-sentence")).to_contain_text(
        "You said “About alike, since the rule is the same”."
    )
    decided = page.locator("input[name=decided]").first
    press(page, decided, "Space")
    expect(decided).to_be_checked()
    press_until_focused(page, page.locator("textarea[name=reason]"))
    page.keyboard.type("One rule is easier to explain. <b>")
    expect(page.get_by_text("Our reason: One rule is easier to explain. <b>")).to_be_visible()
    press(page, page.get_by_role("button", name="Add it to my notes"))
    expect(page.get_by_text(ADDED)).to_be_visible()
    notes = page.locator("textarea[name=notes]")
    expect(notes).to_have_value(re.compile(r"Our reason: One rule is easier to explain\. <b>$"))
    page.reload()
    wait_until_live(page)
    expect(page.locator("textarea[name=reason]")).to_have_value(
        "One rule is easier to explain. <b>"
    )
    expect(notes).to_have_value(
        re.compile(r"^We chose to make this alike in both wards: the cut-off\.")
    )
