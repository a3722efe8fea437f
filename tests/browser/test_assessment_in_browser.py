"""The self-assessment in a real browser: by keyboard, through a reload, out to a file and back."""

import json
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import expect
from served import (
    app_address,
    open_app,
    press_until_focused,
    scrolls_sideways,
    violations,
    wait_until_live,
)

APP = "notebooks/self-assessment.ipynb"
KEY = "toolkit/readiness/1"


def kept(page):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "{}")


def pick(page, question, value):
    page.locator(f"input[name={question}][value='{value}']").check()


def live(page):
    return page.locator("#readiness-live")


def take(page, name):
    """Press a button that hands out a file, and return the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value


def press_until(page, key, label, limit=60):
    """Press a key until the element with the focus is called `label`."""
    for _ in range(limit):
        page.keyboard.press(key)
        words = "() => (document.activeElement.labels?.[0] ?? document.activeElement).innerText"
        if label in (page.evaluate(words) or ""):
            return
    raise AssertionError(f"{key} never led to {label}")


def test_a_part_is_answered_by_keyboard_alone(page, server):
    open_app(page, server, APP)
    press_until(page, "Tab", "Is our council ready?")
    page.keyboard.press("Enter")
    expect(page.locator("#readiness-heading-start")).to_be_focused()
    press_until(page, "Tab", "Start now")
    page.keyboard.press("Enter")
    expect(page.locator("#readiness-heading-tasks")).to_be_focused()
    press_until(page, "Tab", "Good governance")
    page.keyboard.press("Enter")
    expect(page.locator("#readiness-heading-B")).to_be_focused()
    press_until(page, "Tab", "Not started")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("input[name=B1][value='3']")).to_be_checked()
    expect(page.locator("input[name=B1][value='3']")).to_be_focused()
    expect(live(page)).to_contain_text("1 of 5 answered here.")
    press_until(page, "Tab", "How can you show it?")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(live(page)).to_contain_text("0.6 of 4, could be up to 3.8")
    expect(page.locator(".toolkit-live")).to_have_text(
        "Good governance: 0.6, could be up to 3.8. Stage: Not yet."
    )
    press_until(page, "Tab", "Next: Data management")
    page.keyboard.press("Enter")
    expect(page.locator("#readiness-heading-C")).to_be_focused()
    expect(page).to_have_title("Data management – Is our council ready? – Council AI Toolkit")


def test_a_reload_half_way_brings_back_answers_notes_and_the_place(page, server):
    open_app(page, server, APP, place="instrument=readiness&section=D")
    pick(page, "D1", 2)
    pick(page, "D2", "unknown")
    page.locator("details", has_text="Add a note on D1").locator("summary").click()
    page.get_by_label("Note on D1").press_sequentially("half a thought <b>")
    page.reload()
    wait_until_live(page)
    expect(page.locator("#readiness-heading-D")).to_have_text("Staff and skills")
    expect(page.locator("input[name=D1][value='2']")).to_be_checked()
    expect(page.locator("input[name=D2][value='unknown']")).to_be_checked()
    expect(page.get_by_label("Note on D1")).to_have_value("half a thought <b>")


def test_back_and_forward_move_between_the_parts(page, server):
    open_app(page, server, APP, place="instrument=readiness&section=start")
    page.get_by_role("button", name="Start now").click()
    page.get_by_role("link", name="Residents").click()
    expect(page.locator("#readiness-heading-E")).to_be_focused()
    page.go_back()
    expect(page.locator("#readiness-heading-tasks")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Before you start")).to_be_visible()
    page.go_forward()
    page.go_forward()
    expect(page.get_by_role("heading", name="Residents", exact=True)).to_be_visible()


def test_the_report_brings_the_same_answers_into_another_browser(page, server, browser):
    open_app(page, server, APP, place="instrument=readiness&section=E")
    pick(page, "E3", 3)
    pick(page, "E4", "na")
    page.get_by_label("Why does it not apply?").fill("No AI takes part in decisions.")
    page.get_by_role("link", name="See the whole result").click()
    page.get_by_role("button", name="Choose what to take with you").click()
    download = take(page, "JSON – Your answers")
    before = kept(page)
    assert before == {"E3": "3", "E4": "na", "E4.reason": "No AI takes part in decisions."}
    context = browser.new_context()
    another = context.new_page()
    open_app(another, server, APP, place="instrument=readiness&section=start")
    another.get_by_text("Go on with answers from a file").click()
    another.get_by_label("Load answers from a file").set_input_files(download.path())
    expect(another.get_by_text("Your answers were loaded from")).to_be_visible()
    assert kept(another) == before
    context.close()


def test_the_report_in_markdown_has_scope_version_and_answers(page, server):
    open_app(page, server, APP, place="instrument=readiness&section=B")
    pick(page, "B1", 3)
    page.goto(app_address(server, APP, "instrument=readiness&section=take"))
    text = take(page, "Markdown – The whole report").path().read_text(encoding="utf-8")
    assert text.startswith("# Is our council ready?")
    assert "It is not legal advice." in text
    assert "- Answer: In use: This person decides on tools" in text


@pytest.mark.parametrize("text", ["{", '{"format": "something else"}'])
def test_a_file_that_cannot_be_used_changes_nothing(page, server, text):
    open_app(page, server, APP, place="instrument=readiness&section=B")
    pick(page, "B1", 3)
    page.goto(app_address(server, APP, "instrument=readiness&section=start"))
    page.get_by_text("Go on with answers from a file").click()
    file = {"name": "note.json", "mimeType": "application/json", "buffer": text.encode()}
    page.get_by_label("Load answers from a file").set_input_files(file)
    expect(page.get_by_text("Nothing on this page was changed.")).to_be_visible()
    assert kept(page) == {"B1": "3"}


def test_deleting_asks_empties_the_browser_and_confirms(page, server):
    open_app(page, server, APP, place="instrument=readiness&section=B")
    pick(page, "B1", 3)
    page.goto(app_address(server, APP, "instrument=readiness&section=delete"))
    page.get_by_role("button", name="Yes, delete my answers").click()
    expect(page.get_by_text("were deleted from this browser")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('toolkit/'))") == []


def test_answers_never_appear_in_the_address(page, server):
    open_app(page, server, APP, place="instrument=readiness&section=B")
    page.locator("details", has_text="Add a note on B1").locator("summary").click()
    page.get_by_label("Note on B1").fill("private words")
    page.get_by_label("Note on B1").blur()
    pick(page, "B1", 3)
    expect(live(page)).to_contain_text("1 of 5 answered here.")
    assert page.url.endswith("#instrument=readiness&section=B")


@pytest.mark.parametrize("section", ["start", "tasks", "B", "check", "result", "take", "delete"])
def test_every_step_passes_axe_and_fits_a_narrow_window(page, server, section):
    page.set_viewport_size({"width": 320, "height": 800})
    open_app(page, server, APP, place="instrument=readiness&section=B")
    pick(page, "B1", 3)
    pick(page, "B3", "unknown")
    page.goto(app_address(server, APP, f"instrument=readiness&section={section}"))
    expect(page.locator(f"#readiness-heading-{section}")).to_be_visible()
    assert violations(page) == []
    assert not scrolls_sideways(page)


def test_a_case_is_one_click_away(page, server):
    open_app(page, server, APP, place="instrument=readiness&section=B")
    link = page.locator("a[href^='explore-case-studies.ipynb#case=']").first
    title = link.inner_text()
    link.click()
    page.wait_for_url("**/explore-case-studies.ipynb#case=*")
    wait_until_live(page)
    expect(page.get_by_role("heading", name=title).first).to_be_visible()


def test_printing_shows_every_answer_and_no_controls(page, server):
    open_app(page, server, APP, place="instrument=readiness&section=B")
    pick(page, "B1", 3)
    page.goto(app_address(server, APP, "instrument=readiness&section=check"))
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_text("Senior owner (B1)", exact=True).first).to_be_visible()
    expect(page.get_by_text("This person decides on tools")).to_be_visible()
    expect(page.get_by_role("button", name="See the result")).to_be_hidden()


def place_of(section):
    return f"instrument=proposal&section={section}"


def test_a_proposal_is_answered_by_keyboard_alone_to_its_result(page, server):
    open_app(page, server, APP)
    press_until(page, "Tab", "Should this proposal go ahead?")
    page.keyboard.press("Enter")
    expect(page.locator("#proposal-heading-start")).to_be_focused()
    press_until(page, "Tab", "Start now")
    page.keyboard.press("Enter")
    expect(page.locator("#proposal-heading-tasks")).to_be_focused()
    press_until(page, "Tab", "About the proposal")
    page.keyboard.press("Enter")
    expect(page.locator("#proposal-heading-T")).to_be_focused()
    for name, downs in (("T1", 1), ("T2", 0), ("T3", 1), ("T4", 0), ("T5", 0)):
        first = page.locator(f"input[name={name}]").first
        press_until_focused(page, first)
        page.keyboard.press("Space")
        for _ in range(downs):
            page.keyboard.press("ArrowDown")
    expect(page.locator("input[name=T3][value=staff]")).to_be_checked()
    standing = page.locator("#proposal-live")
    expect(standing).to_contain_text("Do not proceed as described. Tier 1, could be 2.")
    press_until(page, "Tab", "See the whole result")
    page.keyboard.press("Enter")
    expect(page.locator("#proposal-heading-result")).to_be_focused()
    expect(page.get_by_role("heading", name="Do not proceed as described")).to_be_visible()
    expect(page.get_by_text("of 17 questions are not")).to_be_visible()


@pytest.mark.parametrize("section", ["start", "tasks", "R", "check", "result", "take"])
def test_every_step_of_a_proposal_passes_axe_and_fits_a_narrow_window(page, server, section):
    page.set_viewport_size({"width": 320, "height": 800})
    open_app(page, server, APP, place=place_of("S"))
    pick(page, "S1", 3)
    pick(page, "S13", "unknown")
    page.goto(app_address(server, APP, place_of(section)))
    expect(page.locator(f"#proposal-heading-{section}")).to_be_visible()
    assert violations(page) == []
    assert not scrolls_sideways(page)


def test_the_report_on_a_proposal_brings_the_same_answers_back(page, server):
    open_app(page, server, APP, place=place_of("F"))
    pick(page, "F1", "-2")
    page.goto(app_address(server, APP, place_of("result")))
    expect(page.get_by_text("works against Social partnership (F1)")).to_be_visible()
    page.get_by_role("button", name="Choose what to take with you").click()
    saved = json.loads(take(page, "JSON – Your answers").path().read_text(encoding="utf-8"))
    assert saved["values"] == {"F1": "-2"}
    assert saved["result"]["outcome"]["id"] == "do-not-proceed"


def test_a_draft_for_the_committee_is_taken_away_by_keyboard_as_a_word_file(page, server):
    open_app(page, server, APP, place=place_of("S"))
    pick(page, "S13", 1)
    page.goto(app_address(server, APP, place_of("result")))
    expect(page.locator("#proposal-heading-result")).to_be_visible()
    press_until(page, "Tab", "Choose what to take with you", limit=120)
    page.keyboard.press("Enter")
    expect(page.locator("#proposal-heading-take")).to_be_focused()
    button = page.get_by_role("button", name="Word file – Draft report to committee")
    press_until_focused(page, button)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    expect(page.locator(".toolkit-live")).to_contain_text("committee-draft")
    assert download.value.suggested_filename.endswith(".docx")
    word = docx.Document(BytesIO(download.value.path().read_bytes()))
    title = "Report to committee (draft): Should this proposal go ahead?"
    assert word.core_properties.title == title
    assert word.core_properties.language == "en-GB"
    headings = [(p.style.name, p.text) for p in word.paragraphs if "Heading" in p.style.name]
    assert headings[:3] == [
        ("Heading 1", title),
        ("Heading 2", "1. Purpose of the report"),
        ("Heading 2", "2. Recommendations"),
    ]
    assert all(t.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for t in word.tables)


def test_a_table_of_answers_brings_the_same_answers_into_another_browser(page, server, browser):
    open_app(page, server, APP, place=place_of("T"))
    pick(page, "T1", "drafts")
    page.locator("details", has_text="Add a note on T1").locator("summary").click()
    page.get_by_label("Note on T1").fill('=1+1 "quoted"\n🫖, café')
    page.get_by_label("Note on T1").blur()
    page.goto(app_address(server, APP, place_of("take")))
    file = take(page, "CSV for a spreadsheet – Your answers")
    assert file.path().read_bytes().startswith(b"\xef\xbb\xbfid,area,")
    context = browser.new_context()
    another = context.new_page()
    open_app(another, server, APP, place=place_of("start"))
    another.get_by_text("Go on with answers from a file").click()
    content = {"name": "a.csv", "mimeType": "text/csv", "buffer": file.path().read_bytes()}
    another.get_by_label("Load answers from a file").set_input_files(content)
    expect(another.get_by_text("Your answers were loaded from a.csv.")).to_be_visible()
    key = "() => localStorage.getItem('toolkit/proposal/1')"
    assert another.evaluate(key) == page.evaluate(key)
    context.close()


def test_every_file_that_is_offered_arrives(page, server):
    open_app(page, server, APP, place=place_of("take"))
    buttons = page.locator("button[data-action=take]")
    expect(buttons).to_have_count(13)
    names = []
    for number in range(13):
        with page.expect_download() as download:
            buttons.nth(number).click()
        names.append(download.value.suggested_filename)
        assert len(download.value.path().read_bytes()) > 500
    assert len(set(names)) == 13


def test_a_page_from_this_computer_says_that_answers_stay_on_it(page, server):
    open_app(page, server, APP, place=place_of("start"))
    expect(page.get_by_text("This page comes from this device itself.")).to_be_visible()
