"""A reader who does a lesson with the keyboard alone. A lesson says only what is its own."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect
from served import Server, open_app, press, press_until_focused


@dataclass(frozen=True)
class Try:
    """Something to do with a control, and what is then said.

    Parameters
    ----------
    section : str
        The id of the section it stands in, for example ``try-it``.
    control : str
        The CSS selector of the control.
    told : str
        Part of the sentence that is shown and announced.
    keys : tuple of str
        Keys to press on it.
    text : str
        Text to type over what stands in it.
    """

    section: str
    control: str
    told: str
    keys: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Walk:
    """One lesson, walked through.

    Parameters
    ----------
    slug, id : str
        The lesson's file without its ending, and its id.
    prediction : str
        The answer to predict.
    tries : tuple of Try
        What to do, in the order of the page.
    answers : tuple of str
        The answer to each question of the quiz.
    """

    slug: str
    id: str
    prediction: str
    tries: tuple[Try, ...]
    answers: tuple[str, ...]

    @property
    def notebook(self) -> str:
        """Where the lesson is."""
        return f"notebooks/lessons/{self.slug}.ipynb"


def walk(page: Page, server: Server, lesson: Walk) -> None:
    """Go through a lesson with Tab, arrows, Space, Enter and typing, and see that it answers."""
    open_app(page, server, lesson.notebook)
    choose(page, lesson.prediction)
    press(page, page.get_by_role("button", name="Show me what happens"))
    expect(page.locator(f"#{lesson.id}-try-it")).to_be_focused()
    for one in lesson.tries:
        attempt(page, lesson, one)
    for number, answer in enumerate(lesson.answers):
        choose(page, answer)
        press(page, page.get_by_role("button", name="Check my answer").nth(number))
        feedback = page.locator(".toolkit-feedback")
        expect(feedback).to_have_count(number + 1)
        expect(feedback.nth(number)).to_contain_text("Correct.")
    press(page, page.get_by_role("button", name="Add this question"))
    expect(page.get_by_label("My question")).to_be_focused()
    expect(page.locator(".toolkit-record")).not_to_contain_text("still to do")


def attempt(page: Page, lesson: Walk, one: Try) -> None:
    """Use one control, and expect its result in the sentence and in what is announced."""
    press_until_focused(page, page.locator(one.control))
    if one.text:
        page.keyboard.press("Control+A")
        page.keyboard.type(one.text)
    for key in one.keys:
        page.keyboard.press(key)
    sentence = page.locator(f"#{lesson.id}-{one.section}-chart-sentence")
    expect(sentence).to_contain_text(one.told)
    expect(page.locator(".toolkit-live")).to_contain_text(one.told)


def choose(page: Page, text: str) -> None:
    """Choose the radio button with this label: Tab to its group, then the arrow keys."""
    wanted = page.get_by_role("radio", name=text, exact=True)
    first: Locator = page.locator(f"[name='{wanted.get_attribute('name')}'][type=radio]").first
    press_until_focused(page, first)
    page.keyboard.press("Space")
    for _ in range(5):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"'{text}' was not reached with the arrow keys")
