"""A message at the top of a page, there until it is closed."""

from __future__ import annotations

from markupsafe import Markup

from toolkit.language import _
from toolkit.views.form import component

__all__ = ["draw_notice", "notice_id"]

CLOSE = Markup(
    '<button type="button" class="govuk-button govuk-button--secondary" '
    'data-action="dismiss-notice">{}</button>'
)


def draw_notice(document: str, text: str) -> Markup:
    """Return the banner with a message.

    Parameters
    ----------
    document : str
        The document of the page that it is on.
    text : str
        The message; anything in it is only shown.

    Returns
    -------
    Markup
        Empty where there is no message.
    """
    if not text:
        return Markup("")
    words = Markup('<p class="govuk-notification-banner__heading">{}</p>').format(text)
    name = notice_id(document)
    return component(
        "notification-banner",
        {
            "html": words + CLOSE.format(_("Close this message")),
            "titleText": _("Important"),
            "titleId": f"{name}-title",
            "attributes": {"id": name, "tabindex": "-1"},
        },
    )


def notice_id(document: str) -> str:
    """Return the id of the banner, which takes the focus when it appears.

    Parameters
    ----------
    document : str
        The document of the page that it is on.

    Returns
    -------
    str
        For an element of that page.
    """
    return f"{document}-notice"
