"""A tab that saves nothing, on a computer that several people use."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from served import app_address, scrolls_sideways, violations, wait_until_live

SAVED = "({...localStorage})"
BEFORE = {"toolkit/lesson-data-gaps/1": '{"prediction": "goes-up", "predicted": "given"}'}


def from_the_guide(page, server):
    """Open a tab that saves nothing, in a browser that has kept what somebody did before."""
    page.goto(server.url + "/host")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", *BEFORE.items())
    page.get_by_role("link", name="work in a tab that saves nothing").click()
    expect(page.get_by_role("region", name="Saving")).to_contain_text(
        "Nothing is saved in this tab."
    )


def predict(page, answer):
    page.get_by_role("radio", name=answer, exact=True).check()
    page.get_by_role("button", name="Show me what happens").click()
    expect(page.get_by_text(f"You said: {answer}")).to_be_visible()


def test_it_holds_for_each_page_that_somebody_goes_on_to(page, server):
    from_the_guide(page, server)
    page.get_by_role("link", name="Data gaps become decisions").click()
    wait_until_live(page)
    expect(page.get_by_text("Nothing is saved in this tab.")).to_be_visible()
    assert page.get_by_role("radio", checked=True).count() == 0  # nor is anything read
    predict(page, "It goes down")
    page.get_by_label("My notes").fill("Ask Ada")
    page.get_by_role("link", name="All lessons and tools").first.click()
    page.get_by_role("link", name="What is AI").click()
    wait_until_live(page)
    predict(page, "None of them")
    assert page.evaluate(SAVED) == BEFORE


def test_it_is_seen_and_can_be_ended(page, server):
    from_the_guide(page, server)
    page.set_viewport_size({"width": 320, "height": 700})
    assert not scrolls_sideways(page)
    assert violations(page) == []
    page.get_by_role("link", name="Data gaps become decisions").click()
    wait_until_live(page)
    page.get_by_role("button", name="Reload this page and save").click()
    expect(page.get_by_text("You said: It goes up")).to_be_visible()
    expect(page.get_by_text("Nothing is saved in this tab.")).to_be_hidden()
    page.get_by_label("My notes").fill("Ask Ada")
    page.wait_for_function("JSON.stringify({...localStorage}).includes('Ask Ada')")


KEPT = re.compile(
    r"\b(kept|keep|stays) (your answers )?in (this|your own) browser|until you delete|go on later",
    re.I,
)


def test_no_page_says_there_that_answers_are_kept(page, server):
    page.goto(server.url + "/")
    expect(page.get_by_text("Your answers are kept in your own browser.")).to_be_visible()
    from_the_guide(page, server)
    expect(page.get_by_text("You need no technical knowledge.")).to_be_visible()
    expect(page.get_by_text("Your answers are kept in your own browser.")).to_be_hidden()
    for path, place, ready in (
        ("self-assessment.ipynb", "#instrument=readiness", "A file you download is yours"),
        ("my-course.ipynb", "", "Nothing is sent anywhere."),
        ("lessons/04-data-gaps.ipynb", "", "Leave out names and anything confidential"),
        ("adapt-a-case-study.ipynb", "", "your draft passes through"),
        ("group-assessment.ipynb", "#instrument=readiness", "People's files are held only"),
    ):
        page.goto(app_address(server, f"notebooks/{path}") + place)
        wait_until_live(page)
        expect(page.get_by_text(ready).first).to_be_visible()
        assert KEPT.search(page.locator("main").inner_text()) is None, path


def test_it_can_be_ended_on_the_page_that_began_it_and_other_tabs_save(page, context, server):
    from_the_guide(page, server)
    assert page.url.endswith("?fresh=1")
    other = context.new_page()
    other.goto(server.url + "/")
    expect(other.get_by_text("Nothing is saved in this tab.")).to_be_hidden()
    page.get_by_role("button", name="Reload this page and save").click()
    page.wait_for_url(lambda url: "fresh" not in url)
    expect(page.get_by_text("Nothing is saved in this tab.")).to_be_hidden()


@pytest.mark.parametrize("click", [{"modifiers": ["ControlOrMeta"]}, {"button": "middle"}])
def test_a_tab_opened_beside_it_saves_nothing_either(page, context, server, click):
    from_the_guide(page, server)
    with context.expect_page() as opened:
        page.get_by_role("link", name="Data gaps become decisions").click(**click)
    beside = opened.value
    wait_until_live(beside)
    expect(beside.get_by_text("Nothing is saved in this tab.")).to_be_visible()
    predict(beside, "It goes down")
    assert beside.evaluate(SAVED) == BEFORE


def test_where_storage_is_blocked_the_page_that_was_asked_for_still_works(page, server):
    page.add_init_script("Storage.prototype.setItem = () => {throw new Error('blocked')}")
    page.goto(server.url + "/?fresh=1")
    expect(page.get_by_text("Nothing is saved in this tab.")).to_be_visible()
