"""The words that pages themselves say, whatever they show."""

from __future__ import annotations

__all__ = [
    "BACK",
    "LOST",
    "LOST_UNKEPT",
    "OLDER_FILE",
    "RESTORED_OLDER",
    "TOO_LARGE",
    "TROUBLE",
    "WENT_WRONG",
    "WENT_WRONG_UNKEPT",
    "bridge_words",
]

LOST = """<div class="toolkit-lost__inner"><h2 class="govuk-heading-m">The page has lost its
connection</h2><p class="govuk-body">The toolkit on the other end has stopped answering. What you
have typed is safe in this browser. To go on, load the page again: you will come back to the
same answers.</p><button type="button" class="govuk-button">Load the page again</button></div>"""

LOST_UNKEPT = """<div class="toolkit-lost__inner"><h2 class="govuk-heading-m">The page has lost its
connection</h2><p class="govuk-body">The toolkit on the other end has stopped answering, and this
browser could not keep what you typed. It is only on this screen. Copy what you need before you
load the page again.</p><button type="button" class="govuk-button govuk-button--secondary">Load the
page again</button></div>"""

BACK = "The connection is back. You can go on."

TROUBLE = {
    "blocked": "Your browser does not let this page keep anything. The page works, but your "
    "answers will be gone when you close or reload it. Download a copy before you leave.",
    "damaged": "What this browser had kept for this page is damaged and could not be used. It was "
    "put aside, not deleted. You can start again, or load a file that you saved.",
    "full": "Your browser's storage is full. The page works, but new answers are not being "
    "kept. Download a copy before you leave.",
}

WENT_WRONG = (
    "Something went wrong here and your last step was not carried out. Your answers are safe. "
    "Try again. If it happens again, load the page again."
)

WENT_WRONG_UNKEPT = (
    "Something went wrong here and your last step was not carried out. Your browser could not "
    "keep your answers, so copy what you need before you load the page again."
)

OLDER_FILE = (
    "{filename} was saved by an older version of this page and cannot be carried over. "
    "Nothing on this page was changed."
)

RESTORED_OLDER = (
    "This page has changed since you last used it. Your earlier answers could not be "
    "carried over. They are still in this browser, in case an older page needs them."
)

TOO_LARGE = "That file is too large: {size} kB. Choose a file of at most {limit} kB."


def bridge_words() -> dict[str, str]:
    """Return what the browser's half of a page has to say by itself."""
    return {"lost": LOST, "lost_unkept": LOST_UNKEPT, "back": BACK}
