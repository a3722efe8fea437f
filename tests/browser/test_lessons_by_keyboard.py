"""Lessons 1 to 3 in a real browser: by keyboard alone, at both widths, and back after a reload."""

import pytest
from playwright.sync_api import expect
from reader import Try, Walk, walk
from served import open_app, scrolls_sideways, violations, wait_until_live

WALKS = (
    Walk(
        "01-what-is-ai",
        "what-is-ai",
        "The learner and the generator, but not the rule",
        (
            Try("try-it", "#control-message", "The rule says Bins.", ("Enter",), "my bin <b>"),
            Try("try-it", "#control-keywords", "The rule says Parking.", ("Tab",), "parking: bin"),
        ),
        (
            "From a great deal of text, by guessing the next word again and again",
            "A calendar and a rule, without AI",
            "It picked a team all the same",
        ),
    ),
    Walk(
        "02-learning-from-examples",
        "learning-from-examples",
        "Nine or more",
        (
            Try("try-it", "input[type=range]", "A person gets 12 of 12 messages", ("End",)),
            Try("teach-it", "[name=added][value=residents]", "With 8 more examples", ("Space",)),
            Try("teach-it", "#control-own", "With 9 more examples", ("Tab",), "bins: they came"),
        ),
        (
            "A right answer alone does not show that",
            "Ask residents and front-line staff how people really write",
            "Fewer mistakes go out, and people have more to do",
        ),
    ),
    Walk(
        "03-fluent-is-not-true",
        "fluent-is-not-true",
        "None of them",
        (
            Try("try-it", "[type=range][name=look_back]", "none is false", ("End",)),
            Try("ask-what-it-never-saw", "[type=range][name=rounds]", "Before any", ("Home",)),
            Try("answer-from-a-page", "#control-question", "I don’t know", ("Enter",), "Zop?"),
            Try("in-residents-words", "[name=prepared]", "match of 25%", ("Space",)),
        ),
        (
            "Yes: it joins pieces that are true apart and false together",
            "Nothing about whether it is true",
            "Answer from approved pages, show the source, say ‘I don't know’, and offer a person",
        ),
    ),
)
each_walk = pytest.mark.parametrize("lesson", WALKS, ids=lambda one: one.slug)


@each_walk
def test_the_whole_lesson_can_be_done_without_a_mouse_and_is_kept(page, server, lesson):
    walk(page, server, lesson)
    page.reload()
    wait_until_live(page)
    expect(page.locator(".toolkit-feedback")).to_have_count(len(lesson.answers))
    expect(page.locator(".toolkit-record")).not_to_contain_text("still to do")
    told = lesson.tries[0].told if lesson.slug != "01-what-is-ai" else lesson.tries[1].told
    expect(page.locator(f"#{lesson.id}-try-it-chart-sentence")).to_contain_text(told)


@each_walk
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_is_cut_off(page, server, lesson, width):
    page.set_viewport_size({"width": width, "height": 900})
    open_app(page, server, lesson.notebook)
    page.get_by_role("button", name="Go on without a prediction").first.click()
    expect(page.locator(".main-svg").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert violations(page) == []
    assert not scrolls_sideways(page)
    charts = "[...document.querySelectorAll('.toolkit-chart .main-svg')]"
    assert page.evaluate(f"{charts}.every(svg => svg.getBoundingClientRect().right <= innerWidth)")


def test_a_text_of_ours_is_put_in_and_everything_put_back(page, server):
    open_app(page, server, WALKS[0].notebook)
    page.get_by_role("button", name="Go on without a prediction").first.click()
    page.get_by_text("Or use one of ours").first.click()
    page.get_by_role("button", name="they never came tuesday").click()
    expect(page.get_by_label("A message from a resident")).to_have_value("they never came tuesday")
    page.get_by_label("A message from a resident").fill("<script>x</script>" + "🗑️ ü 箱 " * 900)
    page.get_by_role("button", name="Give it to the three").click()
    expect(page.get_by_text("Only the first 500 characters are used.")).to_be_visible()
    expect(page.locator("#what-is-ai-try-it-chart-sentence")).to_contain_text("The rule finds none")
    page.get_by_role("button", name="Put everything back as it was").click()
    expect(page.get_by_label("A message from a resident")).to_have_value("wibble zop")
