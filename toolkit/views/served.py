"""Where the computer is that runs a page, as far as the page can know, and what that means.

The visitor's own browser knows best: the address it shows is that of this same device, or of
another. A server cannot tell, as there may be another one before it. Where nothing is known, the
words are those for a page from another computer, which promise least.
"""

from __future__ import annotations

import ipaddress
import sys
from typing import Literal

from markupsafe import Markup, escape

from toolkit.language import N_, _

__all__ = ["Served", "kept", "served_from", "stays_here", "where_answers_go"]

Served = Literal["here", "elsewhere", "in the browser"]

# What is said of each, in order, and whether it holds only where the browser keeps something.
WORDS: dict[Served, tuple[tuple[str, bool], ...]] = {
    "here": (
        (N_("This page comes from this device itself."), False),
        (
            N_("Your answers stay on it: they are kept in this browser, and nowhere else."),
            True,
        ),
    ),
    "elsewhere": (
        (N_("Your answers are kept in this browser, on this device."), True),
        (
            N_(
                "While you work, your answers pass through the server that runs this page; the "
                "page does not keep them there."
            ),
            False,
        ),
    ),
    "in the browser": (
        (N_("This page runs inside your browser, and your answers never leave it."), False),
        (N_("Your answers are kept in this browser."), True),
    ),
}
SHARED = (
    (
        N_(
            "Anyone who uses this browser can see them, until you delete them. So can other pages "
            "that come from the same address."
        ),
        True,
    ),
    (N_("A file you download is yours to look after."), False),
)


def served_from(host: str, platform: str = sys.platform) -> Served:
    """Return where the computer is that runs a page.

    Parameters
    ----------
    host : str
        The name of the computer in the address the browser shows; empty where it is not known.
    platform : str
        What Python runs on.

    Returns
    -------
    str
        ``here``, ``elsewhere`` or ``in the browser``.

    Examples
    --------
    >>> served_from("localhost"), served_from("tools.council.example")
    ('here', 'elsewhere')
    """
    if platform == "emscripten":  # Python itself runs in the browser, wherever the page came from
        return "in the browser"
    name = host.lower().strip("[]")
    if name == "localhost" or name.endswith(".localhost"):
        return "here"
    try:
        return "here" if ipaddress.ip_address(name).is_loopback else "elsewhere"
    except ValueError:
        return "elsewhere"


def where_answers_go(served: Served) -> Markup:
    """Return where a visitor's answers go, in words for the visitor.

    Parameters
    ----------
    served : str
        As `served_from` returns it.

    Returns
    -------
    Markup
        A few sentences as safe HTML; those on keeping hide themselves, as `kept` says.
    """
    said = (
        kept(_(sentence)) if only_kept else escape(_(sentence))
        for sentence, only_kept in (*WORDS[served], *SHARED)
    )
    return Markup(" ").join(said)


def kept(sentence: str) -> Markup:
    """Return a sentence that holds only where the visitor's browser keeps what they do.

    Parameters
    ----------
    sentence : str
        For example "It stays in this browser."

    Returns
    -------
    Markup
        Safe HTML that hides itself on a handout and in a tab that saves nothing.
    """
    return Markup('<span class="toolkit-kept">{}</span>').format(sentence)


def stays_here() -> Markup:
    """Return a hint for a box whose text no server keeps.

    Returns
    -------
    Markup
        Safe HTML, of which `kept` says what hides itself.
    """
    return Markup("{} {}").format(
        kept(_("It stays in this browser.")), _("Nothing is sent anywhere.")
    )
