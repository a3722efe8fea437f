"""The lesson "Data gaps become decisions" in a real browser, as a reader meets it."""

import json
import re

import pytest
from playwright.sync_api import expect
from served import (
    app_address,
    open_app,
    press_until_focused,
    scrolls_sideways,
    violations,
    wait_until_live,
)

LESSON = "notebooks/lessons/04-data-gaps.ipynb"
KEY = "toolkit/lesson-data-gaps/1"
CHART = "[data-figure=data-gaps-try-it-chart]"
SENTENCE = "#data-gaps-try-it-chart-sentence"
FIXED = "#data-gaps-fixes-chart-sentence"


def kept(page):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "{}")


def predict(page, answer="It goes up"):
    page.get_by_label(answer, exact=True).check()
    page.get_by_role("button", name="Show me what happens").click()
    expect(page.locator(SENTENCE)).to_contain_text(f"You said “{answer}”.")


def answer(page, *texts):
    for number, text in enumerate(texts):
        page.get_by_label(text, exact=True).check()
        page.get_by_role("button", name="Check my answer").nth(number).click()
        expect(page.locator(".toolkit-feedback")).to_have_count(number + 1)


RIGHT = (
    "It got worse for offline tenants",
    "No, what is missing from its data still shapes the list",
    "Making it easy for everyone to report",
)


def too_small_to_touch(page):
    """Return what is smaller than 24 by 24 pixels: WCAG 2.2, 2.5.8."""
    return page.evaluate(
        "[...document.querySelectorAll('.toolkit-app button, .toolkit-app input')]"
        ".filter(one => one.offsetParent && !(one.getBoundingClientRect().width >= 24"
        " && one.getBoundingClientRect().height >= 24)).map(one => one.outerHTML.slice(0, 80))"
    )


def test_nothing_is_shown_before_the_reader_has_predicted(page, server):
    open_app(page, server, LESSON)
    expect(page.get_by_text("This part opens once you have made your prediction.")).to_have_count(3)
    expect(page.locator(CHART)).to_have_count(0)


def test_a_prediction_leads_to_the_result_in_words_chart_and_table(page, server):
    open_app(page, server, LESSON)
    predict(page, "It goes down")
    expect(page.locator("#data-gaps-try-it")).to_be_focused()
    expect(page.locator(SENTENCE)).to_contain_text("reported accuracy goes up from")
    expect(page.locator(f"{CHART} .main-svg").first).to_be_visible()
    expect(page.get_by_text("Made-up data, sample 5").first).to_be_visible()
    stops = page.locator("[role=img]").locator("a[href], button, input, [tabindex]")
    expect(stops).to_have_count(0)
    page.get_by_text("Show the numbers").first.click()
    table = page.get_by_role("table", name="What the dashboard says")
    expect(table.get_by_role("columnheader")).to_have_count(3)
    expect(table.get_by_role("rowheader")).to_have_count(4)


def test_moving_the_slider_changes_sentence_chart_table_and_what_is_heard(page, server):
    open_app(page, server, LESSON)
    predict(page)
    alternative = page.locator("[role=img]").first
    expect(page.locator(f"{CHART} .main-svg").first).to_be_visible()
    before, drawn = page.locator(SENTENCE).inner_text(), page.locator(CHART).inner_text()
    page.get_by_role("button", name="5 less: How many").click()
    expect(page.locator(SENTENCE)).to_contain_text("With 20% of")
    sentence = page.locator(SENTENCE).inner_text()
    assert sentence != before
    expect(alternative).to_have_attribute("aria-label", re.compile(re.escape(sentence)))
    expect(page.locator(".toolkit-live")).to_have_text(sentence)
    expect(page.locator(CHART)).not_to_have_text(drawn)


def test_slider_box_and_keys_set_the_share_and_a_number_that_cannot_be_is_told(page, server):
    open_app(page, server, LESSON)
    predict(page)
    slider = page.locator("input[type=range]")
    slider.focus()
    page.keyboard.press("End")
    expect(page.locator(SENTENCE)).to_contain_text("With 100% of")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(SENTENCE)).to_contain_text("With 99% of")
    page.locator("#control-logged").fill("50")
    page.locator("#control-logged").press("Tab")
    expect(page.locator(SENTENCE)).to_contain_text("With 50% of")
    expect(slider).to_have_value("50")
    for typed, used in (("250", "100"), ("-5", "0"), ("", "25")):
        page.locator("#control-logged").fill(typed)
        page.locator("#control-logged").press("Tab")
        expect(page.locator(SENTENCE)).to_contain_text(f"With {used}% of")
    expect(page.get_by_text("Enter a whole number from 0 to 100. 25 is used")).to_be_visible()


