"""What a document may be made of."""

from __future__ import annotations

import pytest

from toolkit.document.blocks import Heading, Link, Strong, Table, parts_of


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "", "//a.b"])
def test_a_link_leads_to_a_page_or_a_mailbox_only(address):
    with pytest.raises(ValueError, match="is not a web or e-mail address"):
        Link("x", address)


@pytest.mark.parametrize("level", [1, 7])
def test_only_the_title_is_a_heading_of_the_first_level(level):
    with pytest.raises(ValueError, match="level is 2 to 6"):
        Heading(level, "x")


def test_a_row_that_does_not_fit_its_table_is_refused():
    with pytest.raises(ValueError, match="a row of 1 in a table of 2 columns"):
        Table("c", ("a", "b"), (("1",),))


def test_a_phrase_of_one_piece_is_a_phrase():
    assert parts_of("a") == ("a",)
    assert parts_of(("a", Strong("b"))) == ("a", Strong("b"))
