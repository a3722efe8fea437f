"""A shortlist to take away."""

from dataclasses import replace
from datetime import date

from tiny_case import CASES, FACTS, WORDS, body, case

from toolkit.cases.citation import Edition
from toolkit.cases.shortlist import shortlist_document, shortlist_sheet
from toolkit.document.blocks import Heading, Link
from toolkit.document.markdown import as_markdown
from toolkit.sheet import read_sheet

EDITION = Edition("The Toolkit", "0.1.0")
DAY = date(2026, 11, 22)
HIDDEN = {"Sources": "1. Minutes of the club. The club, 2025-03."}
COPY = case("copy", cells=body(**HIDDEN), sources=[{**FACTS["sources"][0], "link_ok": False}])
CLOSED = case("closed", title="Closed", cells=body("Closed"), licence="link-only")


def words(*cases: object) -> str:
    return as_markdown(shortlist_document(cases, WORDS, EDITION, on=DAY))  # type: ignore[arg-type]


def test_each_case_has_a_section_in_the_order_of_the_shortlist() -> None:
    document = shortlist_document(CASES, WORDS, EDITION, on=DAY)
    sections = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    assert sections == ["The tea club tries a robot", "Phones", "Bins"]


def test_it_says_where_it_comes_from_and_when() -> None:
    assert "3 case studies from The Toolkit, 22 November 2026." in words(*CASES)
    assert "1 case study from" in words(CASES[0])


def test_a_section_holds_results_questions_and_what_nobody_checked() -> None:
    text = words(CASES[0])
    assert "| Cups saved | 12 cups | The club said so. \\[1\\] | Said by those who run" in text
    assert "- Who pours?" in text
    assert "- Nobody counted the cups." in text
    assert "| **Strength of evidence** | Own account only |" in text


def test_sources_are_numbered_and_linked_where_they_may_be() -> None:
    assert "1. [Minutes of the club](<https://example.org/minutes>). The club, 2025-03" in words(
        CASES[0]
    )


def test_a_copy_is_named_without_its_address() -> None:
    document = shortlist_document([COPY], WORDS, EDITION, on=DAY)
    assert "example.org" not in str(document)
    assert Link.__name__ not in str(document)
    assert "a copy or summary was read, so there is no link" in str(document)
    assert "example.org" not in shortlist_sheet([COPY], WORDS, EDITION)


def test_how_to_cite_a_case_is_below_it() -> None:
    assert "catalogue 0.1.0. Licence: CC BY 4.0." in words(CASES[0])


def test_of_a_case_that_others_may_only_link_to_nothing_is_copied() -> None:
    text = words(CLOSED)
    assert "lets others link to this case, not copy it" in text
    assert "Cold tea" not in text
    assert "Minutes of the club" in text
    [row] = read_sheet(shortlist_sheet([CLOSED], WORDS, EDITION))
    assert (row["Title"], row["Who"]) == ("Closed", "Alderwick Tea Club")
    assert "Cold tea" not in str(row)


def test_the_table_has_a_row_for_each_case_and_a_line_for_each_item() -> None:
    rows = read_sheet(shortlist_sheet(CASES, WORDS, EDITION))
    assert [row["Title"] for row in rows] == ["The tea club tries a robot", "Phones", "Bins"]
    assert rows[0]["What a councillor could ask"] == "Who pours?\nWho stops it?"
    assert rows[0]["Sources"] == (
        "The club (2025) “Minutes of the club”. https://example.org/minutes"
    )


def test_an_empty_shortlist_is_an_empty_table() -> None:
    assert read_sheet(shortlist_sheet([], WORDS, EDITION)) == ()


def test_an_added_case_says_so_in_every_form() -> None:
    for one in (CASES[0], CLOSED):
        added = replace(one, added=True)
        assert "Added by a council to its copy of The Toolkit" in words(added)
        [row] = read_sheet(shortlist_sheet([added], WORDS, EDITION))
        assert row["Where it comes from"] == "Added by a council to its own copy"
    assert "| **Where it comes from** | Came with the toolkit |" in words(CASES[0])