def test_another_sample_has_its_number_on_screen_and_in_the_address(page, server):
    open_app(page, server, LESSON)
    predict(page)
    before = page.locator(SENTENCE).inner_text()
    page.get_by_role("button", name="Show another sample").click()
    expect(page.get_by_text("Made-up data, sample 6").first).to_be_visible()
    page.wait_for_url("**#seed=6")
    assert page.locator(SENTENCE).inner_text() != before


def test_an_address_with_a_sample_shows_the_same_numbers_to_everybody(page, server):
    open_app(page, server, LESSON, "seed=7")
    page.get_by_role("button", name="Go on without a prediction").first.click()
    expect(page.get_by_text("Made-up data, sample 7").first).to_be_visible()
    page.get_by_role("link", name="Check", exact=True).first.click()
    expect(page.get_by_text("Made-up data, sample 7").first).to_be_visible()


def test_fixes_are_tried_together_compared_and_cleared(page, server):
    open_app(page, server, LESSON)
    predict(page)
    page.get_by_label("Check 5% of homes, picked at random").check()
    page.get_by_label("Tell the model who is offline").check()
    page.get_by_role("button", name="Try what I ticked").click()
    expect(page.locator(FIXED)).to_contain_text("You tried random checks and the model told")
    page.get_by_role("button", name="Compare 5 ways for me").click()
    expect(page.locator(FIXED)).to_contain_text("You tried a phone line.")
    page.get_by_role("button", name="Clear what I tried").click()
    expect(page.locator(FIXED)).to_contain_text("With 25% logged and no fix")


def test_every_answer_has_its_reason_can_be_changed_and_leads_to_what_to_revisit(page, server):
    open_app(page, server, LESSON)
    predict(page)
    answer(page, "It got better")
    feedback = page.locator(".toolkit-feedback").first
    expect(feedback).to_contain_text("Not correct.")
    expect(page.locator(".toolkit-live")).to_contain_text("Not correct. The figure compares")
    page.get_by_label(RIGHT[0], exact=True).check()
    expect(page.locator(".toolkit-feedback")).to_have_count(0)
    page.get_by_role("button", name="Check my answer").first.click()
    expect(feedback).to_contain_text("Correct.")
    answer(page, "It got better", *RIGHT[1:])
    expect(page.get_by_role("heading", name="What to revisit")).to_be_visible()
    page.locator(".toolkit-app a[href='#try-it']").click()
    assert page.url.endswith("#try-it")


def test_a_reload_brings_everything_back(page, server):
    open_app(page, server, LESSON)
    predict(page, "It stays about the same")
    page.locator("#control-logged").fill("60")
    page.locator("#control-logged").press("Tab")
    page.get_by_role("button", name="Compare 5 ways for me").click()
    expect(page.locator(FIXED)).to_contain_text("You tried a phone line.")
    answer(page, *RIGHT)
    page.get_by_label("My notes").press_sequentially("Ask the housing panel")
    page.get_by_role("button", name="Add this question").click()
    expect(page.locator(".toolkit-live")).to_have_text("The question is in your notes.")
    page.reload()
    wait_until_live(page)
    expect(page.get_by_text("You said: It stays about the same")).to_be_visible()
    expect(page.locator(SENTENCE)).to_contain_text("With 60% of")
    expect(page.locator(FIXED)).to_contain_text("You tried a phone line.")
    expect(page.locator(".toolkit-feedback")).to_have_count(3)
    expect(page.get_by_label("My notes")).to_have_value("Ask the housing panel")
    expect(page.get_by_label("My question")).to_have_value(
        "Who is not in the data, and how would we find out?"
    )


def test_a_reload_and_the_way_back_from_a_term_lead_to_the_same_line(page, server):
    open_app(page, server, LESSON)
    predict(page)
    expect(page.locator(f"{CHART} .main-svg").first).to_be_visible()
    term = page.locator("a[href*='/glossary#']").last
    left_at = "Number(sessionStorage.getItem(`toolkit-line ${location.pathname}`))"
    for number in range(2):
        page.evaluate("scrollTo(0, document.body.scrollHeight - 2 * innerHeight)")
        if number:
            term.dispatch_event("click")
            page.wait_for_url("**/glossary*")
            page.go_back()
        else:
            page.reload()
        wait_until_live(page)
        assert page.evaluate(left_at) > 2000
        page.wait_for_function(f"Math.abs(scrollY - {left_at}) < 2")


