"""A document as one HTML page, to print or to publish. It needs nothing from anywhere else."""

from __future__ import annotations

from markupsafe import Markup, escape

from toolkit.document.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Link,
    Phrase,
    Quote,
    Strong,
    Text,
    parts_of,
)

__all__ = ["as_html"]

PAGE = Markup(
    """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{subject}">
<title>{title}</title>
<style>
:root {{ color-scheme: light; }}
body {{ font: 1rem/1.5 arial, sans-serif; color: #0b0c0c; background: #fff; margin: 0; }}
main {{ max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }}
h1, h2, h3, h4, h5, h6 {{ line-height: 1.2; margin: 1.75em 0 .5em; break-after: avoid; }}
h1 {{ font-size: 2rem; margin-top: 0; }} h2 {{ font-size: 1.5rem; }} h3 {{ font-size: 1.2rem; }}
h4, h5, h6 {{ font-size: 1rem; }}
a {{ color: #1d70b8; }} a:focus-visible {{ outline: 3px solid #0b0c0c; background: #fd0; }}
blockquote {{ margin: 1em 0; padding-left: 1em; border-left: 4px solid #b1b4b6;
  white-space: pre-wrap; }}
.table {{ overflow-x: auto; margin: 1em 0; }}
.table:focus-visible {{ outline: 3px solid #0b0c0c; }}
table {{ border-collapse: collapse; width: 100%; overflow-wrap: normal; }}
caption {{ text-align: left; font-weight: bold; padding-bottom: .5em; }}
th, td {{ text-align: left; vertical-align: top; padding: .4em .6em .4em 0;
  border-bottom: 1px solid #b1b4b6; }}
@media print {{
  @page {{ size: A4; margin: 20mm; }}
  body {{ font-size: 11pt; }} main {{ max-width: none; padding: 0; }}
  .table {{ overflow: visible; }} tr, blockquote, li {{ break-inside: avoid; }}
  thead {{ display: table-header-group; }}
  main a[href^="http"]::after {{ content: " (" attr(href) ")"; overflow-wrap: anywhere; }}
}}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{blocks}
</main>
</body>
</html>
"""
)


def as_html(document: Document) -> str:
    """Return a document as one page of HTML.

    Parameters
    ----------
    document : Document
        What to write.

    Returns
    -------
    str
        A whole page with its style, made to be printed too. It has no script.
    """
    blocks = Markup("\n").join(_block(block) for block in document.blocks)
    return str(PAGE.format(title=document.title, subject=document.subject, blocks=blocks))


def _block(block: Block) -> Markup:
    match block:
        case Heading(level, text):
            return Markup("<h{0}>{1}</h{0}>").format(level, text)
        case Text(phrase):
            return Markup("<p>{}</p>").format(_phrase(phrase))
        case Bullets(items, numbered):
            points = Markup("\n").join(Markup("<li>{}</li>").format(_phrase(i)) for i in items)
            return Markup("<{0}>\n{1}\n</{0}>").format("ol" if numbered else "ul", points)
        case Quote(text):
            return Markup("<blockquote>{}</blockquote>").format(text)
        case _:
            head = _row(block.header, Markup('<th scope="col">{}</th>'))
            rows = Markup("\n").join(_row(row, Markup("<td>{}</td>")) for row in block.rows)
            # A table wider than the screen scrolls by itself; the keyboard must reach it then.
            return Markup(
                '<div class="table" role="region" aria-label="{0}" tabindex="0"><table>\n'
                "<caption>{0}</caption>\n<thead>\n{1}\n</thead>\n<tbody>\n{2}\n</tbody>\n"
                "</table></div>"
            ).format(block.caption, head, rows)


def _row(cells: tuple[Phrase, ...], cell: Markup) -> Markup:
    first = cell if "col" in cell else Markup('<th scope="row">{}</th>')
    shown = ((cell if place else first).format(_phrase(words)) for place, words in enumerate(cells))
    return Markup("<tr>{}</tr>").format(Markup("").join(shown))


def _phrase(phrase: Phrase) -> Markup:
    return Markup("").join(_inline(part) for part in parts_of(phrase))


def _inline(part: Inline) -> Markup:
    match part:
        case Strong(text):
            return Markup("<strong>{}</strong>").format(text)
        case Link(text, address):
            return Markup('<a href="{}">{}</a>').format(address, text)
        case str(text):
            return escape(text)
