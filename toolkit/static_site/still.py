"""A screen as it can stand on a page without a kernel: what cannot work there is taken out."""

from __future__ import annotations

from collections.abc import Callable, Collection

from lxml import html

from toolkit.static_site.controls import fragment

__all__ = ["still", "unfolded", "with_addresses", "writes_here"]

LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"))
KEPT = frozenset({"predict-again", "put-back", "clear-tried"})
WRITING = "./descendant::textarea | ./descendant::input[@type='text' or not(@type)]"


def still(
    text: str, change: Callable[[str], str], works: Collection[str], typed: Collection[str]
) -> str:
    """Return the HTML of a screen for a page without a kernel.

    Parameters
    ----------
    text : str
        The screen's HTML.
    change : callable
        Given an address, returns what stands in its place.
    works : collection of str
        The actions whose results were worked out; buttons for any other are taken out.
    typed : collection of str
        The names of the boxes whose text is used: they can be read, not changed.

    Returns
    -------
    str
        HTML.
    """
    screen = fragment(text)
    for one in screen.xpath(".//*[@data-live-only]"):
        one.drop_tree()
    for button in screen.xpath(".//*[@data-action]"):
        if button.get("data-action") not in KEPT and button.get("data-action") not in works:
            button.drop_tree()
    for group in screen.xpath(".//*[contains(@class, 'govuk-button-group')][not(*)]"):
        group.drop_tree()
    for box in screen.xpath(WRITING):
        if box.get("data-live") is None or box.get("name") in typed:
            box.set("readonly", "")
    _change_addresses(screen, change)
    return _inside(screen)


def unfolded(text: str) -> str:
    """Return a screen with every part open that can be opened.

    Parameters
    ----------
    text : str
        HTML.

    Returns
    -------
    str
        HTML.
    """
    screen = fragment(text)
    for part in screen.iter("details"):
        part.set("open", "")
    return _inside(screen)


def writes_here(text: str) -> bool:
    """Return whether a screen has a box that a visitor can write in.

    Parameters
    ----------
    text : str
        HTML that `still` returned.

    Returns
    -------
    bool
        Also True where what is written is used for nothing.
    """
    return bool(fragment(text).xpath(".//textarea[not(@readonly)]"))


def with_addresses(page: str, change: Callable[[str], str]) -> str:
    """Return a whole page with other addresses.

    Parameters
    ----------
    page : str
        HTML from its doctype on.
    change : callable
        Given an address, returns what stands in its place.

    Returns
    -------
    str
        HTML.
    """
    document = html.document_fromstring(page)
    _change_addresses(document, change)
    for meta in document.xpath("//meta[@name='toolkit-assets']"):
        meta.set("content", change(meta.get("content") + "style.css").removesuffix("style.css"))
    return f"<!DOCTYPE html>\n{html.tostring(document, encoding='unicode')}\n"


def _inside(screen: html.HtmlElement) -> str:
    return "".join(html.tostring(part, encoding="unicode") for part in screen).strip()


def _change_addresses(within: html.HtmlElement, change: Callable[[str], str]) -> None:
    for tag, attribute in LINKS:
        for one in within.iter(tag):
            if one.get(attribute) is not None:
                one.set(attribute, change(one.get(attribute)))
