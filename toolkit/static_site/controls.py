"""What of a screen can be operated, read from its HTML as a visitor's browser would."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from toolkit.static_site.dial import Dial, subsets

__all__ = ["JUMPS", "PRESSES", "fragment", "read_dials"]

PRESSES = ("check", "predict", "try-fixes")  # buttons that use what was chosen before
JUMPS = ("skip-prediction", "try-suggested")  # buttons that lead to a result of their own
TICKED = ("checkbox", "radio")


def fragment(text: str) -> html.HtmlElement:
    """Return some HTML as one element that holds it.

    Parameters
    ----------
    text : str
        HTML, as a view draws it.

    Returns
    -------
    lxml.html.HtmlElement
        A ``div``.
    """
    return html.fragment_fromstring(text, create_parent="div")


def read_dials(text: str) -> tuple[Dial, ...]:
    """Return the controls of a screen whose results can be worked out beforehand.

    Parameters
    ----------
    text : str
        The screen's HTML as it stands at first.

    Returns
    -------
    tuple of Dial
        Sliders, lists, radio buttons, tick boxes, and texts of ours to try. What a visitor
        would type is not among them.
    """
    screen = fragment(text)
    if screen.find(".//*[@data-action='add-to-notes']") is not None:
        return ()  # a place to write: another screen would wipe what was written
    return (*_sliders(screen), *_lists(screen), *_ticked(screen), *_examples(screen))


def _sliders(screen: html.HtmlElement) -> Iterator[Dial]:
    for slider in screen.iterfind(".//input[@type='range']"):
        name = slider.get("name")
        steps = [int(one.get("data-step")) for one in screen.iterfind(f".//*[@data-for='{name}']")]
        low, high, start = (int(slider.get(key)) for key in ("min", "max", "value"))
        values = sorted({*range(low, high + 1, max(steps, default=1)), high, start})
        yield Dial(
            name,
            tuple(map(str, values)),
            start=values.index(start),
            slides=True,
            all=high - low + 1,
        )


def _lists(screen: html.HtmlElement) -> Iterator[Dial]:
    for chosen in screen.iterfind(".//select"):
        options = list(chosen.iterfind(".//option"))
        start = [place for place, one in enumerate(options) if "selected" in one.attrib]
        yield Dial(
            chosen.get("name"),
            tuple(one.get("value") for one in options),
            start=start[0] if start else 0,
        )


def _ticked(screen: html.HtmlElement) -> Iterator[Dial]:
    found = [one for one in screen.iterfind(".//input") if one.get("type") in TICKED]
    for name in dict.fromkeys(one.get("name") for one in found):
        boxes = [one for one in found if one.get("name") == name]
        values = [one.get("value") for one in boxes]
        radios = boxes[0].get("type") == "radio"
        yield Dial(name, (None, *values) if radios else subsets(values), press=_press(boxes[0]))


def _press(control: html.HtmlElement) -> tuple[str, str] | tuple[()]:
    """Return the button that uses a control: the nearest around it."""
    for around in control.iterancestors():
        for button in around.iterfind(".//button[@data-action]"):
            if button.get("data-action") in PRESSES:
                return button.get("data-action"), button.get("data-value", "")
    return ()


def _examples(screen: html.HtmlElement) -> Iterator[Dial]:
    buttons = screen.findall(".//button[@data-action='use-example']")
    for name in dict.fromkeys(one.get("data-value").rpartition("=")[0] for one in buttons):
        texts = [
            one.text_content()
            for one in buttons
            if one.get("data-value").rpartition("=")[0] == name
        ]
        [box] = screen.iterfind(f".//input[@name='{name}']")
        start = box.get("value", "")
        yield Dial(name, tuple(dict.fromkeys([start, *texts])))
