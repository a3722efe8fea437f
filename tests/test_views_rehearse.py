from toolkit.views.page import Event, Page
from toolkit.views.rehearse import screen_after
from toolkit.views.store import Store


def counting():
    """A page that shows a number and a place, and adds what it is told."""

    def draw(page):
        return f"<p>{page.store.values.get('n', 0)} {page.place.get('at', 'home')}</p>"

    def act(page, event):
        match event:
            case Event("action", "add", value):
                page.store.set("n", page.store.values.get("n", 0) + int(value))
                page.announce(f"Now {page.store.values['n']}.")
                page.notice("Added")

    return Page(Store("counting"), draw=draw, act=act, owns_place=True)


def add(number):
    return {"kind": "action", "name": "add", "value": str(number)}


def test_a_screen_is_shown_as_it_would_be_after_all_events_with_what_is_said_last():
    screen = screen_after(counting(), {"n": 1}, add(2), add(3))
    assert screen["html"].endswith("<p>6 home</p>")
    assert screen["said"] == "Now 6."


def test_a_place_is_gone_to_and_left_again():
    page = counting()
    moved = {"kind": "place", "value": "at=work"}
    assert screen_after(page, {}, moved)["html"] == "<p>0 work</p>"
    assert screen_after(page, {})["html"] == "<p>0 home</p>"


def test_nothing_of_it_stays():
    page = counting()
    page.store.set("n", 9)
    before = page.widget.screen
    screen_after(page, {}, add(1))
    assert page.store.values == {"n": 9}
    assert page.widget.screen == before
    assert screen_after(page, page.store.values)["html"] == "<p>9 home</p>"
    assert screen_after(page, {})["said"] == ""