def test_notes_of_another_tab_are_joined_only_once_these_have_been_left(page, server):
    open_app(page, server, LESSON)
    notes = page.get_by_label("My notes")
    notes.press_sequentially("Ours")
    page.wait_for_function("key => localStorage.getItem(key)?.includes('Ours')", arg=KEY)
    page.evaluate(
        """key => {
          localStorage.setItem(key, '{"notes": "Theirs"}');
          window.written = [];
          const write = Storage.prototype.setItem;
          Storage.prototype.setItem = function (name, text) {
            if (name === key) written.push(JSON.parse(text).notes);
            write.call(this, name, text);
          };
          dispatchEvent(new StorageEvent("storage", { key }));
        }""",
        KEY,
    )
    notes.press_sequentially(" too")  # sent while it is written
    page.wait_for_function("key => localStorage.getItem(key)?.includes('Ours too')", arg=KEY)
    expect(notes).to_have_value("Ours too")
    notes.blur()
    expect(notes).to_have_value("Theirs\nOurs too")
    page.wait_for_function("key => localStorage.getItem(key)?.includes('Theirs')", arg=KEY)
    assert kept(page)["notes"] == "Theirs\nOurs too"
    assert "Theirs" not in page.evaluate("written")  # by a part that heard of the typing last


def test_progress_is_saved_deleted_and_loaded_and_a_damaged_file_changes_nothing(
    page, server, tmp_path
):
    open_app(page, server, LESSON)
    predict(page)
    page.get_by_label("My notes").fill("From the town hall")
    page.get_by_label("My notes").blur()
    page.get_by_text("Move to another device").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my progress to a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    page.get_by_role("button", name="Delete my answers").click()
    page.get_by_role("button", name="Yes, delete them").click()
    expect(page.get_by_role("button", name="Show me what happens")).to_be_visible()
    assert kept(page) == {}
    damaged = tmp_path / "holiday.json"
    damaged.write_text("{", encoding="utf-8")
    page.get_by_label("Load my progress from a file").set_input_files(damaged)
    expect(page.get_by_text("holiday.json is damaged")).to_be_visible()
    assert kept(page) == {}
    page.get_by_label("Load my progress from a file").set_input_files(file)
    expect(page.get_by_label("My notes")).to_have_value("From the town hall")
    expect(page.locator(SENTENCE)).to_contain_text("You said “It goes up”.")


def test_the_whole_lesson_can_be_done_without_a_mouse(page, server):
    open_app(page, server, LESSON)
    press_until_focused(page, page.get_by_label("It goes up", exact=True))
    page.keyboard.press("Space")
    press_until_focused(page, page.get_by_role("button", name="Show me what happens"))
    page.keyboard.press("Enter")
    expect(page.locator("#data-gaps-try-it")).to_be_focused()
    press_until_focused(page, page.locator("input[type=range]"))
    page.keyboard.press("Home")
    expect(page.locator(SENTENCE)).to_contain_text("With 0% of")
    press_until_focused(page, page.get_by_label("Staff a phone line"))
    page.keyboard.press("Space")
    press_until_focused(page, page.get_by_role("button", name="Try what I ticked"))
    page.keyboard.press("Enter")
    expect(page.locator(FIXED)).to_contain_text("You tried a phone line.")
    press_until_focused(page, page.get_by_label("It got better", exact=True))
    page.keyboard.press("ArrowDown")
    press_until_focused(page, page.get_by_role("button", name="Check my answer").first)
    page.keyboard.press("Enter")
    expect(page.locator(".toolkit-feedback")).to_contain_text("Correct.")
    press_until_focused(page, page.get_by_role("button", name="Add this question"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("My question")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_before_and_after_and_nothing_is_cut_off(page, server, width):
    page.set_viewport_size({"width": width, "height": 900})
    open_app(page, server, LESSON)
    assert violations(page) == []
    predict(page)
    page.get_by_role("button", name="Compare 5 ways for me").click()
    expect(page.locator(FIXED)).to_contain_text("You tried a phone line.")
    answer(page, *RIGHT)
    expect(page.locator(".main-svg").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert violations(page) == []
    assert not scrolls_sideways(page)
    narrow = page.evaluate(
        "[...document.querySelectorAll('.toolkit-chart .main-svg')]"
        ".every(svg => svg.getBoundingClientRect().right <= innerWidth)"
    )
    assert narrow
    assert too_small_to_touch(page) == []


def test_printed_pages_show_the_tables_and_no_buttons(page, server):
    open_app(page, server, LESSON)
    predict(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_role("table", name="What the dashboard says")).to_be_visible()
    expect(page.get_by_role("button", name="Show another sample")).to_be_hidden()


def test_the_template_for_new_lessons_works_as_it_is(page, server):
    template = server.content / "notebooks" / "lessons" / "_template.ipynb"
    copy = template.with_name("98-template-copy.ipynb")
    copy.write_text(template.read_text(encoding="utf-8"), encoding="utf-8")
    try:
        page.goto(app_address(server, "notebooks/lessons/98-template-copy.ipynb"))
        wait_until_live(page)
        page.get_by_role("button", name="Go on without a prediction").first.click()
        expect(page.locator("figcaption").first).to_have_text(
            "10 visits take 15 hours on the road."
        )
    finally:
        copy.unlink()
