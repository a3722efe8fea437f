"""HTML in the texts of a survey: kept where it only shapes words, harmless everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.assessment.survey.markup import blocks_of, phrase_of, words_of
from toolkit.document.blocks import Bullets, Heading, Link, Strong, Text


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Plain & <simple>", (Text(("Plain &",)),)),
        ("1 < 2", (Text(("1 < 2",)),)),
        ("<p>One</p><p>Two</p>", (Text(("One",)), Text(("Two",)))),
        ("One<br/><br>Two", (Text(("One",)), Text(("Two",)))),
        ("<h1>A</h1><h4>B</h4>", (Heading(2, "A"), Heading(4, "B"))),
        ("<ul><li>a</li><li><b>b</b></li></ul>c",
         (Bullets((("a",), (Strong("b"),))), Text(("c",)))),
        ("<a href=' HTTPS://x.org/ '>X</a>", (Text((Link("X", "https://x.org/"),)),)),
        ("<a href='javascript:alert(1)'>X</a>", (Text(("X",)),)),
        ("<a href='data:text/html,x'>X</a>", (Text(("X",)),)),
        ("<script>alert(1)</script><style>a{}</style>x", (Text(("x",)),)),
        ("<img src=x onerror=alert(1)>", ()),
        ("", ()),
        ("  \n ", ()),
    ],
)  # fmt: skip
def test_what_becomes_of_markup(text, blocks):
    assert blocks_of(text) == blocks


def test_a_phrase_joins_what_stood_apart():
    assert words_of("<p>One <b>two</b>.</p><ul><li>three</li></ul>") == "One two. three"
    assert Link("us", "https://x.org") in phrase_of("<p>Ask</p><a href='https://x.org'>us</a>")


def test_the_highest_heading_can_be_set():
    assert blocks_of("<h1>A</h1>", 3) == (Heading(3, "A"),)


@given(st.text(alphabet="<>/abhpul'\"=! &;-", max_size=60))
def test_any_text_can_be_read(text):
    blocks_of(text)
