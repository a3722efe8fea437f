"""Published numbers set side by side, in a real browser."""

import re

from playwright.sync_api import expect
from served import open_app, scrolls_sideways, violations, wait_until_live


def test_a_case_leads_to_the_numbers_about_it_and_they_lead_back(page, server):
    open_app(page, server, "notebooks/explore-case-studies.ipynb", "case=derby-darcie-ali")
    page.get_by_role("link", name=re.compile("a forecast and a report")).click()
    wait_until_live(page)
    expect(page.get_by_role("img", name=re.compile("What was expected"))).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name=re.compile("^Derby's phone assistants")).first.click()
    expect(page.locator("#case-heading")).to_contain_text("Derby")


def test_a_number_that_is_typed_changes_chart_sentence_and_table(page, server):
    page.set_viewport_size({"width": 320, "height": 700})
    open_app(page, server, "notebooks/in-depth/fraud-hub-letters.ipynb")
    sentence = page.locator("figcaption").last
    expect(sentence).to_contain_text("17% of the flags are right")
    box = page.get_by_role("spinbutton")
    box.fill("50")
    box.press("Tab")
    expect(sentence).to_contain_text("80% of the flags are right")
    expect(page.locator(".toolkit-live").last).to_contain_text("80% of the flags are right")
    page.locator("summary", has_text="Show the numbers").last.press("Enter")
    expect(page.get_by_role("cell", name="400", exact=True)).to_be_visible()
    assert not scrolls_sideways(page)
    assert violations(page) == []
