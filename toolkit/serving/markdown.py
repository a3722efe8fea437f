"""How the Markdown of a served notebook becomes HTML."""

from __future__ import annotations

from typing import Any

import mistune
from markupsafe import Markup
from voila.exporter import VoilaMarkdownRenderer

__all__ = ["Markdown", "to_html"]


class Markdown(VoilaMarkdownRenderer):
    """Headings without links to themselves; tables whose headings say what they head.

    A notebook travels by e-mail, and the browser it is shown in keeps visitors' answers: HTML in
    its text is shown as text, and a link can only lead to a page.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        options |= {"escape": True, "allow_harmful_protocols": False}
        super().__init__(*args, **options)

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        """Return a heading; sections have the ids, so headings need none."""
        return f"<h{level}>{text}</h{level}>\n"

    def table(self, text: str) -> str:
        """Return a table that scrolls inside itself on a narrow screen."""
        return f'<div class="toolkit-scroll"><table>\n{text}</table></div>\n'

    def table_head(self, text: str) -> str:
        """Return the head row of a table."""
        return f"<thead>\n<tr>\n{text}</tr>\n</thead>\n"

    def table_body(self, text: str) -> str:
        """Return the other rows of a table."""
        return f"<tbody>\n{text}</tbody>\n"

    def table_row(self, text: str) -> str:
        """Return one row of a table."""
        return f"<tr>\n{text}</tr>\n"

    def table_cell(self, text: str, align: str | None = None, head: bool = False) -> str:
        """Return one cell; one of the head row says that it heads its column."""
        style = f' style="text-align:{align}"' if align else ""
        return f'<th scope="col"{style}>{text}</th>\n' if head else f"<td{style}>{text}</td>\n"


def to_html(markdown: str) -> Markup:
    """Return the Markdown of a page without a kernel as HTML.

    Parameters
    ----------
    markdown : str
        HTML in it is shown, not obeyed.

    Returns
    -------
    Markup
        With tables.
    """
    return Markup(mistune.create_markdown(escape=True, plugins=["table"])(markdown))
