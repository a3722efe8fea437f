"""A small page that uses everything the bridge can do, for the tests beside it."""

from __future__ import annotations

from markupsafe import Markup

from toolkit.views.bridge import Bridge
from toolkit.views.form import component
from toolkit.views.page import Event, Page
from toolkit.views.store import Store

STORE = Store("bridge-demo", version=2)


def show_demo() -> Bridge:
    """Show the page."""
    return Page(STORE, draw=_draw, act=_act, owns_place=True).widget


def show_side() -> Bridge:
    """Show a second page that shares the store."""
    words = Markup('<p class="govuk-body">Beside it: <span id="side">{}</span></p>')
    return Page(STORE, draw=lambda page: words.format(page.store.values.get("colour"))).widget


def _draw(page: Page) -> Markup:
    values = page.store.values
    step = page.place.get("step", "1")
    page.title = f"Step {step} – Bridge demo"
    amount = int(str(values.get("amount", "50")))
    bar = {"type": "bar", "x": ["a", "b"], "y": [amount, 10]}
    page.figures["bars"] = {"data": [bar], "layout": {"height": 200}}
    return Markup(
        '<h2 class="govuk-heading-m" id="step">Step {step}</h2>{colours}{note}{search}'
        '<p class="govuk-body"><label for="slider">Amount</label>'
        '<input id="slider" name="amount" type="range" min="0" max="100" value="{amount}">'
        '<input id="box" name="amount" type="number" aria-label="Amount" value="{amount}">'
        '<button type="button" data-step="5" data-for="amount" id="more">5 more</button></p>'
        '<p class="govuk-body" id="said">{colour} {amount} {note_value} {find}</p>'
        '<div data-figure="bars"></div>{buttons}{upload}'
        '<p class="govuk-body"><a href="#note">Jump to the note</a></p>'
        '<details class="govuk-details"><summary>More</summary><p>Folded text</p></details>'
    ).format(
        step=step,
        amount=amount,
        colours=_colours(values.get("colour")),
        note=_textarea(values.get("note", "")),
        note_value=values.get("note", ""),
        search="" if page.place.get("hide") else _search(),
        find=page.place.get("q", ""),
        colour=values.get("colour"),
        buttons=_buttons("next", "fail", "tell", "save", "forget"),
        upload=component(
            "file-upload",
            {
                "id": "load",
                "name": "",
                "label": {"text": "Load a file"},
                "attributes": {"data-upload": "file", "data-limit": "2000"},
            },
        ),
    )


def _colours(chosen: object) -> Markup:
    items = [
        {"value": name, "text": name.title(), "checked": name == chosen} for name in ("red", "blue")
    ]
    fieldset = {"legend": {"text": "Colour"}}
    return component("radios", {"name": "colour", "fieldset": fieldset, "items": items})


def _textarea(value: object) -> Markup:
    label = {"text": "Note"}
    return component("textarea", {"id": "note", "name": "note", "label": label, "value": value})


def _search() -> Markup:
    attributes = {"data-live": "", "data-keep": "no"}
    label = {"text": "Find"}
    return component(
        "input", {"id": "find", "name": "find", "label": label, "attributes": attributes}
    )


def _buttons(*names: str) -> Markup:
    return Markup("").join(
        component("button", {"text": name.title(), "attributes": {"data-action": name, "id": name}})
        for name in names
    )


def _act(page: Page, event: Event) -> None:
    match event:
        case Event("action", "next"):
            page.go(step=str(int(page.place.get("step", "1")) + 1))
            page.focus("step")
            page.announce("You are on the next step")
        case Event("action", "fail"):
            raise ValueError("this view fails when asked to")
        case Event("action", "tell"):
            page.notice("This is another message")
        case Event("action", "save"):
            page.download("saved.json", '{"saved": true}', "application/json")
        case Event("action", "forget"):
            page.store.forget()
        case Event("upload", "file", {"text": text}):
            page.store.set("note", text)
        case Event("change", "find", value):
            page.go(replace=True, q=value)
        case Event("change", "colour", value):
            page.announce(f"You chose {value}")
