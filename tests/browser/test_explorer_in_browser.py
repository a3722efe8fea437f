"""Finding and reading a case study in a real browser."""

import json
import re

import pytest
from playwright.sync_api import expect
from served import open_app, press, scrolls_sideways, violations

EXPLORER = "notebooks/explore-case-studies.ipynb"
CHATBOT = "us-nyc-mycity-chatbot"


def results(page, text):
    expect(page.locator("#results")).to_have_text(re.compile(text))


def test_both_good_practice_and_what_went_wrong_are_there_at_first(page, server):
    open_app(page, server, EXPLORER)
    results(page, r"^\d+ case studies$")
    cards = page.locator(".toolkit-card")
    expect(cards.filter(has_text="Good practice").first).to_be_visible()
    expect(cards.filter(has_text="Went wrong").first).to_be_visible()


def test_a_search_finds_while_typing_keeps_the_caret_and_is_announced(page, server):
    open_app(page, server, EXPLORER)
    page.get_by_label("Words to look for").press_sequentially("mycity")
    results(page, "^1 of ")
    expect(page.get_by_label("Words to look for")).to_be_focused()
    expect(page.locator(".toolkit-live")).to_have_text(re.compile("^1 of "))
    expect(page).to_have_title(re.compile("^1 of .* – Explore case studies – "))


def test_a_case_is_found_opened_and_left_by_keyboard_alone(page, server):
    open_app(page, server, EXPLORER)
    page.locator("summary", has_text="Where it stands").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.value === 'stopped'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    results(page, r"^\d+ of ")
    card = page.locator(".toolkit-card h3 a").first
    found = card.inner_text()
    card.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#case-heading")).to_be_focused()
    expect(page.locator("#case-heading")).to_contain_text(found)
    expect(page.get_by_role("heading", name="What a council should ask")).to_be_visible()
    page.get_by_role("link", name="Back to results").first.press("Enter")
    expect(page.get_by_role("link", name=found)).to_be_focused()
    results(page, r"^\d+ of ")


def test_back_and_forward_move_between_results_and_case(page, server):
    open_app(page, server, EXPLORER, "q=mycity&status=stopped")
    results(page, "^1 of ")
    page.locator(f"#card-{CHATBOT}").click()
    expect(page.locator("#case-heading")).to_be_visible()
    page.go_back()
    results(page, "^1 of ")
    page.go_forward()
    expect(page.locator("#case-heading")).to_be_visible()


def test_the_address_of_a_case_that_was_found_by_typing_is_that_case(page, server):
    open_app(page, server, EXPLORER)
    page.get_by_label("Words to look for").fill("mycity")
    results(page, "^1 of ")
    page.locator(f"#card-{CHATBOT}").click()
    expect(page.locator("#case-heading")).to_be_focused()
    page.wait_for_timeout(500)  # long enough for anything that would undo it
    assert page.url.endswith(f"#q=mycity&case={CHATBOT}")


def test_a_link_opens_a_case_for_somebody_else(page, server):
    open_app(page, server, EXPLORER, f"case={CHATBOT}")
    expect(page.locator("#case-heading")).to_contain_text("MyCity")
    expect(page).to_have_title(re.compile("MyCity.* – Explore case studies"))


def test_a_link_to_what_is_not_there_explains_itself_and_shows_the_rest(page, server):
    open_app(page, server, EXPLORER, "case=us-nyc-mycity&status=liev")
    expect(page.get_by_text(f"did you mean '{CHATBOT}'?")).to_be_visible()
    expect(page.get_by_text("did you mean 'live'?")).to_be_visible()
    results(page, r"^\d+ case studies$")


def test_a_citation_leads_to_its_source_and_back(page, server):
    open_app(page, server, EXPLORER, f"case={CHATBOT}")
    page.get_by_role("link", name=re.compile("source 2")).first.click()
    expect(page.locator("#source-2")).to_be_focused()
    page.go_back()
    expect(page.locator("#case-heading")).to_be_focused()


def test_filters_chosen_can_be_taken_off_one_by_one_or_all(page, server):
    open_app(page, server, EXPLORER, "status=stopped,contested&country=UK")
    page.get_by_role("button", name="Remove filter: Stopped").click()
    expect(page.locator("#results")).to_be_focused()
    assert "status=contested" in page.url
    page.get_by_role("link", name="Clear search and filters").click()
    results(page, r"^\d+ case studies$")
    expect(page.locator("input[name=status][value=stopped]")).not_to_be_checked()


