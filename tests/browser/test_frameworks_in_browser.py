"""Finding and comparing frameworks in a real browser."""

import re

from playwright.sync_api import expect
from served import open_app, scrolls_sideways, violations

FRAMEWORKS = "notebooks/frameworks.ipynb"


def test_two_frameworks_are_found_and_compared_by_keyboard_alone(page, server):
    open_app(page, server, FRAMEWORKS)
    page.get_by_label("Words to look for").press_sequentially("register")
    expect(page.locator(".toolkit-live")).to_have_text(re.compile(r"frameworks? found$"))
    for name in ("Transparency standard (ATRS)", "Scottish AI Register"):
        page.get_by_role("button", name=f"Compare {name}").press("Enter")
        expect(page.get_by_role("button", name=f"Chosen to compare {name}")).to_be_focused()
    page.get_by_role("link", name="Show side by side").press("Enter")
    expect(page.locator("#framework-heading")).to_be_focused()
    expect(page.get_by_role("columnheader", name="Scottish AI Register")).to_be_visible()
    assert violations(page) == []
    page.go_back()
    expect(page.get_by_role("button", name="Chosen to compare").first).to_be_visible()


def test_a_link_opens_one_for_somebody_else_and_leads_to_its_questions(page, server):
    page.set_viewport_size({"width": 320, "height": 700})
    open_app(page, server, FRAMEWORKS, "nation=Scotland&open=uk-gdpr")
    expect(page.locator("#framework-heading")).to_contain_text("General Data Protection")
    assert not scrolls_sideways(page)
    assert violations(page) == []
    link = page.locator("a[href^='self-assessment.ipynb']").first
    asked = link.inner_text()
    link.click()
    page.wait_for_selector(".toolkit-app[data-ready]", state="attached")
    expect(page.get_by_text(asked).first).to_be_visible()
