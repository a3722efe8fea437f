"""A SurveyJS survey in a real browser: loaded, read in two languages, answered by keyboard."""

import json

import pytest
from playwright.sync_api import expect
from served import open_app, press, scrolls_sideways, violations, wait_until_live
from source import ROOT

APP = "notebooks/self-assessment.ipynb"
SURVEY = ROOT / "tests" / "data" / "tea-survey.json"
KEY = "toolkit/tea-survey/1"


@pytest.fixture
def club(page, server):
    """The first page of a survey that the visitor brought along."""
    open_app(page, server, APP)
    page.get_by_text("Bring your own self-assessment").click()
    page.get_by_label("Load a self-assessment from a file").set_input_files(SURVEY)
    expect(page.locator("#own-told")).to_be_focused()
    expect(page.locator("#own-told")).to_contain_text("was loaded from tea-survey.json")
    page.get_by_role("link", name="Tea club check").click()
    page.get_by_role("button", name="Start now").click()
    page.get_by_role("link", name="The club").click()
    expect(page.get_by_role("heading", name="The club")).to_be_focused()
    return page


def test_a_survey_is_answered_by_keyboard_and_branches(club):
    page = club
    radio = page.locator("input[name=scald]")
    press(page, radio.nth(0), "Space")
    page.keyboard.press("ArrowDown")
    expect(radio.nth(1)).to_be_checked()
    expect(radio.nth(1)).to_be_focused()
    press(page, page.get_by_label("tea-2"), "Space")
    expect(page.locator("#tea-survey-live")).to_contain_text("Level III, 5 points so far.")
    expect(page.locator(".toolkit-live")).to_contain_text("Level III, 5 points so far.")


def test_the_language_changes_and_all_of_it_is_there_after_a_reload(club):
    page = club
    page.get_by_label("Which stage?").select_option("plan")
    page.get_by_label("How many cups?").fill("lots")
    press(page, page.get_by_role("button", name="Cymraeg"))
    expect(page.get_by_role("heading", name="Y clwb")).to_be_focused()
    page.reload()
    wait_until_live(page)
    expect(page.get_by_label("Pa gam?")).to_have_value("plan")
    expect(page.get_by_label("How many cups?")).to_have_value("lots")
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    assert kept == {"stage": "plan", "cups": "lots", " language": "cy"}


@pytest.mark.parametrize("width", [1280, 320])
def test_every_step_fits_and_has_no_serious_fault(club, width):
    page = club
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("input[name=scald]").nth(2).check()
    expect(page.get_by_label("tea-2")).to_be_visible()
    for section in ("tasks", "check", "result", "start", "club"):
        page.evaluate(f"location.hash = 'instrument=tea-survey&section={section}'")
        step = "page2" if section == "club" else section
        expect(page.locator(f"#tea-survey-heading-{step}")).to_be_focused()
        assert not scrolls_sideways(page), section
        assert violations(page) == [], section
