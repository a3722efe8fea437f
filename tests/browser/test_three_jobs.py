"""One visitor does the three jobs of the toolkit, with the keyboard alone."""

import json
import re

from playwright.sync_api import expect
from served import press, press_until_focused, wait_until_live

LESSON_STEPS = ("Your prediction", "Try it", "Try to fix it", "Check")


def enter(page, title):
    """Open something from the landing page."""
    press(page, page.get_by_role("link", name=title, exact=True))
    page.wait_for_url("**/voila/render/**")
    wait_until_live(page)


def choose(page, name, key="Space"):
    """Choose a radio button: Tab to its group, then arrows to the button."""
    button = page.get_by_label(name, exact=True)
    group = page.locator(f"[name='{button.get_attribute('name')}']").first
    press_until_focused(page, group)
    page.keyboard.press("Space")
    press_until_focused(page, button, "ArrowDown", 10)


def check_answer(page, number):
    """Ask for the feedback on a quiz question."""
    press(page, page.get_by_role("button", name="Check my answer").nth(number))
    expect(page.locator(".toolkit-feedback")).to_have_count(number + 1)


def test_learn_a_lesson_with_a_reload_half_way(page, server):
    page.goto(server.url)
    enter(page, "Data gaps become decisions")
    choose(page, "It goes down")
    press(page, page.get_by_role("button", name="Show me what happens"))
    sentence = page.locator("#data-gaps-try-it-chart-sentence")
    expect(sentence).to_contain_text("You said “It goes down”")
    before = sentence.inner_text()
    slider = page.locator("input[type=range]")
    press(page, slider, "ArrowLeft")
    expect(sentence).not_to_have_text(before)
    after = sentence.inner_text()

    page.reload()
    wait_until_live(page)
    expect(sentence).to_have_text(after)

    press(page, page.get_by_label("Staff a phone line"), "Space")
    press(page, page.get_by_role("button", name="Try what I ticked"))
    expect(page.locator("#data-gaps-fixes-chart-sentence")).to_be_visible()
    for number, answer in enumerate(
        (
            "It got better",
            "No, what is missing from its data still shapes the list",
            "Making it easy for everyone to report",
        )
    ):
        choose(page, answer)
        check_answer(page, number)
    expect(page.locator(".toolkit-feedback").first).to_contain_text("Not correct.")
    press(page, page.get_by_role("button", name="Add this question to my notes"))
    expect(page.get_by_label("My question")).to_have_value(re.compile("Who is not in the data"))
    for step in LESSON_STEPS:
        expect(page.locator(".toolkit-record li", has_text=step).first).to_contain_text("done")


def test_explore_find_a_case_by_filter_and_come_back(page, server):
    page.goto(server.url)
    enter(page, "Explore case studies")
    count = page.locator("#results")
    total = int(count.inner_text().split()[0])
    press(page, page.locator("summary", has_text="What it is for"))
    press(page, page.get_by_role("checkbox", name=re.compile("Finding patterns in data")), "Space")
    expect(count).not_to_have_text(f"{total} case studies")
    expect(page.locator(".toolkit-live")).to_have_text(count.inner_text())
    narrowed = count.inner_text()
    assert 0 < int(narrowed.split()[0]) < total
    assert "use_case=data-analytics" in page.url

    title = page.locator(".toolkit-card a").first.inner_text()
    press(page, page.locator(".toolkit-card a").first)
    expect(page.locator("#case-heading")).to_be_focused()
    expect(page.locator("#case-heading")).to_contain_text(title)
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    page.go_back()
    expect(count).to_have_text(narrowed)


def choose_one(page, question, place):
    """Choose the button at `place` in a question's group by arrow keys; return its value."""
    buttons = page.locator(f"input[type=radio][name='{question}']")
    press_until_focused(page, buttons.first)
    page.keyboard.press("Space")
    chosen = buttons.nth(place % buttons.count())
    press_until_focused(page, chosen, "ArrowDown", 10)
    expect(chosen).to_be_checked()
    return chosen.get_attribute("value")


def answer_part(page, start):
    """Answer every question of the part shown, each with another step of its scale."""
    names = page.eval_on_selector_all(
        "input[type=radio]", "all => [...new Set(all.map((one) => one.name))]"
    )
    questions = [name for name in names if "." not in name]
    return {name: choose_one(page, name, start + place) for place, name in enumerate(questions)}


def answer_every_question(page):
    """Go through all parts with the Next button; return the answers given."""
    answers = {}
    press(page, page.locator(".govuk-task-list a").first)
    while True:
        page.wait_for_selector("input[type=radio]")
        answers |= answer_part(page, len(answers))
        onward = page.get_by_role("button", name=re.compile("^Next: "))
        heading = onward.inner_text().removeprefix("Next: ")
        press(page, onward)
        shown = page.get_by_role("heading", level=2, name=re.compile(heading, re.IGNORECASE))
        expect(shown).to_be_focused()
        if "check your answers" in heading:
            return answers


def test_assess_and_read_the_same_answers_back_from_the_report(page, server):
    page.goto(server.url)
    enter(page, "Self-assessment")
    press(page, page.get_by_role("link", name="Is our council ready?"))
    press(page, page.get_by_role("button", name="Start now"))
    expect(page.locator(".govuk-task-list")).to_be_visible()
    answers = answer_every_question(page)
    assert len(answers) >= 12

    page.reload()
    wait_until_live(page)
    press(page, page.get_by_role("button", name="See the result"))
    expect(page.get_by_role("heading", name="The profile")).to_be_visible()
    press(page, page.get_by_role("button", name="Choose what to take with you"))
    expect(page.get_by_role("heading", name="Take it with you")).to_be_visible()
    with page.expect_download() as download:
        press(page, page.get_by_role("button", name="JSON – Your answers"))
    report = download.value.path().read_text("utf-8")
    values = json.loads(report)["values"]
    assert {name: values[name] for name in answers} == answers

    delete_answers(page)
    file = {"name": "report.json", "mimeType": "application/json", "buffer": report.encode()}
    page.locator("input[type=file]").set_input_files(files=[file])
    expect(page.get_by_text("Your answers were loaded from report.json")).to_be_visible()
    assert {name: kept(page)[name] for name in answers} == answers


def delete_answers(page):
    """Delete every answer, as the page offers it."""
    page.go_back()
    page.go_back()
    press(page, page.get_by_role("link", name="All parts"))
    press(page, page.locator("summary", has_text="Save, load or delete your answers"))
    press(page, page.get_by_role("button", name="Delete my answers"))
    press(page, page.get_by_role("button", name="Yes, delete"))
    expect(page.get_by_text("were deleted from this browser")).to_be_visible()
    assert kept(page) == {}


def kept(page):
    """Return what the browser keeps of the readiness questions."""
    entries = page.evaluate("() => ({...localStorage})")
    found = [text for key, text in entries.items() if key.startswith("toolkit/readiness/")]
    return json.loads(found[0]) if found else {}
