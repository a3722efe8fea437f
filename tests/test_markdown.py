"""Markdown that anybody may have written, as HTML that can do no harm."""

import re

import pytest

from toolkit.markdown import html_from_markdown


def test_text_becomes_paragraphs_with_the_classes_of_the_design_system() -> None:
    assert html_from_markdown("a *b*") == '<p class="govuk-body">a <em>b</em></p>\n'


def test_a_citation_leads_to_its_source() -> None:
    html = html_from_markdown("said [12]", citation="#source={}".format)
    assert '<a class="govuk-link" href="#source=12">' in html


def test_a_citation_of_no_source_stays_as_it_is() -> None:
    assert html_from_markdown("said [12]", citation=lambda number: "") == (
        '<p class="govuk-body">said [12]</p>\n'
    )


def test_two_citations_may_stand_together() -> None:
    assert html_from_markdown("said [1][2]", citation="#{}".format).count("<a ") == 2


@pytest.mark.parametrize("address", ["https://a.org/?b=1", "http://a.org", "HTTPS://A.ORG"])
def test_web_addresses_become_links(address: str) -> None:
    assert f'href="{address}"' in html_from_markdown(f"[a]({address})")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.org", "page.html",
     "java&#115;cript:alert(1)", "vbscript:x"],
)  # fmt: skip
def test_any_other_address_is_left_out_and_its_words_stay(address: str) -> None:
    assert html_from_markdown(f"[words]({address})") == '<p class="govuk-body">words</p>\n'


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "a <b onclick=x>b</b>", "<img src=x onerror=y>",
     "<!-- <script> -->", '[a](https://a.org "x\\" onclick=\\"y")', "![<b>](https://a.org/p.png)",
     '[a](https://a.org/"onclick=x)', "| <script> |\n|---|\n| <i> |", "`<script>`",
     '```"><script>\ncode\n```'],
)  # fmt: skip
def test_html_and_handlers_are_shown_not_run(text: str) -> None:
    html = html_from_markdown(text, citation="#{}".format)
    made = set(re.findall(r"<(\w+)", html))
    assert made <= {
        "p",
        "a",
        "span",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "code",
        "pre",
        "div",
    }
    assert not re.search(r"<[^>]*\son\w+=", html)


def test_a_picture_is_shown_as_its_description() -> None:
    assert "a cat" in html_from_markdown("![a cat](https://a.org/cat.png)")
    assert "img" not in html_from_markdown("![a cat](https://a.org/cat.png)")


def test_headings_can_start_further_down() -> None:
    assert html_from_markdown("# A", first_level=3) == '<h3 class="govuk-heading-m">A</h3>\n'
    assert html_from_markdown("###### A", first_level=3).startswith("<h6 ")


def test_the_heads_of_a_table_say_what_they_head() -> None:
    html = html_from_markdown("| a | b |\n|---|---|\n| 1 | 2 |")
    assert html.count('<th class="govuk-table__header" scope="col">') == 2


def test_a_wide_table_scrolls_in_its_own_frame_which_the_keyboard_reaches() -> None:
    html = html_from_markdown("| a | b |\n|---|---|\n| 1 | 2 |")
    assert html.startswith(
        '<div class="toolkit-scroll" role="region" aria-label="Table, scrolls sideways" '
        'tabindex="0">\n<table class="govuk-table">'
    )
    assert html.endswith("</table>\n</div>\n")
