"""A document as one page of HTML."""

from __future__ import annotations

from toolkit.document.blocks import Bullets, Document, Heading, Link, Quote, Strong, Table, Text
from toolkit.document.html import as_html


def body(*blocks) -> str:
    """Return what stands below the title."""
    page = as_html(Document("T", blocks))
    return page.partition("</h1>\n")[2].partition("\n</main>")[0]


def test_the_page_says_its_language_its_title_and_what_it_is_about():
    page = as_html(Document("A < b", (), subject='Of "c"'))
    assert '<html lang="en-GB">' in page
    assert "<title>A &lt; b</title>" in page
    assert "<h1>A &lt; b</h1>" in page
    assert 'content="Of &#34;c&#34;"' in page


def test_the_page_runs_nothing_and_fetches_nothing():
    page = as_html(Document("T", (Text("x"),)))
    assert [part for part in ("<script", "<link", "src=", "url(", "@import") if part in page] == []


def test_each_block_becomes_its_own_element():
    assert body(Heading(3, "A & b")) == "<h3>A &amp; b</h3>"
    assert body(Text(("a ", Strong("b"), " ", Link("c", "https://example.org/?a=1&b=2")))) == (
        '<p>a <strong>b</strong> <a href="https://example.org/?a=1&amp;b=2">c</a></p>'
    )
    assert body(Bullets(("a", "<b>"))) == "<ul>\n<li>a</li>\n<li>&lt;b&gt;</li>\n</ul>"
    assert body(Bullets(("a",), numbered=True)) == "<ol>\n<li>a</li>\n</ol>"
    assert body(Quote("<i>\n2")) == "<blockquote>&lt;i&gt;\n2</blockquote>"


def test_a_table_names_its_rows_and_columns_and_can_be_scrolled_by_keyboard():
    shown = body(Table("Cap", ("Area", "Score"), (("A", Strong("1")),)))
    assert '<div class="table" role="region" aria-label="Cap" tabindex="0">' in shown
    assert '<th scope="col">Area</th><th scope="col">Score</th>' in shown
    assert '<th scope="row">A</th><td><strong>1</strong></td>' in shown