def test_the_shortlist_is_still_there_after_a_reload(page, server):
    open_app(page, server, EXPLORER, "q=mycity")
    results(page, "^1 of ")
    page.get_by_role("button", name="Add to shortlist").click()
    expect(page.locator(f"#shortlist-{CHATBOT}")).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator(f"#shortlist-{CHATBOT}")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="Clear search and filters").click()
    results(page, r"^\d+ case studies$")
    page.get_by_label("Only my shortlist (1)").check()
    results(page, "^1 of ")


def test_the_notebook_can_be_downloaded_to_adapt_it(page, server):
    open_app(page, server, EXPLORER, f"case={CHATBOT}")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download the notebook").click()
    assert caught.value.suggested_filename == f"{CHATBOT}.ipynb"
    with open(caught.value.path(), encoding="utf-8") as file:
        assert json.load(file)["nbformat"] == 4


def test_the_results_are_seen_as_a_whole_and_a_number_leads_to_its_cases(page, server):
    open_app(page, server, EXPLORER)
    press(page, page.get_by_role("link", name="Evidence", exact=True))
    expect(page.locator("[data-figure=evidence] .main-svg").first).to_be_visible()
    expect(page.locator(".toolkit-live")).to_contain_text("had a check from outside")
    assert page.url.endswith("#view=evidence")
    number = page.locator(".toolkit-figure td a").first
    count = number.inner_text().split()[0]
    press(page, number)
    results(page, f"^{count} of ")
    expect(page.locator("#results")).to_be_focused()
    page.go_back()
    expect(page.locator("[data-figure=evidence]")).to_be_visible()


def test_a_mark_on_the_map_leads_to_the_cases_near_it(page, server):
    open_app(page, server, EXPLORER, "view=map")
    page.locator(".toolkit-map__spot").last.click()
    results(page, r"^\d+ of ")
    expect(page.locator("#results")).to_be_focused()
    assert "place=" in page.url


def test_a_shortlist_is_compared_and_taken_away(page, server):
    open_app(page, server, EXPLORER)
    for number, slug in enumerate(("telford-ask-tom", CHATBOT), 1):
        page.get_by_label("Words to look for").fill(slug.split("-")[0 if number == 1 else 2])
        page.locator(f"#shortlist-{slug}").click()
        expect(page.get_by_role("link", name=f"Your shortlist ({number})")).to_be_visible()
    page.get_by_role("link", name="Your shortlist (2)").press("Enter")
    expect(page.locator("#shortlist-heading")).to_be_focused()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Word document").click()
    assert caught.value.suggested_filename == "case-study-shortlist.docx"
    page.get_by_role("link", name="Compare both side by side").press("Enter")
    expect(page.locator("#comparison-heading")).to_be_focused()
    expect(page.get_by_role("columnheader")).to_have_count(3)
    page.set_viewport_size({"width": 320, "height": 640})
    expect(page.get_by_role("rowheader", name="Who", exact=True)).to_be_visible()
    assert not scrolls_sideways(page)


def test_a_case_leads_to_those_like_it(page, server):
    open_app(page, server, EXPLORER, "case=telford-ask-tom")
    expect(page.locator("#case-heading")).to_be_focused()  # or it may take the focus from the link
    like = page.get_by_role("region", name="Cases like this").get_by_role("link").first
    title = like.inner_text()
    like.press("Enter")
    expect(page.locator("#case-heading")).to_contain_text(title)
    expect(page.locator("#case-heading")).to_be_focused()


@pytest.mark.parametrize(
    "place",
    ["", "status=stopped", f"case={CHATBOT}", "case=telford-ask-tom", "q=zzzz", "view=timeline",
     "view=map", "view=evidence", f"compare=telford-ask-tom,{CHATBOT}"],
)  # fmt: skip
def test_nothing_serious_for_axe_and_nothing_cut_off_on_a_small_screen(page, server, place):
    page.set_viewport_size({"width": 320, "height": 640})
    open_app(page, server, EXPLORER, place)
    expect(page.locator("#results, #case-heading, #comparison-heading").first).to_be_visible()
    assert violations(page) == []
    assert not scrolls_sideways(page)


def test_a_case_that_is_broken_is_told_and_the_others_are_there(page, server):
    broken = server.content / "casestudies" / "broken-case.ipynb"
    broken.write_text("{", encoding="utf-8")
    try:
        open_app(page, server, EXPLORER)
        results(page, r"^\d+ case studies$")
        page.get_by_text("1 case study could not be shown").click()
        expect(page.get_by_text("broken-case.ipynb")).to_be_visible()
    finally:
        broken.unlink()


def test_a_case_is_a_page_of_its_own_too(page, server):
    open_page = f"{server.url}/voila/render/casestudies/{CHATBOT}.ipynb"
    page.goto(open_page)
    expect(page.get_by_text("What nobody has checked")).to_be_visible()
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert violations(page) == []
