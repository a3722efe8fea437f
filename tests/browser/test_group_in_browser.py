"""A group and a register in a real browser: files out of one app, into the next, by keyboard."""

import json

import pytest
from playwright.sync_api import expect
from served import (
    app_address,
    open_app,
    press,
    press_until_focused,
    scrolls_sideways,
    violations,
    wait_until_live,
)

from toolkit.assessment.answer import Answer
from toolkit.assessment.group.ballot import Ballot, write_ballot
from toolkit.assessment.instrument import load_instrument
from toolkit.progress import ProgressFile, write_progress

ASSESSMENT = "notebooks/self-assessment.ipynb"
GROUP = "notebooks/group-assessment.ipynb"
REGISTER = "notebooks/ai-register.ipynb"
PROPOSAL = load_instrument("proposal")


def as_upload(name, text):
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def people(number=12):
    """Return the files of people of whom half say that a tool decides alone."""
    files = []
    for place in range(number):
        answers = {
            "T2": Answer("answered", "alone" if place % 2 else "drafting"),
            "S8": Answer("answered", "0" if place == 0 else "3"),
            "R1": Answer("unknown"),
        }
        role = ("councillor", "manager")[place % 2]
        text = write_ballot(PROPOSAL, Ballot(answers, role, f"mark-{place}"))
        files.append(as_upload(f"person-{place}.json", text))
    return files


def place_of(section, **more):
    extra = "".join(f"&{name}={value}" for name, value in more.items())
    return f"instrument=proposal&section={section}{extra}"


def load_people(page, server, files):
    open_app(page, server, GROUP, place=place_of("start"))
    page.locator("#group-proposal-people").set_input_files(files)
    expect(page.locator("#group-proposal-heading-agenda")).to_be_visible()


def test_what_one_person_saves_for_a_group_is_what_the_group_loads(page, server):
    open_app(page, server, ASSESSMENT, place="instrument=readiness&section=B")
    page.locator("input[name=B1][value='3']").check()
    expect(page.locator("#readiness-live")).to_contain_text("1 of 5 answered here.")
    page.goto(app_address(server, ASSESSMENT, "instrument=readiness&section=share"))
    button = page.get_by_role("button", name="Save my file for the group")
    press(page, button)
    expect(page.get_by_text("Choose a role first")).to_be_visible()
    page.get_by_label("Union representative").check()
    with page.expect_download() as download:
        press(page, button)
    saved = download.value.path().read_text(encoding="utf-8")
    assert json.loads(saved)["values"]["group.role"] == "union"
    open_app(page, server, GROUP, place="instrument=readiness&section=start")
    huge = as_upload("huge.json", " " * 1_000_001)
    files = [as_upload("mine.json", saved), as_upload("bad.json", "{"), huge]
    page.locator("#group-readiness-people").set_input_files(files)
    expect(page.get_by_text("1 person took part.")).to_be_visible()
    expect(page.get_by_text("bad.json is damaged")).to_be_visible()
    expect(page.get_by_text("huge.json is too large: 1000 kB.")).to_be_visible()


def test_a_group_agrees_by_keyboard_and_finds_it_again_after_a_reload(page, server):
    load_people(page, server, people())
    press(page, page.get_by_role("button", name="Start with the first question"))
    expect(page.locator("#group-proposal-heading-T2")).to_be_focused()
    expect(page.get_by_text("1 of ")).to_be_visible()
    press_until_focused(page, page.locator("input[name=T2]").first)
    page.keyboard.press("Space")
    expect(page.locator("input[name=T2][value=drafting]")).to_be_checked()
    press_until_focused(page, page.locator("textarea[name='group.dissent.T2']"))
    page.keyboard.type("Two of us see it decide.")
    page.keyboard.press("Tab")
    page.reload()
    wait_until_live(page)
    expect(page.locator("input[name=T2][value=drafting]")).to_be_checked()
    expect(page.locator("textarea[name='group.dissent.T2']")).to_have_value(
        "Two of us see it decide."
    )
    page.goto(app_address(server, GROUP, place_of("report")))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this sitting").click()
    values = json.loads(download.value.path().read_text(encoding="utf-8"))["values"]
    assert values["T2"] == "drafting"
    assert values["group.poll"]["roles"] == {"councillor": 6, "manager": 6}


def test_a_red_line_is_open_until_the_group_answers_in_writing(page, server):
    load_people(page, server, people())
    expect(page.get_by_text("until the group answers in writing")).to_be_visible()
    page.goto(app_address(server, GROUP, place_of("lines")))
    expect(page.get_by_text("Raised by 1 person.")).to_be_visible()
    reply = page.locator("textarea[name='group.reply.person']")
    reply.fill("The duty manager, from May.")
    reply.blur()
    expect(page.locator(".govuk-tag", has_text="Answered")).to_be_visible()


@pytest.mark.parametrize("section", ["start", "agenda", "question", "lines", "report", "clear"])
def test_every_step_of_a_group_passes_axe_and_fits_a_narrow_window(page, server, section):
    page.set_viewport_size({"width": 320, "height": 800})
    load_people(page, server, people())
    page.goto(app_address(server, GROUP, place_of(section, question="T2")))
    name = "T2" if section == "question" else section
    expect(page.locator(f"#group-proposal-heading-{name}")).to_be_visible()
    assert violations(page) == []
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("section", ["about", "share"])
def test_the_forms_beside_the_questions_pass_axe_and_fit_a_narrow_window(page, server, section):
    page.set_viewport_size({"width": 320, "height": 800})
    open_app(page, server, ASSESSMENT, place=place_of(section))
    expect(page.locator(f"#proposal-heading-{section}")).to_be_visible()
    assert violations(page) == []
    assert not scrolls_sideways(page)


def test_saved_proposals_become_a_register_to_sort_to_keep_and_to_publish(page, server):
    page.set_viewport_size({"width": 320, "height": 800})
    open_app(page, server, REGISTER)
    files = []
    for name, year in (("Zebra", "2020"), ("Alpha", "2090")):
        about = {"about.name": name, "about.review-day": "4", "about.review-month": "5"}
        values = about | {"about.review-year": year, "about.published": "yes"}
        files.append(as_upload(f"{name}.json", write_progress(ProgressFile("proposal", 1, values))))
    page.locator("#register-upload").set_input_files(files)
    rows = page.locator("tbody th")
    expect(rows).to_have_text(["Zebra", "Alpha"])
    expect(page.get_by_text("Overdue since 4 May 2020")).to_be_visible()
    page.get_by_label("Sort by").select_option("name")
    expect(rows).to_have_text(["Alpha", "Zebra"])
    assert violations(page) == []
    assert not scrolls_sideways(page)
    page.reload()
    wait_until_live(page)
    expect(rows).to_have_text(["Alpha", "Zebra"])
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the public page (web page)").click()
    assert "Zebra" in download.value.path().read_text(encoding="utf-8")
