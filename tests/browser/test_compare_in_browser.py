"""Then and now, the worked example and bad files, in a real browser."""

import json

import pytest
from playwright.sync_api import expect
from served import app_address, open_app, press, scrolls_sideways, violations

from toolkit.progress import ProgressFile, write_progress

APP = "notebooks/self-assessment.ipynb"
MARKUP = "<img src=x onerror='window.harmed = 1'> <script>window.harmed = 1</script> {{ 7*7 }} "


def kept(page, slug="readiness"):
    text = page.evaluate("key => localStorage.getItem(key)", f"toolkit/{slug}/1")
    return json.loads(text or "{}")


def file(text, name="mine.json"):
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def at(page, server, section, slug="readiness"):
    page.goto(app_address(server, APP, f"instrument={slug}&section={section}"))
    expect(page.locator(f"#{slug}-heading-{section}")).to_be_visible()


def test_an_example_is_looked_at_compared_and_cleared_by_keyboard_alone(page, server):
    open_app(page, server, APP, place="instrument=proposal&section=start")
    press(page, page.get_by_role("button", name="Look at the worked example"))
    expect(page.locator("#proposal-heading-tasks")).to_be_visible()
    expect(page.get_by_text("Fenmoor Council is made up").first).to_be_visible()
    press(page, page.get_by_role("link", name="Compare with an earlier file: then and now"))
    expect(page.locator("#proposal-heading-compare")).to_be_focused()
    press(page, page.get_by_role("button", name="Compare it with some months later"))
    expect(page.locator(".toolkit-live")).to_contain_text("11 answers changed.")
    expect(page.locator("#proposal-heading-compare")).to_be_focused()
    with page.expect_download() as download:
        press(page, page.get_by_role("button", name="Download (Word)"))
    assert download.value.suggested_filename.endswith(".docx")
    page.reload()
    expect(page.get_by_text("11 answers changed.").first).to_be_visible()
    press(page, page.get_by_role("button", name="Clear the example and start your own"))
    expect(page.locator("#proposal-heading-start")).to_be_visible()
    expect(page.get_by_role("button", name="Look at the worked example")).to_be_visible()
    assert kept(page, "proposal") == {}


@pytest.mark.parametrize("slug", ["proposal", "readiness"])
def test_a_comparison_passes_axe_fits_a_narrow_window_and_prints(page, server, slug):
    page.set_viewport_size({"width": 320, "height": 800})
    open_app(page, server, APP, place=f"instrument={slug}&section=compare")
    assert violations(page) == []
    values = {"B1": "3", "B1.note": "Ann"} if slug == "readiness" else {"T1": "talks"}
    text = write_progress(ProgressFile(slug, 1, values, "2026-05-01"))
    page.get_by_label("The file from before").set_input_files(file(text))
    expect(page.get_by_text("1 answer changed.").first).to_be_visible()
    assert violations(page) == []
    assert not scrolls_sideways(page)
    page.emulate_media(media="print")
    expect(page.get_by_text("Each changed answer, with its notes.")).to_be_visible()
    expect(page.get_by_role("button", name="Download (Word)")).to_be_hidden()


def test_bad_files_are_told_execute_nothing_and_lose_nothing(page, server):
    open_app(page, server, APP, place="instrument=readiness&section=B")
    page.locator("input[name=B2][value='2']").check()
    expect(page.locator("#readiness-live")).to_contain_text("1 of 5 answered here.")
    at(page, server, "tasks")
    note = (MARKUP * 160)[:10_000]
    values = {"B1": "3", "B1.note": note, "Z9": "1", "B3": "9"}
    whole = write_progress(ProgressFile("readiness", 1, values))
    page.get_by_text("Save, load or delete your answers").click()
    for text, told in (
        (whole[: len(whole) // 2], "is damaged, or is not a saved file"),
        (write_progress(ProgressFile("readiness", 9, values)), "newer version"),
        ("x" * 5_000_001, "That file is too large"),
    ):
        page.get_by_label("Load answers from a file").set_input_files(file(text))
        expect(page.locator("#readiness-notice")).to_contain_text(told)
        assert kept(page) == {"B2": "2"}
    page.get_by_label("Load answers from a file").set_input_files(file(whole))
    expect(page.get_by_text("Part of the file cannot be used.")).to_contain_text(
        "Z9: there is no such question. B3: '9' is not one of its answers."
    )
    assert kept(page) == {"B2": "2"}
    page.get_by_role("button", name="Yes, replace my answers").click()
    expect(page.locator("#readiness-notice")).to_contain_text("Your answers were loaded")
    assert kept(page) == {"B1": "3", "B1.note": note}
    at(page, server, "check")
    expect(page.get_by_text("window.harmed").first).to_be_visible()
    assert page.evaluate("window.harmed") is None
    assert page.locator("img[src=x]").count() == 0
