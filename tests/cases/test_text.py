"""The text of a case study: headings, citations, the list of sources."""

from toolkit.cases.text import cited, headings, source_line, split_sections

SOURCE = {"id": 2, "title": "Report", "publisher": "Council", "url": "https://a.org", "date": 2024}


def test_headings_are_found_with_their_level() -> None:
    assert headings("# A\n\ntext # not\n\n## B ##\n") == ((1, "A"), (2, "B"))


def test_a_section_reaches_to_the_next_heading_of_its_level() -> None:
    text = "# T\n\nabove\n\n## A\n\none\n\n### inside\n\ntwo\n\n## B\n"
    assert split_sections(text) == (("A", "one\n\n### inside\n\ntwo"), ("B", ""))


def test_citations_are_numbers_in_brackets_that_are_no_links() -> None:
    assert cited("a [1], b [2][10] and [3](https://a.org), [x], [1234]") == {1, 2, 10}


def test_a_source_is_listed_with_its_address_only_where_that_may_be_shown() -> None:
    assert source_line({**SOURCE, "link_ok": True}) == "2. Report. Council, 2024. <https://a.org>"
    assert source_line({**SOURCE, "link_ok": False}) == "2. Report. Council, 2024."


def test_a_source_without_a_date_says_so() -> None:
    assert source_line({**SOURCE, "date": None, "link_ok": False}) == "2. Report. Council, no date."


def test_a_title_with_a_mark_of_its_own_is_listed_with_no_other() -> None:
    line = source_line({**SOURCE, "title": "Why?", "link_ok": False})
    assert line == "2. Why? Council, 2024."
