"""The form for a case study in a real browser: by keyboard, through mistakes, out to a file."""

import json

import pytest
from playwright.sync_api import expect
from served import (
    app_address,
    copy_content,
    open_app,
    press,
    press_until_focused,
    scrolls_sideways,
    start_server,
    stop_server,
    violations,
    wait_until_live,
)
from tiny_sheet import TEA

APP = "notebooks/adapt-a-case-study.ipynb"
KEY = "toolkit/adapt-a-case-study/1"
STEPS = ("start", "copy", "tasks", "about", "sources", "results", "check", "publish", "preview")


def kept(page):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "{}")


def keep(page, values):
    page.evaluate("([key, values]) => localStorage.setItem(key, values)", [KEY, json.dumps(values)])


def test_a_case_is_begun_by_keyboard_and_mistakes_lead_to_their_fields(page, server):
    open_app(page, server, APP)
    press(page, page.get_by_role("button", name="Start with an empty form"))
    expect(page.locator("#adapt-heading-tasks")).to_be_focused()
    press(page, page.get_by_role("link", name="About the case"))
    expect(page.locator("#adapt-heading-about")).to_be_focused()
    press(page, page.get_by_role("button", name="Save and go on"))
    expect(page.locator("#adapt-errors")).to_be_focused()
    expect(page).to_have_title("Error: About the case – Adapt a case study – Council AI Toolkit")
    press(page, page.locator("#adapt-errors a", has_text="Title: missing"))
    expect(page.locator("#adapt-title")).to_be_focused()
    page.keyboard.type("Our <own> trial")
    expect(page.locator(".toolkit-draft")).to_contain_text("Our <own> trial")
    expect(page.locator("#adapt-title")).to_be_focused()
    page.reload()
    wait_until_live(page)
    expect(page.locator("#adapt-title")).to_have_value("Our <own> trial")


def test_sources_are_added_moved_and_removed_by_keyboard(page, server):
    open_app(page, server, APP, "section=sources")
    for number in ("1", "2"):
        press(page, page.locator("#adapt-sources"))
        expect(page.locator(f"#adapt-sources-row-{number}")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.type(f"Page {number}")
    press(page, page.get_by_role("button", name="Move up Source 2"))
    expect(page.locator("legend", has_text="Source 1")).to_be_focused()
    expect(page.locator("#adapt-sources-2-title")).to_have_value("Page 2")
    press(page, page.get_by_role("button", name="Remove Source 2"))
    expect(page.locator("#adapt-undo")).to_be_focused()
    assert kept(page)["sources"] == ["2"]
    page.keyboard.press("Enter")
    expect(page.locator("#adapt-sources-1-title")).to_have_value("Page 1")


def test_a_finished_case_is_downloaded_and_shown_by_the_explorer(page, server, tmp_path):
    page.goto(app_address(server, APP))
    keep(page, {**TEA, "slug": "tea-from-the-form"})
    page.goto(app_address(server, APP, "section=publish"))
    page.reload()
    wait_until_live(page)
    with page.expect_download() as download:
        press(page, page.get_by_role("button", name="Download the finished notebook"))
    assert download.value.suggested_filename == "tea-from-the-form.ipynb"
    if server.process is None:
        pytest.skip("the content of a server that runs already is not ours to change")
    path = server.content / "casestudies" / "tea-from-the-form.ipynb"
    download.value.save_as(path)
    try:
        open_app(page, server, "notebooks/explore-case-studies.ipynb", "case=tea-from-the-form")
        expect(page.locator("#case-heading")).to_contain_text("The tea club tries a robot")
        link = page.get_by_role("link", name="Adapt this case in a form")
        press(page, link)
        wait_until_live(page)
        expect(page.locator("#adapt-heading-from")).to_have_text("Start from a copy")
    finally:
        path.unlink()


def test_a_draft_goes_out_to_a_file_is_deleted_and_comes_back(page, server, tmp_path):
    open_app(page, server, APP, "section=about")
    page.locator("#adapt-title").fill("Half a case")
    page.goto(app_address(server, APP, "section=delete"))
    with page.expect_download() as download:
        press(page, page.get_by_role("button", name="Save my draft to a file"))
    saved = tmp_path / "draft.json"
    download.value.save_as(saved)
    press(page, page.get_by_role("button", name="Yes, delete my draft"))
    expect(page.locator("#adapt-a-case-study-notice")).to_contain_text("deleted")
    assert kept(page) == {}
    page.locator("summary", has_text="Go on with a draft from a file").click()
    page.locator("#adapt-upload").set_input_files(saved)
    expect(page.locator("#adapt-a-case-study-notice")).to_contain_text("was loaded")
    assert kept(page)["title"] == "Half a case"


@pytest.mark.parametrize("width", [1280, 320])
def test_every_step_can_be_read_and_used_at_every_width(page, server, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(app_address(server, APP))
    keep(page, {**TEA, "title": "", "slug": "tea-form"})
    for step in STEPS:
        page.goto(app_address(server, APP, f"section={step}"))
        page.reload()
        wait_until_live(page)
        expect(page.locator(f"#adapt-heading-{step}")).to_be_visible()
        assert violations(page) == []
        assert not scrolls_sideways(page)
    page.goto(app_address(server, APP, "section=about"))
    press_until_focused(page, page.get_by_role("button", name="Save and go on"))
    page.keyboard.press("Enter")
    expect(page.locator("#adapt-errors")).to_be_focused()
    assert violations(page) == []


def test_what_a_council_adds_is_served_beside_the_rest(
    page, tmp_path_factory, chromium_path, monkeypatch
):
    folder = tmp_path_factory.mktemp("added")
    own = folder / "own"
    content = copy_content(folder / "content")
    for name in ("casestudies", "notebooks/lessons"):
        (own / name).mkdir(parents=True)
    case = (content / "casestudies" / "telford-ask-tom.ipynb").read_text("utf-8")
    (own / "casestudies" / "our-own.ipynb").write_text(
        case.replace("telford-ask-tom", "our-own"), "utf-8"
    )
    lesson = (content / "notebooks/lessons/04-data-gaps.ipynb").read_text("utf-8")
    (own / "notebooks/lessons/44-own.ipynb").write_text(
        lesson.replace("id: data-gaps", "id: own").replace("04-data-gaps", "44-own"), "utf-8"
    )
    monkeypatch.setenv("TOOLKIT_CONTENT", "../own")  # as seen from where the server is started
    running = start_server(content, folder / "server.log")
    try:
        _visit_what_was_added(page, running)
    finally:
        stop_server(running)


def _visit_what_was_added(page, running):
    visitor = page.context.browser.new_page()
    visitor.goto(running.url)
    card = visitor.locator(".toolkit-card", has_text="Added by your council")
    expect(card).to_have_count(1)
    card.get_by_role("link").click()
    wait_until_live(visitor)
    expect(visitor.get_by_text("Added by your council")).to_be_visible()
    visitor.goto(app_address(running, "casestudies/our-own.ipynb"))
    expect(visitor.get_by_text("Added by your council")).to_be_visible()
    open_app(visitor, running, "notebooks/explore-case-studies.ipynb", "case=our-own")
    expect(visitor.get_by_text("Added by your council")).to_be_visible()
    assert violations(visitor) == []
    visitor.close()
