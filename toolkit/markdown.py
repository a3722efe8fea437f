"""Turn Markdown that anybody may have written into HTML that can do no harm.

HTML in the text is shown as text, pictures as their description, and only ``http`` and
``https`` addresses become links.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mistune
from markupsafe import Markup, escape

from toolkit.language import _

__all__ = ["html_from_markdown"]

_CITATION = r"\[(?P<source_number>\d{1,3})\](?!\()"
_SIZES = {1: "xl", 2: "l", 3: "m"}  # of headings, in GOV.UK Frontend's words; others are small


def html_from_markdown(
    text: str,
    *,
    citation: Callable[[int], str] | None = None,
    first_level: int = 1,
) -> Markup:
    """Return the HTML of a Markdown text, with GOV.UK Frontend's classes.

    Parameters
    ----------
    text : str
        CommonMark with tables.
    citation : callable, optional
        Given the number in ``[n]``, returns the address of that source, or an empty text
        where there is none. Left out, ``[n]`` stays as it is.
    first_level : int
        The level of heading that ``#`` becomes, so that a text can stand below other headings.

    Returns
    -------
    markupsafe.Markup
        Safe HTML.

    Examples
    --------
    >>> print(html_from_markdown("Said, *not* found [2].", citation="#source={}".format).strip())
    <p class="govuk-body">Said, <em>not</em> found <a class="govuk-link"
    href="#source=2">[<span class="govuk-visually-hidden">source </span>2]</a>.</p>
    """
    renderer = _Renderer(citation or (lambda number: ""), first_level)
    parse = mistune.create_markdown(escape=True, renderer=renderer, plugins=["table", _citations])
    return Markup(str(parse(text)))


def _citations(markdown: Any) -> None:
    """Teach mistune that ``[2]`` names a source."""

    def parse(inline: Any, found: Any, state: Any) -> int:
        number = int(found.group("source_number"))
        state.append_token({"type": "citation", "attrs": {"number": number}})
        return int(found.end())

    markdown.inline.register("citation", _CITATION, parse, before="link")


def _web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


class _Renderer(mistune.HTMLRenderer):  # type: ignore[misc]  # mistune is seen as untyped
    def __init__(self, citation: Callable[[int], str], first_level: int) -> None:
        super().__init__(escape=True)
        self._citation = citation
        self._shift = first_level - 1

    def citation(self, number: int) -> str:
        address = self._citation(number)
        if not address:
            return f"[{number}]"
        hidden = '<span class="govuk-visually-hidden">source </span>'
        return f'<a class="govuk-link" href="{escape(address)}">[{hidden}{number}]</a>'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if not _web(url):
            return text
        return f'<a class="govuk-link" href="{escape(url)}" rel="noreferrer">{text}</a>'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return text

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        shifted = min(level + self._shift, 6)
        return f'<h{shifted} class="govuk-heading-{_SIZES.get(shifted, "s")}">{text}</h{shifted}>\n'

    def paragraph(self, text: str) -> str:
        return f'<p class="govuk-body">{text}</p>\n'

    def list(self, text: str, ordered: bool, **attrs: Any) -> str:
        tag, kind = ("ol", "number") if ordered else ("ul", "bullet")
        return f'<{tag} class="govuk-list govuk-list--{kind}">\n{text}</{tag}>\n'

    def block_html(self, html: str) -> str:
        return self.paragraph(str(escape(html.strip())))

    def block_quote(self, text: str) -> str:
        return f'<blockquote class="govuk-inset-text">\n{text}</blockquote>\n'

    def table(self, text: str) -> str:
        """Return a table that scrolls inside itself on a narrow screen, by keyboard too."""
        said = escape(_("Table, scrolls sideways"))
        frame = f'class="toolkit-scroll" role="region" aria-label="{said}"'
        table = f'<table class="govuk-table">\n{text}</table>'
        return f'<div {frame} tabindex="0">\n{table}\n</div>\n'

    def table_cell(self, text: str, align: str | None = None, head: bool = False) -> str:
        if head:
            return f'<th class="govuk-table__header" scope="col">{text}</th>\n'
        return f'<td class="govuk-table__cell">{text}</td>\n'
