"""Have pages without a kernel speak the language of their site, and list what scripts say."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

from toolkit.language import Language, _, speaking

__all__ = ["in_its_language", "words_of_scripts"]


class _Speaks(Protocol):
    @property
    def language(self) -> Language: ...


def in_its_language(page: Callable[..., str]) -> Callable[..., str]:
    """Have a page speak the language of its site.

    Parameters
    ----------
    page : callable
        A method that returns a page.

    Returns
    -------
    callable
        The same, whatever language is spoken where it is called.
    """

    @wraps(page)
    def spoken(site: _Speaks, *given: Any) -> str:
        with speaking(site.language):
            return page(site, *given)

    return spoken


def words_of_scripts() -> dict[str, str]:
    """Return what the scripts of the frame say by themselves, by the names they know.

    Returns
    -------
    dict
        With names in curly brackets, which the scripts fill in.
    """
    return {
        "ready": _("The activity is ready."),
        "partly_ready": _("A part of this page could not be shown. The rest is ready."),
        "needs_earlier": _("This part needs an earlier part of the page that could not be shown."),
        "printed": _("Printed on {day} from {address}"),
        "scrolls": _("Table, scrolls sideways"),
        "step": _("Step {number} of {all}: {title}"),
        "step_in_parts": _("Step {number} of {all}: {title}, part {part} of {parts}"),
        "shared_screen": _("The shared screen shows: {title}"),
    }
