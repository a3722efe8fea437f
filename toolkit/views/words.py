"""The words that pages themselves say, whatever they show."""

from __future__ import annotations

from toolkit.language import N_, _, language
from toolkit.views.template import render

__all__ = [
    "OLDER_FILE",
    "RESTORED_OLDER",
    "TOO_LARGE",
    "TROUBLE",
    "WENT_WRONG",
    "WENT_WRONG_UNKEPT",
    "bridge_words",
]

TROUBLE = {
    "blocked": N_(
        "Your browser does not let this page keep anything. The page works, but your "
        "answers will be gone when you close or reload it. Download a copy before you leave."
    ),
    "damaged": N_(
        "What this browser had kept for this page is damaged and could not be used. It was "
        "put aside, not deleted. You can start again, or load a file that you saved."
    ),
    "full": N_(
        "Your browser's storage is full. The page works, but new answers are not being "
        "kept. Download a copy before you leave."
    ),
}

WENT_WRONG = N_(
    "Something went wrong here and your last step was not carried out. Your answers are safe. "
    "Try again. If it happens again, load the page again."
)

WENT_WRONG_UNKEPT = N_(
    "Something went wrong here and your last step was not carried out. Your browser could not "
    "keep your answers, so copy what you need before you load the page again."
)

OLDER_FILE = N_(
    "{filename} was saved by an older version of this page and cannot be carried over. "
    "Nothing on this page was changed."
)

RESTORED_OLDER = N_(
    "This page has changed since you last used it. Your earlier answers could not be "
    "carried over. They are still in this browser, in case an older page needs them."
)

TOO_LARGE = N_("That file is too large: {size} kB. Choose a file of at most {limit} kB.")


def bridge_words() -> dict[str, str]:
    """Return what the browser's half of a page has to say by itself, and in which language."""
    return {
        "lost": str(render("lost", kept=True)),
        "lost_unkept": str(render("lost", kept=False)),
        "back": _("The connection is back. You can go on."),
        "lang": language().code,
    }
