"""A document as Markdown, read back by a Markdown reader."""

from __future__ import annotations

import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.document.blocks import (
    Bullets,
    Document,
    Heading,
    Link,
    Quote,
    Strong,
    Table,
    Text,
)
from toolkit.document.markdown import as_markdown


def written(*blocks) -> str:
    """Return what stands below the title."""
    return as_markdown(Document("T", blocks)).removeprefix("# T\n\n").removesuffix("\n")


def test_the_title_is_the_one_heading_of_the_first_level():
    assert as_markdown(Document("A # b", (Heading(2, "C"),))) == "# A # b\n\n## C\n"


def test_a_paragraph_holds_strong_words_and_links():
    phrase = ("See ", Strong("this"), " ", Link("page", "https://example.org/a b?c=(d)"))
    assert written(Text(phrase)) == "See **this** [page](<https://example.org/a%20b?c=(d)>)"


def test_lists_are_marked_or_counted():
    assert written(Bullets(("a", ("b", Strong("c"))))) == "- a\n- b**c**"
    assert written(Bullets(("a", "b"), numbered=True)) == "1. a\n2. b"


def test_a_quote_keeps_its_lines():
    assert written(Quote("one\n\ntwo")) == "> one  \n>\n> two  "


def test_a_table_has_its_caption_above_it():
    table = Table("How many", ("Area", "Score"), (("A|B", "1"), ("C\nD", Strong("2"))))
    assert written(table) == (
        "**How many**\n\n| Area | Score |\n|---|---|\n| A\\|B | 1 |\n| C D | **2** |"
    )


typed = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).map(str.strip)


@pytest.mark.parametrize(
    "made", [lambda t: Text(t), lambda t: Bullets((t,)), lambda t: Table("c", (t, "b"), ((t, t),))]
)
@given(text=typed.filter(bool))
def test_what_a_person_typed_does_nothing(made, text):
    read = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])
    html = str(read(written(made(f"<script>x</script> {text} [a](javascript:b)"))))
    assert "<script" not in html
    assert "<a " not in html
